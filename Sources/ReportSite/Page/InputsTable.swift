import SafeText

/// The table of inputs: a column a file while they are few, so that one can be read like a form; a row a file when they are many.
struct InputsTable {
  /// Whether the numbers of rejected rows lead to the table of them.
  let leadsToRejected: Bool

  /// The table with its caption; for no inputs words that say so.
  func markup(_ inputs: [InputDescription]) -> SafeHTML {
    if inputs.isEmpty { return SafeHTML(#"<p class="told">No log was read.</p>"#) }
    return .element("div", [Attribute("class", "tw fine")], inputs.count <= 3 ? columns(inputs) : rows(inputs))
  }

  private func columns(_ inputs: [InputDescription]) -> SafeHTML {
    let headings = inputs.map { SafeHTML.element("th", [Attribute("scope", "col")], name($0)) }
    func line(_ heading: StaticString, _ content: (InputDescription) -> SafeHTML) -> SafeHTML {
      let cells = inputs.map { SafeHTML.element("td", [Attribute("data-l", $0.name)], content($0)) }
      let first = SafeHTML.element("th", [Attribute("scope", "row"), Attribute("class", "nw")], SafeHTML(heading))
      return .element("tr", [], first + cells.joined()) + SafeHTML("\n")
    }
    var lines = [
      line("What it is") { SafeHTML(text: $0.kind) + simulated($0) },
      line("Size", size),
      line("Rows read") { SafeHTML(text: NumberText.count($0.rows)) },
      line("Rows rejected", rejected),
    ]
    if inputs.contains(where: { $0.first != nil || $0.last != nil }) {
      lines.append(line("Earliest row") { $0.first.map(TimeMarkup.exact) ?? SafeHTML("–") })
      lines.append(line("Latest row") { $0.last.map(TimeMarkup.exact) ?? SafeHTML("–") })
    }
    if inputs.contains(where: { !$0.timezone.utf8.isEmpty }) { lines.append(line("Time zone") { SafeHTML(text: $0.timezone) }) }
    if inputs.contains(where: { !$0.assumptions.isEmpty }) { lines.append(line("Assumed") { assumptions($0) }) }
    lines.append(line("SHA-256", hash))
    return table(.element("td") + headings.joined(), lines)
  }

  private func rows(_ inputs: [InputDescription]) -> SafeHTML {
    let lines = inputs.map { input in
      let remarks = [size(input), SafeHTML(text: input.kind)] + (input.timezone.utf8.isEmpty ? [] : [SafeHTML(text: input.timezone)])
      let assumed = input.assumptions.isEmpty ? SafeHTML.empty : SafeHTML("<br>") + assumptions(input)
      let small = SafeHTML.element("small", [], remarks.joined(separator: SafeHTML("; ")) + assumed)
      let times = [input.first, input.last].map { $0.map(TimeMarkup.exact) ?? SafeHTML("–") }
      let cells = [
        SafeHTML.element("th", [Attribute("scope", "row")], name(input) + simulated(input) + SafeHTML(" ") + small),
        number("Rows", SafeHTML(text: NumberText.count(input.rows))),
        number("Rejected", rejected(input)), .element("td", [Attribute("data-l", "From, to")], times.joined(separator: SafeHTML("<br>"))),
        .element("td", [Attribute("class", "full"), Attribute("data-l", "SHA-256")], hash(input)),
      ]
      return SafeHTML.element("tr", [], cells.joined()) + SafeHTML("\n")
    }
    let headings = SafeHTML(
      """
      <th scope="col">Input</th><th scope="col" class="n">Rows</th>\
      <th scope="col" class="n">Rejected</th><th scope="col">Earliest and latest row</th><th scope="col">SHA-256</th>
      """)
    return table(headings, lines)
  }

  private func table(_ headings: SafeHTML, _ lines: [SafeHTML]) -> SafeHTML {
    let head = SafeHTML.element("thead", [], .element("tr", [], headings))
    let body = SafeHTML.element("tbody", [], SafeHTML("\n") + lines.joined())
    return .element(
      "table", [Attribute("class", "stack")],
      SafeHTML("<caption><small>The files as stored: sha256sum gives the same sums.</small></caption>\n") + head + SafeHTML("\n") + body)
  }

  private func number(_ label: StaticString, _ content: SafeHTML) -> SafeHTML {
    .element("td", [Attribute("class", "n"), Attribute("data-l", label.description)], content)
  }

  private func name(_ input: InputDescription) -> SafeHTML { .element("bdi", [], SafeHTML(text: input.name)) }

  private func size(_ input: InputDescription) -> SafeHTML { ReportPage.count(Int(input.bytes), "byte", "bytes") }

  private func simulated(_ input: InputDescription) -> SafeHTML {
    input.isSimulated ? SafeHTML(#" <span class="sim">Simulated data</span>"#) : .empty
  }

  private func rejected(_ input: InputDescription) -> SafeHTML {
    let count = SafeHTML(text: NumberText.count(input.rejected))
    return input.rejected == 0 || !leadsToRejected ? count : .element("a", [Attribute("href", "#tab-rejected")], count)
  }

  private func assumptions(_ input: InputDescription) -> SafeHTML {
    input.assumptions.isEmpty ? SafeHTML("Nothing") : input.assumptions.map { SafeHTML(text: $0) }.joined(separator: SafeHTML(" "))
  }

  /// The hash in two halves, which a narrow cell may part.
  private func hash(_ input: InputDescription) -> SafeHTML {
    let digits = Array(input.sha256.unicodeScalars)
    let halves = [digits.prefix(32), digits.dropFirst(32)].map { half in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: half)
      return SafeHTML.element("span", [Attribute("class", "nw")], SafeHTML(text: String(text)))
    }
    return .element("span", [Attribute("class", "hash")], halves.joined(separator: SafeHTML("<wbr>")))
  }
}
