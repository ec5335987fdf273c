import CivilTime
import SafeText

/// Times as elements that programs can read too; all in UTC.
public enum TimeMarkup {
  /// `27 Mar 2017 13:06`, without seconds.
  public static func minute(_ time: Timestamp) -> SafeHTML {
    element(time.rfc3339, NumberText.time(time.floored(to: .minutes(1))))
  }

  /// `27 Mar 2017`.
  public static func day(_ time: Timestamp) -> SafeHTML { element(CivilDateTime(time).isoDate, NumberText.date(time)) }

  /// `2017-03-27 13:06:56`, for tables of evidence; with decimals where the second is not whole.
  public static func exact(_ time: Timestamp) -> SafeHTML {
    let text = time.rfc3339
    let date = text.utf8.prefix { $0 != UInt8(ascii: "T") }
    let clock = text.utf8.dropFirst(date.count + 1).dropLast()
    return element(text, String(Substring(date)) + " " + String(Substring(clock)))
  }

  private static func element(_ machine: String, _ text: String) -> SafeHTML {
    .element("time", [Attribute("datetime", machine)], SafeHTML(text: text))
  }
}
