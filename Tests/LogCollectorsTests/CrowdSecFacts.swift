import Foundation

/// What CrowdSec's own tests say of a log: `results["s01-parse"]["crowdsecurity/sshd-logs"][3].Evt.Meta["source_ip"] == "…"`.
struct CrowdSecFacts {
  /// Values by record (from 0) and key, of the lines' own fields.
  private(set) var meta: [Int: [String: String]] = [:]

  /// The facts of one of its tests about one parser.
  init(test: String, parser: String) throws {
    let text = String(decoding: try SharedData.bytes("crowdsecurity-hub/tests/\(test)/parser.assert"), as: UTF8.self)
    let start = "results[\"s01-parse\"][\"\(parser)\"]["
    for line in text.split(separator: "\n") where line.hasPrefix(start) {
      let rest = line.dropFirst(start.count)
      guard let index = Int(rest.prefix { $0 != "]" }), let key = rest.range(of: ".Evt.Meta[\""), let end = rest.range(of: "\"] == \"")
      else {
        continue
      }
      meta[index, default: [:]][String(rest[key.upperBound..<end.lowerBound])] = String(rest[end.upperBound...].dropLast())
    }
  }
}
