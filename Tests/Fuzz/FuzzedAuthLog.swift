import LogCollectors
import LogRecords

/// An authentication log read in small chunks, against the same read in one piece: every line must be in exactly one count.
struct FuzzedAuthLog {
  private let text: [UInt8]
  private let chunkSize: Int

  /// The first byte chooses the size of chunks; nil if the file is missing.
  init?(_ input: ArraySlice<UInt8>) {
    guard let size = input.first, input.count > 1 else { return nil }
    text = Array(input.dropFirst())
    chunkSize = 1 + Int(size)
  }

  func check() {
    let path = FuzzedFile.holding(text)
    let options = SourceOptions(format: "linux-auth", year: 2_020)
    guard let whole = try? ScannedSource([path], options: options, formats: [LinuxAuthFormat()]) else { return }
    let tally = whole.report.tally
    demand(whole.records.count == tally.records, "records were lost")
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    let isUnterminated = body.last.map { $0 != UInt8(ascii: "\n") } ?? false
    let lines = body.count { $0 == UInt8(ascii: "\n") } + (isUnterminated ? 1 : 0)
    demand(tally.lines == lines, "\(tally.lines) lines counted of \(lines)")
    let counted = tally.records - tally.repeated + tally.rejectedCount + tally.blank
    demand(counted == lines, "lines are not accounted for: \(tally)")
    guard let pieces = try? ScannedSource([path], options: options, formats: [LinuxAuthFormat()], chunkSize: chunkSize) else {
      fatalError("what can be read whole can't be read in chunks")
    }
    demand(pieces.report.tally == tally, "tallies differ")
    demand(pieces.records == whole.records, "records differ")
  }
}
