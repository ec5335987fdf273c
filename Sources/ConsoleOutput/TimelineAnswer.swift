import CivilTime
import LogQuery
import LogRecords
import SafeText

/// A timeline, written for a person, a spreadsheet or a program.
public struct TimelineAnswer: Sendable {
  private let timeline: Timeline
  private let question: TimelineQuestion
  private let report: ScanReport

  /// The most intervals where the span of the log chooses their length: a line of one column each has room for so many, and a list of bars
  /// can still be looked over. A report, whose chart draws a pixel for each, chooses shorter ones. Whether or not there is a terminal, and how
  /// wide it is, makes no difference: the same command gives the same answer everywhere.
  public static let mostColumns = 60

  /// A timeline, what was asked, and what the scan found out.
  public init(_ timeline: Timeline, of question: TimelineQuestion, report: ScanReport) {
    self.timeline = timeline
    self.question = question
    self.report = report
  }

  /// A bar for each interval; where the rows are split by a column, a line for each series.
  ///
  /// - Parameter width: columns of the terminal; nil for no limit.
  public func text(width: Int?, style: TextStyle) -> String {
    let body = question.series == nil ? bars(width: width, style: style) : lines(width: width, style: style)
    let summary = AnswerText.summary(matched: timeline.matched, noValue: timeline.noValue, report)
    let partial = timeline.partial.words.map { $0 + "\n" } ?? ""
    return heading + "\n" + body + "\n" + gapLines + partial + summary
  }

  /// One record an interval and series, intervals without a row included; a gap has no value.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.writeRecord(names)
    forEach { time, key, value in
      writer.write(time)
      if let key { writer.write(AnswerText.exact(key).bytes) }
      writer.write(value == .missing ? "" : JSONText.number(value))
      writer.endRecord()
    }
    return writer.bytes
  }

  /// An array of objects, one an interval and series, as in ``csv()``; a gap is null. No row matched: an empty array.
  public func json() -> String {
    var objects: [[String]] = []
    forEach { time, key, value in
      let cells =
        [JSONText.string(ByteString(time))] + (key.map { [JSONText.string(AnswerText.exact($0))] } ?? []) + [JSONText.number(value)]
      objects.append(cells)
    }
    var json = ""
    JSONText.array(of: names, timeline.matched > 0 ? objects : []) { json += $0 }
    return json
  }

  private var names: [String] { ["time"] + [question.series].compactMap(\.self) + [question.measure.text] }

  private func forEach(_ body: (String, Value?, Value) -> Void) {
    for index in timeline.values.indices {
      let time = timeline.grid.start(index).rfc3339
      if question.series == nil {
        body(time, nil, timeline.values[index])
      } else {
        for series in timeline.series { body(time, series.key, series.values[index]) }
      }
    }
  }

  /// `count every 12 h, 27 Mar 2017 12:00 to 21 Apr 2017 00:00 UTC`.
  private var heading: String {
    let grid = timeline.grid
    let span = "\(NumberText.time(grid.start(0))) to \(NumberText.time(grid.start(grid.count))) UTC"
    return "\(VisibleText.of(question.measure.text)) every \(NumberText.duration(grid.width)), \(span)\n"
  }

  private func bars(width: Int?, style: TextStyle) -> String {
    let bars = timeline.values.enumerated().map { index, value in
      TextBars.Bar(
        label: NumberText.time(timeline.grid.start(index)), value: value.number ?? 0,
        valueText: timeline.isInGap(index) ? "no data" : AnswerText.reading(value))
    }
    return TextBars(bars, labelAlignment: .right).text(width: min(width ?? 80, 100), style: style)
  }

  /// Name, total, peak and course of each series.
  private func lines(width: Int?, style: TextStyle) -> String {
    let total: [TextColumn] = timeline.measure.isAdditive ? [TextColumn("total", .right)] : []
    let columns =
      [TextColumn(VisibleText.of(question.series ?? ""))] + total
      + [TextColumn("peak", .right), TextColumn("from", isCutLast: true)]
    var series = timeline.series.map { (AnswerText.reading($0.key), $0) }
    if let other = timeline.other { series.append(("(\(NumberText.count(timeline.otherCount)) other)", other)) }
    let numbers = series.map { cells($0.0, $0.1) }
    let room = room(for: columns, numbers, width: width)
    let courses = series.map { course($0.1) }
    let rows = zip(numbers, courses).map { $0 + [$1.fitted(to: room).text(style: style)] }
    let perColumn = courses.first?.valuesPerColumn(in: room) ?? 1
    let merged = perColumn > 1 ? "; a column is the largest of \(NumberText.count(perColumn)) intervals" : ""
    return TextTable(columns: columns + [TextColumn("over time", isCutLast: true)], rows: rows).text(width: width, style: style)
      + "\nover time, each line to its own peak\(merged)\n"
  }

  /// Columns of the terminal left for the course, where a long name of a series is cut first.
  private func room(for columns: [TextColumn], _ rows: [[String]], width: Int?) -> Int {
    guard let width else { return Self.mostColumns + 1 }
    let taken = columns.indices.map { index in
      let widest = rows.map { DisplayWidth.of($0[index]) }.max() ?? 0
      return min(max(widest, DisplayWidth.of(columns[index].title)), index == 0 ? Self.longestName : .max) + 2
    }
    return min(max(width - taken.reduce(0, +), Self.shortestCourse), Self.mostColumns + 1)
  }

  /// A name of a series that is longer makes way for its course.
  private static let longestName = 20
  /// The fewest columns that still are a course.
  private static let shortestCourse = 12

  private func course(_ series: Timeline.Series) -> TextSparkline {
    TextSparkline(series.values.enumerated().map { timeline.isInGap($0.offset) ? nil : $0.element.number ?? 0 })
  }

  private func cells(_ name: String, _ series: Timeline.Series) -> [String] {
    let numbers = series.values.map(\.number)
    let peak = numbers.compactMap(\.self).max().flatMap { numbers.firstIndex(of: $0) }
    return [name] + (timeline.measure.isAdditive ? [AnswerText.reading(series.total)] : [])
      + [peak.map { AnswerText.reading(series.values[$0]) } ?? "–", peak.map { NumberText.time(timeline.grid.start($0)) } ?? ""]
  }

  /// `No data from … to …: the log has no row at all.`
  private var gapLines: String {
    timeline.gaps.map { gap in
      let span = "\(NumberText.time(timeline.grid.start(gap.lowerBound))) to \(NumberText.time(timeline.grid.start(gap.upperBound)))"
      return "no data from \(span): the log has no row at all\n"
    }.joined()
  }
}
