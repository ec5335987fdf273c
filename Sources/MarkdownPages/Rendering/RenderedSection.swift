import SafeText

/// A heading and what follows it, down to the next heading of its level.
public struct RenderedSection: Hashable, Sendable {
  /// The id of its `<section>`; its heading has `h-` before it.
  public var id: String
  /// The level of its HTML heading, from 2 to 6, without gaps.
  public var level: Int
  /// The heading's content.
  public var title: SafeHTML
  /// The heading's content without links, claims' marks and pictures, for a table of contents.
  public var contentsTitle: SafeHTML
  /// The whole `<section>`, its sections in it.
  public var html: SafeHTML
  /// The sections in it.
  public var children: [RenderedSection]
}
