import LogQuery
import LogRecords
import SafeText

/// How answers are written on the console.
enum AnswerText {
  /// `205 of 1,000 rows matched; 3 rejected`.
  static func summary(matched: Int, noValue: Int, _ report: ScanReport) -> String {
    let tally = report.tally
    var text = "\(NumberText.count(matched)) of \(NumberText.count(tally.records, of: "row")) matched"
    if noValue > 0 { text += ", \(NumberText.count(noValue)) of them without a value" }
    if tally.rejectedCount > 0 { text += "; \(NumberText.count(tally.rejectedCount)) rejected" }
    return text
  }

  /// A key for programs: what the log wrote, times as RFC 3339.
  static func exact(_ key: Value) -> ByteString {
    switch key {
    case .missing: ""
    case .text(let text): text
    case .time(let time): ByteString(time.rfc3339)
    case .integer(let number): ByteString(String(number))
    case .decimal, .duration, .boolean: ByteString(reading(key))
    }
  }

  /// A key or a measure for a person.
  static func reading(_ value: Value) -> String {
    switch value {
    case .missing: "–"
    case .text(let text): text.bytes.isEmpty ? "(no value)" : text.visible
    case .time(let time): NumberText.time(time)
    case .integer(let number): NumberText.count(Int(number))
    case .decimal(let number): NumberText.decimal(number)
    case .duration(let span): NumberText.duration(span)
    case .boolean(let truth): truth ? "true" : "false"
    }
  }
}
