import SafeText

/// Marks that stand together, shifted to the right by px: their per cent stay those of the whole chart.
struct GroupMark: Mark {
  var x: Double
  var marks: [any Mark]

  var markup: SafeHTML {
    let content = marks.map(\.markup).joined(separator: SafeHTML("\n"))
    guard x != 0 else { return content }
    return .element("svg", [Attribute("x", x), Attribute("overflow", "visible")], SafeHTML("\n") + content + SafeHTML("\n"))
  }
}
