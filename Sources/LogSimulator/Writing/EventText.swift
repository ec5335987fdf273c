import CivilTime

/// Writes events as lines of one format.
///
/// Text is written byte by byte into memory set aside for it; what repeats (small numbers, the date, names) is made once.
struct EventText {
  /// No line is longer: 10 digits of user, two addresses, the longest action and all keys make under 256 bytes.
  static let longestLine = 256

  private let format: NIDSSimulation.Format
  private let userDigits: Int
  private let actions = SimulatedAction.allCases.map { Array($0.name.utf8) }
  /// The digits of 0…255, and of 0…999 with three digits each; see ``DigitRun``.
  private let octets = (0..<256).map { DigitRun($0, width: 1) }
  private let thousands = (0..<1_000).map { DigitRun($0, width: 3) }
  /// `2026-11-01T00:03:27.` of the last second met.
  private var secondText: [UInt8] = []
  private var second = Int64.min

  /// Lines of a format; user names get as many digits as the largest number needs, at least three.
  init(format: NIDSSimulation.Format, users: Int) {
    self.format = format
    userDigits = max(3, String(users).utf8.count)
  }

  /// The line before the first event.
  var header: [UInt8] { format == .csv ? Array("timestamp,user_id,source_ip,destination_ip,action,success\n".utf8) : [] }

  /// Adds one line for each event.
  mutating func append(_ events: [SimulatedEvent], to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: events.count * Self.longestLine) { (output: inout OutputSpan<UInt8>) in
      switch format {
      case .csv: for event in events { writeCSV(event, to: &output) }
      case .jsonl: for event in events { writeJSON(event, to: &output) }
      }
    }
  }

  private mutating func writeCSV(_ event: SimulatedEvent, to output: inout OutputSpan<UInt8>) {
    writeTime(event.milliseconds, to: &output)
    write("Z,user_", to: &output)
    writeUser(event.user, to: &output)
    output.append(UInt8(ascii: ","))
    writeAddress(event.source, to: &output)
    output.append(UInt8(ascii: ","))
    writeAddress(event.destination, to: &output)
    output.append(UInt8(ascii: ","))
    write(actions[event.action.rawValue], to: &output)
    write(event.isSuccess ? ",true\n" : ",false\n", to: &output)
  }

  /// Keys and spacing as structlog 26.1 writes them with `add_log_level`, `TimeStamper(fmt="iso")` and `JSONRenderer()`.
  private mutating func writeJSON(_ event: SimulatedEvent, to output: inout OutputSpan<UInt8>) {
    write("{\"user_id\": \"user_", to: &output)
    writeUser(event.user, to: &output)
    write("\", \"source_ip\": \"", to: &output)
    writeAddress(event.source, to: &output)
    write("\", \"destination_ip\": \"", to: &output)
    writeAddress(event.destination, to: &output)
    write("\", \"action\": \"", to: &output)
    write(actions[event.action.rawValue], to: &output)
    write(event.isSuccess ? "\", \"success\": true" : "\", \"success\": false", to: &output)
    write(", \"event\": \"network_event\", \"level\": \"info\", \"timestamp\": \"", to: &output)
    writeTime(event.milliseconds, to: &output)
    write("000Z\"}\n", to: &output)
  }

  /// `2026-11-01T00:03:27.512`.
  private mutating func writeTime(_ milliseconds: Int64, to output: inout OutputSpan<UInt8>) {
    // Rounds towards the past, also before 1970.
    let whole = milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
    if whole != second {
      second = whole
      secondText = Timestamp(nanoseconds: whole * 1_000_000_000).rfc3339.utf8.dropLast() + [UInt8(ascii: ".")]
    }
    write(secondText, to: &output)
    thousands[Int(milliseconds - whole * 1_000)].write(to: &output)
  }

  private func writeUser(_ number: UInt64, to output: inout OutputSpan<UInt8>) {
    var divisor: UInt64 = 1_000
    for _ in 3..<userDigits { divisor *= 10 }
    while divisor > 1_000 {
      divisor /= 10
      output.append(UInt8(truncatingIfNeeded: number / divisor % 10 + 0x30))
    }
    thousands[Int(number % 1_000)].write(to: &output)
  }

  private func writeAddress(_ address: UInt32, to output: inout OutputSpan<UInt8>) {
    octets[Int(address >> 24)].write(to: &output)
    output.append(UInt8(ascii: "."))
    octets[Int(address >> 16 & 0xFF)].write(to: &output)
    output.append(UInt8(ascii: "."))
    octets[Int(address >> 8 & 0xFF)].write(to: &output)
    output.append(UInt8(ascii: "."))
    octets[Int(address & 0xFF)].write(to: &output)
  }

  private func write(_ text: StaticString, to output: inout OutputSpan<UInt8>) {
    text.withUTF8Buffer { for byte in $0 { output.append(byte) } }
  }

  private func write(_ text: [UInt8], to output: inout OutputSpan<UInt8>) {
    for byte in text { output.append(byte) }
  }
}

/// The decimal digits of a number below 1,000, packed into one word so that a table of them stays in the cache.
private struct DigitRun {
  /// The digits as ASCII, the first in the lowest byte; their count in the highest.
  private let packed: UInt32

  init(_ number: Int, width: Int) {
    let digits = String(number).utf8
    let padded = Array(repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
    packed = padded.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(padded.count) << 24
  }

  @inline(__always)
  func write(to output: inout OutputSpan<UInt8>) {
    var rest = packed
    for _ in 0..<(packed >> 24) {
      output.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
