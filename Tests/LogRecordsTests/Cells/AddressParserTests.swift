import LogRecords
import Testing

@Suite struct AddressParserTests {
  /// Numbers from Python's ipaddress.
  @Test(
    arguments: [
      ("::", 0x0, 0x0), ("::1", 0x0, 0x1), ("1::", 0x1_0000_0000_0000, 0x0),
      ("2001:db8::8a2e:370:7334", 0x2001_0db8_0000_0000, 0x8a2e_0370_7334), ("fe80::1", 0xfe80_0000_0000_0000, 0x1),
      ("::ffff:192.0.2.1", 0x0, 0xffff_c000_0201), ("64:ff9b::198.51.100.7", 0x64_ff9b_0000_0000, 0xc633_6407),
      ("1:2:3:4:5:6:7::", 0x1_0002_0003_0004, 0x5_0006_0007_0000), ("::2:3:4:5:6:7:8", 0x2_0003_0004, 0x5_0006_0007_0008),
      ("1:2:3:4:5:6:7:8", 0x1_0002_0003_0004, 0x5_0006_0007_0008), ("ABCD:ef01::", 0xabcd_ef01_0000_0000, 0x0),
      ("0:0:0:0:0:ffff:c000:0201", 0x0, 0xffff_c000_0201), ("1:2:3:4:5:6:1.2.3.4", 0x1_0002_0003_0004, 0x5_0006_0102_0304),
      ("::1.2.3.4", 0x0, 0x102_0304), ("1::2:0:0:5", 0x1_0000_0000_0000, 0x2_0000_0000_0005),
      ("10.0.0.1", 0x0, 0xffff_0a00_0001), ("255.255.255.255", 0x0, 0xffff_ffff_ffff), ("0.0.0.0", 0x0, 0xffff_0000_0000),
    ] as [(String, UInt64, UInt64)])
  func goldenValues(text: String, high: UInt64, low: UInt64) {
    #expect(AddressParser.parse(Array(text.utf8)) == IPAddress(high: high, low: low))
  }

  @Test(arguments: [
    "", " ", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "1.2.3.4:80", "fe80::1%eth0", "::1/128", "[::1]", ":", ":::",
    "1:::2", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::", "::g", ":1", "1:", "::1.2.3", "1.2.3.4::",
    "1:2:3:4:5:6:7:1.2.3.4", "user_7",
  ])
  func refused(_ text: String) { #expect(AddressParser.parse(Array(text.utf8)) == nil) }

  @Test func mappedAddressIsTheIPv4Address() throws {
    let mapped = try #require(AddressParser.parse(Array("::ffff:1.2.3.4".utf8)))
    #expect(mapped == AddressParser.parse(Array("1.2.3.4".utf8)))
    #expect(mapped.isVersion4)
    #expect(mapped == IPAddress(version4: 0x0102_0304))
  }

  @Test func agreesWithTheCLibrary() {
    var random = FixedRandom(seed: 4291)
    let seeds = ["192.0.2.255", "::1", "2001:db8::8a2e:370:7334", "1:2:3:4:5:6:7:8", "::ffff:198.51.100.7", "1:2:3:4:5:6:9.9.9.9", "a::b"]
    for _ in 0..<10_000 {
      let text = random.mutate(Array((seeds.randomElement(using: &random) ?? "").utf8), alphabet: Array(":::..0129af".utf8))
      #expect(AddressParser.parse(text) == ReferenceAddresses.parse(text), "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
