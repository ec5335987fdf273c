import Foundation
import LogRecords
import Testing

@testable import LogQuery

/// Which keys are let in depends on the order of the chunks, not on that in which lanes hand them over.
@Suite struct AdmittedKeysTests {
  /// Names that only a dictionary holds.
  private static func name(_ number: Int) -> [UInt8] { Array("an account with the number \(number)".utf8) }

  /// Three names a chunk, two of them also in the next one; the fourth chunk has no rows, and a file ends after the fifth.
  private static let chunks = (0..<9).map { chunk in chunk == 3 ? [] : [chunk + 1, chunk, chunk + 2] }

  @Test(arguments: [1, 2, 5, 10, 11, 100], [false, true]) func chunksThatComeTooEarlyWait(limit: Int, isReversed: Bool) {
    let dictionary = KeyDictionary(.forTests)
    let plan = ScanPlan.LimitedCounterPlan(filter: 0, sources: [.text(column: 0)], limit: limit)
    // Room for two that wait: all others must wait outside.
    let admitted = AdmittedKeys(plan, dictionary, lanes: 1)
    let order = Self.chunks.indices.map { isReversed ? Self.chunks.count - 1 - $0 : $0 }
    Lanes.run(
      order.map { chunk in
        {
          let texts = KeyDictionary(.forTests)
          let keys = ChunkKeys(texts)
          for number in Self.chunks[chunk] {
            keys.add(WordPair(first: KeyWord.make(.dictionary, texts.place(of: Self.name(number))), second: 0))
          }
          // Time for the others to come before the first.
          if chunk == 0 { Thread.sleep(forTimeInterval: 0.05) }
          let place = ChunkPlace(file: chunk / 5, chunk: chunk % 5)
          admitted.merge(Self.chunks[chunk].isEmpty ? nil : keys, of: place, isLast: chunk == 4)
        }
      })
    let names = Self.chunks.flatMap(\.self)
    var first: [Int] = []
    for name in names where !first.contains(name) && first.count < limit { first.append(name) }
    let reader = KeyReader(dictionary: dictionary)
    var found: [[UInt8]: Int] = [:]
    admitted.forEach { found[reader.bytes($0.first)] = $1 }
    #expect(found == Dictionary(uniqueKeysWithValues: first.map { name in (Self.name(name), names.count { $0 == name }) }))
    #expect(admitted.rowsPastLimit == names.count { !first.contains($0) })
    for name in Set(names) { #expect((dictionary.existingPlace(of: Self.name(name)) != nil) == first.contains(name)) }
  }
}
