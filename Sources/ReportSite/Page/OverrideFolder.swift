import Diagnostics
import SystemPackage

/// A folder that may hold `templates/` and `assets/`: a report's or a site's.
public struct OverrideFolder: Sendable {
  /// Where it is.
  let path: FilePath
  /// What to put before file names in messages: empty for the folder that the author works in, else a path that ends in `/`.
  let prefix: String

  /// A folder by its path; `prefix` is put before file names in messages.
  public init(path: String, prefix: String = "") {
    self.path = FilePath(path)
    self.prefix = prefix
  }

  /// The files that replace built-in ones; what is wrong is noted.
  func files(_ problems: inout DiagnosticList) -> [TemplateFile] {
    files(in: "templates", &problems) + files(in: "assets", &problems)
  }

  private func files(in folder: String, _ problems: inout DiagnosticList) -> [TemplateFile] {
    var files: [TemplateFile] = []
    do {
      guard try FileSystem.kind(of: path.appending(folder)) == .folder else { return [] }
      for component in try FileSystem.names(in: path.appending(folder)) {
        let name = component.string
        let shown = prefix + folder + "/" + name
        guard isKnown(name, in: folder, shown: shown, &problems) else { continue }
        guard try FileSystem.kind(of: path.appending(folder).appending(component)) == .file else {
          problems.append(Diagnostic(at: SourceLocation(file: shown), "must be a file, not a folder or a link"))
          continue
        }
        let text = try TextFile.read(path.appending(folder).appending(component).string, name: shown)
        files.append(TemplateFile(path: folder + "/" + name, name: shown, text: text))
      }
    } catch let failure as DiagnosticList {
      problems.diagnostics += failure.diagnostics
    } catch {
      problems.append(Diagnostic(.error, .input, at: SourceLocation(file: prefix + folder), "the folder can't be read"))
    }
    return files
  }

  /// Whether a file replaces a built-in one. In `templates/` nothing else may stand; `assets/` may also hold the images of pages, so
  /// that only a style sheet of another name is a mistake there.
  private func isKnown(_ name: String, in folder: String, shown: String, _ problems: inout DiagnosticList) -> Bool {
    let known = EmbeddedFiles.paths.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
    if known.contains(name) { return true }
    let isMistake = folder == "templates" ? !name.hasPrefix(".") : name.hasSuffix(".css")
    if isMistake {
      let hint = NearestNames.hint(for: name, among: known)
      problems.append(
        Diagnostic(at: SourceLocation(file: shown), "there is no \(folder == "templates" ? "template" : "asset") ‘\(name)’\(hint)"))
    }
    return false
  }
}
