import CivilTime

/// A file for ``LogCollector``.
public struct RawLog: Hashable, Sendable {
  /// Where it is; `-` for standard input.
  public var path: String
  /// What messages call it; its path unless given.
  public var name: String
  /// When it was last written, which tells the year of times that carry none; nil if it is not known.
  public var modified: Timestamp?

  /// A file by its path.
  public init(path: String, name: String? = nil, modified: Timestamp? = nil) {
    self.path = path
    self.name = name ?? (path == "-" ? "standard input" : path)
    self.modified = modified
  }
}
