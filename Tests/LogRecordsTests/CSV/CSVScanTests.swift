import Diagnostics
import Foundation
import LogRecords
import SafeText
import Testing

/// The fast reader against the slow one, with chunks so small that every border falls everywhere.
@Suite struct CSVScanTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Compares a scan of `text` with the reference, whatever the size of chunks and the number of lanes.
  func compare(_ text: [UInt8], sizes: [Int] = [1, 2, 3, 7, 64, 1 << 20], jobs: [Int] = [1, 3], delimiter: UInt8 = 44) throws {
    let expected = ReferenceCSVReader(text, delimiter: delimiter)
    let path = try scratch.write(text, to: "log.csv")
    for size in sizes {
      for jobs in jobs {
        let scanned = try ScannedSource([path], options: SourceOptions(format: "csv"), jobs: jobs, chunkSize: size)
        let start = String(decoding: text.prefix(300), as: UTF8.self).debugDescription
        let name = Comment(rawValue: "chunks of \(size), \(jobs) lanes: \(start)")
        #expect(scanned.columns.map { ByteString($0.name) } == expected.names, name)
        #expect(scanned.records == expected.records, name)
        #expect(scanned.report.tally == expected.tally, name)
      }
    }
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "a,b\n1,2\n\n\r\n3,4\n\n", "a,b\n1\n1,2,3\n,\n", "\u{FEFF}a,b\n1,2\n",
    "a,b\n\"1\",\"2\"\n\"x,y\",\"line\nfeed\"\n\"dou\"\"ble\",\"\"\n", "a,b\n\"1\"x,2\n1\"2,\"3\"\"\"\r\n\"\"\"\",\"a\r\n\"\r\n",
    "a,b\n1,\"2\n3,4\n5,6\n", "a,b\n1,2\n\"3", "a,b\n1,2\r", "a,b\n1,2\n\r", "a\n1\n\n2\n\"\"\n", "a,b\n1,2\n\"\",\"\"", "a,b", "a,b\n",
    "\n\na,b\n1,2\n", "a,b\n1,\"\r\n\"\n\"\r\",2\r\n", "\"a\n\",b\n1,2\n", "a,b\n\"1\"\n\"2\",\"3\"\"\n4,5\n",
  ])
  func edges(text: String) throws { try compare(Array(text.utf8)) }

  @Test func bytesThatAreNotText() throws {
    try compare(Array("a,b\n".utf8) + [0, 0xFF, 44, 0xC3, 0x28, 10, 0, 44, 0, 10, 0xFE, 44, 0x1B, 10])
  }

  /// Short texts over an alphabet of everything that matters.
  @Test(arguments: 0..<40) func randomTexts(seed: UInt64) throws {
    var random = FixedRandom(seed: seed)
    let pieces: [String] = ["a", "b", "\"", "\"\"", ",", ",", "\n", "\n", "\r\n", "\r", "xyz", "\",\"", "\"\n\"", " "]
    for _ in 0..<8 {
      var text = "a,b,c\n"
      for _ in 0..<Int.random(in: 0...60, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
      try compare(Array(text.utf8), sizes: [1, 2, 3, 5, 7, 64], jobs: [Int.random(in: 1...4, using: &random)])
    }
  }

  /// Well-formed files, quoted here and there, larger than the stretches that are indexed at a time.
  @Test(arguments: 0..<6) func randomFiles(seed: UInt64) throws {
    var random = FixedRandom(seed: 1_000 + seed)
    let lineEnd = seed % 2 == 0 ? "\n" : "\r\n"
    let quoting = [0, 0, 1, 30, 100, 0][Int(seed)]
    var text = "time,user,message\(lineEnd)"
    for record in 0..<3_000 {
      let fields = ["2026-11-01T00:00:\(record % 60)", "user\(record % 97)", String(repeating: "m", count: record % 41)]
      let written = fields.map { field in
        guard Int.random(in: 0..<100, using: &random) < quoting else { return field }
        let inner = Int.random(in: 0..<4, using: &random) == 0 ? field + "\"\"," + lineEnd : field
        return "\"" + inner + "\""
      }
      text += written.joined(separator: ",") + (record % 501 == 500 ? ",ragged" : "") + lineEnd
      if record % 777 == 0 { text += lineEnd }
    }
    try compare(Array(text.utf8), sizes: [1_000, 4_099, 1 << 16, 1 << 20], jobs: [2])
    try compare(Array(text.utf8.dropLast(lineEnd.utf8.count)), sizes: [10_007], jobs: [4])
  }

  @Test(arguments: [0, 1, 2]) func longFieldsAndRecords(extra: Int) throws {
    let head = Array("a,b\n1,2\n".utf8)
    let tail = Array("\n3,4\n".utf8)
    let limit = 65_536 - 1 + extra
    try compare(head + Array(repeating: 120, count: limit) + [44, 49] + tail, sizes: [4_096, 1 << 20], jobs: [2])
    try compare(head + [34] + Array(repeating: 120, count: limit - 2) + [34, 44, 49] + tail, sizes: [4_096, 1 << 20], jobs: [2])
    try compare(head + [49, 44] + Array(repeating: 120, count: limit) + [13] + tail, sizes: [1 << 20], jobs: [1])
    let fields = Array(Array(repeating: Array(repeating: UInt8(120), count: 59_999), count: 17).joined(separator: [44]))
    let record = fields + Array(repeating: 121, count: 1_048_576 - 1 + extra - fields.count)
    try compare(head + record + tail, sizes: [100_000, 1 << 22], jobs: [2])
    try compare(head + [34] + record.map { $0 == 44 ? 10 : $0 } + [34] + tail, sizes: [100_000, 1 << 22], jobs: [2])
    try compare(head + [34] + record.map { $0 == 44 ? 10 : $0 } + tail, sizes: [100_000, 1 << 22], jobs: [2])
    try compare(head + record, sizes: [100_000], jobs: [1])
  }

  @Test func thousandColumns() throws {
    let names = (0..<1_000).map { "c\($0)" }.joined(separator: ",")
    let record = (0..<1_000).map { "\($0)" }.joined(separator: ",")
    try compare(Array("\(names)\n\(record)\n\(record)\n".utf8), sizes: [100, 1 << 20], jobs: [2])
  }

  @Test func wantedColumnsInAnyOrder() throws {
    let path = try scratch.write("a,b,c,d\n1,2,3,\"4\"\n5,6,7,8\r\n", to: "log.csv")
    let scanned = try ScannedSource([path], wanted: [3, 1])
    #expect(scanned.records.map(\.cells) == [["4", "2"], ["8", "6"]])
    #expect(try ScannedSource([path], wanted: []).records.map(\.cells) == [[], []])
  }

  @Test(arguments: [
    (",", "a,b;c,d\n1,2;3,4\n"), (";", "a;b\n1,5;2,5\n3,5;4,5\n"), ("\t", "a\tb\n1\t2\n"), ("|", "a|b|c\n1|2|3\n4|5|6\n"),
    (",", "a,\"x;y;z\"\n1,2\n"),
  ])
  func delimiters(delimiter: String, text: String) throws {
    try compare(Array(text.utf8), sizes: [3, 64], jobs: [1], delimiter: try #require(delimiter.utf8.first))
  }

  /// Exit code, line and message of what opening a text as CSV throws.
  func problem(_ text: [UInt8], options: SourceOptions = SourceOptions(format: "csv")) throws -> [Diagnostic] {
    let path = try scratch.write(text, to: "bad.csv")
    do throws(DiagnosticList) {
      _ = try RecordSource([InputPath(name: "bad.csv", path: path)], formats: [CSVFormat()], options: options)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func badHeaders() throws {
    #expect(try problem([]).map(\.message) == ["is empty"])
    #expect(try problem([], options: SourceOptions()).map(\.message) == ["‘bad.csv’ is empty"])
    #expect(try problem(Array("\n\r\n\n".utf8)).map(\.message) == ["holds nothing but blank lines"])
    let duplicate = try problem(Array("\na,b,a,b\n1,2,3,4\n".utf8))
    #expect(duplicate.map(\.location?.line) == [2, 2])
    #expect(duplicate.first?.message == "columns 1 and 3 of the header have the same name ‘a’")
    #expect(duplicate.first?.code == .content)
    #expect(try problem(Array("a,\"b\n1,2\n".utf8)).map(\.message) == ["its header has a quote that is never closed"])
    #expect(try problem(Array("a,b\n".utf8)).isEmpty)
    #expect(try problem(Array("just some words of a text\nand more\n".utf8), options: SourceOptions()).map(\.code) == [.content])
    #expect(try problem(Array("a,b\n".utf8), options: SourceOptions(format: "cvs")).map(\.message).first?.contains("‘csv’") == true)
  }

  @Test func emptyNamesAreNumbered() throws {
    let path = try scratch.write("a,,c,\n1,2,3,4\n", to: "log.csv")
    #expect(try ScannedSource([path]).columns.map(\.name) == ["a", "column-2", "c", "column-4"])
  }

  @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
  func csvSpectrum() throws {
    let folder = SharedData.root + "/csv-spectrum"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/csvs").sorted()
    #expect(names.count == 11)
    for name in names {
      let json = try Data(contentsOf: URL(fileURLWithPath: folder + "/json/" + name.dropLast(4) + ".json"))
      let expected = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: String]])
      for size in [1, 5, 1 << 20] {
        let scanned = try ScannedSource([folder + "/csvs/" + name], options: SourceOptions(format: "csv"), jobs: 2, chunkSize: size)
        let rows = scanned.records.map { record in
          Dictionary(
            uniqueKeysWithValues: zip(scanned.columns, record.cells).map { ($0.name, String(decoding: $1?.bytes ?? [], as: UTF8.self)) })
        }
        #expect(rows == expected, "\(name)")
        #expect(scanned.report.tally.rejectedCount == 0, "\(name)")
      }
    }
  }

  @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
  func rustCSVPopulation() throws {
    let scanned = try ScannedSource([SharedData.root + "/rust-csv/examples/data/uspop.csv"], jobs: 2, chunkSize: 100)
    #expect(scanned.records.count == 100)
    let population = try #require(scanned.columns.firstIndex { $0.name == "Population" })
    #expect(scanned.records.count { $0.cells[population] == nil } == 50)
  }
}
