import Diagnostics
import Foundation
import LogRecords
import Testing

@Suite struct InputFileTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  func failure(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let list as DiagnosticList {
      return list.exitCode() == .input ? list.diagnostics.map(\.message).joined(separator: "|") : "wrong exit code"
    } catch {
      return nil
    }
  }

  @Test func unreadableFilesSayWhy() throws {
    #expect(
      failure { _ = try InputFile(path: scratch.path + "/no.csv", name: "no.csv") } == "‘no.csv’ can't be read: there is no such file")
    #expect(failure { _ = try InputFile(path: scratch.path, name: "data") } == "‘data’ can't be read: it is a folder")
    let path = try scratch.write("a", to: "a.csv")
    #expect(
      failure { _ = try InputFile(path: path + "/b", name: "a.csv/b") } == "‘a.csv/b’ can't be read: a part of its path is not a folder")
    #expect(failure { _ = try InputFile(path: path + "\0.csv", name: "nul") } == "‘nul’ can't be read: there is no such file")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/loop", withDestinationPath: "loop")
    #expect(
      failure { _ = try InputFile(path: scratch.path + "/loop", name: "loop") }
        == "‘loop’ can't be read: its symbolic links go in a circle")
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func permissionDenied() throws {
    let path = try scratch.write("a", to: "a.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(failure { _ = try InputFile(path: path, name: "a.csv") } == "‘a.csv’ can't be read: permission denied")
  }

  @Test func readsAtAnyOffset() throws {
    let file = try InputFile(path: try scratch.write("0123456789", to: "digits"))
    #expect(file.isRegular && file.size == 10)
    var buffer = [UInt8](repeating: 0, count: 4)
    for (offset, expected) in [(0, "0123"), (7, "789"), (10, ""), (99, "")] as [(Int64, String)] {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
      #expect(String(decoding: buffer[..<count], as: UTF8.self) == expected)
    }
    #expect(file.name == scratch.path + "/digits")
  }

  @Test func fileThatChangesIsAnError() throws {
    let path = try scratch.write("0123456789", to: "a")
    func open() throws -> InputFile { try InputFile(path: path, name: "a") }

    let same = try open()
    try same.verifyUnchanged()

    let longer = try open()
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("more".utf8))
    #expect(failure { try longer.verifyUnchanged() } == "‘a’ changed while it was read")

    let shorter = try open()
    try handle.truncate(atOffset: 3)
    #expect(failure { try shorter.verifyUnchanged() } == "‘a’ became shorter while it was read")
    var buffer = [UInt8](repeating: 0, count: 14)
    #expect(
      failure { _ = try buffer.withUnsafeMutableBytes { try shorter.read(into: $0, at: 0) } } == "‘a’ became shorter while it was read")

    let rewritten = try open()
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
    #expect(failure { try rewritten.verifyUnchanged() } == "‘a’ changed while it was read")

    // Edited, and the time put back.
    let edited = try open()
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: Data("X".utf8))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
    let touched = "‘a’ was touched while it was read: its bytes, permissions or links may have changed"
    #expect(failure { try edited.verifyUnchanged() } == touched)

    let replaced = try open()
    try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
    #expect(failure { try replaced.verifyUnchanged() } == "‘a’ was removed while it was read")
    try scratch.write("012", to: "a")
    #expect(failure { try replaced.verifyUnchanged() } == "‘a’ was replaced while it was read")
  }
}
