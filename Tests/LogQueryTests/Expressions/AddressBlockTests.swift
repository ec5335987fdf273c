import LogQuery
import LogRecords
import Testing

/// Blocks of addresses; the golden texts are those of Python's `ipaddress.ip_network(…, strict=False)`.
@Suite struct AddressBlockTests {
  @Test(arguments: [
    ("10.1.2.3/8", "10.0.0.0/8"), ("192.168.255.7/25", "192.168.255.0/25"), ("203.0.113.9", "203.0.113.9/32"), ("1.2.3.4/0", "0.0.0.0/0"),
    ("2001:DB8:0:0:8:800:200C:417A/64", "2001:db8::/64"), ("2001:db8:0:1:1:1:1:1/128", "2001:db8:0:1:1:1:1:1/128"),
    ("2001:0:0:1:0:0:0:1/128", "2001:0:0:1::1/128"), ("2001:db8:0:0:1:0:0:1/128", "2001:db8::1:0:0:1/128"), ("::1", "::1/128"),
    ("fe80::1/10", "fe80::/10"), ("::/0", "::/0"), ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/65", "ffff:ffff:ffff:ffff:8000::/65"),
  ])
  func writesBlocks(text: String, canonical: String) throws {
    let block = try #require(AddressBlock(text: text))
    #expect(block.text == canonical)
    #expect(AddressBlock(text: canonical) == block)
  }

  @Test(arguments: [
    "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/8/8", "10.0.0.0/-1", "10.0.0.0/+8", "::/129", "::/0001", "x/8",
  ])
  func refusesWhatIsNoBlock(text: String) {
    #expect(AddressBlock(text: text) == nil)
  }

  @Test func holdsItsAddressesOnly() throws {
    let block = try #require(AddressBlock(text: "172.16.0.0/12"))
    let inside = ["172.16.0.0", "172.31.255.255", "::ffff:172.20.1.1"]
    let outside = ["172.15.255.255", "172.32.0.0", "::172.16.0.1", "2001:db8::1"]
    for text in inside { #expect(try block.contains(#require(AddressParser.parse(Array(text.utf8))))) }
    for text in outside { #expect(try !block.contains(#require(AddressParser.parse(Array(text.utf8))))) }
  }
}
