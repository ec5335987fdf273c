/// Groups in the order of an answer.
final class OrderedGroups {
  typealias Group = AnswerBuilder.Group

  /// A group and what it is ordered by first; its parts stand so that it takes no more than seven words, as millions of them are moved.
  private struct Place: BitwiseCopyable {
    /// The two halves of ``GroupKeys/leadingOrder(_:from:)``: as one number it would have to lie at a multiple of 16. In a timeline the time.
    var order: (UInt64, UInt64)
    var group: Group
    var rank: UInt32
  }

  private var places: BudgetedArray<Place>
  private let keys: GroupKeys
  private let isTimeline: Bool
  private var room: KeyRoom { keys.reader.dictionary.room }

  /// No groups yet, but memory for so many.
  init(_ keys: GroupKeys, expecting count: Int = 16) {
    self.keys = keys
    places = BudgetedArray(keys.reader.dictionary.room.budget, capacity: count)
    isTimeline = if case .timeBin? = keys.sources.first { true } else { false }
  }

  /// Adds a group to be put in order.
  func add(_ group: Group, rank: Int = 0) {
    let time = isTimeline ? keys.words(group.key)[0] ^ 1 << 63 : 0
    places.append(Place(order: (time, 0), group: group, rank: isTimeline ? 0 : UInt32(rank)))
  }

  /// Puts the groups in order of time if that is the first key, else of their ranks, then of their values, then of the keys.
  func sort() {
    let (keys, isTimeline) = (keys, isTimeline)
    if !isTimeline { setLeadingOrder() }
    places.sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if isTimeline, left.order.0 != right.order.0 { return left.order.0 < right.order.0 }
      if left.group.value != right.group.value { return left.group.value > right.group.value }
      return left.order == right.order ? keys.isBefore(left.group.key, right.group.key) : left.order < right.order
    }
  }

  /// Texts often begin alike, as addresses of pages do: what tells them apart begins after what all have in common.
  private func setLeadingOrder() {
    guard count > 1 else { return }
    let first = keys.firstBytes(places[0].group.key)
    var common = first.count
    for place in 1..<count where common > 0 { common = keys.commonLength(places[place].group.key, first, limit: common) }
    for place in 0..<count {
      let order = keys.leadingOrder(places[place].group.key, from: common)
      places[place].order = (UInt64(order >> 64), UInt64(truncatingIfNeeded: order))
    }
  }

  /// Number of groups.
  var count: Int { places.count }

  /// The group at a place, from 0.
  subscript(place: Int) -> Group { places[place].group }

  /// Rows of the log in all groups.
  var rows: Int { (0..<count).reduce(0) { $0 + places[$1].group.rows } }

  /// The places of groups by their keys.
  func index() -> KeyIndex<WordPair> {
    let index = KeyIndex<WordPair>(room)
    for place in 0..<count { _ = index.number(of: places[place].group.key) }
    return index
  }
}
