import Diagnostics
import Glibc
import SafeText

/// Finds the files that an author or a command names.
public enum InputFiles {
  /// The files that paths and globs (`*`, `?`, `[…]` as in glob(7); a hidden file only if its dot is written) name.
  ///
  /// In the order of `patterns`, those of one glob in order of their bytes; a file named twice is taken once. A file whose very name
  /// holds `*`, `?` or `[` is taken as named. A glob takes no folders, and nothing out of a folder that Logbrief wrote.
  ///
  /// - Parameters:
  ///   - folder: what paths are relative to and, unless `allowsOutside`, what they may not lead out of, by `..` or by a symbolic link.
  ///   - allowsOutside: also lets `-` stand for standard input.
  /// - Throws: all that is wrong: exit code 65 for a path that leads outside, 66 for one that names nothing.
  public static func expand(
    _ patterns: [String], in folder: String, allowsOutside: Bool = false
  ) throws(DiagnosticList) -> [InputPath] {
    var problems = DiagnosticList()
    var found: [InputPath] = []
    var seen: Set<ByteString> = []
    for pattern in patterns {
      if allowsOutside, pattern == "-" {
        if seen.insert(ByteString(pattern)).inserted { found.append(InputPath(name: pattern, path: pattern)) }
        continue
      }
      do throws(DiagnosticList) {
        for file in try files(pattern, in: folder, allowsOutside: allowsOutside) {
          if seen.insert(ByteString(realPath(file.path) ?? file.path)).inserted { found.append(file) }
        }
      } catch {
        for problem in error.diagnostics { problems.append(problem) }
      }
    }
    if problems.hasErrors { throw problems }
    return found
  }

  private static func files(_ pattern: String, in folder: String, allowsOutside: Bool) throws(DiagnosticList) -> [InputPath] {
    guard !pattern.isEmpty, !pattern.utf8.contains(0) else { throw InputFile.failure(pattern, "is not a path", code: .content) }
    let parts = pattern.utf8.split(separator: UInt8(ascii: "/"))
    let isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
    guard allowsOutside || (!isAbsolute && !parts.contains { $0.elementsEqual("..".utf8) }) else { throw outside(pattern) }
    let names = exists(path(pattern, in: folder)) ? [pattern] : matches(pattern, in: folder)
    guard !names.isEmpty else {
      throw InputFile.failure(
        pattern, isGlob(pattern) ? "matches no file" : "can't be read: there is no such file" + hint(pattern, in: folder))
    }
    let files = names.map { InputPath(name: $0, path: path($0, in: folder)) }
    if !allowsOutside {
      let root = realPath(folder) ?? folder
      for file in files {
        // A file that is gone again is for its reader to report.
        guard let real = realPath(file.path), !isPath(real, in: root) else { continue }
        throw outside(file.name)
      }
    }
    return files
  }

  private static func outside(_ name: String) -> DiagnosticList {
    InputFile.failure(name, "leads outside the report's folder (--allow-outside permits that)", code: .content)
  }

  /// The path of a name relative to a folder.
  private static func path(_ name: String, in folder: String) -> String {
    name.utf8.first == UInt8(ascii: "/") || folder == "." || folder.isEmpty ? name : folder + "/" + name
  }

  private static func isGlob(_ pattern: String) -> Bool { pattern.utf8.contains { "*?[".utf8.contains($0) } }

  /// The files that a glob matches, as names relative to the folder, in order of their bytes.
  private static func matches(_ pattern: String, in folder: String) -> [String] {
    guard isGlob(pattern) else { return [] }
    let prefix = path("", in: folder)
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    let isInFolder = pattern.utf8.first != UInt8(ascii: "/")
    guard unsafe glob((isInFolder ? escaped(prefix) : "") + pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
    var written: [ByteString: Bool] = [:]
    let names = unsafe (0..<Int(result.gl_pathc)).compactMap { index -> String? in
      guard let text = unsafe result.gl_pathv[index] else { return nil }
      // A name that is not UTF-8 comes out changed, so that opening it fails: better than to leave it out in silence.
      let path = unsafe String(cString: text)
      guard kind(of: path) != S_IFDIR else { return nil }
      return isInFolder ? String(Substring(path.utf8.dropFirst(prefix.utf8.count))) : path
    }
    return names.filter { !isInWrittenFolder($0, below: prefix, known: &written) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A path in which nothing is special to `glob`.
  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for scalar in path.unicodeScalars {
      if ["*", "?", "[", "\\"].contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// Whether one of the folders on the way to a file is an output folder.
  private static func isInWrittenFolder(_ name: String, below prefix: String, known: inout [ByteString: Bool]) -> Bool {
    var folder = prefix
    for part in name.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
      folder += Substring(part) + "/"
      let key = ByteString(folder)
      let isWritten = known[key] ?? isOutputFolder(folder)
      known[key] = isWritten
      if isWritten { return true }
    }
    return false
  }

  /// Whether Logbrief wrote a folder: it has a manifest that names its tool, in the last of its members as they are sorted.
  public static func isOutputFolder(_ path: String) -> Bool {
    var end = [UInt8](repeating: 0, count: 4_096)
    let name = path + "/manifest.json"
    guard kind(of: name) == S_IFREG, let manifest = try? InputFile(path: name),
      let count = unsafe try? end.withUnsafeMutableBytes({ unsafe try manifest.read(into: $0, at: max(0, manifest.size - 4_096)) })
    else { return false }
    return end[..<count].contains(Array("\"name\": \"logbrief\"".utf8))
  }

  /// Names in the folder that a missing file may have meant.
  private static func hint(_ name: String, in folder: String) -> String {
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { String(Substring(name.utf8[...$0])) } ?? "."
    let last = slash.map { String(Substring(name.utf8[$0...].dropFirst())) } ?? name
    guard let listing = unsafe opendir(path(parent, in: folder)) else { return "" }
    defer { unsafe closedir(listing) }
    var names: [String] = []
    while names.count < 1_000, let entry = unsafe readdir(listing) {
      names.append(unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return NearestNames.hint(for: last, among: names)
  }

  /// Whether a path without links is a folder or lies in it.
  private static func isPath(_ path: String, in folder: String) -> Bool {
    folder == "/" || (path + "/").utf8.starts(with: (folder + "/").utf8)
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// What is at the end of a path, by the bits of its mode; nil if nothing is.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The path without symbolic links and `..`; nil if it does not exist.
  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
