import SafeText

/// Whether something succeeded, however a log spells it.
public enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
  /// `True`, `1`, `yes`, `Accepted` …
  case success
  /// `False`, `0`, `no`, `Failed`, `denied` …
  case failure
  /// Any other text.
  case unknown

  /// The word that stands for it in results: `success`, `failure` or `unknown`, as the Elastic Common Schema has them.
  public var text: ByteString {
    switch self {
    case .success: "success"
    case .failure: "failure"
    case .unknown: "unknown"
    }
  }
}
