import Foundation
import Testing

/// Contrast of the page's colours by the formula of WCAG 2.2 (relative luminance of sRGB), in light and in dark.
@Suite struct PaletteContrastTests {
  private static let sheet = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("assets/style.css")
  private static let hasSheet = FileManager.default.fileExists(atPath: sheet.path)

  /// Names of colours, and the least contrast they need on the ground.
  private static let needs = [
    ("c1", 3.0), ("c2", 3), ("c3", 3), ("c4", 3), ("c5", 3), ("c6", 3), ("rule-2", 3), ("ink", 4.5), ("ink-2", 4.5), ("ink-3", 4.5),
    ("link", 4.5), ("alert", 4.5),
  ]

  @Test(.enabled(if: hasSheet, "assets/style.css is absent"), arguments: [false, true])
  func coloursStandOutFromTheGround(isDark: Bool) throws {
    let colours = try colours(isDark: isDark)
    let ground = try #require(colours["ground"])
    for (name, least) in Self.needs {
      let colour = try #require(colours[name], "no --\(name)")
      #expect(contrast(colour, ground) >= least, "--\(name)")
    }
  }

  @Test func theFormulaIsThatOfWCAG() {
    #expect(contrast([0, 0, 0], [255, 255, 255]) == 21)
    #expect(abs(contrast([0x76, 0x76, 0x76], [255, 255, 255]) - 4.54) < 0.005)
  }

  /// The colours of the first `:root` of the sheet, or of the first one under `prefers-color-scheme: dark`.
  private func colours(isDark: Bool) throws -> [String: [Int]] {
    var text = try Substring(String(contentsOf: Self.sheet, encoding: .utf8))
    if isDark {
      let media = try #require(text.range(of: "prefers-color-scheme: dark"))
      text = text[media.upperBound...]
    }
    let root = try #require(text.range(of: ":root {"))
    text = text[root.upperBound...].prefix { $0 != "}" }
    var colours: [String: [Int]] = [:]
    for declaration in text.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      guard let name = parts.first?.components(separatedBy: "--").last, let hex = parts.last, hex.first == "#" else { continue }
      let digits = hex.dropFirst().map { String($0) }
      let wide = digits.count == 3 ? digits.flatMap { [$0, $0] } : digits
      colours[name] = stride(from: 0, to: 6, by: 2).compactMap { Int(wide[$0] + wide[$0 + 1], radix: 16) }
    }
    return colours
  }

  private func contrast(_ first: [Int], _ second: [Int]) -> Double {
    let (low, high) = (min(luminance(first), luminance(second)), max(luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ colour: [Int]) -> Double {
    let linear = colour.map { Double($0) / 255 }.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
