/// A pipe table in a paragraph's text: a header row, a row such as `|---|--:|`, then rows to the paragraph's end (GitHub Flavored
/// Markdown 0.29, section 4.10). Lines before the header stay a paragraph.
struct PipeTable {
  /// How a column is set.
  enum Alignment: Hashable, Sendable { case natural, left, center, right }

  /// The text before the table, if there is any.
  var leading: InlineSource?
  /// One for each column.
  var alignments: [Alignment]
  /// Cells of the header, then of each row, each as many as the author typed.
  var rows: [[InlineSource]]

  /// The table in a paragraph, if it holds one.
  init?(in text: InlineSource) {
    guard text.bytes.contains(.pipe) || text.bytes.contains(.hyphen) else { return nil }
    let start = ReferenceDefinition.end(in: text.bytes)
    let lines = text.lines.filter { $0.lowerBound >= start }
    guard
      let delimiter = lines.indices.dropFirst().first(where: { index in
        guard let alignments = Self.alignments(text.bytes[lines[index]]) else { return false }
        let hasPipe = text.bytes[lines[index - 1]].contains(.pipe) || text.bytes[lines[index]].contains(.pipe)
        return hasPipe && Self.cells(of: lines[index - 1], in: text).count == alignments.count
      }), let alignments = Self.alignments(text.bytes[lines[delimiter]])
    else { return nil }
    self.alignments = alignments
    rows = ([lines[delimiter - 1]] + lines[(delimiter + 1)...]).map { Self.cells(of: $0, in: text) }
    if delimiter > 1 {
      var before = InlineSource()
      before.append(lines[0].lowerBound..<lines[delimiter - 2].upperBound, of: text)
      leading = before
    }
  }

  /// The cells of a row: split at `|`, outer ones dropped, spaces trimmed; `\|` is a plain `|` in its cell, even in code.
  private static func cells(of line: Range<Int>, in text: InlineSource) -> [InlineSource] {
    let bytes = text.bytes
    let content = trimmed(line, in: bytes)
    let end = content.upperBound
    let start = bytes[content].first == .pipe ? content.lowerBound + 1 : content.lowerBound
    var cells: [InlineSource] = []
    var cell: [Range<Int>] = []
    var pieceStart = start
    var position = start
    while position < end {
      if bytes[position] == .backslash, position + 1 < end, bytes[position + 1].isPunctuation {
        if bytes[position + 1] == .pipe {
          cell.append(pieceStart..<position)
          pieceStart = position + 1
        }
        position += 2
      } else if bytes[position] == .pipe {
        cells.append(joined(cell + [pieceStart..<position], of: text))
        cell = []
        position += 1
        pieceStart = position
      } else {
        position += 1
      }
    }
    if pieceStart < end || !cell.isEmpty { cells.append(joined(cell + [pieceStart..<end], of: text)) }
    return cells
  }

  private static func joined(_ pieces: [Range<Int>], of text: InlineSource) -> InlineSource {
    var pieces = pieces
    let last = pieces.count - 1
    pieces[0] = trimmed(pieces[0], in: text.bytes, back: last == 0)
    if last > 0 { pieces[last] = trimmed(pieces[last], in: text.bytes, front: false) }
    var cell = InlineSource()
    for piece in pieces { cell.append(piece, of: text) }
    return cell
  }

  /// The alignments that a delimiter row states, `nil` if the line is not one.
  private static func alignments(_ line: ArraySlice<UInt8>) -> [Alignment]? {
    var content = line.drop { $0.isSpaceOrTab }
    while let last = content.last, last.isSpaceOrTab { content.removeLast() }
    if content.first == .pipe { content.removeFirst() }
    if content.last == .pipe { content.removeLast() }
    var result: [Alignment] = []
    for part in content.split(separator: .pipe, omittingEmptySubsequences: false) {
      var mark = part.drop { $0.isSpaceOrTab }
      while let last = mark.last, last.isSpaceOrTab { mark.removeLast() }
      let hyphens = mark.drop { $0 == .colon }.prefix { $0 == .hyphen }
      let leads = mark.first == .colon
      let trails = mark.last == .colon
      guard !hyphens.isEmpty, mark.count == hyphens.count + (leads ? 1 : 0) + (trails ? 1 : 0) else { return nil }
      result.append(leads && trails ? .center : trails ? .right : leads ? .left : .natural)
    }
    return result.isEmpty ? nil : result
  }

  private static func trimmed(
    _ range: Range<Int>, in bytes: [UInt8], front: Bool = true, back: Bool = true
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while front, start < end, bytes[start].isSpaceOrTab { start += 1 }
    while back, end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    return start..<end
  }
}
