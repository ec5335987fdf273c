import ArgumentParser
import CivilTime
import Foundation
import LogQuery
import ReportSite

/// The flags of every command that reads logs.
struct ScanOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long], help: "Number of lanes that read in parallel; changes no byte of the output.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Leave out rows before this time: a date or an RFC 3339 time.")
  var from: TimeArgument?

  @Option(help: "Leave out rows from this time on; a bare date includes that day.")
  var to: EndTimeArgument?

  @Option(help: "Largest share of rejected rows that is borne, such as 5% or 0.05.")
  var maxRejects: ShareArgument = ShareArgument(share: 0.05)

  @Option(help: "Memory for distinct keys and buffers, such as 512M or 2G; what needs more lies in a file in TMPDIR or /var/tmp.")
  var memory = ScanEngine.defaultMemory

  @Flag(name: [.short, .long], help: "Print no progress and no notes; errors are still printed.")
  var quiet = false

  mutating func validate() throws {
    guard (1...512).contains(jobs) else { throw ValidationError("--jobs must be from 1 to 512, not \(jobs)") }
    if memory.bytes < ScanEngine.leastMemory.bytes { throw ValidationError("--memory must be at least \(ScanEngine.leastMemory.text)") }
    if let from, let to, from.time >= to.time { throw ValidationError("--from must lie before --to") }
  }

  /// The period that `--from` and `--to` leave.
  var period: Range<Timestamp>? {
    guard from != nil || to != nil else { return nil }
    return (from?.time ?? Timestamp(nanoseconds: .min))..<(to?.time ?? Timestamp(nanoseconds: .max))
  }
}

/// A date or an RFC 3339 time on the command line; a date is its start.
struct TimeArgument: ExpressibleByArgument {
  var time: Timestamp

  init(time: Timestamp) { self.time = time }

  var defaultValueDescription: String { time.rfc3339 }

  init?(argument: String) {
    guard let time = PeriodText.instant(argument, endOfDay: false) else { return nil }
    self.time = time
  }
}

/// A date or an RFC 3339 time on the command line; a date is the end of that day.
struct EndTimeArgument: ExpressibleByArgument {
  var time: Timestamp

  init?(argument: String) {
    guard let time = PeriodText.instant(argument, endOfDay: true) else { return nil }
    self.time = time
  }
}

extension MemorySize: ExpressibleByArgument {
  /// Reads `512M`, `1G`.
  public init?(argument: String) { self.init(argument) }

  /// As it is read.
  public var defaultValueDescription: String { text }
}

/// A share from 0 to 1, as a fraction or in per cent.
struct ShareArgument: ExpressibleByArgument {
  var share: Double

  init(share: Double) { self.share = share }

  init?(argument: String) {
    let isPercent = argument.utf8.last == UInt8(ascii: "%")
    guard let number = Double(isPercent ? String(argument.utf8.dropLast()) ?? "" : argument), number.isFinite else { return nil }
    share = isPercent ? number / 100 : number
    guard (0...1).contains(share) else { return nil }
  }

  var defaultValueDescription: String { "\(Int((share * 100).rounded()))%" }
}
