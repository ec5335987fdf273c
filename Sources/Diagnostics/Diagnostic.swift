import SafeText

/// One thing that is wrong, where, and how bad.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The command fails.
    case error
    /// The command goes on; `--strict` makes it fail.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// The exit code that an error of this kind gives.
  public var code: ExitCode
  /// Where, if it has a place.
  public var location: SourceLocation?
  /// What is wrong: lower case, no full stop, the offending text between ‘ and ’.
  public var message: String

  /// An error or a warning; text from outside may be put in `message` as it is, the printer makes it visible.
  public init(_ severity: Severity = .error, _ code: ExitCode = .content, at location: SourceLocation? = nil, _ message: String) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
  }

  /// `file:line:column: error: message`, safe for a terminal.
  public var description: String {
    var place = ""
    if let location {
      place = VisibleText.of(location.file, longest: 4_096)
      if location.line > 0 { place += ":\(location.line)" }
      if location.column > 0 { place += ":\(location.column)" }
      place += ": "
    }
    return place + severity.rawValue + ": " + VisibleText.of(message, longest: 4_096)
  }
}

/// Everything that went wrong, thrown once.
public struct DiagnosticList: Error, Sendable {
  /// In the order found.
  public var diagnostics: [Diagnostic]

  /// A list, as collected.
  public init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  /// Notes one more.
  public mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Whether any of them is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The exit code for all of them together; a warning counts only under `strict`.
  public func exitCode(strict: Bool = false) -> ExitCode {
    let counted = diagnostics.filter { strict || $0.severity == .error }
    return ExitCode.byPrecedence.first { code in counted.contains { $0.code == code } } ?? .success
  }

  /// Each once, those with a place first and in its order.
  public var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    let placed = unique.enumerated().filter { $0.element.location != nil }.sorted { left, right in
      guard let first = left.element.location, let second = right.element.location, first != second else {
        return left.offset < right.offset
      }
      return first < second
    }
    return placed.map(\.element) + unique.filter { $0.location == nil }
  }
}
