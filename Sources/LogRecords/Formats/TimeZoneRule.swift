import CivilTime
import Foundation

/// How local times turn into instants: UTC, a fixed offset, or a zone of the IANA database.
///
/// A local time that a clock shows twice (set back in autumn) is taken to be the first of the two; one that it never shows (set forward
/// in spring) is moved on by the gap: both follow from using the offset that held before the change, as RFC 5545, 3.3.5, does.
public struct TimeZoneRule: Hashable, Sendable {
  private enum Storage: Hashable, Sendable {
    case fixed(seconds: Int)
    case named(TimeZone)
  }

  /// As it was written: `UTC`, `+02:00`, `Europe/Berlin`.
  public let name: String
  private let storage: Storage

  /// Coordinated universal time.
  public static let utc = TimeZoneRule(name: "UTC", storage: .fixed(seconds: 0))

  private init(name: String, storage: Storage) {
    self.name = name
    self.storage = storage
  }

  /// A zone from `UTC`, `Z`, `+02:00`, `-0530`, `+02`, or a name of the IANA database with a region, such as
  /// `Europe/Berlin`; nil for anything else.
  public init?(_ text: String) {
    if text == "UTC" || text == "Z" || text == "z" {
      self = .utc
    } else if let seconds = Self.offset(text) {
      self.init(name: text, storage: .fixed(seconds: seconds))
    } else if Self.mayBeName(text), let zone = TimeZone(identifier: text) {
      self.init(name: text, storage: .named(zone))
    } else {
      return nil
    }
  }

  /// Two rules are equal if they give equal times by construction: `Z` and `+00:00` are both UTC.
  public static func == (left: TimeZoneRule, right: TimeZoneRule) -> Bool { left.storage == right.storage }

  /// Agrees with `==`: the spelling does not count.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage) }

  /// The instant at which a clock of this zone shows `civil`, whose fields must be valid; nil outside the range of ``Timestamp``.
  public func utc(_ civil: CivilDateTime) -> Timestamp? {
    guard let shown = civil.utc else { return nil }
    switch storage {
    case .fixed(let seconds): return shown.movedBack(seconds: seconds)
    case .named(let zone): return Self.instant(showing: shown, in: zone)
    }
  }

  /// Tries the offsets of the day before and the day after: where they differ, a change of offset is near.
  private static func instant(showing shown: Timestamp, in zone: TimeZone) -> Timestamp? {
    let wholeSeconds = Double(shown.floored(to: .seconds(1)).nanoseconds / 1_000_000_000)
    func offset(at seconds: Double) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) }
    let before = offset(at: wholeSeconds - 86_400)
    let after = offset(at: wholeSeconds + 86_400)
    if before != after, offset(at: wholeSeconds - Double(before)) != before, offset(at: wholeSeconds - Double(after)) == after {
      return shown.movedBack(seconds: after)
    }
    return shown.movedBack(seconds: before)
  }

  private static func offset(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var digits = Array(bytes.dropFirst())
    if digits.count == 5 {
      guard digits.remove(at: 2) == UInt8(ascii: ":") else { return nil }
    }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let values = digits.map { Int($0) - 0x30 }
    let hours = values[0] * 10 + values[1]
    let minutes = values.count == 4 ? values[2] * 10 + values[3] : 0
    guard hours < 24, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
  }

  /// Foundation also reads `GMT+2` and single abbreviations, whose meaning differs from country to country.
  private static func mayBeName(_ text: String) -> Bool {
    TimeZone.knownTimeZoneIdentifiers.contains(text) || text.utf8.contains(UInt8(ascii: "/"))
  }
}

extension Timestamp {
  /// The instant `seconds` earlier, or nil outside the range.
  fileprivate func movedBack(seconds: Int) -> Timestamp? {
    let (moved, overflow) = nanoseconds.subtractingReportingOverflow(Int64(seconds) * 1_000_000_000)
    return overflow ? nil : Timestamp(nanoseconds: moved)
  }
}
