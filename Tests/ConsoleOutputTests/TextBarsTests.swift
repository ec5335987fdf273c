import ConsoleOutput
import Testing

@Suite struct TextBarsTests {
  @Test func barsAreScaledInEighths() {
    let bars = TextBars([
      .init(label: "user_17", value: 8, valueText: "8"), .init(label: "u", value: 4.5, valueText: "4.5"),
      .init(label: "x", value: 0.001, valueText: "0"),
      .init(label: "none", value: 0, valueText: "0"), .init(label: "odd", value: .nan, valueText: "-"),
    ])
    #expect(
      bars.text(width: 7 + 3 + 4 + 8) == """
        user_17    8  ████████
        u        4.5  ████▌
        x          0  ▏
        none       0
        odd        -

        """)
    #expect(bars.text(width: 22, style: .ascii).hasPrefix("user_17    8  ########\nu        4.5  #####\nx          0  #\n"))
  }

  @Test func histogramLabelsLineUpOnTheRight() {
    let bins = [("1", 3), ("2", 6), ("10", 1)].map { TextBars.Bar(label: $0.0, value: Double($0.1), valueText: "\($0.1)") }
    #expect(TextBars(bins, labelAlignment: .right).text(width: 19) == " 1  3  ██████\n 2  6  ████████████\n10  1  ██\n")
  }

  @Test func longLabelsLeaveRoomForTheBars() {
    let bar = TextBars.Bar(label: String(repeating: "a", count: 100), value: 1, valueText: "1")
    let line = TextBars([bar]).text(width: 60).dropLast()
    #expect(DisplayWidth.of(String(line)) == 60)
    #expect(line.hasPrefix("aaaaaaaaaa…aaaaaaaaa  1  █"))
  }

  @Test func nothingToDraw() {
    #expect(TextBars([]).text().isEmpty)
    #expect(TextBars([.init(label: "a", value: 0, valueText: "0")]).text() == "a  0\n")
  }

  @Test func styleFollowsTheLocale() {
    #expect(TextStyle(environment: ["LANG": "en_GB.UTF-8"]) == .unicode)
    #expect(TextStyle(environment: ["LANG": "C.utf8"]) == .unicode)
    #expect(TextStyle(environment: ["LC_ALL": "C", "LANG": "en_GB.UTF-8"]) == .ascii)
    #expect(TextStyle(environment: ["LC_ALL": "", "LC_CTYPE": "de_DE.UTF-8"]) == .unicode)
    #expect(TextStyle(environment: [:]) == .ascii)
  }
}
