import CivilTime
import ConsoleOutput
import Synchronization
import Testing

@Suite struct ProgressLineTests {
  /// A clock that stands where it is put, and everything that was written.
  final class Terminal: Sendable {
    let state = Mutex((now: TimeSpan.seconds(100), written: [String]()))

    func advance(milliseconds: Int64) { state.withLock { $0.now = TimeSpan(nanoseconds: $0.now.nanoseconds + milliseconds * 1_000_000) } }

    var written: [String] { state.withLock { $0.written } }

    func line(width: Int?) -> ProgressLine {
      ProgressLine(
        width: width, clock: { self.state.withLock { $0.now } }, write: { text in self.state.withLock { $0.written.append(text) } })
    }
  }

  @Test func tellsStepBytesAndTimeLeft() {
    let terminal = Terminal()
    let line = terminal.line(width: 80)
    line.begin(step: 4, of: 10, title: "Scanning logs")
    terminal.advance(milliseconds: 13_000)
    line.report(bytes: 424_000_000, of: 684_000_000)
    terminal.advance(milliseconds: 200)
    line.report(bytes: 1_500)
    line.erase()
    #expect(
      terminal.written == [
        "\r[4/10] Scanning logs\u{1B}[K", "\r[4/10] Scanning logs  61 %  424 MB  8 s left\u{1B}[K",
        "\r[4/10] Scanning logs  1.5 kB\u{1B}[K",
        "\r\u{1B}[K",
      ])
  }

  @Test func atMostTenTimesASecond() {
    let terminal = Terminal()
    let line = terminal.line(width: 80)
    line.begin(step: 1, of: 1, title: "x")
    for step in 1...1_000 {
      terminal.advance(milliseconds: 2)
      line.report(bytes: Int64(step), of: 1_000)
    }
    #expect(terminal.written.count == 1 + 20)
  }

  @Test func silentWithoutATerminal() {
    let terminal = Terminal()
    let line = terminal.line(width: nil)
    line.begin(step: 1, of: 2, title: "x")
    line.report(bytes: 5, of: 10)
    line.erase()
    #expect(terminal.written.isEmpty)
  }

  @Test func fitsTheTerminal() {
    let terminal = Terminal()
    terminal.line(width: 12).begin(step: 1, of: 2, title: "A very long title of a step")
    #expect(terminal.written == ["\r[1/2]… step\u{1B}[K"])
  }
}
