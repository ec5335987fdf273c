import CivilTime
import Testing

@testable import LogRecords

/// Times in a row are read as the parser reads each of them.
@Suite struct TimeReaderTests {
  @Test(arguments: ["UTC", "+02:00"], 0..<4) func agreesWithParser(zone: String, seed: UInt64) throws {
    let rule = try #require(TimeZoneRule(zone))
    var random = FixedRandom(seed: seed)
    let parser = TimestampParser(zone: rule)
    var reader = TimeReader(zone: rule)
    let forms = [
      "2026-11-01T00:03:27Z", "2026-11-01T23:59:59.123Z", "2026-11-01 10:00:00Z", "2026-11-01T10:00:00.000001Z", "2026-11-01T10:00:00,5Z",
      "2026-11-01T10:00:00", "2026-11-01T10:00:00+01:00", "2026-11-01T23:59:60Z", "1793491200", "01/Nov/2026:00:03:27 +0000", "",
      "2262-04-11T23:47:16.854775807Z", "2262-04-11T23:59:59Z", "1677-09-21T00:12:44Z", "2026-11-01T24:00:00Z",
      "2026-11-01T10:00:00.1234567890Z",
    ]
    let alphabet = Array("0123456789:.,-TZ +".utf8)
    for _ in 0..<60 {
      var texts: [[UInt8]] = []
      let form = Array((forms.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<40 {
        var text = Int.random(in: 0..<4, using: &random) == 0 ? Array((forms.randomElement(using: &random) ?? "").utf8) : form
        if Bool.random(using: &random) { text = random.mutate(text, alphabet: alphabet) }
        if text.count > 18, Bool.random(using: &random) { text[18] = 0x30 + UInt8.random(in: 0...9, using: &random) }
        texts.append(text)
      }
      var batch = RecordBatch(columnCount: 1)
      let buffer = texts.flatMap(\.self)
      buffer.withUnsafeBytes { bytes in
        batch.buffer = bytes
        var offset = 0
        for text in texts {
          batch.appendRecord(offset: offset, line: 1)
          batch.set(0, RecordBatch.cell(ofBufferRange: offset..<offset + text.count))
          offset += text.count
        }
        reader.read(&batch, column: 0)
      }
      #expect(batch.times == texts.map { parser.parse($0)?.nanoseconds ?? RecordBatch.noTime })
    }
  }
}
