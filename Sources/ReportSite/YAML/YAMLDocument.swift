import Diagnostics
import Yams

/// Parses YAML that an author wrote into values with places; scalars stay text, typed later by whoever asks.
///
/// Anchors and aliases are refused: no report needs them, and a few lines of them can stand for billions of nodes.
enum YAMLDocument {
  /// Largest document read, in bytes.
  static let largest = 1 << 20

  /// The mapping at the document's root, or nil and a note of what is wrong; an empty document is an empty mapping.
  ///
  /// - Parameters:
  ///   - start: where the document's first line stands in its file; its column is the column of the text's first column.
  static func mapping(_ text: String, at start: SourceLocation, collector: DiagnosticCollector) -> YAMLMapping? {
    guard text.utf8.count <= largest else {
      collector.error("this is over 1 MiB of YAML", at: start)
      return nil
    }
    if let line = YAMLAliases.firstLine(text) {
      collector.error("anchors and aliases are not allowed here", at: SourceLocation(file: start.file, line: start.line + line))
      return nil
    }
    let reader = YAMLNodeReader(start: start, collector: collector)
    do {
      guard let root = try Yams.compose(yaml: text) else { return YAMLMapping(entries: [], location: start, collector: collector) }
      guard let value = reader.value(root) else { return nil }
      switch value.content {
      case .mapping(let mapping): return mapping
      case .text(let text) where text.isEmpty: return YAMLMapping(entries: [], location: start, collector: collector)
      case .text, .list:
        collector.error("expected ‘key: value’ lines", at: value.location)
        return nil
      }
    } catch {
      reader.note(error)
      return nil
    }
  }
}

/// Turns the parser's nodes into ours, refusing what YAML can do and a report must not.
private struct YAMLNodeReader {
  let start: SourceLocation
  let collector: DiagnosticCollector

  /// The place of a mark, which counts from 1 within the text.
  func location(_ mark: Mark?) -> SourceLocation {
    guard let mark else { return start }
    return SourceLocation(file: start.file, line: start.line + mark.line - 1, column: max(0, start.column - 1) + mark.column)
  }

  func value(_ node: Node) -> YAMLValue? {
    let place = location(node.mark)
    guard node.anchor == nil else {
      collector.error("anchors and aliases are not allowed here", at: place)
      return nil
    }
    switch node {
    case .scalar(let scalar):
      // Columns within the value are counted from its first character, which stands after the quote.
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return YAMLValue(content: .text(scalar.string), location: isQuoted ? place.advanced(byColumns: 1) : place)
    case .sequence(let sequence): return YAMLValue(content: .list(sequence.compactMap(value)), location: place)
    case .mapping(let mapping):
      var entries: [YAMLMapping.Entry] = []
      for (key, content) in mapping {
        guard case .scalar(let name) = key else {
          collector.error("a key must be a word", at: location(key.mark))
          continue
        }
        guard let read = value(content) else { continue }
        entries.append(YAMLMapping.Entry(key: name.string, location: location(name.mark), value: read))
      }
      return YAMLValue(
        content: .mapping(YAMLMapping(entries: entries, location: place, collector: collector)), location: place)
    case .alias:
      collector.error("anchors and aliases are not allowed here", at: place)
      return nil
    }
  }

  /// Notes what the parser stumbled over, with the way out where we know one.
  func note(_ error: any Error) {
    guard let error = error as? YamlError else { return collector.error("not valid YAML: \(error)", at: start) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      var message = "not valid YAML: " + problem
      if let context { message += ", " + context.text }
      if problem.contains("cannot start any token") { message += "; put the value in quotes" }
      if problem.contains("mapping values are not allowed") { message += "; put a value that holds ‘: ’ in quotes" }
      collector.error(message, at: location(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "‘\($0)’" }.joined(separator: ", ")
      collector.error("the key \(names) is there twice", at: location(context.mark))
    case .reader(let problem, _, _, _): collector.error("not valid YAML: " + problem, at: start)
    case .memory, .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      collector.error("not valid YAML: \(error)", at: start)
    }
  }
}
