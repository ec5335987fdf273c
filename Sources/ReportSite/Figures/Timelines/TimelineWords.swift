import CivilTime
import LogQuery
import SafeText

/// Says what a timeline plots.
struct TimelineWords {
  let question: TimelineQuestion
  /// Length of an interval; nil if it is not known.
  let width: TimeSpan?

  init(_ question: TimelineQuestion, width: TimeSpan?) {
    self.question = question
    self.width = width
  }

  /// `Rows every 15 min, UTC, by outcome, 5 of 12, where action == "login_attempt"`.
  func subject(_ timeline: Timeline?) -> String {
    var text = question.measure.title.capitalizedFirst
    text += width.map { " every \(Self.every($0)), UTC" } ?? " over time"
    if let series = question.series {
      text += ", by \(series)"
      if let timeline, timeline.otherCount > 0 {
        text += ", the largest \(timeline.series.count) of \(NumberText.count(timeline.series.count + timeline.otherCount))"
      }
    }
    if let timeline, !timeline.gaps.isEmpty { text += ", shaded where there is no data" }
    return text + (question.filter == nil ? "" : ",") + FigureSubject.filtered(question.filter)
  }

  /// `hour`, `15 min`, `week`.
  private static func every(_ width: TimeSpan) -> String {
    switch width {
    case .minutes(1): "minute"
    case .hours(1): "hour"
    case .days(1): "day"
    case .days(7): "week"
    case _ where width.lead > 0: "\(NumberText.count(Int(width.nanoseconds / TimeSpan.days(7).nanoseconds))) weeks"
    default: NumberText.duration(width)
    }
  }
}
