/// The steps of a build, in order; a terminal shows which one is at work.
public enum BuildStep: String, CaseIterable, Sendable {
  case loadReport = "Reading the report"
  case readPages = "Reading pages"
  case planQueries = "Planning queries"
  case scanSources = "Scanning logs"
  case drawFigures = "Judging claims, drawing figures"
  case renderReport = "Rendering the page"
  case writeOutput = "Writing the output"

  /// Its position, from 1.
  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
