/// What Logbrief needs to understand about a column; everything else about it stays as the file has it.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable {
  /// When it happened.
  case time
  /// The account concerned.
  case user
  /// The address or host that acted.
  case source
  /// The address or host that was acted on.
  case destination
  /// What was done.
  case action
  /// Whether it succeeded.
  case outcome
  /// The text of the event.
  case message
  /// The machine that logged it.
  case host
  /// A volume of data.
  case bytes
}
