/// A column of a source: the name the file gives it, and what Logbrief takes it to be.
public struct Column: Hashable, Sendable {
  /// The name in the file, not normalised; a column without a name is `column-3` (counted from 1).
  public var name: String
  /// The role recognised from the name or given by the author.
  public var role: ColumnRole?

  /// A column with a name and perhaps a role.
  public init(name: String, role: ColumnRole? = nil) {
    self.name = name
    self.role = role
  }
}

extension [Column] {
  /// The column that a name in an expression means: the column of that name (compared by bytes), else the one with the role of that name.
  public func index(named name: String) -> Int? {
    if let exact = firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return exact }
    guard let role = ColumnRole(rawValue: name) else { return nil }
    return index(of: role)
  }

  /// The column that has a role.
  public func index(of role: ColumnRole) -> Int? { firstIndex { $0.role == role } }
}
