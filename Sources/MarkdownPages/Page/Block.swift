/// A block of a page, ready to be rendered; figures, headings and so on are indices into the page's lists.
indirect enum Block: Hashable, Sendable {
  case paragraph([Inline])
  case heading(Int, [Inline])
  case list(start: Int?, isTight: Bool, [ListItem])
  case quote([Block])
  case code(String)
  case thematicBreak
  case figure(Int)
  case table(Table)

  /// An item of a list.
  struct ListItem: Hashable, Sendable {
    /// Whether the task is done, if it is one.
    var isDone: Bool?
    var blocks: [Block]
  }

  /// A pipe table; every row has as many cells as the header.
  struct Table: Hashable, Sendable {
    var alignments: [PipeTable.Alignment]
    var header: [[Inline]]
    var rows: [[[Inline]]]
  }
}
