import LogRecords
import SafeText

/// Reads a whole CSV file one byte after another: slow and obvious, for the fast reader to be compared with.
struct ReferenceCSVReader {
  var names: [ByteString] = []
  var records: [ScannedRecord] = []
  var tally = RecordTally()

  /// Reads a file whose delimiter is known.
  init(_ file: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    var bytes = file
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let isUnterminated = bytes.count > start && bytes.last != 10
    if isUnterminated { bytes.append(10) }

    while start < bytes.count {
      // One record: its fields as written and as they are meant, up to a line feed outside quotes.
      var fields: [[UInt8]] = []
      var lengths: [Int] = []
      var field: [UInt8] = []
      var fieldStart = start
      var isQuoted = false
      var lineFeeds = 0
      var end: Int?
      var position = start
      while position < bytes.count, end == nil {
        let byte = bytes[position]
        if byte == 10 { lineFeeds += 1 }
        if isQuoted {
          if byte == 34, position + 1 < bytes.count, bytes[position + 1] == 34 {
            field.append(34)
            position += 1
          } else if byte == 34 {
            isQuoted = false
          } else {
            field.append(byte)
          }
        } else if byte == 34, position == fieldStart {
          isQuoted = true
        } else if byte == delimiter || byte == 10 {
          var written = position - fieldStart
          if byte == 10, written > 0, bytes[position - 1] == 13 {
            field.removeLast()
            written -= 1
          }
          fields.append(field)
          lengths.append(written)
          field = []
          fieldStart = position + 1
          if byte == 10 { end = position }
        } else {
          field.append(byte)
        }
        position += 1
      }

      let line = tally.lines + 1
      let isLast = position == bytes.count && isUnterminated
      let content = Array(bytes[start..<(end ?? bytes.count - (isUnterminated ? 1 : 0))])
      let counted = lineFeeds - (isLast ? 1 : 0)
      if end == nil {
        let detail = "runs to the end of the file, over \(NumberText.count(counted)) line end\(counted == 1 ? "" : "s")"
        tally.reject(.unclosedQuote, line: line, detail: detail, content: content)
      } else if content.isEmpty || content == [13] {
        if !names.isEmpty { tally.blank += 1 }
      } else if names.isEmpty {
        names = fields.enumerated().map { $0.element.isEmpty ? ByteString("column-\($0.offset + 1)") : ByteString(bytes: $0.element) }
      } else if content.count > 1_048_576 {
        tally.reject(.lineTooLong, line: line, detail: "longer than 1,048,576 bytes", content: content)
      } else if let longest = lengths.max(), longest > 65_536 {
        tally.reject(.fieldTooLong, line: line, detail: "a field of \(NumberText.count(longest)) bytes", content: content)
      } else if fields.count != names.count {
        let found = "\(fields.count) field\(fields.count == 1 ? "" : "s") found, \(names.count) expected"
        tally.reject(.fieldCount, line: line, detail: found, content: content)
      } else {
        tally.records += 1
        let reference = RowReference(file: 0, offset: Int64(start), line: line)
        records.append(ScannedRecord(reference: reference, cells: fields.map { $0.isEmpty ? nil : ByteString(bytes: $0) }))
      }
      tally.lines += counted
      start = position
    }
  }
}
