import LogRecords

/// Looks at the first lines of a file.
enum SyslogSample {
  /// What kinds of times lines have.
  struct Times {
    /// Some tell no year.
    var yearless = false
    /// Some tell no zone.
    var zoneless = false
  }

  /// For looking only: which zone a time is in does not matter.
  static let parser = TimestampParser()

  /// The kinds of times in a sample.
  static func times(_ sample: [UInt8]) -> Times {
    var times = Times()
    unsafe sample.withUnsafeBytes { bytes in
      unsafe forEachLine(ByteSlice(bytes), atMost: .max) { line in
        guard let stamp = SyslogEnvelope(line, parser: parser)?.stamp else { return }
        switch stamp.time {
        case .yearless:
          times.yearless = true
          times.zoneless = true
        case .local: times.zoneless = true
        case .instant: if !hasZone(line.part(from: stamp.start, to: stamp.end)) { times.zoneless = true }
        }
      }
    }
    return times
  }

  /// Calls `body` with the first lines that are not blank, whole or not, without line ends and byte order mark.
  static func forEachLine(_ bytes: ByteSlice, atMost limit: Int, _ body: (ByteSlice) -> Void) {
    var rest = bytes.after("\u{FEFF}") ?? bytes
    var count = 0
    while !rest.isEmpty, count < limit {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.end
      let line = rest.to(end).withoutCarriageReturn
      if !line.isEmpty {
        body(line)
        count += 1
      }
      rest = rest.from(end + 1)
    }
  }

  /// Whether an RFC 3339 time ends with its zone: something stands behind its 19 bytes and perhaps a fraction.
  private static func hasZone(_ stamp: ByteSlice) -> Bool {
    let fraction = stamp.from(stamp.start + 19)
    return fraction.range.contains {
      !(fraction[$0] &- 0x30 < 10 || fraction[$0] == UInt8(ascii: ".") || fraction[$0] == UInt8(ascii: ","))
    }
  }
}

extension ByteSlice {
  /// Without a carriage return at the end.
  @inline(__always)
  var withoutCarriageReturn: ByteSlice { last == UInt8(ascii: "\r") ? to(end - 1) : self }
}
