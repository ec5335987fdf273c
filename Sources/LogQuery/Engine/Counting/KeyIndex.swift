/// Numbers keys in the order they come, for those who share them.
final class KeyIndex<Key: TableKey> {
  /// In one piece, so that each call checks once for access from elsewhere and not at every step.
  private var keys: NumberedKeys<Key>

  init(_ room: KeyRoom) { keys = NumberedKeys(room) }

  /// Number of keys.
  var count: Int { keys.count }

  /// The key of a number.
  func key(_ number: Int) -> Key { keys.key(number) }

  /// The number of a key; a new key gets the next one.
  func number(of key: Key) -> Int { keys.number(of: key) }

  /// The number of a key; nil if it has none.
  func existingNumber(of key: Key) -> Int? { keys.existingNumber(of: key) }
}
