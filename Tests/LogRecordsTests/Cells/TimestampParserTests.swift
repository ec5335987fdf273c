import CivilTime
import LogRecords
import Testing

@Suite struct TimestampParserTests {
  /// Instants from Python's datetime.
  @Test(
    arguments: [
      ("1793-02-13T01:44:02Z", -5_581_779_358_000_000_000), ("1924-05-11T06:49:28.587545+02:40", -1_440_359_431_412_455_000),
      ("1793/03/20 00:22:01", -5_578_760_279_000_000_000), ("31/Jul/1805:19:26:50 -1017", -5_188_558_570_000_000_000),
      ("04/06/2037 09:20:49 AM", 2_122_622_449_000_000_000), ("1944-07-10T10:15:29Z", -804_001_471_000_000_000),
      ("2228-01-19T22:52:28.167539-02:36", 8_143_291_708_167_539_000), ("2198/03/16 22:29:06", 7_201_520_946_000_000_000),
      ("20/Aug/2198:07:00:56 +1014", 7_214_993_216_000_000_000), ("12/04/1704 09:09:52 PM", -8_364_912_608_000_000_000),
      ("2239-01-07T00:49:18.412807+03:54", 8_489_307_318_412_807_000), ("23/May/1958:07:45:36 -0215", -366_386_364_000_000_000),
      ("08/28/2053 01:10:54 PM", 2_639_999_454_000_000_000), ("1819-09-17T08:07:33.037016-08:40", -4_742_694_746_962_984_000),
      ("20/Mar/2226:21:56:18 -0443", 8_085_407_958_000_000_000),
    ] as [(String, Int64)])
  func goldenValues(text: String, nanoseconds: Int64) {
    #expect(TimestampParser().parse(Array(text.utf8)) == Timestamp(nanoseconds: nanoseconds))
  }

  /// Many spellings of 2026-11-01 00:03:27 UTC (`date -u -d … +%s`: 1793491407).
  @Test(arguments: [
    "2026-11-01T00:03:27Z", "2026-11-01t00:03:27z", "2026-11-01 00:03:27", "2026-11-01T00:03:27", "2026-11-01 00:03:27 UTC",
    "2026-11-01 00:03:27 GMT", "2026-11-01T02:03:27+02:00", "2026-11-01T02:03:27+0200", "2026-11-01T02:03:27+02",
    "2026-10-31 23:03:27 -0100", "2026-11-01T00:03:27-00:00", "2026-11-01T00:03:27.000Z", "2026-11-01T00:03:27,000000000Z",
    "2026/11/01 00:03:27", "01/Nov/2026:00:03:27 +0000", "01/nov/2026:01:03:27 +0100", "01/Nov/2026 00:03:27", "01-NOV-2026 00:03:27",
    "11/01/2026 00:03:27", "11/1/2026 12:03:27 AM", "11/1/2026, 12:03:27 AM", "11/1/2026 0:03:27", "11/01/2026 12:03:27am",
    "1793491407", "1793491407.000", "1793491407000", "1793491407000000", "1793491407000000000", "1793491407000.0",
  ])
  func spellings(_ text: String) {
    #expect(TimestampParser().parse(Array(text.utf8)) == Timestamp(nanoseconds: 1_793_491_407_000_000_000))
  }

  @Test(
    arguments: [
      ("2026-11-01T00:03:27.1Z", 100_000_000), ("2026-11-01T00:03:27,25", 250_000_000), ("1793491407.123456789", 123_456_789),
      ("1793491407123.456", 123_456_000), ("01/Nov/2026:00:03:27.007 +0000", 7_000_000),
      ("2026-11-01T00:03:27.999999999+00:00", 999_999_999),
      ("1793491407123456", 123_456_000), ("1793491407123456789", 123_456_789), ("2026-11-01 00:03:27.1234567Z", 123_456_700),
    ] as [(String, Int64)])
  func fractionsAreExact(text: String, nanosecond: Int64) {
    #expect(TimestampParser().parse(Array(text.utf8)) == Timestamp(nanoseconds: 1_793_491_407_000_000_000 + nanosecond))
  }

