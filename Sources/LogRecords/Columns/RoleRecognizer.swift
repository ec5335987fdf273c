import Diagnostics

/// Recognises roles by the names that logs and exports commonly give their columns.
public enum RoleRecognizer {
  /// Columns with their roles, in order.
  ///
  /// Each role goes to one column at most, each column has one role at most. The author's word comes first; the others go, role by role,
  /// to the first name of the table (``RoleNames``) that a column has, and among equals to the first column.
  ///
  /// - Parameters:
  ///   - names: the columns of the file.
  ///   - roles: columns by role, as the author says.
  ///   - file: the file's name for messages.
  /// - Throws: each column of `roles` that the file does not have, with near names, and each that is given two roles.
  public static func columns(
    named names: [String], roles: [ColumnRole: String] = [:], file: String
  ) throws(DiagnosticList) -> [Column] {
    var columns = names.map { Column(name: $0) }
    try assign(roles, to: &columns, file: file)
    let keys = names.map(RoleNames.keys)
    for role in ColumnRole.allCases where columns.index(of: role) == nil {
      for known in RoleNames.table[role] ?? [] {
        guard let index = columns.indices.first(where: { columns[$0].role == nil && keys[$0].contains(known) }) else { continue }
        columns[index].role = role
        break
      }
    }
    return columns
  }

  private static func assign(_ roles: [ColumnRole: String], to columns: inout [Column], file: String) throws(DiagnosticList) {
    var problems = DiagnosticList()
    for role in ColumnRole.allCases {
      guard let name = roles[role] else { continue }
      guard let index = columns.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        let hint = NearestNames.hint(for: name, among: columns.map(\.name))
        problems.append(Diagnostic(.error, .content, "role ‘\(role.rawValue)’: ‘\(file)’ has no column ‘\(name)’\(hint)"))
        continue
      }
      if let other = columns[index].role {
        problems.append(
          Diagnostic(.error, .content, "column ‘\(name)’ of ‘\(file)’ is given two roles, ‘\(other.rawValue)’ and ‘\(role.rawValue)’"))
      }
      columns[index].role = role
    }
    if problems.hasErrors { throw problems }
  }
}
