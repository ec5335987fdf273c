/// Counts of what a decoder met: every line is in exactly one of them. Tallies of chunks add up.
public struct RecordTally: Hashable, Sendable {
  /// Line ends met (also inside quotes), so that later chunks can number their lines.
  public var lines = 0
  /// Records that went into batches.
  public var records = 0
  /// Of these, records that a line like "message repeated 3 times" stands for beyond the first.
  public var repeated = 0
  /// Blank lines passed over.
  public var blank = 0
  /// Rejected records by reason.
  public var rejected: [RejectionReason: Int] = [:]
  /// The first rejected records, at most ``samplesKept`` a chunk, in order.
  public var samples: [RejectedRecord] = []

  /// How many rejected records are kept to be shown.
  public static let samplesKept = 5
  /// How many bytes of a rejected record are kept.
  public static let contentKept = 1_024

  /// An empty tally.
  public init() {}

  /// Number of rejected records.
  public var rejectedCount: Int { rejected.values.reduce(0, +) }

  /// Counts a rejected record and keeps it while there is room. `line` counts from 1 within the chunk.
  public mutating func reject(_ reason: RejectionReason, line: Int, detail: String, content: [UInt8]) {
    rejected[reason, default: 0] += 1
    if samples.count < Self.samplesKept {
      samples.append(RejectedRecord(line: line, reason: reason, detail: detail, content: Array(content.prefix(Self.contentKept))))
    }
  }

  /// Adds the tally of the chunk that follows.
  public mutating func merge(_ next: RecordTally) {
    for var sample in next.samples where samples.count < Self.samplesKept {
      sample.line += lines
      samples.append(sample)
    }
    lines += next.lines
    records += next.records
    repeated += next.repeated
    blank += next.blank
    rejected.merge(next.rejected, uniquingKeysWith: +)
  }
}

/// Why a record was rejected. Only structure rejects a record; a cell that makes no sense is "no value" where it is needed.
public enum RejectionReason: String, CaseIterable, Comparable, Hashable, Sendable {
  /// More or fewer fields than the header has.
  case fieldCount = "wrong number of fields"
  /// A quoted field that never ends.
  case unclosedQuote = "unclosed quote"
  /// A field longer than 64 KiB.
  case fieldTooLong = "field over 64 KiB"
  /// A line longer than 1 MiB.
  case lineTooLong = "line over 1 MiB"
  /// A line that is not in the format.
  case unrecognised = "line not in the format"

  /// In the order of the words, by bytes.
  public static func < (left: RejectionReason, right: RejectionReason) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}

/// A rejected record, kept to be shown.
public struct RejectedRecord: Hashable, Sendable {
  /// Its first line: from 1 in the chunk, and from 1 in the file once tallies are merged.
  public var line: Int
  /// Why.
  public var reason: RejectionReason
  /// Why, exactly: "5 fields found, 6 expected".
  public var detail: String
  /// Its first bytes.
  public var content: [UInt8]
}
