/// A file of a source: how to call it and where it is.
public struct InputPath: Hashable, Sendable {
  /// As the author would name it: relative to the report's folder.
  public var name: String
  /// What to open: see ``InputFile/init(path:name:)``.
  public var path: String

  /// A file by its name and path.
  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
