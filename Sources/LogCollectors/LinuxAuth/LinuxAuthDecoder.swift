import CivilTime
import LogRecords
import SafeText

/// Reads an authentication log line by line, in order.
struct LinuxAuthDecoder: RecordDecoder {
  /// Longest line and longest field that are read.
  private static let longestLine = 1 << 20
  private static let longestField = 1 << 16
  /// Most records that one line is believed to stand for.
  private static let mostRepetitions = 4_096

  private let wanted: [AuthColumn]
  private let needsEvent: Bool
  private let file: ByteString
  private let parser: TimestampParser
  private var clock: StampClock
  private var recent = RecentLines()
  /// Lines of the file before the next.
  private var lines = 0
  /// Whether the next bytes are the rest of a line that was rejected for its length.
  private var isInLongLine = false
  /// Records already given for the line at hand, when they fill more than one batch.
  private var given = 0

  init(wanted: [AuthColumn], file: ByteString, clock: StampClock, zone: TimeZoneRule) {
    self.wanted = wanted
    self.file = file
    self.clock = clock
    needsEvent = wanted.contains { $0.needsEvent }
    parser = TimestampParser(zone: zone)
  }

  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Int {
    let buffer = unsafe ByteSlice(bytes)
    defer { recent.settle() }
    let constants = AuthConstants(file: file, in: &batch)
    var position = buffer.start
    while position < buffer.end, !batch.isFull {
      let rest = buffer.from(position)
      let lineEnd = rest.firstIndex(of: UInt8(ascii: "\n"))
      if lineEnd == nil, !isLast {
        guard rest.count > Self.longestLine else { break }
        // The line goes on past anything that is kept: what is here of it is passed over, and so will be the rest.
        if !isInLongLine { tally.rejectLine(rest, .lineTooLong, "a line must end within 1 MiB") }
        isInLongLine = true
        return buffer.end
      }
      if isInLongLine {
        isInLongLine = false
      } else {
        let line = rest.to(lineEnd ?? rest.end).withoutCarriageReturn
        guard read(line, constants, into: &batch, tally: &tally) else { break }
      }
      tally.lines += 1
      lines += 1
      position = (lineEnd ?? buffer.end - 1) + 1
    }
    return position
  }

  /// Reads one line.
  ///
  /// - Returns: false if the line stands for more records than the batch had room for: it is to be read again for the rest.
  private mutating func read(
    _ line: ByteSlice, _ constants: AuthConstants, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Bool {
    if line.isEmpty {
      tally.blank += 1
      return true
    }
    if line.count > Self.longestLine {
      tally.rejectLine(line, .lineTooLong, "a line must end within 1 MiB")
      return true
    }
    guard let envelope = SyslogEnvelope(line, parser: parser) else {
      let isIndented = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
      tally.rejectLine(
        line, .unrecognised, isIndented ? "no time at its start: it seems to continue the line before" : "no time at its start")
      return true
    }
    guard envelope.message.count <= Self.longestField else {
      tally.rejectLine(line, .fieldTooLong, "a message must not be over 64 KiB")
      return true
    }
    let time: Timestamp
    do {
      time = try clock.instant(envelope.stamp)
    } catch {
      tally.rejectLine(
        line, .unrecognised, error == .missingYear ? "its time has no year, and none is given" : "there is no such day in its year")
      return true
    }
    var record = AuthRecord(time: time, line: lines + 1, envelope: envelope)
    var times = 1
    switch RepeatedMessage(envelope.message) {
    case nil: recent.remember(line, host: envelope.host)
    case .quoted(let message, let count):
      recent.remember(line, host: envelope.host)
      record.envelope.message = message
      times = count
    case .previous(let count):
      guard let previous = recent.last(of: envelope.host) else {
        tally.rejectLine(line, .unrecognised, "it repeats a line that is not in this file")
        return true
      }
      return append(previous, at: record, times: count, of: line, constants, into: &batch, tally: &tally)
    }
    if needsEvent { record.event = AuthEvent(program: record.envelope.program, message: record.envelope.message) }
    return append(record, times: times, of: line, constants, into: &batch, tally: &tally)
  }

  /// Appends what an earlier line says, once more, at the time and line of a record that repeats it.
  private mutating func append(
    _ earlier: [UInt8], at repetition: AuthRecord, times: Int, of line: ByteSlice, _ constants: AuthConstants,
    into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Bool {
    // The earlier line is not in the buffer: its bytes go into the arena, and the cells point there.
    let copy = batch.cell(copying: earlier)
    return unsafe earlier.withUnsafeBytes { bytes in
      guard var envelope = unsafe SyslogEnvelope(ByteSlice(bytes), parser: parser) else { return true }
      if case .quoted(let message, _) = RepeatedMessage(envelope.message) { envelope.message = message }
      var record = AuthRecord(time: repetition.time, line: repetition.line, envelope: envelope)
      record.arenaOffset = copy.payload
      if needsEvent { record.event = AuthEvent(program: envelope.program, message: envelope.message) }
      return append(record, times: times, of: line, constants, into: &batch, tally: &tally)
    }
  }

  /// Appends a record as often as its line says.
  private mutating func append(
    _ record: AuthRecord, times: Int, of line: ByteSlice, _ constants: AuthConstants, into batch: inout RecordBatch,
    tally: inout RecordTally
  ) -> Bool {
    guard times <= Self.mostRepetitions else {
      tally.rejectLine(line, .unrecognised, "it stands for \(times) records; at most \(Self.mostRepetitions) are believed")
      return true
    }
    let count = min(times - given, batch.capacity - batch.count)
    for _ in 0..<count {
      batch.appendRecord(offset: line.start, line: tally.lines + 1)
      for (index, column) in wanted.enumerated() {
        let cell = record.cell(column, constants)
        if cell.kind != .missing { batch.set(index, cell) }
      }
    }
    tally.records += count
    tally.repeated += given == 0 ? count - 1 : count
    given += count
    guard given == times else { return false }
    given = 0
    return true
  }
}

extension RecordTally {
  /// Rejects the line that follows those tallied.
  fileprivate mutating func rejectLine(_ line: ByteSlice, _ reason: RejectionReason, _ detail: String) {
    reject(reason, line: lines + 1, detail: detail, content: line.to(line.start + 1_024).copied)
  }
}
