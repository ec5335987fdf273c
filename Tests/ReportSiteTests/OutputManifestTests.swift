import CivilTime
import Diagnostics
import Foundation
import Testing

@testable import ReportSite

@Suite struct OutputManifestTests {
  static let manifest = Manifest(
    toolVersion: "1.2.3", arguments: ["to": "2026-11-02", "from": "2026-11-01"], date: Timestamp(seconds: 0),
    inputs: [
      Manifest.Input(path: "report.yml", bytes: 12, sha256: String(repeating: "a", count: 64)),
      Manifest.Input(
        path: "data/bad\"\u{202E}\u{1F600}\u{7}.csv", bytes: 5, sha256: String(repeating: "b", count: 64),
        log: Manifest.Log(source: "logs", format: "csv", rows: 10, rejected: 2, repeated: 1)),
    ], claims: Manifest.Claims(total: 3, held: 2), figures: 4)

  @Test func isWrittenWithSortedKeys() {
    let text = String(
      decoding: Self.manifest.json(outputs: [OutputFile(path: "index.html", bytes: Array("abc".utf8))]).document, as: UTF8.self)
    // The digest of "abc" is the first example of FIPS 180-4.
    #expect(
      text == #"""
        {
          "arguments": {
            "from": "2026-11-01",
            "to": "2026-11-02"
          },
          "counts": {
            "claims": {
              "held": 2,
              "total": 3
            },
            "figures": 4
          },
          "date": "1970-01-01T00:00:00Z",
          "inputs": [
            {
              "bytes": 12,
              "path": "report.yml",
              "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            },
            {
              "bytes": 5,
              "format": "csv",
              "path": "data/bad\"\u202e😀\u0007.csv",
              "rejected": 2,
              "repeated": 1,
              "rows": 10,
              "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
              "source": "logs"
            }
          ],
          "outputs": [
            {
              "bytes": 3,
              "path": "index.html",
              "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            }
          ],
          "tool": {
            "name": "logbrief",
            "version": "1.2.3"
          }
        }

        """#)
  }

  @Test func readsBackAsTheSameValues() throws {
    let document = Self.manifest.json(outputs: []).document
    let object = try #require(try JSONSerialization.jsonObject(with: Data(document)) as? [String: Any])
    let inputs = try #require(object["inputs"] as? [[String: Any]])
    #expect(inputs[1]["path"] as? String == "data/bad\"\u{202E}\u{1F600}\u{7}.csv")
    #expect((object["outputs"] as? [Any])?.isEmpty == true)
  }

  @Test func theListOfChecksumsCoversTheManifest() {
    let sealed = Self.manifest.sealing([OutputFile(path: "index.html", bytes: []), OutputFile(path: "data/a.csv", bytes: [])])
    #expect(sealed.map(\.path) == ["index.html", "data/a.csv", "manifest.json", "SHA256SUMS"])
    let lines = String(decoding: sealed[3].bytes, as: UTF8.self).split(separator: "\n").map { $0.dropFirst(64) }
    #expect(lines == ["  data/a.csv", "  index.html", "  manifest.json"])
  }

  @Test func theDateIsOptional() throws {
    #expect(try SourceDateEpoch.date(nil) == nil)
    #expect(try SourceDateEpoch.date("0") == Timestamp(seconds: 0))
    #expect(try SourceDateEpoch.date("1793491200")?.rfc3339 == "2026-11-01T00:00:00Z")
  }

  @Test(arguments: ["", " 1", "1 ", "-1", "+1", "1.0", "1e9", "0x1", "١", "1\u{301}", "today", "9223372037", "99999999999999999999"])
  func aMalformedDateIsAnError(value: String) throws {
    let diagnostic = try outputRefusal { _ = try SourceDateEpoch.date(value) }
    #expect(diagnostic.code == .content)
    #expect(diagnostic.message.contains("‘\(value)’"))
  }
}
