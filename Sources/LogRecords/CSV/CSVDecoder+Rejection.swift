import SafeText

extension CSVDecoder {
  /// What is wrong with a record.
  struct Fault {
    var reason: RejectionReason
    var detail: String

    /// A record that never ends because a quote is never closed, and the line feeds that it swallows.
    static func unclosed(lineEnds: Int) -> Fault {
      let swallowed = "over \(NumberText.count(lineEnds)) line end\(lineEnds == 1 ? "" : "s")"
      return Fault(reason: .unclosedQuote, detail: "runs to the end of the file, \(swallowed)")
    }

    /// A record past the limit.
    static var tooLong: Fault {
      Fault(reason: .lineTooLong, detail: "longer than \(NumberText.count(CSVDialect.longestRecord)) bytes")
    }
  }

  /// What is wrong with a record of so many fields and bytes, the gravest first; nil if nothing is.
  func fault(fieldCount: Int, length: Int, longestField: Int) -> Fault? {
    if length > CSVDialect.longestRecord { return .tooLong }
    if longestField > CSVDialect.longestField {
      return Fault(reason: .fieldTooLong, detail: "a field of \(NumberText.count(longestField)) bytes")
    }
    if fieldCount != columnCount {
      let found = "\(NumberText.count(fieldCount)) field\(fieldCount == 1 ? "" : "s") found"
      return Fault(reason: .fieldCount, detail: "\(found), \(NumberText.count(columnCount)) expected")
    }
    return nil
  }

  /// Counts a rejected record; `line` is its first, in the chunk.
  func reject(_ fault: Fault, _ bytes: UnsafeRawBufferPointer, _ record: Range<Int>, line: Int, tally: inout RecordTally) {
    let kept = unsafe Array(bytes[record].prefix(RecordTally.contentKept))
    tally.reject(fault.reason, line: line, detail: fault.detail, content: kept)
  }
}
