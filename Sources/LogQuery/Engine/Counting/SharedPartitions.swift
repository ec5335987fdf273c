import Synchronization

/// The partitions of all lanes for keys of one kind, made when the first lane needs them.
final class SharedPartitions<Key: TableKey>: Sendable {
  private let room: KeyRoom
  private let made = Mutex<KeyPartitions<Key>?>(nil)

  init(_ room: KeyRoom) { self.room = room }

  /// The partitions, if some lane needed them.
  var existing: KeyPartitions<Key>? { made.withLock { $0 } }

  /// The partitions.
  func partitions() -> KeyPartitions<Key> {
    made.withLock { existing in
      if let existing { return existing }
      let partitions = KeyPartitions<Key>(room)
      existing = partitions
      return partitions
    }
  }
}
