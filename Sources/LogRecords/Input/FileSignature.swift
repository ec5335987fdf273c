/// What the first bytes of a file say that it is, where it is not text as Logbrief reads it.
enum FileSignature {
  /// Compressed with gzip, which is unpacked in passing.
  static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B, 0x08]) }

  /// What a file is and what to do about it, if it can't be read as it is.
  static func obstacle(_ head: [UInt8]) -> String? { signatures.first { head.starts(with: $0.bytes) }?.obstacle }

  private static let signatures: [(bytes: [UInt8], obstacle: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "is a zip archive: unpack it first"),
    (Array("PK\u{5}\u{6}".utf8), "is a zip archive: unpack it first"),
    (Array("BZh".utf8), "is bzip2-compressed: decompress it first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "is xz-compressed: decompress it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "is zstd-compressed: decompress it first"),
    ([0x04, 0x22, 0x4D, 0x18], "is lz4-compressed: decompress it first"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "is a 7z archive: unpack it first"),
    ([0xFF, 0xFE, 0x00, 0x00], "is UTF-32: convert it to UTF-8 first"),
    ([0x00, 0x00, 0xFE, 0xFF], "is UTF-32: convert it to UTF-8 first"),
    ([0xFF, 0xFE], "is UTF-16: convert it to UTF-8 first"),
    ([0xFE, 0xFF], "is UTF-16: convert it to UTF-8 first"),
    (Array("ElfFile\u{0}".utf8), "is a Windows event log in binary form: export it first"),
    (Array("LPKSHHRH".utf8), "is a systemd journal in binary form: export it first, with journalctl -o json"),
  ]
}
