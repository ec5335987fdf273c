import Diagnostics
import Mustache
import SafeText

/// The templates, the style sheet and the mark that pages are made with: those built into the binary, replaced file by file by the
/// folders `templates/` and `assets/` of a report and, where it has none, of its site.
public struct TemplateSet: Sendable {
  /// The style sheet, without what a label adds; line ends are LF.
  let style: String
  /// The mark in the foot of each page.
  let mark: SafeHTML
  /// The files that replace built-in ones: pages depend on them.
  let overrides: [AuthoredFile]
  private let library: MustacheLibrary

  /// Loads and checks the files.
  ///
  /// - Parameter folders: the folders of the report and of its site, in this order.
  /// - Throws: content errors (65) with file and line: an unknown file, a value that a template does not have, an escaped variable,
  ///   a style sheet or mark that could leave its element; input errors (66) for what can't be read.
  public init(folders: [OverrideFolder] = []) throws(DiagnosticList) {
    var problems = DiagnosticList()
    var overrides: [String: TemplateFile] = [:]
    for folder in folders.reversed() {
      for file in folder.files(&problems) { overrides[file.path] = file }
    }
    let files = EmbeddedFiles.paths.map { path in
      overrides[path] ?? TemplateFile(path: path, name: path, text: String(decoding: EmbeddedFiles.bytes(path) ?? [], as: UTF8.self))
    }
    var library = MustacheLibrary()
    var style = ""
    var mark = SafeHTML.empty
    for file in files {
      if let template = file.template {
        problems.diagnostics += TemplateCheck.diagnostics(template, text: file.text, file: file.name)
        do {
          try library.register(file.text, named: template.rawValue)
        } catch  where !problems.hasErrors {
          problems.append(Diagnostic(at: SourceLocation(file: file.name), "the template can't be read"))
        } catch {}
      } else if file.isStyle {
        style = StyleSheet.checked(file, &problems)
      } else {
        mark = MarkImage.checked(file, &problems)
      }
    }
    guard !problems.hasErrors else { throw problems }
    self.library = library
    self.overrides = EmbeddedFiles.paths.compactMap { overrides[$0] }.map { AuthoredFile(name: $0.name, bytes: Array($0.text.utf8)) }
    self.style = style
    self.mark = mark
  }

  /// What a template gives for its values.
  func render(_ template: TemplateName, _ context: TemplateContext) -> String {
    library.render(context, withTemplate: template.rawValue) ?? ""
  }
}

/// A file of `templates/` or `assets/`.
struct TemplateFile {
  /// Its path below the folder that holds both: `templates/page.mustache`.
  let path: String
  /// What to call it in messages.
  let name: String
  /// Its text.
  let text: String

  /// The template it is; nil for an asset.
  var template: TemplateName? { TemplateName.allCases.first { "templates/" + $0.file == path } }

  /// Whether it is the style sheet.
  var isStyle: Bool { path == "assets/style.css" }
}
