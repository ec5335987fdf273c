import CivilTime
import SVGCharts
import SafeText

/// Charts that the tests look at.
enum ChartSamples {
  /// Figure 3 of the design: failed logins by source, split by whether the account exists.
  static let sources: BarChart = {
    let counts = [
      ("203.0.113.17", 157, 0), ("198.51.100.5", 120, 0), ("192.0.2.175", 0, 43), ("198.51.100.113", 24, 12), ("192.0.2.218", 12, 18),
      ("198.51.100.35", 6, 24), ("192.0.2.190", 15, 0), ("203.0.113.41", 15, 0), ("192.0.2.101", 12, 0), ("198.51.100.155", 6, 6),
    ]
    let bars = counts.enumerated().map { index, count in
      BarChart.Bar(
        label: ByteString(count.0), parts: [Double(count.1), Double(count.2)], valueText: NumberText.count(count.1 + count.2),
        isEmphasized: index == 0)
    }
    let rest = BarChart.Bar(label: "other (95)", parts: [344, 228], valueText: "572", isRest: true)
    return BarChart(bars: bars + [rest], series: ["existing account", "unknown account"], width: .half)
  }()

  /// Twenty bars of one part.
  static let users = BarChart(
    bars: (0..<20).map { BarChart.Bar(label: ByteString("user \($0 * 5)"), parts: [Double(7 - $0 / 4)], valueText: "\(7 - $0 / 4)") },
    width: .half)

  /// What a hostile or careless log may hold.
  static let hostile = BarChart(bars: [
    BarChart.Bar(
      label: "/wp-content/plugins/very-long-name/readme.txt", parts: [123_456_789], valueText: "123,456,789", isEmphasized: true),
    BarChart.Bar(label: "2001:0db8:85a3:0000:0000:8a2e:0370:7334", parts: [98_765_432], valueText: "98,765,432"),
    BarChart.Bar(label: "\u{202E}\"><script>alert(1)</script>", parts: [5_000_000], valueText: "5,000,000"),
    BarChart.Bar(label: "]]></svg>&amp;", parts: [4_000_000], valueText: "4,000,000"),
    BarChart.Bar(label: ByteString(bytes: [0xFF, 0xFE, 0x41, 0x00]), parts: [1], valueText: "1"),
    BarChart.Bar(label: "", parts: [0], valueText: "0"),
    BarChart.Bar(label: "other (3)", parts: [12], valueText: "12", isRest: true),
  ])

  /// Bars on both sides of zero.
  static let negative = BarChart(
    bars: [("up", 12.0, "12"), ("down", -4.5, "-4.5"), ("far down", -9, "-9")].map {
      BarChart.Bar(label: ByteString($0.0), parts: [$0.1], valueText: $0.2)
    }, width: .half)

  /// Figure 4 of the design: sources by their failed logins, with a far tail.
  static let attempts = HistogramChart(
    bins: integers([1, 0, 1, 1, 0, 89, 0, 0, 2, 0, 0, 3, 0, 0, 2], from: 1),
    overflow: HistogramChart.Bin(lower: 15.5, upper: 157.5, count: 6),
    isOneBinPerInteger: true, valueLabel: "failed attempts per source", countLabel: "sources", width: .half)

  /// Figure 7 of the design: users by their login attempts, counts inside.
  static let inside = HistogramChart(
    bins: integers([8, 18, 26, 25, 9, 6, 7, 1], from: 0), isOneBinPerInteger: true, valueLabel: "login attempts per user",
    countLabel: "users", countLabels: .inside, width: .half)

  /// More bins than there is room for labels.
  static let many = HistogramChart(
    bins: integers((1...30).map { 3_000 - $0 * $0 * 3 }, from: 1), isOneBinPerInteger: true, valueLabel: "requests per client",
    countLabel: "clients", width: .half)

  /// Ranges of decimals, some below zero.
  static let ranges = HistogramChart(
    bins: (0..<13).map { HistogramChart.Bin(lower: -3 + Double($0) * 0.57, upper: -3 + Double($0 + 1) * 0.57, count: ($0 * $0) % 29 * 9) },
    isOneBinPerInteger: false, valueLabel: "degrees", countLabel: "readings", width: .half)

  /// Three weeks in hours, three panels, notes and a gap.
  static let timeline = TimelineChart(
    start: Timestamp(nanoseconds: 1_490_572_800_000_000_000), interval: .hours(1),
    panels: [
      TimelineChart.Panel(
        label: "Failed, existing account", values: (0..<600).map { $0 == 87 ? 117 : $0 == 223 ? 120 : $0 * 7_919 % 11 == 0 ? 6 : 0 },
        total: 561),
      TimelineChart.Panel(
        label: "Failed, unknown account", values: (0..<600).map { $0 == 260 ? 43 : $0 * 7_919 % 13 == 0 ? 6 : 0 }, total: 319),
      TimelineChart.Panel(label: "Accepted", values: (0..<600).map { $0 < 140 ? Double($0 * 31 % 9) : 0 }, total: 558),
    ], countLabel: "attempts",
    gaps: [
      TimelineChart.Gap(
        start: Timestamp(nanoseconds: 1_491_868_800_000_000_000), end: Timestamp(nanoseconds: 1_492_300_800_000_000_000))
    ],
    notes: [
      TimelineChart.Note(time: Timestamp(nanoseconds: 1_490_886_000_000_000_000), text: "147 guesses, one login"),
      TimelineChart.Note(time: Timestamp(nanoseconds: 1_491_375_600_000_000_000), text: "120 guesses for root"),
    ])

  private static func integers(_ counts: [Int], from first: Int) -> [HistogramChart.Bin] {
    counts.enumerated().map { HistogramChart.Bin(lower: Double(first + $0) - 0.5, upper: Double(first + $0) + 0.5, count: $1) }
  }
}
