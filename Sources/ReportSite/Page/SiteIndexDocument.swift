import SafeText

/// Everything the index page of a site shows.
public struct SiteIndexDocument: Hashable, Sendable {
  /// The site's title.
  public var title: String
  /// The line above the title.
  public var kicker: String
  /// The reports, in the site's order.
  public var reports: [Entry]
  /// Version of Logbrief.
  public var toolVersion: String

  /// A report as the index lists it.
  public struct Entry: Hashable, Sendable {
    /// Name of the report's folder, beside the index page.
    public var folder: String
    /// Its title.
    public var title: String
    /// Its first sentence or paragraph, without marks that lead into the report; may be empty.
    public var summary: SafeHTML
    /// How far it has come.
    public var status: ReportStatus
    /// How far it may be passed on.
    public var tlp: TLPLabel?
    /// The time it covers.
    public var period: ReportPeriod?
    /// Rows read.
    public var rows: Int
    /// How much of it is simulated.
    public var simulated: SimulatedShare
    /// How many of its claims hold.
    public var claims: ClaimTally
    /// A drawing of its rows over time; may be empty.
    public var spark: SafeHTML
    /// What the drawing shows: `events per hour, peak 61`; may be empty.
    public var sparkCaption: String

    /// An entry.
    public init(
      folder: String, title: String, summary: SafeHTML = .empty, status: ReportStatus, tlp: TLPLabel? = nil, period: ReportPeriod? = nil,
      rows: Int, simulated: SimulatedShare = .nothing, claims: ClaimTally, spark: SafeHTML = .empty, sparkCaption: String = ""
    ) {
      self.folder = folder
      self.title = title
      self.summary = summary
      self.status = status
      self.tlp = tlp
      self.period = period
      self.rows = rows
      self.simulated = simulated
      self.claims = claims
      self.spark = spark
      self.sparkCaption = sparkCaption
    }
  }

  /// An index.
  public init(title: String, kicker: String = "Incident reports", reports: [Entry], toolVersion: String = "") {
    self.title = title
    self.kicker = kicker
    self.reports = reports
    self.toolVersion = toolVersion
  }

  /// The strictest label of the reports listed; nil if none has one.
  var tlp: TLPLabel? { reports.compactMap(\.tlp).max() }
}
