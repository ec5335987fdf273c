import Diagnostics

/// A Markdown page, parsed once: what it holds for others to evaluate, what is wrong with it, and its text to be rendered.
///
/// CommonMark, pipe tables, task lists and heading ids. Fenced blocks of a known kind are figures, `{{…}}` are bound values,
/// `[sentence](claim: "expression")` are claims. Everything found has its place in the author's file, and every list is in the page's order.
public struct MarkdownPage: Sendable {
  /// Its headings.
  public let headings: [Heading]
  /// Its figures.
  public let figures: [FigureBlock]
  /// Its bound values, those in claims' sentences too.
  public let values: [BoundValue]
  /// Its claims.
  public let claims: [ClaimLink]
  /// Its pictures.
  public let images: [LocalImage]
  /// Its links into the report.
  public let fragmentLinks: [FragmentLink]
  /// Numbers in prose that nothing vouches for: neither bound, nor in a claim, a heading or code, nor part of a date, a time, a version,
  /// an address or a name such as “port 22”.
  public let bareFigures: [BareFigure]
  /// All that is wrong, in the order of the file.
  public let diagnostics: [Diagnostic]

  let blocks: [Block]

  /// The most levels that blocks and inline markup may be nested; deeper is an error.
  public static let deepestNesting = 100

  /// Reads a page.
  ///
  /// `source` is the Markdown without its front matter, `firstLine` the line of `file` on which it starts, `figureKinds` the info
  /// strings that make a fenced block a figure. Headings get their ids from `identifiers`, so pages are read in the report's order.
  public init(
    file: String, source: String, firstLine: Int = 1, figureKinds: [String], identifiers: inout HeadingIdentifiers
  ) {
    var reader = PageReader(
      source: SourceText(source, file: file, firstLine: firstLine), figureKinds: figureKinds, identifiers: identifiers)
    blocks = reader.readPage()
    identifiers = reader.identifiers
    headings = reader.headings
    figures = reader.figures
    values = reader.values
    claims = reader.claims
    images = reader.images
    fragmentLinks = reader.fragmentLinks
    bareFigures = reader.bareFigures
    diagnostics = DiagnosticList(reader.diagnostics).sorted
  }
}
