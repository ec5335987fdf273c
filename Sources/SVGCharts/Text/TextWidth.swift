/// Estimates how wide text will be in fonts that only the reader's machine knows.
///
/// The measure is DejaVu Sans, about the widest of the sans-serif faces that systems ship, so that what fits by this estimate fits.
enum TextWidth {
  /// Size of a chart's labels, in px.
  static let labelSize = 13.0
  /// Size of ticks and units, in px.
  static let tickSize = 12.0

  /// Width in px of text on one line.
  static func of(_ text: String, size: Double = labelSize, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
    return Double(thousandths) / 1_000 * size * (isBold ? boldFactor : 1)
  }

  /// DejaVu Sans Bold is wider than the regular face by 10 to 15 per cent in names, addresses and numbers.
  private static let boldFactor = 1.15

  /// Advance of a scalar in thousandths of the font size.
  private static func advance(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: printableASCII[Int(scalar.value) - 0x20]
    case 0x300..<0x370: 0
    case 0..<0x1100: 760
    case 0x2026: 1_000
    case 0x2010..<0x2028: 640
    case 0x1100..<0x2000, 0x2000..<0x2E80: 900
    default: 1_250
    }
  }

  /// Advances of U+0020…U+007E in DejaVu Sans 2.35.
  private static let printableASCII = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636,
    337, 337, 838, 838, 838, 531, 1_000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,
    611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974,
    634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
}
