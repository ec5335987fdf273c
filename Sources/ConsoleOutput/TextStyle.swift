/// Which characters a terminal can show.
public enum TextStyle: Hashable, Sendable {
  /// Lines and blocks of Unicode.
  case unicode
  /// ASCII only.
  case ascii

  /// The style for the locale that an environment asks for: Unicode where `LC_ALL`, else `LC_CTYPE`, else `LANG` names UTF-8.
  public init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let plain = locale.utf8.filter { $0 != 0x2D }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let name = Array("utf8".utf8)
    self = plain.indices.contains { plain[$0...].starts(with: name) } ? .unicode : .ascii
  }

  /// The line under a header.
  var rule: String { self == .unicode ? "─" : "-" }

  /// Bars by eighths of a column, from none to seven eighths.
  var eighths: [String] { self == .unicode ? ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] : Array(repeating: "", count: 8) }

  /// A full column of a bar.
  var block: String { self == .unicode ? "█" : "#" }

  /// Heights of a bar one column wide, from none to full.
  var levels: [String] {
    self == .unicode ? [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : [" ", ".", ":", "-", "=", "+", "*", "#", "@"]
  }

  /// A column that nothing is known about.
  var unknown: String { self == .unicode ? "┄" : "?" }
}
