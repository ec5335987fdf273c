import CivilTime
import LogQuery
import SafeText

/// The numbers behind a timeline: intervals down, series across, all of them together last.
struct TimelineTable {
  private let timeline: Timeline
  /// One list of values a column.
  private let columns: [[Value]]
  private let names: [ByteString]

  /// The table of a timeline split by a column, if `series` names one.
  init(_ timeline: Timeline, series: String?) {
    self.timeline = timeline
    let other = [timeline.other].compactMap(\.self)
    columns = (timeline.series + other).map(\.values) + [timeline.values]
    names =
      timeline.series.map { FigureText.label($0.key) } + other.map { _ in TimelinePanels.otherLabel(timeline) } + [
        ByteString(series == nil ? timeline.measure.text : "total")
      ]
  }

  /// The page leaves out intervals in which nothing happened and shows a gap as one row; programs get every interval.
  var table: FigureTable {
    var rows: [FigureTable.Row] = []
    var isShort = false
    for index in timeline.values.indices {
      if let gap = timeline.gaps.first(where: { $0.contains(index) }) {
        if index == gap.lowerBound { rows.append(row(gap)) }
      } else if columns.contains(where: { ($0[index].number ?? 0) != 0 }) {
        rows.append(row(index))
      } else {
        isShort = true
      }
    }
    if timeline.measure.isAdditive { rows.append(totals) }
    var table = FigureTable(
      columns: [FigureTable.Column(name: "time (UTC)", isNumber: false)]
        + names.map { FigureTable.Column(name: $0.visible, isNumber: true) },
      rows: rows, exactRows: exactRows)
    table.remark = "Each interval by its start." + (isShort ? " Intervals at zero or without a value are left out." : "")
    return table
  }

  private func row(_ index: Int) -> FigureTable.Row {
    FigureTable.Row(cells: [FigureTable.Cell(words: time(index))] + columns.map { FigureTable.Cell(measure: $0[index]) })
  }

  private func row(_ gap: Range<Int>) -> FigureTable.Row {
    let words = time(gap.lowerBound) + ", no data until " + time(gap.upperBound)
    return FigureTable.Row(cells: [FigureTable.Cell(words: words)] + columns.map { _ in FigureTable.Cell(measure: .missing) })
  }

  /// The start of an interval, which never breaks over lines.
  private func time(_ index: Int) -> String {
    NumberText.time(timeline.grid.start(index)).split(separator: " ").joined(separator: "\u{A0}")
  }

  private var totals: FigureTable.Row {
    let sums = timeline.series.map(\.total) + (timeline.other.map { [$0.total] } ?? []) + [timeline.total]
    return FigureTable.Row(kind: .total, cells: [FigureTable.Cell(words: "Total")] + sums.map { FigureTable.Cell(measure: $0) })
  }

  /// One line an interval; a gap has no values.
  private var exactRows: [[ByteString]] {
    let header = ["time"] + names
    let lines = timeline.values.indices.map { index in
      [ByteString(timeline.grid.start(index).rfc3339)] + columns.map { ByteString(FigureText.exact($0[index])) }
    }
    return [header] + lines
  }
}
