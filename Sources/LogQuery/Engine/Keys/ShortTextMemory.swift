/// The texts of eight to sixteen bytes that a lane met lately, and their words.
///
/// Each has two places, by its hash; a new text takes the first, pushes what is there to the second, and what is there out. There are more
/// places once many texts came: few texts lie in the fastest cache, and of many most are found all the same.
struct ShortTextMemory {
  private var places = [Place](repeating: Place(), count: fewest)
  /// Texts remembered since there are so many places.
  private var remembered = 0

  private static let fewest = 1 << 8
  /// Two megabytes.
  private static let most = 1 << 16

  private struct Place {
    var text = TextWords.empty
    var word: UInt64 = 0
  }

  /// The word of a text that is remembered.
  @inline(__always)
  func word(of text: TextWords, hash: UInt64) -> UInt64? {
    let first = index(hash)
    if places[first].text == text { return places[first].word }
    return places[first + 1].text == text ? places[first + 1].word : nil
  }

  /// Remembers the word of a text that was not; `hashes` gives the hash of any text.
  mutating func remember(_ text: TextWords, _ word: UInt64, hash: UInt64, hashes: (TextWords) -> UInt64) {
    put(Place(text: text, word: word), at: index(hash))
    remembered += 1
    if remembered > places.count, places.count < Self.most { grow(hashes) }
  }

  /// The first place of a text.
  @inline(__always)
  private func index(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (places.count - 2) }

  private mutating func put(_ place: Place, at first: Int) {
    places[first + 1] = places[first]
    places[first] = place
  }

  private mutating func grow(_ hashes: (TextWords) -> UInt64) {
    let known = places
    places = Array(repeating: Place(), count: known.count * 4)
    for place in known where place.text != .empty { put(place, at: index(hashes(place.text))) }
    remembered = 0
  }
}
