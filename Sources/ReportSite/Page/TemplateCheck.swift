import Diagnostics

/// Reads a template before the template engine does, and refuses everything that could put unescaped text into a page or name what
/// does not exist.
///
/// The engine's `{{name}}` escapes by `Character` and so lets `"` through where a combining mark follows (compare CVE-2026-27120).
/// Templates therefore write only `{{{name}}}`, which holds markup that is safe already.
struct TemplateCheck {
  private let template: TemplateName
  private let scalars: [Unicode.Scalar]
  private var place: SourceLocation
  private var position = 0
  private var open: [(name: String, place: SourceLocation)] = []
  private var written: Set<TemplateValue> = []
  private var diagnostics: [Diagnostic] = []

  /// Everything wrong with the text of a template; `file` is its name in messages.
  static func diagnostics(_ template: TemplateName, text: String, file: String) -> [Diagnostic] {
    var check = TemplateCheck(template, text: text, file: file)
    check.run()
    return check.diagnostics
  }

  private init(_ template: TemplateName, text: String, file: String) {
    self.template = template
    scalars = Array(text.unicodeScalars)
    place = SourceLocation(file: file, line: 1, column: 1)
  }

  private mutating func run() {
    while position < scalars.count {
      if starts("{{") { readTag() } else { advance() }
    }
    for section in open { note("the section ‘\(section.name)’ is never closed", at: section.place) }
    for value in template.required where !written.contains(value) {
      note("the template leaves out ‘{{{\(value.rawValue)}}}’, which every page needs", at: SourceLocation(file: place.file))
    }
  }

  private mutating func readTag() {
    let start = place
    advance(2)
    let sign = position < scalars.count ? scalars[position] : " "
    let closing = sign == "{" ? "}}}" : "}}"
    if ["{", "#", "^", "/", ">", "!", "&", "=", "%", "<", "$"].contains(sign) { advance() }
    guard let content = read(upTo: closing) else {
      note("‘{{’ is never closed", at: start)
      return
    }
    let name = Self.trimmed(content)
    switch sign {
    case "!": break
    case "{":
      if let value = known(name, at: start) { written.insert(value) }
    case "#", "^":
      _ = known(name, at: start)
      open.append((name, start))
    case "/": close(name, at: start)
    case ">": include(name, at: start)
    case "&", "=", "%", "<", "$":
      note("a template knows ‘{{{name}}}’, sections and partials, not ‘{{\(sign)’", at: start)
    default:
      note("‘{{\(name)}}’ would be escaped a second time; write ‘{{{\(name)}}}’", at: start)
    }
  }

  private mutating func known(_ name: String, at start: SourceLocation) -> TemplateValue? {
    if let value = template.values.first(where: { $0.rawValue.utf8.elementsEqual(name.utf8) }) { return value }
    let hint = NearestNames.hint(for: name, among: template.values.map(\.rawValue))
    note("\(template.file) has no value ‘\(name)’\(hint)", at: start)
    return nil
  }

  private mutating func close(_ name: String, at start: SourceLocation) {
    guard let last = open.popLast() else {
      note("‘{{/\(name)}}’ closes no section", at: start)
      return
    }
    if !last.name.utf8.elementsEqual(name.utf8) { note("‘{{/\(name)}}’ stands where ‘{{/\(last.name)}}’ is due", at: start) }
  }

  private mutating func include(_ name: String, at start: SourceLocation) {
    guard !template.partials.contains(where: { $0.rawValue.utf8.elementsEqual(name.utf8) }) else { return }
    let hint = NearestNames.hint(for: name, among: template.partials.map(\.rawValue))
    note("\(template.file) can't include ‘\(name)’\(hint)", at: start)
  }

  private mutating func note(_ message: String, at start: SourceLocation) { diagnostics.append(Diagnostic(at: start, message)) }

  /// The text before `closing`, both passed; nil at the end of the template.
  private mutating func read(upTo closing: String) -> [Unicode.Scalar]? {
    let start = position
    while position < scalars.count {
      if starts(closing) {
        let content = Array(scalars[start..<position])
        advance(closing.unicodeScalars.count)
        return content
      }
      advance()
    }
    return nil
  }

  private func starts(_ text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count {
      if scalars[position] == "\n" {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
      position += 1
    }
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let content = scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    var text = String.UnicodeScalarView()
    text.append(contentsOf: content)
    return String(text)
  }
}
