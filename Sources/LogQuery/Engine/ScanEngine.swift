import Diagnostics
import LogRecords
import SafeText

/// Answers queries by scanning files: one pass over all of them, on several threads, for all queries together.
///
/// Answers are exact and the same for any number of jobs.
public struct ScanEngine: Engine {
  /// The files.
  public let source: RecordSource
  /// Number of threads.
  public var jobs: Int
  /// The fraction of records that may be rejected before a pass fails.
  public var maximumRejects = 0.05
  /// Whether SHA-256 of the files is taken.
  public var takesDigests = true
  /// Whether the times of all records are read, for the reports on files, even if no query asks for them.
  public var readsTimes = true
  /// Memory that a pass may take; keys that need more lie in a temporary file. No answer depends on it.
  public var memory = ScanEngine.defaultMemory
  /// Called after a pass that needed a temporary file, with its length in bytes.
  public var onSpill: (@Sendable (Int) -> Void)?
  /// Called now and then during a pass, from any thread but never from two at once.
  public var onProgress: (@Sendable (ScanProgress) -> Void)?
  /// Bytes read at a time: only tests change it, to see that nothing depends on it.
  var chunkSize: Int?

  /// The budget where nobody says another: 1 GiB, on every machine.
  public static let defaultMemory = MemorySize(bytes: 1 << 30)
  /// The least budget that leaves some memory for keys, beside buffers and code.
  public static let leastMemory = MemorySize(bytes: 1 << 26)

  /// An engine over a source.
  public init(_ source: RecordSource, jobs: Int) {
    self.source = source
    self.jobs = max(1, jobs)
  }

  /// An engine over files.
  ///
  /// - Throws: what is wrong with them: see ``RecordSource``.
  public init(
    files: [InputPath], formats: [any LogFormat], options: SourceOptions = SourceOptions(), jobs: Int, maximumRejects: Double = 0.05
  ) throws(DiagnosticList) {
    self.init(try RecordSource(files, formats: formats, options: options), jobs: jobs)
    self.maximumRejects = maximumRejects
  }

  /// The columns of the first file, with the roles recognised.
  public func columns() throws(DiagnosticList) -> [Column] { source.columns }

  /// Answers all queries in one pass: see ``Engine/run(_:)``.
  public func run(_ queries: [Query]) throws(DiagnosticList) -> (tables: [ResultTable], report: ScanReport) {
    let plan = try ScanPlan(queries, columns: source.columns)
    let budget = MemoryBudget(limit: keyMemory)
    let dictionary = KeyDictionary(KeyRoom(hash: KeyHash(), budget: budget))
    let shared = plan.counters.map { _ in SharedCounts(dictionary.room) }
    let admitted = plan.limitedCounters.map { AdmittedKeys($0, dictionary, lanes: laneCount) }
    let lanes = (0..<laneCount).map { _ in
      EngineLane(plan, shared: shared, admitted: admitted, dictionary: dictionary, source: source)
    }
    var scan = scan(plan.wanted)
    // Reading every time once pays off as soon as some key needs it.
    scan.readsTimes = readsTimes || plan.readsTimes
    let (report, lines) = try scan.run(lanes)
    try report.checkRejects(most: maximumRejects)
    try checkSearches(lanes)
    let reader = KeyReader(dictionary: dictionary)
    let totals = ScanTotals(
      lanes, plan: plan, shared: shared, admitted: admitted, reader: reader, span: report.counted, lines: lines)
    var tables: [ResultTable] = []
    for query in plan.queries {
      let (counted, chosen) = totals.choosingBins(for: query)
      tables.append(AnswerBuilder(totals: counted, plan: chosen).table())
      if let failure = budget.failure { throw failure }
    }
    if budget.spilledBytes > 0 { onSpill?(budget.spilledBytes) }
    return (tables, report)
  }

  /// The number of lanes: as many as there are jobs, unless their buffers would take more than three quarters of the memory.
  private var laneCount: Int { min(jobs, max(1, memory.bytes / 4 * 3 / Self.laneMemory - Self.otherLanes)) }

  /// What is left for keys once every lane has its buffers.
  private var keyMemory: Int { max(memory.bytes / 4, memory.bytes - (laneCount + Self.otherLanes) * Self.laneMemory) }

  private static let laneMemory = 10 << 20
  /// Buffers outside of lanes, such as those for unpacking, take as much as so many.
  private static let otherLanes = 2

  /// Fails if a regular expression could not be decided on some row: counted as no match it would be a wrong number.
  private func checkSearches(_ lanes: [EngineLane]) throws(DiagnosticList) {
    let givenUp = lanes.flatMap(\.predicates).reduce(0) { $0 + ($1?.searchesGivenUp ?? 0) }
    guard givenUp > 0 else { return }
    throw DiagnosticList([
      Diagnostic(
        .error, .content,
        "a pattern after ‘matches’ needs too many steps on \(NumberText.count(givenUp, of: "value")); write it without nested repetition")
    ])
  }

  /// A pass over the source that decodes some columns.
  func scan(_ wanted: [Int]) -> SourceScan {
    var scan = SourceScan(source, wanted: wanted)
    scan.takesDigests = takesDigests
    scan.readsTimes = readsTimes
    scan.onProgress = onProgress
    if let chunkSize { scan.chunkSize = chunkSize }
    return scan
  }
}
