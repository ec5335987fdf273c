import Foundation
import Testing

@testable import ReportSite

/// The colours of the style sheet against its ground, by the formula of WCAG 2.2 ("contrast ratio").
@Suite struct PageContrastTests {
  /// What each colour is for: text needs 4.5, lines and marks that carry meaning need 3.
  private static let least: [(token: String, ratio: Double)] = [
    ("ink", 7), ("ink-2", 7), ("ink-3", 4.5), ("link", 4.5), ("alert", 4.5), ("rule-2", 3), ("c1", 3), ("c2", 3), ("c3", 3), ("c4", 3),
    ("c5", 3), ("c6", 3),
  ]

  /// Known pairs: black on white, and grey 119, which just misses 4.5.
  @Test func formula() {
    #expect(Self.contrast("#000", "#fff") == 21)
    #expect(abs(Self.contrast("#777777", "#fff") - 4.48) < 0.01)
  }

  @Test(arguments: [0, 1]) func colours(_ scheme: Int) throws {
    let blocks = try TemplateSet().style.components(separatedBy: ":root {").dropFirst().prefix(2).map { $0.components(separatedBy: "}")[0] }
    try #require(blocks.count == 2)
    let ground = try #require(Self.value("ground", in: blocks[scheme]))
    for (token, ratio) in Self.least {
      let colour = try #require(Self.value(token, in: blocks[scheme]))
      let found = Self.contrast(colour, ground)
      #expect(found >= ratio, "--\(token): \(colour) on \(ground) is \(found)")
    }
  }

  private static func value(_ token: String, in block: String) -> String? {
    let parts = block.components(separatedBy: "--\(token):")
    return parts.count > 1 ? parts[1].components(separatedBy: ";")[0].trimmingCharacters(in: .whitespaces) : nil
  }

  private static func contrast(_ first: String, _ second: String) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ hex: String) -> Double {
    let digits = hex.dropFirst().compactMap(\.hexDigitValue)
    let channels =
      digits.count == 3 ? digits.map { $0 * 17 } : stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    let linear = channels.map { value -> Double in
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return zip(linear, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