  @Test func twelveHours() {
    let midnight: Int64 = 1_793_491_200
    let hours: [(String, Int64)] = [("12:00 AM", 0), ("1:00 AM", 1), ("11:00 AM", 11), ("12:00 PM", 12), ("1:00 PM", 13), ("11:00 pm", 23)]
    for (text, hour) in hours {
      #expect(TimestampParser().parse(Array("11/1/2026 \(text)".utf8)) == Timestamp(seconds: midnight + hour * 3_600))
    }
    for text in ["0:00 AM", "13:00 PM", "12:00 XM", "12:00 A", "12:00 AMM"] {
      #expect(TimestampParser().parse(Array("11/1/2026 \(text)".utf8)) == nil)
    }
  }

  @Test func dateAloneIsItsMidnightInTheZone() throws {
    let parser = TimestampParser(zone: try #require(TimeZoneRule("+02:00")))
    let midnight = Timestamp(seconds: 1_793_491_200 - 7_200)
    for text in ["2026-11-01", "2026/11/01", "11/01/2026", "11/1/2026"] { #expect(parser.parse(Array(text.utf8)) == midnight) }
  }

  @Test func zoneServesOnlyTimesWithoutOne() throws {
    let parser = TimestampParser(zone: try #require(TimeZoneRule("Europe/Berlin")))
    #expect(parser.parse(Array("2026-11-01T01:03:27".utf8)) == Timestamp(seconds: 1_793_491_407))
    #expect(parser.parse(Array("2026-11-01T00:03:27Z".utf8)) == Timestamp(seconds: 1_793_491_407))
    #expect(parser.parse(Array("1793491407".utf8)) == Timestamp(seconds: 1_793_491_407))
  }

  @Test func leapSecondIsTheNextMinute() throws {
    let next = Timestamp(seconds: 1_483_228_800)
    #expect(TimestampParser().parse(Array("2016-12-31T23:59:60Z".utf8)) == next)
    #expect(TimestampParser().parse(Array("31/Dec/2016:23:59:60 +0000".utf8)) == next)
    let berlin = TimestampParser(zone: try #require(TimeZoneRule("Europe/Berlin")))
    #expect(berlin.parse(Array("2017-01-01 00:59:60".utf8)) == next)
  }

  @Test(arguments: [
    "", " ", "-", "2026", "2026-11", "2026-11-01T", "2026-11-01T00", "2026-11-01T00:", "2026-11-01T24:00:00Z", "2026-11-01T00:60:00Z",
    "2026-11-01T00:00:61Z", "2026-02-29", "1900-02-29", "2100-02-29T00:00:00Z", "2026-13-01", "2026-00-01", "2026-04-31", "2026-11-00",
    "2026-11/01", "2026-11-01T00:00:00+24:00", "2026-11-01T00:00:00+01:60", "2026-11-01T00:00:00+1", "2026-11-01T00:00:00.Z",
    "2026-11-01T00:00:00.1234567891Z", "2026-11-01T00:00:00ZZ", "2026-11-01T00:00:00 CET", " 2026-11-01", "2026-11-01 ", "1-Nov-2026",
    "01/Nov/2026", "01/Foo/2026:00:00:00 +0000", "13/13/2026", "31/12/2026", "2/30/2026", "179349140", "17934914070", "1793491407.",
    "1793491407.1234567890", "1793491407e0", "9999999999", "9223372036854775808", "9999-12-31T00:00:00Z", "1600-01-01", "user_7",
    "10.0.0.1", "2026-11-01T00:03:27\u{0}", "2026-1-1",
  ])
  func refused(_ text: String) { #expect(TimestampParser().parse(Array(text.utf8)) == nil) }

  @Test func leapDaysExistInLeapYears() {
    #expect(TimestampParser().parse(Array("2000-02-29".utf8)) == Timestamp(seconds: 951_782_400))
    #expect(TimestampParser().parse(Array("2/29/2028".utf8)) == Timestamp(seconds: 1_835_395_200))
  }

  @Test func agreesWithTheReference() {
    var random = FixedRandom(seed: 3339)
    let seeds = [
      "2026-11-01T00:03:27.250Z", "2024-02-29 23:59:60+05:30", "1999/12/31 10:20:30", "01/Nov/2026:00:03:27 +0000", "11/1/2026 12:03:27 AM",
      "1793491407.5", "1793491407123", "2026-11-01", "9/30/2026", "30-Jun-2015 23:59:60.125 UTC", "2026-11-01T00:03", "1793491407123456",
    ]
    let reference = ReferenceTimestamps()
    for _ in 0..<4_000 {
      let text = random.mutate(Array((seeds.randomElement(using: &random) ?? "").utf8), alphabet: Array("0123456789-/:., TZAP+".utf8))
      #expect(TimestampParser().parse(text) == reference.parse(text), "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
