/// Counts keys of one kind for one lane: in a table of its own while they are few, through the shared partitions once they are many.
final class KeyCounts<Key: TableKey> {
  private let shared: SharedPartitions<Key>
  private let room: KeyRoom
  private var table: CountTable<Key>
  /// Keys on their way to the partitions; nil while keys are few.
  private var staging: PartitionStaging<Key>?

  private static var fewKeys: Int { 8_192 }

  init(_ shared: SharedPartitions<Key>, _ room: KeyRoom) {
    self.shared = shared
    self.room = room
    table = CountTable(room)
  }

  /// Counts keys, each once.
  func add(_ keys: BatchVector<Key>) {
    if let staging {
      unsafe staging.add(keys.buffer)
    } else {
      unsafe table.add(keys.buffer)
      if table.count > Self.fewKeys { partition() }
    }
  }

  /// Hands everything to the partitions if any lane did; else gives this lane's table to `merge`.
  func finish(isPartitioned: Bool, merge: (Key, Int) -> Void) {
    if isPartitioned {
      if staging == nil { partition() }
      staging?.flushAll()
      staging = nil
    } else {
      table.forEach(merge)
    }
  }

  /// Number of keys in this lane's own table.
  var ownCount: Int { table.count }

  private func partition() {
    let partitions = shared.partitions()
    table.forEach { key, count in partitions.append(key, times: count, to: KeyPartitions<Key>.index(key.mixed(room.hash))) }
    table = CountTable(room)
    staging = PartitionStaging(partitions, room)
  }
}
