import Diagnostics
import LogRecords

/// Where simulated bytes go: a file, standard output, a test's array.
public protocol ByteSink {
  /// Takes the next bytes.
  ///
  /// - Throws: what keeps them from being written, usually a full disk (73).
  mutating func write(_ bytes: [UInt8]) throws(DiagnosticList)
}

extension BufferedFile: ByteSink {}
