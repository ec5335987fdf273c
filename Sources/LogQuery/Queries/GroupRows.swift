/// The groups of an answer, in order. Where they are many each is made only when it is looked at, from what was counted, so that a list of
/// millions stays within the engine's memory.
public struct GroupRows: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private let made: [ResultTable.Row]
  private let counted: CountedRows?

  /// Groups that are there already.
  public init(_ rows: [ResultTable.Row]) {
    made = rows
    counted = nil
  }

  /// Groups that are there already.
  public init(arrayLiteral rows: ResultTable.Row...) { self.init(rows) }

  init(_ counted: CountedRows) {
    made = []
    self.counted = counted
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// Number of groups.
  public var endIndex: Int { counted?.count ?? made.count }

  /// The group at a place.
  public subscript(place: Int) -> ResultTable.Row { counted?.row(place) ?? made[place] }

  /// Whether two answers have the same groups in the same order.
  public static func == (left: GroupRows, right: GroupRows) -> Bool { left.elementsEqual(right) }

  /// Hashes all groups.
  public func hash(into hasher: inout Hasher) { for row in self { hasher.combine(row) } }
}
