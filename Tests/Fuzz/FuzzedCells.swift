import CivilTime
import Glibc
import SafeText

@testable import LogQuery
@testable import LogRecords

/// Cells by the fast parsers, against slow ones.
enum FuzzedCells {
  /// Times one a line, each against a parser of patterns, and all together as a column, where each helps to read the next.
  static func checkTimes(_ input: ArraySlice<UInt8>) {
    let texts = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    let parser = TimestampParser()
    let reference = ReferenceTimestamps()
    let times = texts.map { parser.parse($0) }
    for (text, time) in zip(texts, times) where text.allSatisfy({ $0 < 0x80 }) {
      demand(time == reference.parse(text), "\(String(describing: time)) is not what the reference reads")
    }
    var batch = RecordBatch(columnCount: 1)
    guard texts.count < batch.capacity else { return }
    let buffer = Array(input)
    unsafe buffer.withUnsafeBytes { bytes in
      unsafe batch.buffer = bytes
      var offset = 0
      for text in texts {
        batch.appendRecord(offset: offset, line: 1)
        batch.set(0, RecordBatch.cell(ofBufferRange: offset..<offset + text.count))
        offset += text.count + 1
      }
      var reader = TimeReader(zone: .utc)
      reader.read(&batch, column: 0)
    }
    demand(batch.times == times.map { $0?.nanoseconds ?? RecordBatch.noTime }, "a column of times is read otherwise")
  }

  static func checkNumber(_ input: ArraySlice<UInt8>) {
    let text = Array(input)
    demand(NumberParser.parse(text) == ReferenceNumbers.parse(text), "the number differs")
  }

  static func checkAddress(_ input: ArraySlice<UInt8>) {
    let text = Array(input)
    demand(AddressParser.parse(text) == ReferenceAddresses.parse(text), "the address differs")
  }

  /// Texts one a line, as keys: what stands for a text gives it back, and depends on nothing around it.
  static func checkKeys(_ input: ArraySlice<UInt8>) {
    let dictionary = KeyDictionary(KeyRoom(hash: KeyHash(), budget: MemoryBudget(limit: .max)))
    let reader = KeyReader(dictionary: dictionary)
    var encoder = KeyEncoder(dictionary)
    for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = Array(line)
      let word = unsafe text.withUnsafeBytes { unsafe encoder.word(of: $0) }
      demand(reader.bytes(word) == text, "the key does not come back")
      let followed = unsafe (text + Array("0.12345678901234567890".utf8)).withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return word }
        return unsafe encoder.word(of: start, count: text.count, readable: bytes.count)
      }
      demand(followed == word, "the key depends on what follows it")
      let address = text.contains(UInt8(ascii: ":")) ? nil : AddressParser.parse(text)
      demand(KeyWord.isAddress(word) == (address != nil && text.count > 7), "an address is not told from other texts")
    }
  }
}
