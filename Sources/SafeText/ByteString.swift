/// Text as a log wrote it: bytes, perhaps not valid UTF-8, compared and ordered by bytes.
///
/// Swift's `String` calls two normal forms of one character equal; evidence must not. So keys, filters and cells hold this type.
public struct ByteString: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  /// The bytes, exactly as read.
  public var bytes: [UInt8]

  /// Text of these bytes.
  @inlinable
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The UTF-8 bytes of a string, not normalised.
  @inlinable
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// The UTF-8 bytes of a literal.
  @inlinable
  public init(stringLiteral value: String) { self.init(value) }

  /// The bytes as a string for a person: see ``VisibleText``.
  public var visible: String { VisibleText.of(bytes) }

  /// In order of their bytes.
  @inlinable
  public static func < (left: ByteString, right: ByteString) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
