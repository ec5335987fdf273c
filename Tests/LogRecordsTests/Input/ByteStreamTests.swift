import Diagnostics
import Foundation
import LogRecords
import Testing

/// Compressed files are made by the system's gzip, digests by its sha256sum.
@Suite struct ByteStreamTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Reads a stream to its end in blocks of a size.
  func readAll(_ stream: ByteStream, block: Int = 1_000) throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: block)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
      all += buffer[..<count]
      if count == 0 { return all }
    }
  }

  func message(_ body: () throws -> Void) -> (text: String, code: ExitCode)? {
    do {
      try body()
      return nil
    } catch let list as DiagnosticList {
      return (list.diagnostics.map(\.message).joined(separator: "|"), list.exitCode())
    } catch {
      return nil
    }
  }

  /// Standard output of a shell command in the scratch folder.
  func shell(_ command: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(data)
  }

  var sampleText: [UInt8] { (0..<40_000).flatMap { Array("line \($0 &* 2_654_435_761 % 99_991),value\n".utf8) } }

  @Test(arguments: [1, 7, 4_096, 10_000_000])
  func plainFileComesAsItIs(block: Int) throws {
    let text = Array(sampleText.prefix(block == 1 ? 3_000 : .max))
    let stream = try ByteStream(try InputFile(path: try scratch.write(text, to: "a.log")))
    #expect(!stream.isCompressed)
    #expect(try readAll(stream, block: block) == text)
    let expected = String(decoding: try shell("sha256sum a.log").prefix(64), as: UTF8.self)
    #expect(stream.sha256 == expected)
    #expect(stream.storedCount == Int64(text.count))
    try stream.file.verifyUnchanged()
  }

  @Test func digestOfNothingIsThatOfTheStandard() throws {
    let stream = try ByteStream(try InputFile(path: try scratch.write("", to: "empty.log")))
    #expect(try readAll(stream).isEmpty)
    #expect(stream.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let sample = try ByteStream(stream.file).sample()
    #expect(sample.bytes.isEmpty && sample.isWhole)
  }

  @Test(arguments: [1, 100, 65_536, 10_000_000])
  func gzipIsUnpackedWhateverItsName(block: Int) throws {
    let text = Array(sampleText.prefix(block == 1 ? 3_000 : .max))
    try scratch.write(text, to: "a.log")
    _ = try shell("gzip -c a.log > b.log")
    let stream = try ByteStream(try InputFile(path: scratch.path + "/b.log"))
    #expect(stream.isCompressed)
    #expect(try readAll(stream, block: block) == text)
    #expect(stream.sha256 == String(decoding: try shell("sha256sum b.log").prefix(64), as: UTF8.self))
  }

  @Test func allMembersOfAGzipFileAreRead() throws {
    try scratch.write("first\n", to: "1")
    try scratch.write("second\n", to: "2")
    _ = try shell("(gzip -c 1; gzip -c </dev/null; gzip -c 2) > both.gz")
    let stream = try ByteStream(try InputFile(path: scratch.path + "/both.gz"))
    #expect(try readAll(stream, block: 3) == Array("first\nsecond\n".utf8))
  }

  @Test(arguments: [1, 5, 9, 10, 11, 500, 90_000, -8, -1])
  func gzipCutShortIsAnError(length: Int) throws {
    try scratch.write(sampleText, to: "a.log")
    let whole = try shell("gzip -c a.log")
    let kept = length > 0 ? min(length, whole.count - 1) : whole.count + length
    let path = try scratch.write(Array(whole.prefix(kept)), to: "cut.gz")
    let problem = message { _ = try readAll(try ByteStream(try InputFile(path: path, name: "cut.gz"))) }
    if kept < 3 {
      #expect(problem == nil)
    } else {
      #expect(problem?.text == "‘cut.gz’ can't be unpacked: its compressed data stops short: the file is incomplete")
      #expect(problem?.code == .input)
    }
  }

  @Test func damagedGzipIsAnError() throws {
    try scratch.write(sampleText, to: "a.log")
    var bytes = try shell("gzip -c a.log")
    bytes[bytes.count - 6] ^= 1
    let path = try scratch.write(bytes, to: "damaged.gz")
    let problem = message { _ = try readAll(try ByteStream(try InputFile(path: path, name: "damaged.gz"))) }
    #expect(problem?.text == "‘damaged.gz’ can't be unpacked: its compressed data is damaged (incorrect data check)")
    #expect(problem?.code == .input)
  }

  @Test func gzipCutAnywhereOrWithAnyBitFlippedIsNeverReadAsSomethingElse() throws {
    let text = Array("user,count\nada,1\nbob,2\nada,3\n".utf8)
    try scratch.write(text, to: "a.log")
    let whole = try shell("gzip -nc a.log")
    func isAccepted(_ bytes: [UInt8]) throws -> Bool {
      let stream = try ByteStream(try InputFile(path: try scratch.write(bytes, to: "b.gz")))
      let read = try readAll(stream)
      #expect(!stream.isCompressed || read == text, "\(bytes)")
      return stream.isCompressed
    }
    for length in 3..<whole.count { #expect(throws: DiagnosticList.self) { try isAccepted(Array(whole.prefix(length))) } }
    var accepted = Set<Int>()
    for place in 3..<whole.count * 8 {
      var bytes = whole
      bytes[place / 8] ^= 1 << UInt8(place % 8)
      if (try? isAccepted(bytes)) == true { accepted.insert(place / 8) }
    }
    // Of the header nothing is checked that is not needed: the flag for text, the time, the kind of system.
    #expect(accepted.isSubset(of: Set(3...9)), "\(accepted.sorted())")
  }

  @Test func bytesAfterGzipAreAnError() throws {
    try scratch.write("text\n", to: "a.log")
    let path = try scratch.write(try shell("gzip -c a.log; printf more"), to: "more.gz")
    let problem = message { _ = try readAll(try ByteStream(try InputFile(path: path, name: "more.gz")), block: 5) }
    #expect(problem?.text == "‘more.gz’ can't be unpacked: after its compressed data come bytes that are not gzip")
  }

  @Test func gzipBombIsStopped() throws {
    _ = try shell("head -c 40000000 /dev/zero | gzip -9 > bomb.gz")
    let file = try InputFile(path: scratch.path + "/bomb.gz", name: "bomb.gz")
    let problem = message { _ = try readAll(try ByteStream(file), block: 1 << 16) }
    #expect(problem?.text == "‘bomb.gz’ can't be unpacked: it unpacks to more than 200 times its size, as only an attack does")
    let roomy = try ByteStream(file, limits: GzipLimits(ratio: 2_000))
    #expect(try readAll(roomy, block: 1 << 20).count == 40_000_000)
    let capped = message { _ = try readAll(try ByteStream(file, limits: GzipLimits(ratio: 2_000, largest: 30_000_000)), block: 1 << 20) }
    #expect(capped?.text == "‘bomb.gz’ can't be unpacked: it unpacks to more than 30000000 bytes")
  }

  @Test(
    arguments: [
      ("zip", "zip archive: unpack it first", [0x50, 0x4B, 0x03, 0x04]),
      ("bz2", "bzip2-compressed: decompress it first", [0x42, 0x5A, 0x68, 0x39]),
      ("xz", "xz-compressed: decompress it first", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
      ("zst", "zstd-compressed: decompress it first", [0x28, 0xB5, 0x2F, 0xFD]),
      ("le", "UTF-16: convert it to UTF-8 first", [0xFF, 0xFE, 0x74, 0x00]),
      ("be", "UTF-16: convert it to UTF-8 first", [0xFE, 0xFF, 0x00, 0x74]),
    ] as [(String, String, [UInt8])])
  func otherFilesAreRefusedByTheirFirstBytes(name: String, what: String, head: [UInt8]) throws {
    let path = try scratch.write(head + [0, 1, 2, 3], to: name)
    let problem = message { _ = try ByteStream(try InputFile(path: path, name: name)) }
    #expect(problem?.text.hasSuffix(what) == true && problem?.text.hasPrefix("‘\(name)’ is ") == true)
    #expect(problem?.code == .content)
    _ = try shell("gzip -c \(name) > \(name).gz")
    let packed = message { _ = try ByteStream(try InputFile(path: path + ".gz", name: name)) }
    #expect(packed?.text == problem?.text)
  }

  @Test(arguments: [false, true])
  func sampleLosesNothing(isCompressed: Bool) throws {
    let text = Array((0..<3).flatMap { _ in sampleText })
    try scratch.write(text, to: "a.log")
    if isCompressed { _ = try shell("gzip a.log && mv a.log.gz a.log") }
    let stream = try ByteStream(try InputFile(path: scratch.path + "/a.log"))
    let sample = try stream.sample()
    #expect(sample.bytes == Array(text.prefix(1 << 20)) && !sample.isWhole)
    #expect(try stream.sample().bytes.count == 1 << 20)
    #expect(try readAll(stream, block: 77_777) == text)
  }

  @Test(arguments: [(1 << 20) - 1, 1 << 20, (1 << 20) + 1])
  func sampleKnowsWhetherItIsTheWhole(size: Int) throws {
    let stream = try ByteStream(try InputFile(path: try scratch.write([UInt8](repeating: 65, count: size), to: "a")))
    let sample = try stream.sample()
    #expect(sample.isWhole == (size <= 1 << 20))
    #expect(sample.bytes.count == min(size, 1 << 20))
    #expect(try readAll(stream, block: 1 << 22).count == size)
  }

  @Test(.enabled(if: SharedData.isPresent, "\(SharedData.absent)"))
  func rotatedLogsOfOtherTools() throws {
    let folder = SharedData.root + "/plaso/test_data/"
    let stream = try ByteStream(try InputFile(path: folder + "syslog.gz"))
    #expect(try readAll(stream) == SharedData.bytes("plaso/test_data/syslog_copy"))
    let bzip = message { _ = try ByteStream(try InputFile(path: folder + "syslog.bz2", name: "syslog.bz2")) }
    #expect(bzip?.text == "‘syslog.bz2’ is bzip2-compressed: decompress it first")
    let zip = message { _ = try ByteStream(try InputFile(path: folder + "syslog.zip", name: "syslog.zip")) }
    #expect(zip?.text == "‘syslog.zip’ is a zip archive: unpack it first")
  }

  @Test func pipeIsReadInOrder() throws {
    _ = try shell("mkfifo pipe")
    let text = sampleText
    try scratch.write(text, to: "a.log")
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "gzip -c '\(scratch.path)/a.log' > '\(scratch.path)/pipe'"]
    try writer.run()
    let file = try InputFile(path: scratch.path + "/pipe")
    #expect(!file.isRegular)
    let stream = try ByteStream(file)
    #expect(stream.isCompressed)
    #expect(try stream.sample().isWhole)
    #expect(try readAll(stream) == text)
    try file.verifyUnchanged()
    writer.waitUntilExit()
  }
}
