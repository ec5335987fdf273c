import CivilTime
import LogCollectors
import LogRecords
import SafeText

/// A log as ``LinuxAuthFormat`` reads it.
struct DecodedLog {
  /// One record: values by column, without the empty ones.
  typealias Row = [String: String]

  var rows: [Row] = []
  var tally = RecordTally()
  var assumptions: [String] = []

  /// Reads a text as a whole, or in pieces of at most `piece` bytes, as a scan would through a small buffer.
  init(_ text: [UInt8], options: SourceOptions = SourceOptions(year: 2_020), piece: Int = .max, wanted: [String]? = nil) throws {
    let layout = try LinuxAuthFormat().layout(sample: text, isWhole: true, file: "logs/auth.log", options: options)
    assumptions = layout.assumptions
    let names = wanted ?? layout.columns.map(\.name)
    let indices = names.compactMap { name in layout.columns.firstIndex { $0.name == name } }
    var decoder = layout.makeDecoder(wanted: indices)
    var batch = RecordBatch(columnCount: indices.count)
    var rest = text[layout.headerLength...]
    var length = min(piece, rest.count)
    while !rest.isEmpty {
      let bytes = Array(rest.prefix(length))
      let isLast = length >= rest.count
      batch.removeAll()
      let taken = bytes.withUnsafeBytes { bytes in
        batch.buffer = bytes
        let taken = decoder.decode(bytes, isLast: isLast, into: &batch, tally: &tally)
        for row in 0..<batch.count {
          var cells: Row = [:]
          for (column, name) in names.enumerated() {
            if let text = batch.text(of: batch.cell(row, column: column)) { cells[name] = String(decoding: text.bytes, as: UTF8.self) }
          }
          rows.append(cells)
        }
        return taken
      }
      rest = rest.dropFirst(taken)
      if taken == 0, batch.count == 0, isLast { break }
      length = taken == 0 && batch.count == 0 ? min(length * 2, rest.count) : min(piece, rest.count)
    }
  }

  /// Reads lines.
  init(lines: [String], year: Int? = 2_020, piece: Int = .max) throws {
    try self.init(Array(lines.map { $0 + "\n" }.joined().utf8), options: SourceOptions(year: year), piece: piece)
  }

  /// Reads a file of the shared data.
  init(shared name: String, year: Int? = 2_020) throws { try self.init(SharedData.bytes(name), options: SourceOptions(year: year)) }

  /// The rows with an action.
  func rows(_ action: String, _ outcome: String? = nil) -> [Row] {
    rows.filter { $0["event.action"] == action && (outcome == nil || $0["event.outcome"] == outcome) }
  }

  /// How many rows have each value of a column.
  static func counts(_ rows: [Row], by column: String) -> [String: Int] {
    Dictionary(grouping: rows) { $0[column] ?? "" }.mapValues(\.count)
  }
}
