import Mustache
import SafeText

/// The values of a template by name. What goes in is markup, a flag or a list, so no other text can reach a page.
///
/// In a template, `{{{name}}}` writes markup, `{{#name}}…{{/name}}` is written where markup is not empty, where a flag is set, and
/// once for each context of a list, and `{{^name}}…{{/name}}` where the other is not.
struct TemplateContext {
  private enum Value {
    case markup(Markup)
    case flag(Bool)
    case list([TemplateContext])
  }

  /// Markup as the template engine takes it.
  private struct Markup: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { renderText.utf8.isEmpty }
  }

  private var values: [String: Value] = [:]

  /// The names given, sorted, with those of the contexts in its lists.
  var names: [String] {
    let inner = values.values.flatMap { value in
      if case .list(let contexts) = value { contexts.flatMap(\.names) } else { [String]() }
    }
    return Set(values.keys).union(inner).sorted()
  }

  mutating func set(_ name: TemplateValue, _ markup: SafeHTML) { values[name.rawValue] = .markup(Markup(renderText: markup.markup)) }
  mutating func set(_ name: TemplateValue, _ flag: Bool) { values[name.rawValue] = .flag(flag) }
  mutating func set(_ name: TemplateValue, _ list: [TemplateContext]) { values[name.rawValue] = .list(list) }
}

extension TemplateContext: MustacheParent {
  func child(named name: String) -> Any? {
    switch values[name] {
    case .markup(let markup): markup
    case .flag(let flag): flag
    case .list(let contexts): contexts
    case nil: nil
    }
  }
}
