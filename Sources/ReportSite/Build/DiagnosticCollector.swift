import Diagnostics

/// Collects everything that is wrong with a report, so that an author sees it all at once.
final class DiagnosticCollector {
  /// What was found, in the order found.
  var list = DiagnosticList()

  /// Notes an error in what an author wrote.
  func error(_ message: String, at location: SourceLocation?) { list.append(Diagnostic(.error, .content, at: location, message)) }

  /// Notes something an author should look at.
  func warn(_ message: String, at location: SourceLocation?) { list.append(Diagnostic(.warning, .content, at: location, message)) }

  /// Notes what another module found.
  func add(_ other: DiagnosticList) { for diagnostic in other.diagnostics { list.append(diagnostic) } }

  /// The result of `body`, or nil and a note of what it threw.
  func attempt<Result>(_ body: () throws(DiagnosticList) -> Result) -> Result? {
    do {
      return try body()
    } catch {
      add(error)
      return nil
    }
  }

  /// The same; what has no place of its own is noted at `location`.
  func attempt<Result>(at location: SourceLocation, _ body: () throws(DiagnosticList) -> Result) -> Result? {
    do {
      return try body()
    } catch {
      add(error.placed(at: location))
      return nil
    }
  }

  /// The result of `body`; what it throws comes with all that was noted before.
  func require<Result>(_ body: () throws(DiagnosticList) -> Result) throws(DiagnosticList) -> Result {
    guard let result = attempt(body) else { throw list }
    return result
  }

  /// Ends a step: throws what was found if any of it is an error.
  func throwErrors() throws(DiagnosticList) { if list.hasErrors { throw list } }
}
