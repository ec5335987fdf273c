import CivilTime

/// What a report was made of and by: `manifest.json`. The same inputs give the same bytes on any machine.
public struct Manifest: Hashable, Sendable {
  /// The name of the file that holds it.
  public static let fileName = "manifest.json"

  /// The version of Logbrief that wrote the report.
  public var toolVersion: String
  /// The arguments that change content, by name, in the words of the command line; never jobs, paths or force.
  public var arguments: [String: String]
  /// The date given by `SOURCE_DATE_EPOCH`, if one was.
  public var date: Timestamp?
  /// Everything read, in the order read.
  public var inputs: [Input]
  /// Claims judged, and how many of them hold.
  public var claims: Claims
  /// Number of figures.
  public var figures: Int

  /// A manifest; the files written are added by ``sealing(_:)``.
  public init(
    toolVersion: String, arguments: [String: String] = [:], date: Timestamp? = nil, inputs: [Input] = [],
    claims: Claims = Claims(total: 0, held: 0), figures: Int = 0
  ) {
    self.toolVersion = toolVersion
    self.arguments = arguments
    self.date = date
    self.inputs = inputs
    self.claims = claims
    self.figures = figures
  }

  /// A file that the report was made from: a log, `report.yml`, a page, an image, a template.
  public struct Input: Hashable, Sendable {
    /// Path as the author named it, relative to the report's folder.
    public var path: String
    /// Size as stored, in bytes.
    public var bytes: Int64
    /// SHA-256 of the bytes as stored, in lower-case hexadecimal.
    public var sha256: String
    /// What was read from it, if it is a log.
    public var log: Log?

    /// An input; `log` is nil for what a person wrote.
    public init(path: String, bytes: Int64, sha256: String, log: Log? = nil) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
      self.log = log
    }
  }

  /// What was read from a log.
  public struct Log: Hashable, Sendable {
    /// The source in `report.yml` that it belongs to.
    public var source: String
    /// Name of its format.
    public var format: String
    /// Rows read.
    public var rows: Int
    /// Lines rejected.
    public var rejected: Int
    /// Rows that a line like "message repeated 3 times" stands for beyond the first.
    public var repeated: Int

    /// Counts of a log.
    public init(source: String, format: String, rows: Int, rejected: Int, repeated: Int) {
      self.source = source
      self.format = format
      self.rows = rows
      self.rejected = rejected
      self.repeated = repeated
    }
  }

  /// Claims judged.
  public struct Claims: Hashable, Sendable {
    /// All of them.
    public var total: Int
    /// Those that hold.
    public var held: Int

    /// A count of claims.
    public init(total: Int, held: Int) {
      self.total = total
      self.held = held
    }
  }
}
