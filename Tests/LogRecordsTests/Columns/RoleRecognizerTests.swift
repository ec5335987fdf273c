import Diagnostics
import LogRecords
import Testing

@Suite struct RoleRecognizerTests {
  /// `name:role` of the columns that have one.
  func recognised(_ names: [String], roles: [ColumnRole: String] = [:]) throws -> [String] {
    try RoleRecognizer.columns(named: names, roles: roles, file: "a.csv").compactMap { column in
      column.role.map { "\(column.name):\($0.rawValue)" }
    }
  }

  @Test(
    arguments: [
      (
        "timestamp,user_id,source_ip,destination_ip,action,success",
        "timestamp:time,user_id:user,source_ip:source,destination_ip:destination,action:action,success:outcome"
      ),
      (
        "@timestamp,user.name,source.ip,destination.ip,event.action,event.outcome,message,host.name,network.bytes",
        "@timestamp:time,user.name:user,source.ip:source,destination.ip:destination,event.action:action,event.outcome:outcome,"
          + "message:message,host.name:host,network.bytes:bytes"
      ),
      ("_time,user,src_ip,dest_ip,action,_raw", "_time:time,user:user,src_ip:source,dest_ip:destination,action:action,_raw:message"),
      (
        "TimeCreated,Computer,EventID,TargetUserName,IpAddress,Message",
        "TimeCreated:time,Computer:host,EventID:action,TargetUserName:user,IpAddress:source,Message:message"
      ),
      ("ts,id.orig_h,id.resp_h,orig_bytes", "ts:time,id.orig_h:source,id.resp_h:destination,orig_bytes:bytes"),
      (
        "date,s-ip,cs-method,cs-username,c-ip,sc-bytes",
        "date:time,s-ip:destination,cs-method:action,cs-username:user,c-ip:source,sc-bytes:bytes"
      ),
      ("Date Time,User Name,SRC,DST,Msg", "Date Time:time,User Name:user,SRC:source,DST:destination,Msg:message"),
      ("a,b,status,id", ""),
    ] as [(String, String)])
  func commonNames(names: String, expected: String) throws {
    #expect(try recognised(names.split(separator: ",").map(String.init)).joined(separator: ",") == expected)
  }

  @Test func surerNameWinsWhereverItStands() throws {
    #expect(try recognised(["date", "time", "timestamp"]) == ["timestamp:time"])
    #expect(try recognised(["event.created", "@timestamp"]) == ["@timestamp:time"])
    #expect(try recognised(["user.id", "user.name"]) == ["user.name:user"])
    #expect(try recognised(["srcip", "src_ip"]) == ["srcip:source"])
    #expect(try recognised(["event.code", "event.action"]) == ["event.action:action"])
  }

  @Test func authorsWordComesFirst() throws {
    #expect(try recognised(["user", "operator"], roles: [.user: "operator"]) == ["operator:user"])
    #expect(try recognised(["src", "client"], roles: [.user: "src"]) == ["src:user"])
    #expect(try recognised(["time", "when"], roles: [.time: "when", .message: "time"]) == ["time:message", "when:time"])
  }

  @Test func mistakesAreReportedTogether() {
    do {
      _ = try recognised(["user_id", "café"], roles: [.user: "user_ids", .time: "cafe\u{301}", .source: "café", .host: "café"])
      Issue.record("nothing was thrown")
    } catch let list as DiagnosticList {
      #expect(list.exitCode() == .content)
      #expect(
        list.diagnostics.map(\.message) == [
          "role ‘time’: ‘a.csv’ has no column ‘cafe\u{301}’",
          "role ‘user’: ‘a.csv’ has no column ‘user_ids’ (did you mean ‘user_id’?)",
          "column ‘café’ of ‘a.csv’ is given two roles, ‘source’ and ‘host’",
        ])
    } catch {
      Issue.record(error)
    }
  }

  @Test func columnsKeepTheirNamesAndOrder() throws {
    let columns = try RoleRecognizer.columns(named: ["x", "Time", "x.y"], file: "a.csv")
    #expect(columns == [Column(name: "x"), Column(name: "Time", role: .time), Column(name: "x.y")])
    #expect(columns.index(named: "time") == 1)
  }
}
