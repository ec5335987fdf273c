import Foundation
import Testing

@testable import ReportSite

/// Builds killed (SIGKILL) at moments spread over their writing: whatever the moment, a whole report stands.
@Suite(.serialized) struct OutputDeathTests {
  let scratch: OutputScratch

  init() throws { scratch = try OutputScratch() }

  @Test(arguments: OutputDeath.moments)
  func theFolderHoldsOneWholeReport(microseconds: Int) async throws {
    try OutputFolder.write(outputReport("v0", data: ["a", "b", "c"]), to: scratch.path("public"))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path("public") as String, microseconds] in
      OutputDeath.come(after: microseconds)
      for version in 1... { try OutputFolder.write(outputReport("v\(version)", data: ["a", "b", "c"]), to: path) }
    }
    let check = OutputScratch.run("sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS", in: scratch.path("public"))
    #expect(check.code == 0, "\(check.output)")
    let words = Set(["a", "b", "c"].map { scratch.text("public/data/\($0).csv")?.split(separator: ",").first })
    #expect(words.count == 1)

    try OutputFolder.write(outputReport("next"), to: scratch.path("public"))
    #expect(scratch.tree().filter { !$0.hasPrefix("public") } == [], "leftovers stay after the next build")
  }

  @Test(arguments: OutputDeath.moments)
  func filesMovedOneByOneLeaveAWholePage(microseconds: Int) async throws {
    try OutputFolder.write(outputReport("v0", data: ["a", "x0"]), to: scratch.path("public"))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path("public") as String, microseconds] in
      OutputDeath.come(after: microseconds)
      for version in 1... { try OutputFolder.moveIn(outputReport("v\(version)", data: ["a", "x\(version)"]), to: .init(path)) }
    }
    let page = try #require(scratch.text("public/index.html"))
    #expect(page.hasPrefix("<p>v") && page.hasSuffix("</p>"))

    // What a dead build left there is known as ours: no --force is asked for, and nothing of it stays.
    try OutputFolder.write(outputReport("next"), to: scratch.path("public"))
    #expect(
      scratch.tree() == ["public", "public/SHA256SUMS", "public/data", "public/data/a.csv", "public/index.html", "public/manifest.json"])
  }

  @Test func livingBuildsDoNotDisturbOneAnother() throws {
    let path = scratch.path("public")
    DispatchQueue.concurrentPerform(iterations: 24) { index in
      try? OutputFolder.write(outputReport("v\(index)", data: ["a", "b"]), to: path)
    }
    let check = OutputScratch.run("sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS", in: path)
    #expect(check.code == 0, "\(check.output)")
    try OutputFolder.write(outputReport("next"), to: path)
    #expect(scratch.tree().filter { !$0.hasPrefix("public") } == [])
  }
}

enum OutputDeath {
  /// Microseconds into the writing, of which a report takes about two thousand.
  static let moments = Array(stride(from: 300, through: 9_000, by: 870))

  /// Kills this process after a while, whatever it is doing then.
  static func come(after microseconds: Int) {
    Thread.detachNewThread {
      usleep(UInt32(microseconds))
      kill(getpid(), SIGKILL)
    }
  }
}
