/// Parses the cells of all pipe tables of a page, which cmark took for paragraphs, in one go.
struct TableParser {
  let source: SourceText
  /// Lines that may be reference definitions, so that cells can refer to them.
  let definitions: [Range<Int>]
  /// Where something is nested too deeply, if it is.
  private(set) var tooDeep: Int?

  /// Inline markup as parsed, with its source.
  struct Text {
    var node: SyntaxNode
    var source: InlineSource
  }

  /// A table; every row, the header first, has as many cells as the header.
  struct Table {
    /// The paragraph's text before the table.
    var leading: Text?
    var alignments: [PipeTable.Alignment]
    var rows: [[Text]]
    /// Where a row has more cells than the header, and how many it has.
    var surplus: [(offset: Int, count: Int)]
  }

  private var found: [(offset: Int, table: PipeTable)] = []
  /// What is parsed again, and what part of the page each of its lines comes from.
  private var markdown: [UInt8] = []
  private var origins: [Int] = []

  /// Nothing found yet.
  init(source: SourceText, definitions: [Range<Int>]) {
    self.source = source
    self.definitions = definitions
  }

  /// Finds the tables among blocks and in them.
  mutating func collect(_ nodes: [SyntaxNode], quotes: Int) {
    for node in nodes {
      guard node.kind == .paragraph else {
        collect(node.children, quotes: node.kind == .blockQuote ? quotes + 1 : quotes)
        continue
      }
      let start = source.offset(line: node.line, column: node.column)
      let content = InlineSource(lines: node.line...max(node.line, node.lastLine), from: start, quotes: quotes, in: source)
      if let table = PipeTable(in: content) { found.append((start, table)) }
    }
  }

  /// All tables, each by the offset of its paragraph.
  mutating func parse() -> [Int: Table] {
    guard !found.isEmpty else { return [:] }
    let lines = found.map { entry in
      (leading: entry.table.leading.map { addParagraph($0) }, cells: entry.table.rows.map { row in row.map { addCell($0) } })
    }
    for range in definitions { markdown += source.bytes[range] + [.lineFeed, .lineFeed] }
    var nodes: [Int: SyntaxNode] = [:]
    switch MarkdownTree(parsing: markdown)?.read(depthLimit: MarkdownPage.deepestNesting) {
    case .document(let document): for node in document.children { nodes[node.line] = node }
    case .tooDeep(let line, _): tooDeep = origins.indices.contains(line - 1) ? origins[line - 1] : found[0].offset
    case nil: break
    }
    func text(_ line: Int, _ source: InlineSource) -> Text { Text(node: nodes[line] ?? Self.nothing, source: source) }
    var tables: [Int: Table] = [:]
    for ((offset, table), lines) in zip(found, lines) {
      let width = table.alignments.count
      let rows = zip(lines.cells, table.rows).map { numbers, cells in
        let texts = zip(numbers, cells).prefix(width).map(text)
        return texts + Array(repeating: Text(node: Self.nothing, source: InlineSource()), count: width - texts.count)
      }
      let surplus = table.rows.filter { $0.count > width }.map { (offset: $0[width].origin(of: 0), count: $0.count) }
      let leading = lines.leading.flatMap { line in table.leading.map { text(line, $0) } }
      tables[offset] = Table(leading: leading, alignments: table.alignments, rows: rows, surplus: surplus)
    }
    return tables
  }

  /// A cell becomes a heading: one line, and nothing in it but inline markup. Returns its line.
  private mutating func addCell(_ cell: InlineSource) -> Int {
    markdown += Array("# ".utf8) + cell.bytes + Array(" #\n".utf8)
    origins.append(cell.origin(of: 0))
    return origins.count
  }

  /// A paragraph stays one: four spaces keep a later line from starting a block, as indented code can't interrupt a paragraph.
  private mutating func addParagraph(_ text: InlineSource) -> Int {
    let line = origins.count + 1
    for (index, range) in text.lines.enumerated() {
      if index > 0 { markdown += Array("    ".utf8) }
      markdown += text.bytes[range] + [.lineFeed]
      origins.append(text.origin(of: range.lowerBound))
    }
    markdown.append(.lineFeed)
    origins.append(text.origin(of: 0))
    return line
  }

  private static let nothing = SyntaxNode(kind: .paragraph, line: 1, column: 1, lastLine: 1)
}
