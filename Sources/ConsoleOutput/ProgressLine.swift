import CivilTime
import LogRecords
import SafeText
import Synchronization

/// One line that tells how far the work is, drawn over itself: `[4/10] Scanning logs  62 %  424 MB  5,100,000 rows  8 s left`.
///
/// It writes to a terminal only, ten times a second at most, and takes itself away. Any thread may report.
public final class ProgressLine: Sendable {
  private struct State {
    var step = (number: 0, count: 0, title: "")
    var stepStart: TimeSpan
    var lastDrawn: TimeSpan?
    var isDrawn = false
  }

  private let width: Int?
  private let clock: @Sendable () -> TimeSpan
  private let write: @Sendable (String) -> Void
  private let state: Mutex<State>

  private static let shortestPause = TimeSpan(nanoseconds: 100_000_000)
  /// Before this no guess is worth reading.
  private static let firstGuess = TimeSpan.seconds(1)

  /// A line that shows nothing yet.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil to write nothing at all (standard error is no terminal, `--quiet`).
  ///   - clock: the time since any fixed moment; it must not go back.
  ///   - write: puts text on standard error at once.
  public init(width: Int?, clock: @escaping @Sendable () -> TimeSpan, write: @escaping @Sendable (String) -> Void) {
    self.width = width
    self.clock = clock
    self.write = write
    state = Mutex(State(stepStart: clock()))
  }

  /// Begins a step and shows its title.
  public func begin(step number: Int, of count: Int, title: String) {
    guard width != nil else { return }
    let now = clock()
    state.withLock { state in
      state.step = (number, count, title)
      state.stepStart = now
      draw("", &state, now)
    }
  }

  /// Tells how far the step's scan has come; of standard input nobody knows how much is left.
  public func report(_ scan: ScanProgress) {
    guard width != nil else { return }
    let now = clock()
    state.withLock { state in
      if let last = state.lastDrawn, now - last < Self.shortestPause { return }
      draw(Self.amounts(scan, elapsed: now - state.stepStart), &state, now)
    }
  }

  /// Takes the line away; before anything else is written to the terminal.
  public func erase() {
    state.withLock { state in
      if state.isDrawn { write("\r\u{1B}[K") }
      state.isDrawn = false
      state.lastDrawn = nil
    }
  }

  private func draw(_ amounts: String, _ state: inout State, _ now: TimeSpan) {
    guard let width else { return }
    let line = "[\(state.step.number)/\(state.step.count)] \(state.step.title)\(amounts)"
    // The last column stays free: some terminals begin a new line once it is filled.
    write("\r" + DisplayWidth.cut(line, to: max(10, width - 1)) + "\u{1B}[K")
    state.isDrawn = true
    state.lastDrawn = now
  }

  private static func amounts(_ scan: ScanProgress, elapsed: TimeSpan) -> String {
    let (bytes, total) = (scan.bytes, scan.totalBytes)
    var text = ""
    if total > 0 { text += "  \(Int(min(1, max(0, Double(bytes) / Double(total))) * 100)) %" }
    text += "  \(NumberText.bytes(Double(bytes)))  \(NumberText.count(scan.records, of: "row"))"
    if total > bytes, bytes > 0, elapsed >= firstGuess {
      let seconds = Double(elapsed.nanoseconds) / 1e9 * (Double(total - bytes) / Double(bytes))
      if seconds < 1e9 { text += "  " + NumberText.duration(.seconds(max(1, Int64(seconds.rounded(.up))))) + " left" }
    }
    return text
  }
}

extension TimeSpan {
  fileprivate static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(nanoseconds: left.nanoseconds &- right.nanoseconds)
  }
}
