import Foundation
import LogRecords
import Testing

@Suite struct CSVWriterTests {
  func written(_ records: [[String]], delimiter: UInt8 = UInt8(ascii: ","), lineEnd: CSVWriter.LineEnd = .lineFeed) -> String {
    var writer = CSVWriter(delimiter: delimiter, lineEnd: lineEnd)
    for record in records { writer.writeRecord(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhereNeeded() {
    #expect(written([["a", " b ", "c'd", "é", "-1"]]) == "a, b ,c'd,é,-1\n")
    #expect(
      written([["a,b", "say \"hi\"", "two\nlines", "cr\r", "\""]]) == "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"cr\r\",\"\"\"\"\n")
    #expect(written([["a,b", "c;d"]], delimiter: UInt8(ascii: ";")) == "a,b;\"c;d\"\n")
  }

  @Test func emptyFieldsAndRecords() {
    #expect(written([["", ""], [""], ["a", ""], []]) == ",\n\"\"\na,\n\n")
  }

  @Test func linesEndAsAsked() {
    #expect(written([["a"], ["b", "c\n"]], lineEnd: .carriageReturnLineFeed) == "a\r\nb,\"c\n\"\r\n")
  }

  @Test func bytesThatAreNotTextStay() {
    var writer = CSVWriter()
    writer.write([0xFF, 0x00, 0xC3])
    writer.write([0x80, 0x22])
    writer.endRecord()
    #expect(writer.bytes == [0xFF, 0x00, 0xC3, 0x2C, 0x22, 0x80, 0x22, 0x22, 0x22, 0x0A])
  }

  @Test func numbers() {
    var writer = CSVWriter()
    for number in [0, 7, 10, -12, 1_234_567_890, .max, .min] { writer.write(number) }
    writer.endRecord()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "0,7,10,-12,1234567890,9223372036854775807,-9223372036854775808\n")
  }

  @Test func drainsToAFile() throws {
    let scratch = try ScratchFolder()
    let file = try BufferedFile(path: scratch.path + "/out.csv")
    var writer = CSVWriter()
    var expected = ""
    for row in 0..<50_000 {
      writer.writeRecord(["row", "\(row)"])
      expected += "row,\(row)\n"
      try writer.drain(to: file)
    }
    try writer.drain(to: file, from: 0)
    #expect(writer.bytes.isEmpty)
    try file.finish()
    #expect(file.count == Int64(expected.utf8.count))
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: scratch.path + "/out.csv"))) == Array(expected.utf8))
  }

  /// Python's csv module reads back what was written.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "python3 is not installed"))
  func anotherReaderAgrees() throws {
    var random = FixedRandom(seed: 4180)
    let alphabet = Array("ab ,\"\n\r;é=".unicodeScalars)
    let records = (0..<300).map { _ in
      (0..<3).map { _ in
        var field = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<6, using: &random) { field.append(alphabet.randomElement(using: &random) ?? "a") }
        return String(field)
      }
    }
    let scratch = try ScratchFolder()
    try scratch.write(written(records), to: "a.csv")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", "import csv,json;print(json.dumps(list(csv.reader(open('\(scratch.path)/a.csv',newline='')))))"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let read = try JSONDecoder().decode([[String]].self, from: pipe.fileHandleForReading.readDataToEndOfFile())
    #expect(read.map { $0.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
  }
}
