import Diagnostics
import LogQuery
import SafeText
import Statistics
import SVGCharts

/// `histogram`: a distribution, of the numbers in a column or of a measure over groups.
struct HistogramFigure: FigureKind {
  static let name = "histogram"
  static let keys = ["of", "by", "bins"]

  /// What is distributed.
  private enum Samples {
    /// The numbers of a column, one sample a row.
    case column(String)
    /// The value of a measure, one sample a group.
    case measure(Measure, by: [String])
  }

  private let samples: Samples
  private let binCount: Int?
  private let filter: Expression?

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    filter = settings.filter?.expression
    let of = mapping.value("of") == nil ? nil : mapping.text("of")
    if mapping.value("by") != nil {
      let measure = mapping.measure("of", default: .count)
      samples = .measure(measure, by: mapping.columns("by", neededBy: settings))
    } else if let of, of.text.utf8.elementsEqual("count".utf8) {
      mapping.collector.error("‘of: count’ counts rows per group: say which groups with ‘by’", at: of.location)
      samples = .column(of.text)
    } else {
      if of == nil {
        mapping.collector.error("a ‘histogram’ figure needs ‘of’: a column of numbers, or ‘count’ with ‘by’", at: settings.location)
      }
      samples = .column(mapping.column("of") ?? "")
    }
    let isAutomatic = mapping.value("bins") == nil || mapping.text("bins")?.text == "auto"
    binCount = isAutomatic ? nil : mapping.number("bins", in: 1...200)
  }

  var queries: [Query] {
    switch samples {
    case .column(let column): [Query(filter: filter, groups: [.number(column: column)], top: Query.Top(0))]
    case .measure(let measure, let columns):
      [Query(filter: filter, groups: columns.map { .column($0) }, measures: [measure], top: Query.Top(0, prefix: columns.count))]
    }
  }

  func hasNoValues(_ answers: [ResultTable]) -> Bool { answers.first.map { $0.matched > 0 && weighted($0).isEmpty } ?? false }

  func values(from answers: [ResultTable]) -> FigureValues? {
    guard let answer = answers.first else { return nil }
    let samples = weighted(answer)
    let bins = bins(samples)
    let groups = bins.bins.map { bin in
      FigureValues.Group(keys: [.text(ByteString(label(bin, bins)))], values: [.integer(Int64(bin.count))])
    }
    let total: Value
    switch self.samples {
    case .column: total = .integer(Int64(Quantiles.count(samples)))
    case .measure: total = answer.totals.first ?? .missing
    }
    return FigureValues(
      measures: [Measure.count.text], groups: groups, totals: [total], rows: Quantiles.count(samples),
      samples: samples,
      share: bins.isOneBinPerInteger ? .ofSamples : .binned)
  }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    let answer = answers[0]
    let samples = weighted(answer)
    let bins = bins(samples)
    let all = bins.bins + [bins.overflow].compactMap(\.self)
    let chart = HistogramChart(
      bins: bins.bins.map(Self.chartBin), overflow: bins.overflow.map(Self.chartBin), isOneBinPerInteger: bins.isOneBinPerInteger,
      valueLabel: valueTitle, countLabel: countTitle, width: context.chartWidth)
    let rows = all.map { bin in
      FigureTable.Row(cells: [FigureTable.Cell(words: label(bin, bins)), FigureTable.Cell(measure: .integer(Int64(bin.count)))])
    }
    let count = Quantiles.count(samples)
    let total = FigureTable.Row(
      kind: .total, cells: [FigureTable.Cell(words: "Total"), FigureTable.Cell(measure: .integer(Int64(count)))])
    let subject = self.subject
    return DrawnFigure(
      subject: subject, sampleSize: count,
      presentation: .chart(context.render(chart, subject: subject)),
      table: FigureTable(
        columns: [FigureTable.Column(name: valueTitle, isNumber: false), FigureTable.Column(name: countTitle, isNumber: true)],
        rows: rows + [total], exactRows: exactRows(all, without: answer.noValue)),
      ledger: ledger(answer, samples: count, binned: all.reduce(0) { $0 + $1.count }, bins: all.count))
  }

  /// Edges and counts in full; samples without a number have no edges.
  private func exactRows(_ bins: [HistogramBins.Bin], without number: Int) -> [[ByteString]] {
    func exact(_ value: Double) -> ByteString { ByteString(FigureText.exact(.decimal(value))) }
    let rows = bins.map { [exact($0.lower), exact($0.upper), ByteString(String($0.count))] }
    let rest: [[ByteString]] = number > 0 ? [["", "", ByteString(String(number))]] : []
    return [["lower", "upper", ByteString(countTitle)]] + rows + rest
  }

  private static func chartBin(_ bin: HistogramBins.Bin) -> HistogramChart.Bin {
    HistogramChart.Bin(lower: bin.lower, upper: bin.upper, count: bin.count)
  }

  private func weighted(_ answer: ResultTable) -> SampleList {
    switch samples {
    case .measure: answer.distribution
    case .column: answer.keyDistribution
    }
  }

  private func bins(_ samples: SampleList) -> HistogramBins {
    binCount.map { HistogramBins(samples, count: $0) } ?? HistogramBins(automatic: samples)
  }

  /// A whole number, or a half-open range of numbers.
  private func label(_ bin: HistogramBins.Bin, _ bins: HistogramBins) -> String {
    if bin == bins.overflow { return NumberText.decimal((bin.lower + 0.5).rounded(.down), significant: 6) + "+" }
    if bins.isOneBinPerInteger { return NumberText.decimal((bin.lower + 0.5).rounded(.down), significant: 6) }
    return NumberText.decimal(bin.lower, significant: 6) + " to " + NumberText.decimal(bin.upper, significant: 6)
  }

  /// Every sample in a bin; of a column also every matching row with a number, or without one.
  private func ledger(_ answer: ResultTable, samples: Int, binned: Int, bins: Int) -> FigureLedger {
    var parts = [FigureLedger.Part(count: binned, where: "in " + NumberText.count(bins, of: "bin"))]
    guard case .column = self.samples else {
      let unknown = answer.groupCount - samples
      if unknown > 0 { parts.append(FigureLedger.Part(count: unknown, where: "without a value")) }
      return FigureLedger(parts: parts, total: answer.groupCount)
    }
    if answer.noValue > 0 { parts.append(FigureLedger.Part(count: answer.noValue, where: "without a number")) }
    return FigureLedger(parts: parts, total: answer.matched)
  }

  private var subject: String {
    switch samples {
    case .column(let column): "Rows by \(column)" + FigureSubject.filtered(filter)
    case .measure(let measure, let columns):
      "Groups of \(columns.joined(separator: ", ")) by \(measure.numberTitle)" + FigureSubject.filtered(filter)
    }
  }

  private var valueTitle: String {
    switch samples {
    case .column(let column): column
    case .measure(let measure, let columns): "\(measure.title) per \(columns.joined(separator: ", "))"
    }
  }

  private var countTitle: String {
    switch samples {
    case .column: "rows"
    case .measure(_, let columns): columns.joined(separator: ", ")
    }
  }
}

extension Quantiles {
  /// Number of samples.
  static func count(_ samples: some Sequence<WeightedSample>) -> Int { samples.reduce(0) { $0 + $1.weight } }
}
