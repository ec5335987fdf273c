import SafeText
import Testing

@Suite struct ByteStringTests {
  @Test func normalFormsAreDifferentEvidence() {
    #expect(ByteString("é") != ByteString("e\u{301}"))
    #expect(Set([ByteString("é"), ByteString("e\u{301}"), ByteString("é")]).count == 2)
  }

  @Test func orderIsThatOfBytes() {
    let sorted = ["b", "é", "a", "", "B", "aa"].map { ByteString($0) }.sorted()
    #expect(sorted.map(\.visible) == ["", "B", "a", "aa", "b", "é"])
  }

  @Test func bytesStayAsTheyAre() {
    #expect(ByteString(bytes: [0xFF, 0x00]).bytes == [0xFF, 0x00])
    #expect(ByteString(bytes: [0xFF, 0x00]).visible == "\\xFF⟦U+0000⟧")
  }
}
