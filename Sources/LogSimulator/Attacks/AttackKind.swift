import Diagnostics

/// A shape of attack that can be laid over the ordinary events.
public enum AttackKind: String, CaseIterable, Hashable, Sendable {
  /// One outside source fails to log in as one user, 24 to 63 times at 1 to 5 s, and then succeeds.
  case bruteForce = "brute-force"
  /// One outside source tries 40 to 79 users (or all there are) once each, at 5 to 20 s; all tries fail.
  case passwordSpray = "password-spray"
  /// One inside source probes 60 to 119 destinations of one network within five minutes; one probe in eight is answered.
  case portScan = "port-scan"
  /// One user reads 200 to 399 files from one server, at 0.2 to 1 s.
  case bulkAccess = "bulk-access"

  /// With fewer users the shape would not be itself.
  var fewestUsers: Int { self == .passwordSpray ? 10 : 1 }

  /// The kinds named in a list such as `brute-force,port-scan`.
  ///
  /// - Throws: wrong usage (64) for each name that is none, with the names that it may have meant.
  public static func parse(list: String) throws(DiagnosticList) -> [AttackKind] {
    var kinds: [AttackKind] = []
    var problems = DiagnosticList()
    for part in list.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let name = String(Substring(part))
      if let kind = AttackKind(rawValue: name) {
        kinds.append(kind)
      } else {
        let known = allCases.map(\.rawValue)
        let hint = NearestNames.hint(for: name, among: known)
        let list = hint.isEmpty ? "; known attacks: " + known.joined(separator: ", ") : hint
        problems.append(Diagnostic(.error, .usage, "no attack is called ‘\(name)’" + list))
      }
    }
    if problems.hasErrors { throw problems }
    return kinds
  }
}
