import ArgumentParser
import CivilTime
import Diagnostics
import LogRecords
import LogSimulator

/// `logbrief simulate`: made-up logs with a seed.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write simulated logs; the same seed gives the same bytes on every machine.", subcommands: [SimulateNIDS.self])
}

/// `logbrief simulate nids`: what a network intrusion detection system would see.
struct SimulateNIDS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nids", abstract: "Simulate the events of a network intrusion detection system.")

  @Option(help: "Number of ordinary events; injected ones come on top.")
  var rows = 1_000

  @Option(help: "Number of users.")
  var users = 100

  @Option(help: "What all random choices follow from.")
  var seed: UInt64 = 42

  @Option(help: "End of the span: a date or an RFC 3339 time.")
  var end = TimeArgument(time: NIDSSimulation.defaultEnd)

  @Option(help: "Length of the span in hours.")
  var hours = 24

  @Option(help: "Attacks to add, with commas between: \(AttackKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var inject: String?

  @Option(help: "Write the ground truth, row,attack,attack_id, to this file.")
  var labels: String?

  @Option(help: "csv or jsonl (the shape of structlog's JSON).")
  var format = NIDSSimulation.Format.csv

  @Option(name: [.short, .long], help: "Where to write; - is standard output.")
  var output = "-"

  func run() throws {
    try Failure.reported {
      let simulation = NIDSSimulation(
        rows: rows, users: users, seed: seed, end: end.time, hours: hours, attacks: try inject.map(AttackKind.parse) ?? [], format: format)
      try simulation.validate()
      let events = try OutputTarget(path: output)
      let truth = try labels.map { path throws(DiagnosticList) in try OutputTarget(path: path) }
      var eventSink = FileSink(file: events.file)
      var truthSink = FileSink(file: truth?.file)
      try simulation.write(to: &eventSink, labels: &truthSink)
      try events.commit()
      try truth?.commit()
    }
  }
}

extension NIDSSimulation.Format: ExpressibleByArgument {}

/// A file, or nothing, as the simulator's sink.
private struct FileSink: ByteSink {
  var file: BufferedFile?

  mutating func write(_ bytes: [UInt8]) throws(DiagnosticList) { try file?.write(bytes) }
}
