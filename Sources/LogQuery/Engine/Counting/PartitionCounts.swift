/// The keys of one partition: those counted, each once, and those that wait to be.
struct PartitionCounts<Key: TableKey>: ~Copyable {
  /// Keys and their counts; a key handed over by a lane may stand here again until all is counted.
  private var counted: BudgetedArray<KeyCount<Key>>
  private var overflow = CountOverflow<Key>()
  private var waiting: BudgetedArray<Key>

  /// So many may wait in any case, so that counting them is worth a table.
  private static var fewestWaiting: Int { 512 }

  init(_ budget: MemoryBudget) {
    counted = BudgetedArray(budget)
    waiting = BudgetedArray(budget, capacity: Self.fewestWaiting)
  }

  /// Whether so many keys wait that they should be counted: more than twice those counted, for memory must grow with distinct keys and not
  /// with rows, and yet few keys should be put into a table again and again.
  var isCrowded: Bool { waiting.count >= max(Self.fewestWaiting, 2 * counted.count) }

  /// Takes keys, each to be counted once.
  mutating func append(_ keys: UnsafeBufferPointer<Key>) { unsafe waiting.append(contentsOf: keys) }

  /// Takes a key that was counted some times.
  mutating func append(_ key: Key, times: Int) { counted.append(KeyCount(key: key, count: overflow.kept(times, of: key))) }

  /// Counts all keys, with the help of a table whose own are forgotten.
  mutating func count(in table: inout CountTable<Key>) {
    table.removeAll(expecting: counted.count + waiting.count)
    for index in 0..<counted.count { table.add(counted[index].key, times: Int(counted[index].count)) }
    overflow.removeAll { table.add($0, times: $1) }
    unsafe table.add(waiting.buffer)
    waiting.removeAll()
    counted.removeAll()
    table.append(to: &counted)
    overflow = table.overflow
  }

  /// Gives back the memory of keys that wait, of which there are none.
  mutating func shrink() { waiting.removeAllAndShrink() }

  /// Number of keys, once all are counted.
  var keyCount: Int { counted.count }

  /// Calls `body` with every key and its count, once all are counted; in no order that means anything.
  @inline(__always)
  func forEach(_ body: (Key, Int) -> Void) {
    for index in 0..<counted.count {
      let counted = counted[index]
      body(counted.key, overflow.whole(counted))
    }
  }

  /// Whether `holds` says true of any key.
  func contains(where holds: (Key) -> Bool) -> Bool { (0..<counted.count).contains { holds(counted[$0].key) } }
}
