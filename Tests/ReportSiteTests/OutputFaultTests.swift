import Foundation
import Testing

@testable import Diagnostics
@testable import ReportSite

/// Faults of file systems, made with real ones: a full disk, a read-only disk, a disk mounted on the output folder itself.
@Suite(.serialized, .enabled(if: OutputMount.isAllowed, "mounting a file system needs root")) struct OutputFaultTests {
  let scratch: OutputScratch

  init() throws { scratch = try OutputScratch() }

  @Test(arguments: ["size=128k", "nr_inodes=12"])
  func aFullDiskLeavesTheOldReport(limit: String) throws {
    let mount = try OutputMount(at: scratch.path("disk"), "-t", "tmpfs", "-o", limit, "tmpfs")
    try OutputFolder.write(outputReport("one"), to: scratch.path("disk/public"))
    let before = scratch.tree("disk")
    let large = outputReport("two", data: (1...9).map { "f\($0)" }, padding: 1 << 20)
    let diagnostic = try outputRefusal { try OutputFolder.write(large, to: scratch.path("disk/public")) }
    #expect(diagnostic.code == .output)
    #expect(diagnostic.message.hasSuffix("no space left on device"))
    #expect(scratch.tree("disk") == before)
    #expect(scratch.text("disk/public/data/a.csv") == "one,a\n")
    mount.remove()
  }

  @Test func aReadOnlyDiskIsSaid() throws {
    let mount = try OutputMount(at: scratch.path("disk"), "-t", "tmpfs", "tmpfs")
    try OutputFolder.write(outputReport("one"), to: scratch.path("disk/public"))
    OutputScratch.run("mount", "-o", "remount,ro", scratch.path("disk"))
    for target in ["disk/public", "disk/new"] {
      let diagnostic = try outputRefusal { try OutputFolder.write(outputReport("two"), to: scratch.path(target)) }
      #expect(diagnostic.code == .output)
      #expect(diagnostic.message.hasSuffix("read-only file system"))
    }
    #expect(scratch.text("disk/public/data/a.csv") == "one,a\n")
    mount.remove()
  }

  @Test func aDiskMountedOnTheFolderIsWrittenFileByFile() throws {
    let mount = try OutputMount(at: scratch.path("public"), "-t", "tmpfs", "tmpfs")
    try OutputFolder.write(outputReport("one", data: ["a", "b"]), to: scratch.path("public"))
    try OutputFolder.write(outputReport("two", data: ["b", "c"]), to: scratch.path("public"))
    #expect(
      scratch.tree() == [
        "public", "public/SHA256SUMS", "public/data", "public/data/b.csv", "public/data/c.csv", "public/index.html", "public/manifest.json",
      ])
    #expect(scratch.text("public/data/b.csv") == "two,b\n")
    mount.remove()
  }

  @Test func aFolderBelowAReadOnlyOneIsWrittenFileByFile() throws {
    try FileManager.default.createDirectory(atPath: scratch.path("disk/public"), withIntermediateDirectories: true)
    let outer = try OutputMount(at: scratch.path("disk"), "-t", "tmpfs", "tmpfs")
    try FileManager.default.createDirectory(atPath: scratch.path("disk/public"), withIntermediateDirectories: true)
    let inner = try OutputMount(at: scratch.path("disk/public"), "-t", "tmpfs", "tmpfs")
    OutputScratch.run("mount", "-o", "remount,ro", scratch.path("disk"))
    try OutputFolder.write(outputReport("one"), to: scratch.path("disk/public"))
    #expect(scratch.text("disk/public/data/a.csv") == "one,a\n")
    inner.remove()
    outer.remove()
  }
}

/// A file system mounted for one test.
final class OutputMount {
  private let place: String

  /// Whether this process may mount.
  static let isAllowed: Bool = {
    guard geteuid() == 0, let scratch = try? OutputScratch(), let mount = try? OutputMount(at: scratch.path("m"), "-t", "tmpfs", "tmpfs")
    else { return false }
    mount.remove()
    return true
  }()

  init(at place: String, _ options: String...) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    self.place = place
    let arguments = options.map { "'\($0)'" }.joined(separator: " ")
    let result = OutputScratch.run("sh", "-c", "mount \(arguments) '\(place)'")
    guard result.code == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func remove() { OutputScratch.run("umount", place) }

  deinit { remove() }
}
