import CivilTime
import LogQuery
import LogRecords

/// What a command line says of a build. Only some of it changes what is written: see ``contentArguments``.
public struct BuildOptions: Sendable {
  /// Lanes of the scan; changes no byte of the output.
  public var jobs: Int
  /// Whether warnings fail the build.
  public var isStrict: Bool
  /// Whether a page with false claims is written, each visibly marked.
  public var allowsFailedClaims: Bool
  /// Whether paths may leave the report's folder.
  public var allowsOutside: Bool
  /// Rows outside this half-open period count as filtered.
  public var period: Range<Timestamp>?
  /// Largest share of rejected records that is borne.
  public var maximumRejects: Double
  /// Memory for a scan; what it changes is only where keys lie meanwhile.
  public var memory: MemorySize
  /// The date that `SOURCE_DATE_EPOCH` gives, for the manifest; no clock is ever read.
  public var date: Timestamp?

  /// Options as the commands have them by default.
  public init(
    jobs: Int = 1, isStrict: Bool = false, allowsFailedClaims: Bool = false, allowsOutside: Bool = false,
    period: Range<Timestamp>? = nil, maximumRejects: Double = 0.05, memory: MemorySize = ScanEngine.defaultMemory, date: Timestamp? = nil
  ) {
    self.jobs = jobs
    self.isStrict = isStrict
    self.allowsFailedClaims = allowsFailedClaims
    self.allowsOutside = allowsOutside
    self.period = period
    self.maximumRejects = maximumRejects
    self.memory = memory
    self.date = date
  }

  /// The arguments that change what is written, as the manifest records them.
  var contentArguments: [String: String] {
    var arguments = ["max-rejects": FigureText.exact(.decimal(maximumRejects * 100)) + "%", "memory": memory.text]
    if allowsFailedClaims { arguments["allow-failed-claims"] = "true" }
    if let period {
      if period.lowerBound.nanoseconds != .min { arguments["from"] = period.lowerBound.rfc3339 }
      if period.upperBound.nanoseconds != .max { arguments["to"] = period.upperBound.rfc3339 }
    }
    return arguments
  }
}
