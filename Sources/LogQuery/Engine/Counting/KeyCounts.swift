/// Counts keys of one kind for one lane: in a table of its own while they are few, through the shared partitions once they are many.
///
/// It owns the memory in which keys wait to be handed to their partitions.
@safe
final class KeyCounts<Key: TableKey> {
  private let shared: SharedPartitions<Key>
  private let hash: KeyHash
  private var table: CountTable<Key>
  /// Keys on their way to the partitions, so many places for each; nil while keys are few.
  private var staging: UnsafeMutablePointer<Key>?
  private var staged: [UInt8] = []

  private static var fewKeys: Int { 8_192 }
  private static var places: Int { 64 }

  init(_ shared: SharedPartitions<Key>, hash: KeyHash) {
    self.shared = shared
    self.hash = hash
    table = CountTable(hash: hash)
  }

  deinit { unsafe staging?.deallocate() }

  /// Counts keys, each once.
  func add(_ keys: [Key]) {
    if unsafe staging == nil {
      for key in keys { table.add(key) }
      if table.count > Self.fewKeys { partition() }
    } else {
      for key in keys { stage(key) }
    }
  }

  /// Hands everything to the partitions if any lane did; else gives this lane's table to `merge`.
  func finish(isPartitioned: Bool, merge: (Key, Int) -> Void) {
    if isPartitioned {
      if unsafe staging == nil { partition() }
      flushAll()
    } else {
      table.forEach(merge)
    }
  }

  /// Number of keys in this lane's own table.
  var ownCount: Int { table.count }

  private func partition() {
    let partitions = shared.partitions()
    table.forEach { key, count in partitions.add(key, times: count, to: KeyPartitions<Key>.index(key.mixed(hash))) }
    table = CountTable(hash: hash)
    let memory = UnsafeMutablePointer<Key>.allocate(capacity: KeyPartitions<Key>.count * Self.places)
    unsafe memory.initialize(repeating: .filler, count: KeyPartitions<Key>.count * Self.places)
    unsafe staging = memory
    staged = Array(repeating: 0, count: KeyPartitions<Key>.count)
  }

  @inline(__always)
  private func stage(_ key: Key) {
    guard let staging = unsafe staging else { return }
    let index = KeyPartitions<Key>.index(key.mixed(hash))
    let place = Int(staged[index])
    unsafe staging[index * Self.places + place] = key
    staged[index] = UInt8(place + 1)
    if place + 1 == Self.places { flush(index) }
  }

  private func flush(_ index: Int) {
    guard let staging = unsafe staging else { return }
    let keys = unsafe UnsafeBufferPointer(start: staging + index * Self.places, count: Int(staged[index]))
    unsafe shared.partitions().append(keys, to: index)
    staged[index] = 0
  }

  private func flushAll() {
    for index in staged.indices where staged[index] > 0 { flush(index) }
  }
}
