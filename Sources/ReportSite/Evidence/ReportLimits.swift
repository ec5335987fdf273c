import CivilTime
import LogRecords
import SafeText

/// "What this report cannot see": gaps, rejected lines, assumptions, clock steps, all said in sentences.
enum ReportLimits {
  /// The sentences, source by source, then figure by figure.
  static func sentences(_ sources: [ScannedReport.Source], _ figures: [DrawnReport.Figure]) -> [String] {
    var sentences: [String] = []
    for source in sources {
      if source.configuration.isSimulated {
        sentences.append("The rows of ‘\(source.configuration.name)’ are simulated: they prove nothing about a real network.")
      }
      for file in source.report.files { sentences += self.sentences(file) }
      if let gap = source.activity.gaps.max(by: { $0.span < $1.span }) {
        let count = source.activity.gaps.count
        let others = count > 1 ? "; it is the longest of \(NumberText.count(count)) gaps of an hour or more" : ""
        sentences.append(
          "‘\(source.configuration.name)’ has no row for \(NumberText.duration(gap.span)) from \(NumberText.time(gap.start)) UTC\(others). "
            + "Nothing tells whether nothing happened or nothing was logged.")
      }
      if let times = source.report.counted {
        sentences.append(
          "Anything before \(NumberText.time(times.lowerBound)) or after \(NumberText.time(times.upperBound)) UTC, and rows lost before they reached ‘\(source.configuration.name)’."
        )
      } else if source.report.outsidePeriod > 0 {
        sentences.append("Anything that ‘\(source.configuration.name)’ says: none of its rows lies inside the period.")
      } else {
        sentences.append("When the rows of ‘\(source.configuration.name)’ happened: it has no column of times that could be read.")
      }
    }
    for figure in figures { if let limit = figure.drawn.limit { sentences.append("\(figure.label): \(limit)") } }
    sentences.append("What the logs do not record. A count of rows is not a count of people, and an address is not a person.")
    return sentences
  }

  private static func sentences(_ file: FileReport) -> [String] {
    var sentences = file.assumptions.map { "\(file.name): \($0)" }
    if file.tally.rejectedCount > 0 {
      let reasons = file.tally.rejected.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \(NumberText.count($0.value))" }
      sentences.append(
        "\(file.name): \(counted(file.tally.rejectedCount, "row")) could not be read (\(reasons.joined(separator: ", "))); not counted.")
    }
    if file.outsidePeriod > 0 {
      sentences.append("\(file.name): \(counted(file.outsidePeriod, "row")) outside the period, not counted.")
    }
    if file.untimed > 0, file.first != nil {
      sentences.append("\(file.name): \(counted(file.untimed, "row")) without a time that could be read; no period holds them.")
    }
    if file.stepsBack > 0 {
      sentences.append("\(file.name): the clock steps back \(counted(file.stepsBack, "time")); rows are counted at the time they state.")
    }
    return sentences
  }

  /// `1 row`, `2 rows`.
  private static func counted(_ number: Int, _ word: String) -> String { NumberText.count(number) + " " + word + (number == 1 ? "" : "s") }
}
