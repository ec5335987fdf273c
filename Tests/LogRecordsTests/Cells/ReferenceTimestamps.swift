import CivilTime

/// Times by patterns, one a layout: slow and obvious.
struct ReferenceTimestamps {
  func parse(_ bytes: [UInt8]) -> Timestamp? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let match = text.wholeMatch(of: /([0-9]{4})([-\/])([0-9]{2})([-\/])([0-9]{2})(?:[ Tt](.*))?/), match.2 == match.4 {
      return instant(match.1, match.3, match.5, match.6.map(String.init))
    }
    if let match = text.wholeMatch(of: /([0-9]{2})([-\/])([A-Za-z]{3})([-\/])([0-9]{4})[ :](.*)/), match.2 == match.4 {
      guard let month = CivilDateTime.monthNames.firstIndex(where: { $0.lowercased() == match.3.lowercased() }) else { return nil }
      return instant(match.5, "\(month + 1)", match.1, String(match.6))
    }
    if let match = text.wholeMatch(of: /([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})(?:,? (.*))?/) {
      return instant(match.3, match.1, match.2, match.4.map(String.init), isAmerican: true)
    }
    return epoch(text)
  }

  private func epoch(_ text: String) -> Timestamp? {
    guard let match = text.wholeMatch(of: /(-?)([0-9]{10}|[0-9]{13}|[0-9]{16}|[0-9]{19})(?:[.,]([0-9]{1,9}))?/) else { return nil }
    let decimals = 19 - match.2.utf8.count
    let fraction = String(match.3 ?? "")
    if !fraction.isEmpty, decimals == 0 { return nil }
    let rest = fraction.utf8.dropFirst(decimals)
    guard rest.allSatisfy({ $0 == 0x30 }) else { return nil }
    let kept = String(fraction.prefix(decimals))
    guard let nanoseconds = Int64(match.2 + kept + String(repeating: "0", count: decimals - kept.utf8.count)) else { return nil }
    return Timestamp(nanoseconds: match.1 == "-" ? -nanoseconds : nanoseconds)
  }

  private func instant(
    _ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol, _ time: String?, isAmerican: Bool = false
  ) -> Timestamp? {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    let date = CivilDateTime(year: year, month: month, day: day)
    guard date.isValid, let midnight = date.utc else { return nil }
    guard let time else { return midnight }
    let pattern =
      #/
      ([0-9]{1,2}) : ([0-9]{2}) (?: : ([0-9]{2}) (?: [.,] ([0-9]{1,9}) )? )?
      (?: \ ? ([AaPp]) [Mm] )?
      (?: \ ? ( [Zz] | [Uu][Tt][Cc] | [Gg][Mm][Tt] | [-+][0-9]{2} (?: :? [0-9]{2} )? ) )?
      /#
    guard let match = time.wholeMatch(of: pattern), isAmerican || (match.1.utf8.count == 2 && match.5 == nil) else { return nil }
    guard var hour = Int(match.1), let minute = Int(match.2), let second = Int(match.3 ?? "0") else { return nil }
    if let half = match.5 {
      guard hour >= 1, hour <= 12 else { return nil }
      hour = hour % 12 + (half.lowercased() == "p" ? 12 : 0)
    }
    guard hour < 24, minute < 60, second <= 60, let offset = offset(match.6.map(String.init)) else { return nil }
    let digits = String(match.4 ?? "")
    guard let nanosecond = Int64(digits + String(repeating: "0", count: 9 - digits.utf8.count)) else { return nil }
    let seconds = Int64(hour * 3_600 + minute * 60 + second - offset)
    return Timestamp(nanoseconds: midnight.nanoseconds + seconds * 1_000_000_000 + nanosecond)
  }

  private func offset(_ text: String?) -> Int? {
    guard let text, let sign = text.utf8.first, sign == 0x2B || sign == 0x2D else { return 0 }
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Int($0) - 0x30 }
    let hours = digits[0] * 10 + digits[1]
    let minutes = digits.count == 4 ? digits[2] * 10 + digits[3] : 0
    return hours < 24 && minutes < 60 ? (hours * 60 + minutes) * (sign == 0x2D ? -60 : 60) : nil
  }
}
