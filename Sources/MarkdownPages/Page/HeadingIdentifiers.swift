/// Gives the headings of a report their ids: readable, and each once.
public struct HeadingIdentifiers: Sendable {
  /// Ids that are taken, with those of the headings themselves (`h-` and the section's id).
  public private(set) var taken: Set<String>
  /// The number to try next for a text that came up before.
  private var nextNumbers: [String: Int] = [:]

  /// The ids that a page has by its template.
  public static let pageIdentifiers: Set<String> = [
    "main", "toc", "summary", "six", "keys", "actions", "evidence", "inputs", "method", "claims", "rows", "limits", "footer",
  ]

  /// An allocator that never gives out the ids of the page's template nor `reserved` ones.
  public init(reserved: some Sequence<String> = []) { taken = Self.pageIdentifiers.union(reserved) }

  /// The id of the next heading: its text in ASCII lower case, digits and hyphens, made unique by a number.
  ///
  /// Never one that figures (`fig-…`, `tab-…`), claims (`c1`, `p1`) or parts of charts (`f1-…`) have, and `h-` before it is free, too.
  public mutating func allocate(for text: String) -> String {
    let slug = Self.slug(text)
    let base = slug.isEmpty ? "section" : Self.isReserved(slug) ? "section-" + slug : slug
    var number = nextNumbers[base] ?? 2
    var candidate = number == 2 ? base : "\(base)-\(number)"
    while taken.contains(candidate) || taken.contains("h-" + candidate) {
      candidate = "\(base)-\(number)"
      number += 1
    }
    nextNumbers[base] = number
    taken.formUnion([candidate, "h-" + candidate])
    return candidate
  }

  /// At most 60 bytes of lower-case letters, digits and single hyphens between them.
  static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    for scalar in text.unicodeScalars where scalar != "'" && scalar != "’" {
      let byte = scalar.isASCII ? UInt8(scalar.value).lowercased : 0
      if byte.isLowercaseLetter || byte.isDigit {
        slug.append(byte)
      } else if let last = slug.last, last != .hyphen {
        slug.append(.hyphen)
      }
    }
    if slug.count > 60 { slug = Array(slug.prefix(61).prefix(through: slug.prefix(61).lastIndex(of: .hyphen) ?? 59)) }
    while slug.last == .hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// `fig-…`, `tab-…`, `h-…`, and a single letter with a number, alone or before a hyphen.
  private static func isReserved(_ slug: String) -> Bool {
    let first = slug.utf8.prefix { $0 != .hyphen }
    let hasRest = first.count < slug.utf8.count
    if hasRest && ["fig", "tab", "h"].contains(String(first)) { return true }
    return first.count > 1 && first.first?.isLowercaseLetter == true && first.dropFirst().allSatisfy(\.isDigit)
  }
}
