/// A number of bytes as a person writes it: `512M`, `1G`. The units are powers of 1,024.
public struct MemorySize: Hashable, Sendable {
  /// Number of bytes.
  public var bytes: Int

  private static let units: [(letter: UInt8, bytes: Int)] = [
    (UInt8(ascii: "T"), 1 << 40), (UInt8(ascii: "G"), 1 << 30), (UInt8(ascii: "M"), 1 << 20), (UInt8(ascii: "K"), 1 << 10),
  ]

  /// So many bytes.
  public init(bytes: Int) { self.bytes = bytes }

  /// Reads a whole number, perhaps with one of the letters K, M, G and T, in either case, after it; nil for anything else.
  public init?(_ text: String) {
    let unit = Self.units.first { unit in text.utf8.last.map { $0 & 0xDF } == unit.letter }
    guard let number = Int(unit == nil ? text : String(text.utf8.dropLast()) ?? ""), number > 0 else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !isTooLarge else { return nil }
    self.bytes = bytes
  }

  /// In the largest unit that leaves no remainder.
  public var text: String {
    guard let unit = Self.units.first(where: { bytes >= $0.bytes && bytes % $0.bytes == 0 }) else { return String(bytes) }
    return String(bytes / unit.bytes) + String(UnicodeScalar(unit.letter))
  }
}
