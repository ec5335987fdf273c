import CivilTime
import Diagnostics

@testable import LogSimulator

/// Keeps what it is given.
struct ArraySink: ByteSink {
  var bytes: [UInt8] = []
  var writes = 0
  var longestWrite = 0

  mutating func write(_ bytes: [UInt8]) throws(DiagnosticList) {
    self.bytes += bytes
    writes += 1
    longestWrite = max(longestWrite, bytes.count)
  }

  var lines: [String] { String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init) }
}

/// One row of simulated CSV.
struct Row: Hashable {
  var time: String
  var user: String
  var source: String
  var destination: String
  var action: String
  var success: String

  init(_ line: String) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    (time, user, source, destination, action, success) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5])
  }

  /// Milliseconds of the day.
  var milliseconds: Int {
    let digits = time.utf8.map { Int($0) - 0x30 }
    let hour = digits[11] * 10 + digits[12]
    let minute = digits[14] * 10 + digits[15]
    let second = digits[17] * 10 + digits[18]
    return ((hour * 60 + minute) * 60 + second) * 1_000 + digits[20] * 100 + digits[21] * 10 + digits[22]
  }

  /// The four octets of an address.
  static func octets(_ address: String) -> [Int] { address.split(separator: ".").compactMap { Int($0) } }
}

extension NIDSSimulation {
  /// The events and labels as text.
  func text() throws -> (events: ArraySink, labels: ArraySink) {
    var events = ArraySink()
    var labels = ArraySink()
    try write(to: &events, labels: &labels)
    return (events, labels)
  }

  /// The rows of a CSV, without its header.
  func csvRows() throws -> [Row] { try text().events.lines.dropFirst().map(Row.init) }
}
