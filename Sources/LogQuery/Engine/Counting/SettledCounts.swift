import LogRecords

/// The counts of keys of one kind, which change no more: in the partitions if there are any, else in one table.
final class SettledCounts<Key: TableKey>: @unchecked Sendable {
  private let table: CountTable<Key>
  private let partitions: KeyPartitions<Key>?
  private let hash: KeyHash

  /// Brings together what the lanes counted.
  init(_ lanes: [KeyCounts<Key>], _ shared: SharedPartitions<Key>, _ room: KeyRoom) {
    let partitions = shared.existing
    var table = CountTable<Key>(room, expecting: partitions == nil ? lanes.reduce(0) { $0 + $1.ownCount } : 0)
    for lane in lanes { lane.finish(isPartitioned: partitions != nil) { table.add($0, times: $1) } }
    if let partitions { Self.settle(partitions, room, lanes: lanes.count) }
    self.table = table
    self.partitions = partitions
    hash = room.hash
  }

  /// Counts that are in one table already.
  init(_ table: consuming CountTable<Key>, _ room: KeyRoom) {
    self.table = table
    partitions = nil
    hash = room.hash
  }

  private static func settle(_ partitions: KeyPartitions<Key>, _ room: KeyRoom, lanes: Int) {
    Lanes.run(
      (0..<lanes).map { lane in
        {
          var table = CountTable<Key>(room)
          for index in stride(from: lane, to: KeyPartitions<Key>.count, by: lanes) { partitions.settle(index, &table) }
        }
      })
  }

  /// Number of keys.
  var keyCount: Int { partitions?.keyCount ?? table.count }

  /// Whether a key was counted.
  func contains(_ key: Key) -> Bool { partitions?.contains(key, hash: key.mixed(hash)) ?? table.contains(key) }

  /// Whether `holds` says true of any key.
  func contains(where holds: (Key) -> Bool) -> Bool { partitions?.contains(where: holds) ?? table.contains(where: holds) }

  /// Calls `body` with every key of one of so many shares, and its count, in no order that means anything.
  @inline(__always)
  func forEach(inShare share: Int, of shares: Int, _ body: (Key, Int) -> Void) {
    if let partitions {
      for index in stride(from: share, to: KeyPartitions<Key>.count, by: shares) { partitions.forEach(in: index, body) }
    } else if share == 0 {
      table.forEach(body)
    }
  }
}
