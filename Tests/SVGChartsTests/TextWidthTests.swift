import SafeText
import Testing

@testable import SVGCharts

@Suite struct TextWidthTests {
  /// Sums of advances in DejaVu Sans 2.35 at 13 px, regular and bold, read with fontTools.
  private static let measured = [
    ("203.0.113.17", 86.84, 96.22), ("user 61", 49.03, 54.84), ("elastic_user_0", 91.83, 102.43), ("login_attempt", 90.34, 101.99),
    ("WWW/mmm@", 93.93, 101.4), ("123,456,789", 82.7, 91.29), ("Größe über", 73.52, 82.49), ("Привет мир", 80.35, 87.44),
    ("مرحبا", 38.57, 43.9),
  ]

  @Test(arguments: measured)
  func estimatesAreNotTooNarrow(_ text: String, _ regular: Double, _ bold: Double) {
    #expect(TextWidth.of(text) >= regular - 0.1)
    #expect(TextWidth.of(text, isBold: true) >= bold - 0.1)
  }

  @Test(arguments: measured.prefix(6))
  func asciiIsExact(_ text: String, _ regular: Double, _ bold: Double) { #expect(abs(TextWidth.of(text) - regular) < 0.1) }

  @Test func combiningMarksTakeNoRoom() { #expect(TextWidth.of("e\u{301}") == TextWidth.of("e")) }

  @Test func longLabelsLoseTheirMiddle() {
    let label = FittedLabel("/wp-content/plugins/readme.txt", room: 100)
    #expect(label.content.markup == "/wp-co…me.txt")
    #expect(label.width <= 100)
    #expect(FittedLabel("short", room: 100).content.markup == "short")
  }

  @Test func aCodeIsNeverCut() {
    let label = FittedLabel("\u{202E}\u{202E}\u{202E}\u{202E}", room: 180)
    #expect(label.content.markup == "⟦U+202E⟧…⟦U+202E⟧")
  }
}
