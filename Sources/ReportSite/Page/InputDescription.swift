import CivilTime
import SafeText

/// A file that was read, as the evidence lists it.
public struct InputDescription: Hashable, Sendable {
  /// Its name, as the author wrote it.
  public var name: String
  /// What it holds: `CSV with a header`.
  public var kind: String
  /// Its size in bytes, as stored.
  public var bytes: Int64
  /// Rows read: used, filtered and rejected ones.
  public var rows: Int
  /// Rows rejected.
  public var rejected: Int
  /// Its earliest time.
  public var first: Timestamp?
  /// Its latest time.
  public var last: Timestamp?
  /// The zone of its times, and where that is known from: `UTC, stated in each row`.
  public var timezone: String
  /// What was assumed where the file is silent, one sentence each: `Times carry no zone and are taken as UTC.`
  public var assumptions: [String]
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  public var sha256: String
  /// Whether its rows are made up.
  public var isSimulated: Bool

  /// A description.
  public init(
    name: String, kind: String, bytes: Int64, rows: Int, rejected: Int = 0, first: Timestamp? = nil, last: Timestamp? = nil,
    timezone: String = "", assumptions: [String] = [], sha256: String, isSimulated: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.bytes = bytes
    self.rows = rows
    self.rejected = rejected
    self.first = first
    self.last = last
    self.timezone = timezone
    self.assumptions = assumptions
    self.sha256 = sha256
    self.isSimulated = isSimulated
  }
}

/// A line of the rows ledger: a sum and the total it must give.
public struct LedgerLine: Hashable, Sendable {
  /// What is summed: `Figure 3, users`.
  public var subject: String
  /// The parts: `203 drawn + 57 other`.
  public var sum: String
  /// What they must give.
  public var total: Int
  /// Whether they do.
  public var agrees: Bool

  /// A line.
  public init(subject: String, sum: String, total: Int, agrees: Bool) {
    self.subject = subject
    self.sum = sum
    self.total = total
    self.agrees = agrees
  }
}

/// A rejected row, shown as found.
public struct RejectedSample: Hashable, Sendable {
  /// The file.
  public var file: String
  /// Its line, from 1.
  public var line: Int
  /// What stands there, its first bytes.
  public var content: ByteString
  /// Why it was rejected.
  public var reason: String
  /// Why, exactly; may be empty.
  public var detail: String

  /// A sample.
  public init(file: String, line: Int, content: ByteString, reason: String, detail: String) {
    self.file = file
    self.line = line
    self.content = content
    self.reason = reason
    self.detail = detail
  }
}
