/// The last line of each host, for "last message repeated 3 times" to refer to.
struct RecentLines {
  /// Most hosts remembered; beyond it the one not heard of for longest is forgotten.
  private static let mostHosts = 64

  /// Copies; the host heard of last comes last.
  private var lines: [(host: [UInt8], line: [UInt8])] = []
  /// The line remembered last, in the buffer as yet: most lines are followed by another of the same host and need no copy.
  private var latest: (host: ByteSlice, line: ByteSlice)?

  /// Remembers a host's line; ``settle()`` must be called before the buffer goes.
  @inline(__always)
  mutating func remember(_ line: ByteSlice, host: ByteSlice) {
    if let latest, !latest.host.holdsSame(as: host) { settle() }
    latest = (host, line)
  }

  /// Copies what still lies in the buffer.
  mutating func settle() {
    guard let (host, line) = latest else { return }
    latest = nil
    let name = host.copied
    if let index = lines.firstIndex(where: { $0.host == name }) {
      lines.remove(at: index)
    } else if lines.count == Self.mostHosts {
      lines.removeFirst()
    }
    lines.append((name, line.copied))
  }

  /// The last line of a host, or of any host where none is told; nil if there was none.
  mutating func last(of host: ByteSlice) -> [UInt8]? {
    settle()
    let name = host.copied
    return name.isEmpty ? lines.last?.line : lines.last { $0.host == name }?.line
  }
}
