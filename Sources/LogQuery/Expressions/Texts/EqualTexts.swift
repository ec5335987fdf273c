import SafeText

/// Texts that many cells are looked up among: an open-addressed table over their lengths and ends (see ``EqualText``).
///
/// The table is filled from the author's list only, so no log can make it slow.
struct EqualTexts: Sendable {
  /// The texts, as given.
  let list: [ByteString]
  private var texts: [EqualText] = []
  /// Indices into `texts`, or -1; a power of two of them, at least twice as many as texts.
  private var slots: [Int32]
  private let shift: UInt64
  /// Whether some text has a length, up to 63; longer ones share the last place.
  private var lengths: UInt64 = 0

  init(_ list: [ByteString]) {
    self.list = list
    var bits = 2
    while 1 << bits < list.count * 2 { bits += 1 }
    slots = Array(repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
    for text in list {
      let equal = EqualText(text)
      var slot = unsafe text.bytes.withUnsafeBytes { unsafe self.slot(of: $0) }
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(texts.count)
      texts.append(equal)
      lengths |= 1 << UInt64(min(equal.length, 63))
    }
  }

  /// Whether some text is as long as this; a quick no for most cells.
  @inline(__always)
  func mayContain(length: Int) -> Bool { lengths >> UInt64(min(length, 63)) & 1 == 1 }

  /// Whether these bytes are one of the texts.
  func contains(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var slot = unsafe slot(of: bytes)
    while slots[slot] >= 0 {
      let text = texts[Int(slots[slot])]
      if text.length == bytes.count, unsafe text.equals(bytes) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func slot(of bytes: UnsafeRawBufferPointer) -> Int {
    let ends = unsafe EqualText.ends(of: bytes)
    let mixed = (ends.head ^ (ends.tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bytes.count)) &* 0xD6E8_FEB8_6659_FD93
    return Int(mixed >> shift)
  }
}

/// Equal where the lists are.
extension EqualTexts: Hashable {
  static func == (left: EqualTexts, right: EqualTexts) -> Bool { left.list == right.list }

  func hash(into hasher: inout Hasher) { hasher.combine(list) }
}
