import Diagnostics
import SafeText

@testable import LogRecords

/// A CSV file read by several lanes in small chunks, against ``ReferenceCSVReader``.
struct FuzzedCSV {
  private let text: [UInt8]
  private let chunkSize: Int
  private let jobs: Int
  /// Where a gzip file has its second member begin; nil for a plain file.
  private let cut: Int?

  /// Stands for a long stretch of a field, so that a short input reaches the limits of fields and records.
  private static let longStretch: (byte: UInt8, count: Int) = (1, 20_000)
  private static let longestText = 3 << 20
  /// No more chunks than this, which are all slow to schedule.
  private static let mostChunks = 300

  /// The first three bytes choose how the rest is read; nil if they or the file are missing.
  init?(_ input: ArraySlice<UInt8>) {
    let choices = Array(input.prefix(3))
    guard choices.count == 3, input.count > 3 else { return nil }
    var text: [UInt8] = []
    for byte in input.dropFirst(3) {
      if byte == Self.longStretch.byte {
        text += Array(repeating: UInt8(ascii: "x"), count: Self.longStretch.count)
      } else {
        text.append(byte)
      }
      guard text.count < Self.longestText else { return nil }
    }
    self.text = text
    chunkSize = max(choices[0] == 0 ? 1 << 20 : Int(choices[0]), text.count / Self.mostChunks)
    jobs = 1 + Int(choices[1] % 4)
    cut = choices[2] % 2 == 0 ? nil : text.count * Int(choices[2]) / 256
  }

  /// Reads the file both ways. A head that is refused is none of the reference's business.
  func check() {
    let stored = cut.map { FuzzedFile.gzip(text, cut: $0) } ?? text
    let path = FuzzedFile.holding(stored)
    guard
      let source = try? RecordSource(
        [InputPath(name: "log.csv", path: path)], formats: [CSVFormat()], options: SourceOptions(format: "csv")),
      let layout = source.files.first?.layout as? CSVLayout
    else { return }
    let expected = ReferenceCSVReader(text, delimiter: layout.dialect.delimiter)
    guard let scanned = try? ScannedSource(source, jobs: jobs, chunkSize: chunkSize) else {
      // What begins like gzip may turn out not to be.
      demand(cut == nil && text.starts(with: [0x1F, 0x8B]), "a sound file was refused")
      return
    }
    guard scanned.report.files.first?.bytes == Int64(stored.count), !(cut == nil && text.starts(with: [0x1F, 0x8B])) else { return }
    // A name is shown and written, so that it is text even where the file's is not.
    demand(
      scanned.columns.map { ByteString($0.name) } == expected.names.map { ByteString(String(decoding: $0.bytes, as: UTF8.self)) },
      "columns differ")
    demand(scanned.report.tally == expected.tally, "tallies differ: \(scanned.report.tally) \(expected.tally)")
    demand(scanned.records == expected.records, "records differ: \(scanned.records) \(expected.records)")
  }
}
