import ConsoleOutput
import Testing

@Suite struct TextSparklineTests {
  @Test func theLargestValueIsAFullColumn() {
    #expect(TextSparkline([0, 1, 2, 3, 4, 5, 6, 7, 8]).text() == " ▁▂▃▄▅▆▇█")
    #expect(TextSparkline([0, 1, 2, 3, 4, 5, 6, 7, 8]).text(style: .ascii) == " .:-=+*#@")
  }

  @Test func littleIsNotNothing() { #expect(TextSparkline([1_000, 1, 0, nil]).text() == "█▁ ┄") }

  @Test func nothingAtAll() {
    #expect(TextSparkline([]).text().isEmpty)
    #expect(TextSparkline([0, nil]).text(style: .ascii) == " ?")
  }

  @Test func aLineThatDoesNotFitMergesNeighbours() {
    let line = TextSparkline([1, 2, nil, nil, nil, 8, 4])
    #expect(line.fitted(to: 7) == line)
    #expect(line.fitted(to: 4).values == [2, nil, 8, 4])
    #expect(line.valuesPerColumn(in: 4) == 2)
    #expect(line.fitted(to: 1).values == [8])
    #expect(TextSparkline([]).fitted(to: 0).values == [])
  }
}
