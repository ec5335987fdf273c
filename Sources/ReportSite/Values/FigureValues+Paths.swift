import Diagnostics
import LogQuery
import SafeText
import Statistics

extension FigureValues {
  /// The value at the end of a path into figure `id`.
  func value(at steps: [ResultPath.Step], of id: String) throws(PathProblem) -> Value {
    guard let step = steps.first else {
      throw PathProblem("‘\(id)’ is a figure; say which of its values, like ‘\(id).total’")
    }
    let rest = Array(steps.dropFirst())
    try checkLimit(step, of: id)
    switch step {
    case .member("first"): return try value(at: rest, ofGroup: 1, of: id)
    case .member("last"): return try value(at: rest, ofGroup: groups.count, of: id)
    case .index(let position): return try value(at: rest, ofGroup: position, of: id)
    default: break
    }
    guard rest.isEmpty else { throw PathProblem("‘\(id).\(step.text)’ has no members") }
    switch step {
    case .member("total"): return try total(of: id)
    case .member("rows"): return .integer(Int64(rows))
    case .member("max"): return try number(samples.last?.value, of: id)
    case .member("min"): return try number(samples.first?.value, of: id)
    case .member("mean"): return try number(Quantiles.mean(samples), of: id)
    case .member("median"): return try number(Quantiles.quantile(0.5, of: samples), of: id)
    case .member("surprise"): return try surprise(of: id)
    case .call("share", let key): return try share(of: key, in: id)
    case .member("share"): throw PathProblem("write ‘\(id).share(…)’ with the key in parentheses")
    case .member(let name), .call(let name, _):
      throw PathProblem("‘\(id)’ has no value ‘\(name)’" + NearestNames.hint(for: name, among: Self.members))
    case .index: throw PathProblem("‘\(id)’ has no such group")
    }
  }

  private func value(at steps: [ResultPath.Step], ofGroup position: Int, of id: String) throws(PathProblem) -> Value {
    guard groups.indices.contains(position - 1) else {
      throw PathProblem(
        groups.isEmpty ? "‘\(id)’ shows no groups" : "‘\(id)’ shows \(NumberText.count(groups.count, of: "group")); there is no \(position)"
      )
    }
    let group = groups[position - 1]
    guard steps.count == 1, let step = steps.first else {
      throw PathProblem("say ‘.key’ or ‘.value’ of a group of ‘\(id)’")
    }
    switch step {
    case .member("key"): return Self.joinedKey(group.keys)
    case .member("value"): return try known(group.values.first, of: id)
    case .call("value", .text(let measure)):
      guard let index = measures.firstIndex(where: { $0.utf8.elementsEqual(measure.bytes) }) else {
        let hint = NearestNames.hint(for: String(decoding: measure.bytes, as: UTF8.self), among: measures)
        throw PathProblem("‘\(id)’ has no measure ‘\(measure.visible)’" + hint)
      }
      return try known(group.values[index], of: id)
    default:
      throw PathProblem("a group has ‘.key’ and ‘.value’, not ‘\(step.text)’" + NearestNames.hint(for: step.text, among: ["key", "value"]))
    }
  }

  /// The keys of a group as one value: the key itself, or several joined by `, `.
  static func joinedKey(_ keys: [Value]) -> Value {
    if keys.count == 1, let key = keys.first { return key == .missing ? .text(FigureText.noValue) : key }
    return .text(ByteString(bytes: keys.map { FigureText.key($0).bytes }.joined(separator: Array(", ".utf8))))
  }

  private func total(of id: String) throws(PathProblem) -> Value { try known(totals.first, of: id) }

  private func known(_ value: Value?, of id: String) throws(PathProblem) -> Value {
    guard let value, value != .missing else { throw PathProblem("‘\(id)’ has no value here: it counts no rows") }
    return value
  }

  private func number(_ number: Double?, of id: String) throws(PathProblem) -> Value {
    guard let number else { throw PathProblem("‘\(id)’ has no value here: it counts no rows") }
    return Value(number)
  }

  private func share(of key: Literal, in id: String) throws(PathProblem) -> Value {
    switch (share, key) {
    case (.binned, _): throw PathProblem("the bins of ‘\(id)’ hold ranges, so the share of one number is not known")
    case (.ofSamples, .integer(let number)): return try sampleShare(of: Double(number), in: id)
    case (.ofSamples, .decimal(let number)): return try sampleShare(of: number, in: id)
    case (.ofSamples, _): throw PathProblem("‘\(id).share(…)’ takes a number")
    case (.ofTotal, .text(let text)): return try keyShare(of: text, in: id)
    case (.ofTotal, .integer(let number)): return try keyShare(of: ByteString(String(number)), in: id)
    case (.ofTotal, _): throw PathProblem("‘\(id).share(…)’ takes a key, like ‘\(id).share(\"admin\")’")
    }
  }

  private func sampleShare(of number: Double, in id: String) throws(PathProblem) -> Value {
    let all = samples.reduce(0) { $0 + $1.weight }
    guard all > 0 else { throw PathProblem("‘\(id)’ has no samples") }
    let equal = samples.first { $0.value == number }?.weight ?? 0
    return .decimal(Double(equal) / Double(all))
  }

  private func keyShare(of key: ByteString, in id: String) throws(PathProblem) -> Value {
    guard let all = totals.first?.number, all != 0 else { throw PathProblem("the total of ‘\(id)’ is zero, so it has no shares") }
    let group = (groups + pinned).filter { $0.keys.first.map(FigureText.key) == key }
    if group.isEmpty, let groupLimit {
      throw PathProblem(
        "‘\(key.visible)’ is none of the groups of ‘\(id)’ that ‘group_limit: \(groupLimit)’ tells apart, so its share is not known"
      )
    }
    let part = group.reduce(0.0) { $0 + ($1.values.first?.number ?? 0) }
    return .decimal(part / all)
  }

  /// The probability that chance alone gives as large a leader: see ``LeaderSurprise``.
  private func surprise(of id: String) throws(PathProblem) -> Value {
    let events = samples.reduce(0.0) { $0 + $1.value * Double($1.weight) }
    guard let largest = samples.last?.value, rows > 0, measures.first == Measure.count.text else {
      throw PathProblem("‘\(id)’ counts nothing per group, so its leader can't surprise")
    }
    return .decimal(LeaderSurprise.probability(events: Int(events), groups: rows, largest: Int(largest)))
  }
}

/// What is wrong with a path into a result.
struct PathProblem: Error {
  /// Lower case, no full stop.
  let message: String

  init(_ message: String) { self.message = message }
}

extension Value {
  /// A number: whole where it is.
  init(_ number: Double) {
    if number == number.rounded(), number.magnitude < 9_007_199_254_740_992 {
      self = .integer(Int64(number))
    } else {
      self = .decimal(number)
    }
  }
}

extension ResultPath.Step {
  /// The step as an author wrote it, without its argument.
  var text: String {
    switch self {
    case .member(let name): name
    case .call(let name, _): name + "(…)"
    case .index(let position): "[\(position)]"
    }
  }
}
