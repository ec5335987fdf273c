import Foundation
import LogQuery
import LogRecords
import SafeText

/// A log made at random, as a file and as rows in memory.
final class EngineLog {
  let folder: String
  let names = ["timestamp", "user_id", "source_ip", "action", "success", "bytes"]
  private(set) var rows: [[ByteString?]] = []
  private(set) var references: [RowReference] = []
  private var random: SplitMix64

  /// `count` rows of a seed, with about so many different users and addresses.
  init(seed: UInt64, count: Int, users: Int = 9, addresses: Int = 20) throws {
    random = SplitMix64(state: seed)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-engine-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for row in 0..<count { rows.append(self.row(row, users: users, addresses: addresses)) }
    try write(rows, to: "log.csv")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The path of the file.
  var path: String { folder + "/log.csv" }

  /// Writes rows as CSV, remembering where each one is.
  func write(_ rows: [[ByteString?]], to name: String) throws {
    var text = Array((names.joined(separator: ",") + "\n").utf8)
    var line = 2
    references = []
    for row in rows {
      references.append(RowReference(file: 0, offset: Int64(text.count), line: line))
      for (index, cell) in row.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        let bytes = cell?.bytes ?? []
        if bytes.contains(where: { Array(",\"\n\r".utf8).contains($0) }) {
          text += Array("\"".utf8) + bytes.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] } + Array("\"".utf8)
        } else {
          text += bytes
        }
        line += bytes.count { $0 == 10 }
      }
      text.append(10)
      line += 1
    }
    try Data(text).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  private static let numbers: [ByteString] = ["7", "7.0", "0.125", "-3", "1e3", "007", "2.5", "12345678901"]

  private func row(_ number: Int, users: Int, addresses: Int) -> [ByteString?] {
    let minute = number + Int.random(in: 0..<5, using: &random)
    let time = String(format: "2026-11-%02dT%02d:%02d:00Z", 1 + minute / 1_440, minute / 60 % 24, minute % 60)
    let user = Int.random(in: 0..<users, using: &random)
    let address = Int.random(in: 0..<addresses, using: &random)
    return [
      chance(20) ? nil : chance(25) ? "no time" : ByteString(time),
      chance(12) ? nil : ByteString([String(user), "user\(user)", "a.very.long.account.name.\(user)"][user % 3]),
      ByteString(address % 5 == 4 ? "2001:db8::\(address)" : "10.\(address / 65_536).\(address / 256 % 256).\(address % 256)"),
      ["login_attempt", "file_access", "scan", "a,b", "say \"hi\"", "two\nlines"].randomElement(using: &random) ?? nil,
      ["True", "false", "Accepted", "denied", "maybe", nil].randomElement(using: &random) ?? nil,
      chance(8) ? "-" : chance(9) ? nil : Self.numbers.randomElement(using: &random) ?? nil,
    ]
  }

  private func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
}
