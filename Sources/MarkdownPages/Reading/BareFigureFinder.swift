/// Finds numbers in prose that look like findings, judged word by word.
enum BareFigureFinder {
  /// Words after which a number is a name, not a finding.
  private static let labels: Set<String> = [
    "figure", "figures", "table", "section", "step", "chapter", "page", "part", "appendix", "level", "phase", "question", "item", "note",
    "rfc", "iso", "port", "version", "ticket", "issue", "event", "id", "rule", "line", "uid", "gid", "pid", "http", "tlp", "claim", "tier",
    "layer", "type", "build", "release", "utc", "ipv", "windows", "debian", "ubuntu", "session",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  /// Words before a year.
  private static let yearWords: Set<String> = [
    "in", "since", "until", "till", "by", "before", "after", "during", "early", "mid", "late", "of", "from", "to", "year", "and", "spring",
    "summer", "autumn", "fall", "winter",
  ]

  /// The ranges of the numbers, in order.
  static func find(in glyphs: [Glyph]) -> [Range<Int>] {
    guard glyphs.contains(where: { isDigit($0.scalar) }) else { return [] }
    let words = glyphs.indices.split { isSpace(glyphs[$0].scalar) }
    func text(_ index: Int) -> String {
      words.indices.contains(index) ? glyphs[core(of: words[index], in: glyphs)].text.lowercased() : ""
    }
    var found: [Range<Int>] = []
    var followsDate = false
    for (index, word) in words.enumerated() {
      let core = core(of: word, in: glyphs)
      guard glyphs[core].contains(where: { isDigit($0.scalar) }), let shape = shape(of: glyphs[core].map(\.scalar)) else {
        followsDate = followsDate && months.contains(text(index))
        continue
      }
      let previous = text(index - 1)
      let isDay = shape == .short && (months.contains(previous) || months.contains(text(index + 1)))
      let isYear = shape == .year && (yearWords.contains(previous) || months.contains(previous) || followsDate)
      followsDate = isDay || followsDate && !isYear
      let isNamed = labels.contains(previous) || word.lowerBound < core.lowerBound && glyphs[core.lowerBound - 1].scalar == "#"
      if !isDay && !isYear && !isNamed { found.append(core) }
    }
    return found
  }

  private enum Shape { case short, year, number }

  /// What kind of number a word is: digits with thousands set apart, a point, `%`; or two of those with an en dash between.
  private static func shape(of word: [Unicode.Scalar]) -> Shape? {
    let parts = word.split(separator: "–", omittingEmptySubsequences: false)
    if parts.count == 2 { return shape(of: Array(parts[0])) != nil && shape(of: Array(parts[1])) != nil ? .number : nil }
    let digits = word.last == "%" ? word.dropLast() : word[...]
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }), halves.dropFirst().joined().allSatisfy(isDigit) else {
      return nil
    }
    guard groups.joined().allSatisfy(isDigit), groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard halves.count == 1, groups.count == 1, digits.count == word.count else { return .number }
    let isYear = whole.count == 4 && (whole.starts(with: "19".unicodeScalars) || whole.starts(with: "20".unicodeScalars))
    return isYear ? .year : whole.count <= 2 ? .short : .number
  }

  /// A word without the punctuation around it.
  private static func core(of word: Range<Int>, in glyphs: [Glyph]) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, isOuter(glyphs[start].scalar) { start += 1 }
    while end > start, isOuter(glyphs[end - 1].scalar) { end -= 1 }
    return start..<end
  }

  /// Punctuation, signs and currencies; not `%`, which is part of a number, and not the mark of an object, which glues.
  private static func isOuter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar != "%" && !UInt8(scalar.value).isLetter && !isDigit(scalar) }
    return scalar != PageReader.Passage.object && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? UInt8(scalar.value).isMarkdownSpace : scalar.properties.isWhitespace
  }
}
