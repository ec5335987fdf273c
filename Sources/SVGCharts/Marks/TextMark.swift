import SafeText

/// Text on one line.
struct TextMark: Mark {
  /// How it looks: the classes of the page's style sheet.
  struct Style: OptionSet {
    let rawValue: Int
    /// Ticks, units: smaller and lighter.
    static let quiet = Style(rawValue: 1)
    /// What the title is about.
    static let bold = Style(rawValue: 2)
    /// Centred on its place.
    static let middle = Style(rawValue: 4)
    /// Ends at its place.
    static let end = Style(rawValue: 8)
    /// Kept legible where it crosses ink.
    static let halo = Style(rawValue: 16)
    /// Inside a filled shape.
    static let inverse = Style(rawValue: 32)
    /// Hidden on narrow screens.
    static let wide = Style(rawValue: 64)
    /// Hidden on wide screens, and where there is no style sheet to choose.
    static let narrow = Style(rawValue: 128)

    private static let classes: [(Style, String)] = [
      (.quiet, "q"), (.bold, "b"), (.middle, "m"), (.end, "e"), (.halo, "halo"), (.inverse, "inv"), (.wide, "w"),
      (.narrow, "k"),
    ]

    /// The classes, in one order.
    var classNames: String { Self.classes.filter { contains($0.0) }.map(\.1).joined(separator: " ") }
  }

  var content: SafeHTML
  var x = Across(0)
  var y: Double
  var style: Style = []
  /// What is shown when the pointer rests on it: the whole of what had to be cut.
  var title = SafeHTML.empty

  var markup: SafeHTML {
    var attributes: [Attribute] = []
    if !style.isEmpty { attributes.append(Attribute("class", style.classNames)) }
    if style.contains(.halo) { attributes.append(Attribute("paint-order", "stroke")) }
    if style.contains(.narrow) { attributes.append(Attribute("display", "none")) }
    // Without a style sheet the shape is black, and so would be the text in it.
    if style.contains(.inverse) { attributes.append(Attribute("fill", "#fff")) }
    if x.percent != 0 { attributes.append(Attribute("x", x.percent, unit: "%")) }
    if x.pixels != 0 { attributes.append(Attribute(x.percent == 0 ? "x" : "dx", x.pixels)) }
    attributes.append(Attribute("y", y))
    return .element("text", attributes, title == .empty ? content : content + .element("title", [], title))
  }
}
