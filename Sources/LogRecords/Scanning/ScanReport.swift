import CivilTime

/// What one pass over a source found out about its files, beside the answers to the queries.
public struct ScanReport: Hashable, Sendable {
  /// The files, in the order read.
  public var files: [FileReport]

  /// A report over files.
  public init(files: [FileReport] = []) { self.files = files }

  /// Everything read from all files.
  public var tally: RecordTally {
    var total = RecordTally()
    for file in files { total.merge(file.tally) }
    return total
  }

  /// Records inside the period: those read without those outside it.
  public var countedRecords: Int { tally.records - outsidePeriod }

  /// Records outside the period, of all files.
  public var outsidePeriod: Int { files.reduce(0) { $0 + $1.outsidePeriod } }

  /// First and last time of all records inside the period; nil if none has a time.
  public var counted: ClosedRange<Timestamp>? {
    let spans = files.compactMap(\.counted)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else { return nil }
    return first...last
  }
}

/// What a pass found out about one file.
public struct FileReport: Hashable, Sendable {
  /// The file as the author named it.
  public var name: String
  /// Name of its format.
  public var format: String
  /// Its size as stored, in bytes.
  public var bytes: Int64
  /// SHA-256 of the bytes as stored, in lower-case hexadecimal: taken of the very buffers that were parsed.
  public var sha256: String
  /// Records read, rejected, repeated.
  public var tally: RecordTally
  /// Records outside the period.
  public var outsidePeriod: Int
  /// Earliest time in the time column, if there is one.
  public var first: Timestamp?
  /// Latest time in the time column.
  public var last: Timestamp?
  /// From the earliest to the latest time of records inside the period, or of all if there is none.
  public var counted: ClosedRange<Timestamp>?
  /// Records whose time column holds no time.
  public var untimed: Int
  /// Times that lie before the time of the record before them.
  public var stepsBack: Int
  /// What was assumed where the file is silent.
  public var assumptions: [String]

  /// A report on one file.
  public init(
    name: String, format: String, bytes: Int64 = 0, sha256: String = "", tally: RecordTally = RecordTally(), outsidePeriod: Int = 0,
    first: Timestamp? = nil, last: Timestamp? = nil, counted: ClosedRange<Timestamp>? = nil, untimed: Int = 0, stepsBack: Int = 0,
    assumptions: [String] = []
  ) {
    self.name = name
    self.format = format
    self.bytes = bytes
    self.sha256 = sha256
    self.tally = tally
    self.outsidePeriod = outsidePeriod
    self.first = first
    self.last = last
    self.counted = counted
    self.untimed = untimed
    self.stepsBack = stepsBack
    self.assumptions = assumptions
  }
}
