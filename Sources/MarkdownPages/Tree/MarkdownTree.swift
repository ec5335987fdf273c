import CCmark

/// A page as parsed by cmark: the only file that holds cmark's pointers.
///
/// The tree owns the memory of all nodes and frees it when it goes; no pointer leaves this file. Everyone else works on ``SyntaxNode``.
@safe struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses CommonMark in UTF-8; `nil` only if memory runs out.
  init?(parsing markdown: [UInt8]) {
    let parsed = unsafe markdown.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe root = parsed
  }

  deinit { unsafe cmark_node_free(root) }

  /// What came of copying a tree.
  enum Reading {
    case document(SyntaxNode)
    /// Something is nested more deeply than allowed; where it starts, in bytes from 1.
    case tooDeep(line: Int, column: Int)
  }

  /// The tree as values, or the place where it is nested more than `depthLimit` levels deep.
  ///
  /// The walk itself does not recurse; the limit lets everyone after it recurse safely.
  func read(depthLimit: Int) -> Reading {
    var open: [SyntaxNode] = []
    guard let iterator = unsafe cmark_iter_new(root) else { return .tooDeep(line: 1, column: 1) }
    defer { unsafe cmark_iter_free(iterator) }
    var block = (line: 1, column: 1)
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = unsafe cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_ENTER {
        let node = unsafe Self.node(at: pointer)
        if unsafe cmark_node_get_type(pointer).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue { block = (node.line, node.column) }
        if open.count > depthLimit { return .tooDeep(line: block.line, column: block.column) }
        if !node.kind.isLeaf {
          open.append(node)
          continue
        }
        open[open.count - 1].children.append(node)
      } else {
        let closed = open.removeLast()
        if open.isEmpty { return .document(closed) }
        open[open.count - 1].children.append(closed)
      }
    }
    return .document(SyntaxNode(kind: .document, line: 1, column: 1, lastLine: 1))
  }

  /// One node without its children.
  private static func node(at pointer: OpaquePointer) -> SyntaxNode {
    let line = unsafe Int(cmark_node_get_start_line(pointer))
    let column = unsafe Int(cmark_node_get_start_column(pointer))
    return unsafe SyntaxNode(kind: kind(of: pointer), line: line, column: column, lastLine: Int(cmark_node_get_end_line(pointer)))
  }

  private static func kind(of pointer: OpaquePointer) -> SyntaxNode.Kind {
    let literal = unsafe string(cmark_node_get_literal(pointer))
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      let isOrdered = unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      let start = unsafe isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil
      return unsafe .list(start: start, isTight: cmark_node_get_list_tight(pointer) != 0)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return unsafe .codeBlock(info: string(cmark_node_get_fence_info(pointer)), text: literal)
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock(literal)
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return unsafe .heading(level: Int(cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_TEXT: return .text(literal)
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(literal)
    case CMARK_NODE_HTML_INLINE: return .inlineHTML(literal)
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return unsafe .link(url: string(cmark_node_get_url(pointer)), title: string(cmark_node_get_title(pointer)))
    case CMARK_NODE_IMAGE:
      return unsafe .image(url: string(cmark_node_get_url(pointer)), title: string(cmark_node_get_title(pointer)))
    default: return .document
    }
  }

  /// A copy of a string that cmark owns.
  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

extension SyntaxNode.Kind {
  /// Whether cmark tells of such a node once, with no end.
  fileprivate var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .inlineHTML: true
    default: false
    }
  }
}
