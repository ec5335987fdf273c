import CivilTime
import LogQuery
import SafeText
import Testing

/// Values as readers and programs get them.
@Suite struct ValueFormatterTests {
  @Test(arguments: [
    (Value.integer(10_423), ValueFormat?.none, "10,423", "10423"), (.decimal(2.1349), nil, "2.13", "2.1349"),
    (.text("a\u{202e}b"), nil, "a⟦U+202E⟧b", "a⟦U+202E⟧b"), (.boolean(true), nil, "true", "true"), (.missing, nil, "no value", ""),
    (.time(Timestamp(nanoseconds: 1_793_496_607_250_000_000)), nil, "1 Nov 2026 01:30:07", "2026-11-01T01:30:07.250Z"),
    (.duration(.seconds(436)), nil, "7 min 16 s", "PT436S"), (.duration(TimeSpan(nanoseconds: -1_050_000_000)), nil, "-1.05 s", "-PT1.05S"),
    (.decimal(0.8249), .percent, "82%", "0.8249"), (.integer(1), .percent, "100%", "1"), (.decimal(2_499.5), .count, "2,500", "2499.5"),
    (.integer(-7), .count, "-7", "-7"), (.integer(72_100), .bytes, "72.1 kB", "72100"), (.integer(90), .duration, "1 min 30 s", "90"),
    (.decimal(1.5), .duration, "1.5 s", "1.5"), (.duration(.hours(51)), .duration, "2 d 3 h", "PT183600S"),
    (.time(Timestamp(nanoseconds: 0)), .time, "1 Jan 1970 00:00", "1970-01-01T00:00:00Z"), (.missing, .percent, "no value", ""),
  ])
  func writesValues(value: Value, format: ValueFormat?, text: String, machineValue: String) throws {
    #expect(try ValueFormatter.format(value, as: format) == FormattedValue(text: text, machineValue: machineValue))
  }

  @Test(arguments: [
    (Value.text("7"), ValueFormat.count), (.integer(7), .time), (.time(Timestamp(nanoseconds: 0)), .duration),
    (.duration(.seconds(1)), .percent),
    (.boolean(true), .count), (.decimal(1e300), .duration),
  ])
  func refusesFormatsThatDoNotFit(value: Value, format: ValueFormat) {
    let error = #expect(throws: ExpressionError.self) { try ValueFormatter.format(value, as: format, at: 3..<9) }
    #expect(error == ExpressionError("‘as \(format.rawValue)’ does not fit \(name(value))", at: 3..<9))
  }

  private func name(_ value: Value) -> String {
    switch value {
    case .text: "text"
    case .time: "a time"
    case .duration: "a duration"
    case .boolean: "true or false"
    default: "a number"
    }
  }
}
