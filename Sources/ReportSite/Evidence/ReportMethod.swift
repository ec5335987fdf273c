import LogQuery
import SafeText

/// How the numbers of a report came about, in sentences.
enum ReportMethod {
  /// The sentences that hold for this report.
  static func sentences(_ loaded: LoadedReport, _ scanned: ScannedReport) -> [SafeHTML] {
    var sentences: [SafeHTML] = [
      SafeHTML("Every row of every input was read once; a row that could not be read is counted and listed, never dropped in silence."),
      SafeHTML(
        """
        Counts are exact; nothing is sampled or smoothed. Text is compared byte by byte, times in UTC. Only in a column recognised as the \
        outcome do different spellings count as one value: true, yes, 1, ok and success are success, their opposites failure.
        """),
      SafeHTML("Each figure states its filter. What it does not draw is summed up as “other”; cells without a value are accounted for."),
    ]
    let names = Set(loaded.figures.map(\.settings.kind))
    if names.contains(HistogramFigure.name) {
      sentences.append(
        SafeHTML(
          "Histogram bins follow numpy’s rule “auto” (the larger of Freedman–Diaconis and half the square-root width, at most Sturges’); whole numbers that span at most 30 get a bin each. Where at most 30 different ones span more, but a tenth of the samples or less lies far out, the near ones get a bin each and the far ones share one, marked “+”."
        ))
    }
    if names.contains(TimelineFigure.name) {
      sentences.append(
        SafeHTML(
          "A timeline counts in intervals of UTC, weeks from Monday, over the time from the first row of its source to the last. Where the author names no length, it is the shortest of 1, 5, 15, 30 minutes, 1, 3, 6, 12 hours, 1 day, 1, 4 and 52 weeks that needs at most 600 intervals."
        ))
      sentences.append(
        SafeHTML(
          "“No data” in a timeline is a run of intervals in which the source has no row at all, and too long for chance: were every interval as likely to be empty as those outside such runs (by Laplace’s rule of succession), fewer than one chart in twenty would have so long a run. Shorter runs are zeros."
        ))
    }
    if scanned.sources.contains(where: { $0.report.tally.repeated > 0 }) {
      sentences.append(SafeHTML("A line “message repeated n times” counts as n rows of the same line number."))
    }
    let asksChance = loaded.resultExpressions.contains { $0.expression.paths.contains { $0.path.steps.contains(.member("surprise")) } }
    if asksChance {
      sentences.append(
        SafeHTML(
          "“Surprise” is the probability that the largest group gets as large by chance alone, if every event fell on each group with equal probability, independently of the others."
        ))
    }
    return sentences
  }
}
