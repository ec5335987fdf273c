import Diagnostics
import Foundation
import LogRecords
import Testing

@Suite struct BufferedFileTests {
  func failure(_ body: () throws -> Void) -> (message: String, code: ExitCode)? {
    do {
      try body()
      return nil
    } catch let list as DiagnosticList {
      return (list.diagnostics.map(\.message).joined(), list.exitCode())
    } catch {
      return nil
    }
  }

  @Test func writesEverythingOnce() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("what was there before, and longer", to: "out")
    let file = try BufferedFile(path: path)
    try file.write("small ")
    try file.write([UInt8](repeating: 0x61, count: 1 << 20))
    try file.write(" end")
    try file.finish()
    #expect(file.count == Int64(6 + (1 << 20) + 4))
    let written = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(written == Array("small ".utf8) + [UInt8](repeating: 0x61, count: 1 << 20) + Array(" end".utf8))
  }

  @Test func outputThatCannotBeOpenedSaysWhy() throws {
    let scratch = try ScratchFolder()
    let missing = failure { _ = try BufferedFile(path: scratch.path + "/no/out.csv", name: "no/out.csv") }
    #expect(missing?.message == "‘no/out.csv’ can't be written: there is no such folder")
    #expect(missing?.code == .output)
    #expect(failure { _ = try BufferedFile(path: scratch.path, name: "d") }?.message == "‘d’ can't be written: it is a folder")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func fullDiskIsAnError() throws {
    let problem = failure {
      let file = try BufferedFile(path: "/dev/full", name: "out.csv")
      try file.write("a")
      try file.finish()
    }
    #expect(problem?.message == "‘out.csv’ can't be written: the disk is full")
    #expect(problem?.code == .output)
  }
}
