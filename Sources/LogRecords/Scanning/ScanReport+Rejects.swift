import Diagnostics
import SafeText

extension ScanReport {
  /// Fails if more than a fraction `most` of all records was rejected, and says why with the first of them.
  public func checkRejects(most: Double) throws(DiagnosticList) {
    let tally = self.tally
    let all = tally.records + tally.rejectedCount
    guard tally.rejectedCount > 0, Double(tally.rejectedCount) > most * Double(all) else { return }
    let reasons = tally.rejected.sorted { $0.key < $1.key }.map { "\($0.key.rawValue): \(NumberText.count($0.value))" }
    let share = NumberText.percent(Double(tally.rejectedCount) / Double(all))
    var problems = DiagnosticList([
      Diagnostic(
        .error, .content,
        "\(NumberText.count(tally.rejectedCount)) of \(NumberText.count(all)) records are rejected, \(share), more than the "
          + "\(NumberText.percent(most)) allowed (\(reasons.joined(separator: "; ")))")
    ])
    for file in files {
      for sample in file.tally.samples {
        problems.append(
          Diagnostic(
            .error, .content, at: SourceLocation(file: file.name, line: sample.line), "\(sample.reason.rawValue): \(sample.detail)"))
      }
    }
    throw problems
  }
}
