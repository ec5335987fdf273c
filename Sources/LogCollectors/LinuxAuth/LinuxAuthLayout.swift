import CivilTime
import LogRecords
import SafeText

/// How one authentication log is read.
struct LinuxAuthLayout: RecordLayout {
  let columns: [Column]
  let headerLength: Int
  let assumptions: [String]
  private let fileName: ByteString
  private let zone: TimeZoneRule
  private let year: Int?

  init(columns: [Column], headerLength: Int, file: String, options: SourceOptions, times: SyslogSample.Times) {
    self.columns = columns
    self.headerLength = headerLength
    // The folder is none of the reader's business, and differs from machine to machine.
    fileName = ByteString(bytes: file.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(file).utf8)
    zone = options.timezone
    year = options.year
    var assumptions: [String] = []
    if times.yearless, let year = options.year {
      assumptions.append(
        "Times carry no year: the first record is taken to be of \(year), and a step back of more than \(YearClock.halfYear) days to "
          + "begin the next year.")
    }
    if times.zoneless { assumptions.append("Times carry no zone and are taken as \(options.timezone.name).") }
    self.assumptions = assumptions
  }

  var headerLines: Int { 0 }

  /// What a line means may depend on those before it: its year, and the message that it says was repeated.
  var split: InputSplit { .sequence }

  func makeDecoder(wanted: [Int]) -> any RecordDecoder {
    LinuxAuthDecoder(
      wanted: wanted.map { AuthColumn.allCases[$0] }, file: fileName, clock: StampClock(zone: zone, firstYear: year), zone: zone)
  }
}
