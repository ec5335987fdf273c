import Diagnostics

/// A YAML value with its place.
struct YAMLValue {
  /// What it is: every scalar is text.
  enum Content {
    case text(String)
    case list([YAMLValue])
    case mapping(YAMLMapping)
  }

  let content: Content
  let location: SourceLocation

  /// What it is, for a message.
  var kindName: String {
    switch content {
    case .text: "text"
    case .list: "a list"
    case .mapping: "a map"
    }
  }
}
