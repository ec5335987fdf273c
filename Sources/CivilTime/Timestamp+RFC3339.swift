extension Timestamp {
  /// The instant in UTC as RFC 3339 writes it: `2026-11-01T00:03:27Z`, with 3, 6 or 9 decimals where the second is not whole.
  public var rfc3339: String {
    let civil = CivilDateTime(self)
    var text = "\(civil.isoDate)T\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
    if civil.nanosecond != 0 {
      if civil.nanosecond % 1_000_000 == 0 {
        text += "." + padded(civil.nanosecond / 1_000_000, 3)
      } else if civil.nanosecond % 1_000 == 0 {
        text += "." + padded(civil.nanosecond / 1_000, 6)
      } else {
        text += "." + padded(civil.nanosecond, 9)
      }
    }
    return text + "Z"
  }
}

extension CivilDateTime {
  /// The date as ISO 8601 writes it: `2026-11-01`.
  public var isoDate: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// English abbreviations of the months, January first.
  public static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// Digits of a number, with zeros in front up to `width`.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
