import CivilTime
import ConsoleOutput
import LogRecords
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

  @Test func tellsStepBytesRowsAndTimeLeft() {
    let terminal = Terminal()
    let line = terminal.line(width: 80)
    line.begin(step: 4, of: 10, title: "Scanning logs")
    terminal.advance(milliseconds: 13_000)
    line.report(ScanProgress(bytes: 424_000_000, totalBytes: 684_000_000, records: 5_100_000))
    terminal.advance(milliseconds: 200)
    line.report(ScanProgress(bytes: 1_500, records: 9))
    line.erase()
    #expect(
      terminal.written == [
        "\r[4/10] Scanning logs\u{1B}[K", "\r[4/10] Scanning logs  61 %  424 MB  5,100,000 rows  8 s left\u{1B}[K",
        "\r[4/10] Scanning logs  1.5 kB  9 rows\u{1B}[K",
        "\r\u{1B}[K",
      ])
  }

  @Test func atMostTenTimesASecond() {
    let terminal = Terminal()
    let line = terminal.line(width: 80)
    line.begin(step: 1, of: 1, title: "x")
    for step in 1...1_000 {
      terminal.advance(milliseconds: 2)
      line.report(ScanProgress(bytes: Int64(step), totalBytes: 1_000))
    }
    #expect(terminal.written.count == 1 + 20)
  }

  @Test func silentWithoutATerminal() {
    let terminal = Terminal()
    let line = terminal.line(width: nil)
    line.begin(step: 1, of: 2, title: "x")
    line.report(ScanProgress(bytes: 5, totalBytes: 10))
    line.erase()
    #expect(terminal.written.isEmpty)
  }

  @Test func fitsTheTerminal() {
    let terminal = Terminal()
    terminal.line(width: 12).begin(step: 1, of: 2, title: "A very long title of a step")
    #expect(terminal.written == ["\r[1/2]… step\u{1B}[K"])
  }
}
