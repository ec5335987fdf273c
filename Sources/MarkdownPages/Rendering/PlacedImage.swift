/// A picture in the page itself.
public struct PlacedImage: Hashable, Sendable {
  /// A `data:` URI.
  public var address: String
  /// Its size in pixels, if known, so that the page does not jump.
  public var size: Size?

  /// Width and height in pixels.
  public struct Size: Hashable, Sendable {
    /// Pixels across.
    public var width: Int
    /// Pixels down.
    public var height: Int

    /// A size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// A picture by its `data:` URI.
  public init(address: String, size: Size? = nil) {
    self.address = address
    self.size = size
  }
}
