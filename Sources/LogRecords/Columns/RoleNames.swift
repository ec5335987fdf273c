/// The names of columns by which roles are recognised, the surest first.
///
/// Letters are compared in ASCII lower case. A name without `_`, `-`, `.` and spaces also stands for its spellings with them:
/// `sourceip` for `source.ip`, `Source IP` and `source_ip`.
enum RoleNames {
  /// What a column's name is looked up by: as it is, and without separators.
  static func keys(_ name: String) -> [String] {
    let plain = String(decoding: name.utf8.map(\.asciiLowercased), as: UTF8.self)
    let folded = String(decoding: plain.utf8.filter { !"_-. ".utf8.contains($0) }, as: UTF8.self)
    return [plain, folded]
  }

  /// Names by role: the Elastic Common Schema, everyday names, then those of common exports (Splunk, Windows, Zeek, W3C, cloud logs).
  static let table: [ColumnRole: [String]] = [
    .time: [
      "@timestamp", "timestamp", "_time", "time", "datetime", "dateandtime", "eventtime", "eventtimestamp", "timecreated", "systemtime",
      "timegenerated", "utctime", "ts", "logtime", "logtimestamp", "syslogtimestamp", "realtimetimestamp", "createdat", "occurredat",
      "creationtime", "starttime", "eventcreated", "eventstart", "epoch", "date", "eventdate",
    ],
    .user: [
      "username", "userid", "user", "targetusername", "accountname", "account", "loginname", "login", "cs-username", "remoteuser",
      "userprincipalname", "samaccountname", "useridentityusername", "srcuser", "sourceuser", "subjectusername", "destuser", "dstuser",
      "suser", "duser", "actor", "principal", "uid",
    ],
    .source: [
      "sourceip", "srcip", "sourceaddress", "sourceipaddress", "srcaddr", "srcaddress", "clientip", "clientaddress", "remoteip",
      "remoteaddr", "remoteaddress", "c-ip", "id.orig_h", "orig_h", "saddr", "calleripaddress", "sourcenetworkaddress", "ipaddress",
      "ipaddr", "rhost", "remotehost", "sourcehost", "srchost", "src", "ip", "source",
    ],
    .destination: [
      "destinationip", "destip", "dstip", "destinationaddress", "destinationipaddress", "destaddr", "destaddress", "dstaddr", "dstaddress",
      "serverip", "serveraddress", "s-ip", "id.resp_h", "resp_h", "daddr", "targetip", "targetaddress", "destinationhost", "desthost",
      "dsthost", "dest", "dst", "destination",
    ],
    .action: [
      "eventaction", "action", "eventtype", "eventid", "eventcode", "eventname", "event", "activity", "operation", "operationname",
      "requestmethod", "httpmethod", "cs-method", "method", "alertsignature", "signature", "rulename", "verb",
    ],
    .outcome: [
      "eventoutcome", "outcome", "success", "succeeded", "successful", "issuccess", "eventresult", "authresult", "loginresult",
      "authstatus", "loginstatus", "result", "verdict", "disposition", "decision", "allowed",
    ],
    .message: [
      "message", "msg", "logmessage", "eventmessage", "rawmessage", "text", "description", "details", "log", "body", "line", "raw",
      "eventoriginal",
    ],
    .host: [
      "hostname", "host", "computer", "computername", "machine", "machinename", "devicename", "device", "dvchost", "dvc", "observername",
      "agentname", "sensor", "logsource", "node", "servername", "server",
    ],
    .bytes: [
      "networkbytes", "bytes", "totalbytes", "bytestotal", "httpresponsebodybytes", "httpresponsebytes", "bodybytessent", "bytessent",
      "sentbytes", "bytesout", "sc-bytes", "sourcebytes", "destinationbytes", "origbytes", "respbytes", "responsesize", "octets", "size",
    ],
  ]
}
