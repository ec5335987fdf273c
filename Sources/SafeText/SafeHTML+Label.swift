extension SafeHTML {
  /// A value from a log as the only text of an element, made visible and escaped, its middle cut out past `longest` scalars (at least 2).
  ///
  /// For SVG, which has no `<bdi>`: an SVG text element is laid out by itself, so its text cannot reorder its neighbours.
  public init(label: ByteString, longest: Int = VisibleText.longest) {
    self.init(trustedMarkup: Self.escape(VisibleText.of(label.bytes, longest: max(longest, 2))))
  }
}
