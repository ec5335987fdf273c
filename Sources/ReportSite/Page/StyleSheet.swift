import Diagnostics

/// The style of a page: the site's style sheet and, for print, what a label and a draft add.
enum StyleSheet {
  /// The sheet as it is put between the style tags, with LF as line end and none at its end; what is wrong is noted.
  ///
  /// A `</` could end the element, and the browser would read what follows as markup.
  static func checked(_ file: TemplateFile, _ problems: inout DiagnosticList) -> String {
    var bytes: [UInt8] = []
    var line = 1
    for (previous, byte) in zip([0] + Array(file.text.utf8), file.text.utf8) {
      if byte == UInt8(ascii: "\n") {
        if previous == UInt8(ascii: "\r") { bytes.removeLast() }
        line += 1
      }
      if byte == UInt8(ascii: "/"), previous == UInt8(ascii: "<") {
        problems.append(Diagnostic(at: SourceLocation(file: file.name, line: line), "a style sheet must not hold ‘</’"))
      }
      if byte == 0 { problems.append(Diagnostic(at: SourceLocation(file: file.name, line: line), "a style sheet must not hold NUL")) }
      bytes.append(byte)
    }
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }, as: UTF8.self)
  }

  /// The margin boxes of printed sheets: the label at head and foot, and `Draft`. All of it stands here, none of it comes from data.
  static func sheets(_ label: TLPLabel?, status: ReportStatus) -> String {
    let box: StaticString
    switch label {
    case nil: box = #"content: "No TLP marking"; font: 8.5pt sans-serif; color: #4a5158;"#
    case .clear: box = #"content: "TLP:CLEAR"; width: 30mm; color: #fff;"#
    case .green: box = #"content: "TLP:GREEN"; width: 30mm; color: #3f0;"#
    case .amber: box = #"content: "TLP:AMBER"; width: 30mm; color: #ffc000;"#
    case .amberStrict: box = #"content: "TLP:AMBER+STRICT"; width: 48mm; color: #ffc000;"#
    case .red: box = #"content: "TLP:RED"; width: 30mm; color: #ff2b2b;"#
    }
    let look: StaticString = label == nil ? "" : " background: #000; font: bold 12pt sans-serif; text-align: center;"
    let draft: StaticString = status == .draft ? #"@top-left { content: "Draft"; font: bold 12pt sans-serif; color: #14181c; }"# : ""
    return """

      @page {
        @top-right { \(box)\(look) margin: 10mm 0 7mm; }
        @bottom-right { \(box)\(look) margin: 7mm 0 8mm; }
        \(draft)
      }
      """
  }
}
