import CivilTime
import LogRecords
import Testing

@Suite struct TimeZoneRuleTests {
  /// Instants from Python's zoneinfo (`fold=0`).
  @Test(
    arguments: [
      ("Europe/Berlin", [2026, 10, 25, 2, 30, 0], 1_792_888_200), ("Europe/Berlin", [2026, 3, 29, 2, 30, 0], 1_774_747_800),
      ("Europe/Berlin", [2026, 3, 29, 1, 59, 59], 1_774_745_999), ("Europe/Berlin", [2026, 3, 29, 3, 0, 0], 1_774_746_000),
      ("Europe/Berlin", [2026, 10, 25, 3, 0, 0], 1_792_893_600), ("Europe/Berlin", [2026, 10, 25, 1, 59, 59], 1_792_886_399),
      ("Europe/Berlin", [2026, 7, 1, 12, 0, 0], 1_782_900_000), ("America/New_York", [2026, 11, 1, 1, 30, 0], 1_793_511_000),
      ("America/New_York", [2026, 3, 8, 2, 15, 0], 1_772_954_100), ("Australia/Lord_Howe", [2026, 4, 5, 1, 45, 0], 1_775_313_900),
      ("Australia/Lord_Howe", [2026, 10, 4, 2, 10, 0], 1_791_042_000), ("Asia/Kolkata", [2026, 1, 1, 0, 0, 0], 1_767_205_800),
      ("America/Sao_Paulo", [2018, 11, 4, 0, 30, 0], 1_541_302_200), ("US/Eastern", [2026, 1, 15, 8, 0, 0], 1_768_482_000),
      ("Etc/GMT+5", [2026, 1, 15, 8, 0, 0], 1_768_482_000), ("Pacific/Apia", [2011, 12, 30, 12, 0, 0], 1_325_282_400),
    ] as [(String, [Int], Int64)])
  func namedZones(name: String, fields: [Int], seconds: Int64) throws {
    let zone = try #require(TimeZoneRule(name))
    let civil = CivilDateTime(
      year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4], second: fields[5], nanosecond: 5)
    #expect(zone.utc(civil) == Timestamp(nanoseconds: seconds * 1_000_000_000 + 5))
  }

  @Test(
    arguments: [("Z", 0), ("UTC", 0), ("+02:00", -7_200), ("-0530", 19_800), ("+02", -7_200), ("-00:00", 0), ("+23:59", -86_340)]
      as [(String, Int64)])
  func fixedOffsets(text: String, seconds: Int64) throws {
    let zone = try #require(TimeZoneRule(text))
    #expect(zone.utc(CivilDateTime(year: 1970, month: 1, day: 1)) == Timestamp(seconds: seconds))
  }

  @Test(arguments: [
    "", "CET+1", "GMT+2", "+24:00", "+2", "+02:60", "+02:0", "02:00", "Mars/Olympus", "Europe/Berlin ", "+０２:00", "../etc", "/",
  ])
  func refused(_ text: String) { #expect(TimeZoneRule(text) == nil) }

  @Test func spellingsOfUTCAreEqual() {
    #expect(TimeZoneRule("Z") == .utc)
    #expect(TimeZoneRule("+00:00") == .utc)
    #expect(TimeZoneRule("-0000")?.hashValue == TimeZoneRule.utc.hashValue)
    #expect(TimeZoneRule("+02:00") != .utc)
  }

  @Test func edgeOfTheRangeIsNoTime() throws {
    let west = try #require(TimeZoneRule("-10:00"))
    #expect(west.utc(CivilDateTime(year: 2262, month: 4, day: 11, hour: 23, minute: 0)) == nil)
  }
}
