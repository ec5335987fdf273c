import SafeText

/// The labels of one chart, cut to one width so that different labels stay different where that can be done.
struct FittedLabels {
  /// The labels, in order.
  let all: [FittedLabel]

  /// So many bytes of a common beginning stay, to say that there is one.
  private static let keptStart = 4

  /// Labels of one or more names each. Those that the cut makes equal lose the beginning that they share instead of the place where they
  /// differ.
  init(_ labels: [[ByteString]], room: Double, isBold: [Bool]) {
    func fitted(_ index: Int, _ names: [ByteString]) -> FittedLabel { FittedLabel(names, room: room, isBold: isBold[index]) }
    var all = labels.indices.map { fitted($0, labels[$0]) }
    // Labels of a group that are told apart leave smaller groups, which share a longer beginning.
    var settled: Set<[Int]> = []
    while true {
      let groups = Dictionary(grouping: all.indices.filter { all[$0].isCut }) { all[$0].content.markup }.values
      let equal = groups.filter { $0.count > 1 && settled.insert($0).inserted }
      if equal.isEmpty { break }
      for group in equal {
        for (index, names) in zip(group, Self.withoutSharedStart(group.map { labels[$0] })) {
          all[index] = fitted(index, names).ofShortenedNames()
        }
      }
    }
    self.all = all
  }

  /// The names with `…` for what all names at the same place begin with, unless they are the same altogether.
  private static func withoutSharedStart(_ labels: [[ByteString]]) -> [[ByteString]] {
    var labels = labels
    for place in labels[0].indices where labels.allSatisfy({ $0.indices.contains(place) }) {
      let names = labels.map { $0[place].bytes }
      let first = names[0]
      let shared = names.reduce(first.count) { shared, name in
        zip(first, name).prefix(shared).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(shared, name.count)
      }
      guard names.contains(where: { $0.count > shared }) else { continue }
      let kept = start(of: first, keptStart)
      let end = start(of: first, shared)
      guard end > kept else { continue }
      for index in labels.indices {
        labels[index][place] = ByteString(bytes: Array(first[..<kept]) + Array("…".utf8) + Array(names[index][end...]))
      }
    }
    return labels
  }

  /// The offset, moved back to where a scalar of UTF-8 begins.
  private static func start(of bytes: [UInt8], _ offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
