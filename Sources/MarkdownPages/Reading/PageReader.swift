import Diagnostics

/// Reads a page's tree once, from top to bottom, and notes all that others evaluate and all that is wrong.
struct PageReader {
  let source: SourceText
  let figureKinds: [String]
  var identifiers: HeadingIdentifiers

  var headings: [Heading] = []
  var figures: [FigureBlock] = []
  var values: [BoundValue] = []
  var claims: [ClaimLink] = []
  var images: [LocalImage] = []
  var fragmentLinks: [FragmentLink] = []
  var bareFigures: [BareFigure] = []
  var diagnostics: [Diagnostic] = []

  /// The inline text that is being read.
  var passage = Passage(InlineSource())
  /// Lines that look like `[label]: target`, by number; some may be code.
  private let definitions: [(line: Int, range: Range<Int>, target: Range<Int>)]
  /// The pipe tables, each by the offset of its paragraph.
  private var tables: [Int: TableParser.Table] = [:]
  /// Lines of code blocks and figures.
  private var codeLines: [ClosedRange<Int>] = []

  /// What is known of one paragraph, heading or cell while it is read.
  struct Passage {
    var replay: InlineReplay
    /// The text as a reader sees it, with `Passage.object` for each thing that is not text.
    var visible: [Glyph] = []
    /// The same without claims' sentences.
    var unvouched: [Glyph] = []
    var isInClaim = false
    var isInDescription = false
    var isInAutolink = false

    /// Stands for a value, code or a picture: U+FFFC, the object replacement character.
    static let object: Unicode.Scalar = "\u{FFFC}"

    init(_ source: InlineSource) { replay = InlineReplay(source) }
  }

  init(source: SourceText, figureKinds: [String], identifiers: HeadingIdentifiers) {
    self.source = source
    self.figureKinds = figureKinds
    self.identifiers = identifiers
    definitions = ReferenceDefinition.candidates(in: source)
  }

  /// The page's blocks; none if it is nested too deeply.
  mutating func readPage() -> [Block] {
    let document: SyntaxNode
    switch MarkdownTree(parsing: source.bytes)?.read(depthLimit: MarkdownPage.deepestNesting) {
    case .document(let root): document = root
    case .tooDeep(let line, let column):
      diagnoseDepth(at: source.offset(line: line, column: column))
      return []
    case nil: return []
    }
    var parser = TableParser(source: source, definitions: definitions.map(\.range))
    parser.collect(document.children, quotes: 0)
    tables = parser.parse()
    if let offset = parser.tooDeep { diagnoseDepth(at: offset) }
    let blocks = read(document.children, quotes: 0)
    diagnoseDefinitions()
    return blocks
  }

  /// Notes an error or warning at a byte of the page.
  mutating func diagnose(_ severity: Diagnostic.Severity = .error, at offset: Int, _ message: String) {
    diagnostics.append(Diagnostic(severity, at: source.location(at: offset), message))
  }

  /// Notes that something is nested so deeply that it is not read.
  private mutating func diagnoseDepth(at offset: Int) {
    diagnose(at: offset, "quotes, lists or emphasis are nested more than \(MarkdownPage.deepestNesting) levels deep")
  }

  /// Blocks inside `quotes` block quotes.
  private mutating func read(_ nodes: [SyntaxNode], quotes: Int) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      switch node.kind {
      case .blockQuote: blocks.append(.quote(read(node.children, quotes: quotes + 1)))
      case .list(let start, let isTight):
        blocks.append(.list(start: start, isTight: isTight, node.children.map { item($0, quotes: quotes) }))
      case .codeBlock(let info, let text):
        let lines = text.utf8.count { $0 == .lineFeed }
        codeLines.append(node.line...node.line + lines + 1)
        blocks.append(codeBlock(node, info: info, text: text, lineCount: lines))
      case .htmlBlock(let html): diagnoseHTML(html, at: source.offset(line: node.line, column: node.column))
      case .paragraph: blocks += paragraph(node, quotes: quotes)
      case .heading(let level): blocks.append(heading(node, level: level, quotes: quotes))
      case .thematicBreak: blocks.append(.thematicBreak)
      default: blocks += read(node.children, quotes: quotes)
      }
    }
    return blocks
  }

  private mutating func item(_ node: SyntaxNode, quotes: Int) -> Block.ListItem {
    var blocks = read(node.children, quotes: quotes)
    guard case .paragraph(var inlines) = blocks.first, case .text(let text) = inlines.first else { return .init(blocks: blocks) }
    let scalars = Array(text.unicodeScalars.prefix(4))
    guard scalars.count == 4, scalars[0] == "[", scalars[2] == "]", scalars[3] == " " || scalars[3] == "\n",
      scalars[1] == " " || scalars[1] == "x" || scalars[1] == "X"
    else { return .init(blocks: blocks) }
    inlines[0] = .text(String(text.unicodeScalars.dropFirst(4)))
    blocks[0] = .paragraph(inlines)
    return .init(isDone: scalars[1] != " ", blocks: blocks)
  }

  private mutating func heading(_ node: SyntaxNode, level: Int, quotes: Int) -> Block {
    let start = source.offset(line: node.line, column: node.column)
    let line = source.bytes[start..<source.line(node.line).upperBound]
    let marks = line.prefix { $0 == .numberSign }.count
    let afterMarks = line.dropFirst(marks)
    let isUnderlined = marks == 0 || marks > 6 || afterMarks.first.map { !$0.isSpaceOrTab } ?? false
    let content: InlineSource
    if isUnderlined {
      content = InlineSource(lines: node.line...max(node.line, node.lastLine - 1), from: start, quotes: quotes, in: source)
    } else {
      let textStart = afterMarks.firstIndex { !$0.isSpaceOrTab } ?? line.endIndex
      content = InlineSource(lines: node.line...node.line, from: textStart, quotes: quotes, in: source)
    }
    let inlines = inlines(of: node, in: content, isHeading: true)
    let text = inlines.plainText
    headings.append(Heading(level: level, text: text, id: identifiers.allocate(for: text), location: source.location(at: start)))
    return .heading(headings.count - 1, inlines)
  }

  /// A paragraph, or the table in it with the paragraph before.
  private mutating func paragraph(_ node: SyntaxNode, quotes: Int) -> [Block] {
    let start = source.offset(line: node.line, column: node.column)
    guard let table = tables[start] else {
      let content = InlineSource(lines: node.line...max(node.line, node.lastLine), from: start, quotes: quotes, in: source)
      return [.paragraph(inlines(of: node, in: content))]
    }
    var blocks: [Block] = []
    if let leading = table.leading { blocks.append(.paragraph(inlines(of: leading.node, in: leading.source))) }
    for row in table.surplus {
      diagnose(
        .warning, at: row.offset, "this row has \(row.count) cells, its table \(table.alignments.count) columns; the rest is not shown")
    }
    let rows = table.rows.map { row in row.map { inlines(of: $0.node, in: $0.source) } }
    return blocks + [.table(.init(alignments: table.alignments, header: rows[0], rows: Array(rows.dropFirst())))]
  }

  /// A claim hidden in a reference definition would vanish without a trace if nothing referred to it.
  private mutating func diagnoseDefinitions() {
    var code = codeLines[...]
    for (line, range, target) in definitions where Self.isClaimAddress(String(decoding: source.bytes[target], as: UTF8.self)) {
      while let first = code.first, first.upperBound < line { code.removeFirst() }
      if let first = code.first, first.contains(line) { continue }
      diagnoseClaim(at: range.lowerBound, "a claim can't be a reference, it stands where its sentence stands")
    }
  }
}
