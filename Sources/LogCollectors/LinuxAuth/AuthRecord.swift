import CivilTime
import LogRecords
import SafeText

/// One record, before it becomes cells.
struct AuthRecord {
  /// When it was logged.
  var time: Timestamp
  /// Its line in the file, from 1.
  var line: Int
  /// What stands before its message, and the message.
  var envelope: SyslogEnvelope
  /// What the message says.
  var event = AuthEvent()
  /// Where the bytes begin in the batch's arena; nil if they are in its buffer.
  var arenaOffset: Int64?

  init(time: Timestamp, line: Int, envelope: SyslogEnvelope) {
    self.time = time
    self.line = line
    self.envelope = envelope
  }

  /// The cell of a column.
  func cell(_ column: AuthColumn, _ constants: AuthConstants) -> Cell {
    switch column {
    case .timestamp: Cell(.time, payload: time.nanoseconds)
    case .host: cell(envelope.host)
    case .processName: cell(envelope.program)
    case .processID: cell(envelope.process)
    case .category: event.action.map { constants.categories[Int($0.rawValue)] } ?? .missing
    case .action: event.action.map { constants.actions[Int($0.rawValue)] } ?? .missing
    case .outcome: event.outcome.map { constants.outcomes[Int($0.rawValue)] } ?? .missing
    case .reason: cell(event.reason)
    case .user: cell(event.user)
    case .effectiveUser: cell(event.effectiveUser)
    case .group: cell(event.group)
    case .sourceAddress: event.source.map { $0.isAddress ? cell($0) : .missing } ?? .missing
    case .sourceDomain: event.source.map { $0.isAddress ? .missing : cell($0) } ?? .missing
    case .sourcePort: cell(event.sourcePort)
    case .method: cell(event.method)
    case .command: cell(event.command)
    case .message: cell(envelope.message)
    case .file: constants.file
    case .line: Cell(.integer, payload: Int64(line))
    }
  }

  private func cell(_ part: ByteSlice?) -> Cell {
    guard let part, !part.isEmpty else { return .missing }
    guard let arenaOffset else { return RecordBatch.cell(ofBufferRange: part.range) }
    return Cell(.arena, length: UInt32(part.count), payload: arenaOffset + Int64(part.start))
  }
}

/// The cells of a decoder's constants in one batch.
struct AuthConstants {
  let actions: [Cell]
  let categories: [Cell]
  let outcomes: [Cell]
  let file: Cell

  /// Looks the constants up in a batch, which adds those that it has not met.
  init(file: ByteString, in batch: inout RecordBatch) {
    var actions: [Cell] = []
    var categories: [Cell] = []
    for action in AuthAction.allCases {
      actions.append(batch.cell(symbol: action.name))
      categories.append(batch.cell(symbol: action.category))
    }
    var outcomes: [Cell] = []
    for outcome in Outcome.allCases { outcomes.append(batch.cell(symbol: outcome.text)) }
    self.actions = actions
    self.categories = categories
    self.outcomes = outcomes
    self.file = file.bytes.isEmpty ? .missing : batch.cell(symbol: file)
  }
}
