import CivilTime
import Diagnostics
import MarkdownPages

/// A YAML mapping that is read key by key under our schema: every wrong type and every unknown key is noted with its place.
struct YAMLMapping {
  /// One `key: value`.
  struct Entry {
    let key: String
    let location: SourceLocation
    let value: YAMLValue
  }

  let entries: [Entry]
  let location: SourceLocation
  let collector: DiagnosticCollector

  /// Notes every key that is not one of `known`.
  func refuseKeys(except known: [String], of what: String) {
    for entry in entries where !known.contains(where: { $0.utf8.elementsEqual(entry.key.utf8) }) {
      collector.error("unknown key ‘\(entry.key)’ of \(what)" + NearestNames.hint(for: entry.key, among: known), at: entry.location)
    }
  }

  /// Where a name stands among the values, by itself or in parentheses: for mistakes that show only once the data are known.
  func location(naming name: String) -> SourceLocation? {
    func names(_ value: YAMLValue) -> SourceLocation? {
      switch value.content {
      case .text(let text): text == name || text.utf8.reversed().starts(with: "(\(name))".utf8.reversed()) ? value.location : nil
      case .list(let items): items.lazy.compactMap(names).first
      case .mapping: nil
      }
    }
    return entries.lazy.compactMap { names($0.value) }.first
  }

  func value(_ key: String) -> YAMLValue? { entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value }

  /// The text under a key; nil where it is absent or, after a note, is no text.
  func text(_ key: String) -> LocatedText? {
    guard let value = value(key) else { return nil }
    guard case .text(let text) = value.content else {
      collector.error("‘\(key)’ must be text, not \(value.kindName)", at: value.location)
      return nil
    }
    return LocatedText(text, at: value.location)
  }

  /// One text or a list of texts under a key; empty where it is absent.
  func texts(_ key: String) -> [LocatedText] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .text(let text): return [LocatedText(text, at: value.location)]
    case .list(let items):
      return items.compactMap { item in
        if case .text(let text) = item.content { return LocatedText(text, at: item.location) }
        collector.error("‘\(key)’ must be a list of texts, not of \(item.kindName)", at: item.location)
        return nil
      }
    case .mapping:
      collector.error("‘\(key)’ must be text or a list, not a map", at: value.location)
      return []
    }
  }

  /// The mapping under a key.
  func mapping(_ key: String) -> YAMLMapping? {
    guard let value = value(key) else { return nil }
    guard case .mapping(let mapping) = value.content else {
      collector.error("‘\(key)’ must be a map of ‘name: value’ lines, not \(value.kindName)", at: value.location)
      return nil
    }
    return mapping
  }

  /// `true` or `false` under a key.
  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      collector.error("‘\(key)’ must be true or false, not ‘\(text.text)’", at: text.location)
      return nil
    }
  }

  /// A whole number within limits under a key.
  func number(_ key: String, in limits: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.text), limits.contains(number) else {
      let range = "from \(limits.lowerBound) to \(limits.upperBound)"
      collector.error("‘\(key)’ must be a whole number \(range), not ‘\(text.text)’", at: text.location)
      return nil
    }
    return number
  }

  /// One of a few words under a key.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice? where Choice.RawValue == String {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text.text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let hint = NearestNames.hint(for: text.text, among: known)
    let choices = known.map { "‘\($0)’" }.joined(separator: ", ")
    collector.error("‘\(key)’ must be one of \(choices), not ‘\(text.text)’" + hint, at: text.location)
    return nil
  }
}
