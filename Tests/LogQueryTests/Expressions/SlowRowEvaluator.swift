import CivilTime
import LogQuery
import LogRecords
import SafeText

/// Works out an expression over one row the slow and obvious way, from its tree, one cell at a time: what the fast predicate must agree with.
struct SlowRowEvaluator {
  let columns: [Column]
  let row: [ByteString?]

  func truth(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .not(let operand): return !truth(operand)
    case .and(let left, let right): return truth(left) && truth(right)
    case .or(let left, let right): return truth(left) || truth(right)
    case .isEmpty(let operand): return cell(operand) == nil
    case .comparison(.notEqual, let left, let right): return !compare(left, .equal, right)
    case .comparison(let comparison, let left, let right): return compare(left, comparison, right)
    case .membership(let operand, .list(let literals)):
      return literals.contains { compare(operand, .equal, Expression(.literal($0))) }
    case .membership(let operand, .range(let lower, let upper)):
      return compare(operand, .greaterOrEqual, Expression(.literal(lower))) && compare(operand, .less, Expression(.literal(upper)))
    case .membership(let operand, .network(let block)):
      guard let address = cell(operand).flatMap({ AddressParser.parse($0.bytes) }) else { return false }
      let bits = UInt128(address.high) << 64 | UInt128(address.low)
      let network = UInt128(block.high) << 64 | UInt128(block.low)
      return (bits ^ network) >> UInt128(128 - block.prefixLength) == 0
    case .matches(let operand, let pattern): return cell(operand).map { matches(String(pattern.source.visible), $0) } ?? false
    default: return false
    }
  }

  /// The patterns that the tests make, each by hand.
  private func matches(_ pattern: String, _ text: ByteString) -> Bool {
    let bytes = text.bytes
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    switch pattern {
    case "^a": return bytes.first == UInt8(ascii: "a")
    case "b$": return bytes.last == UInt8(ascii: "b")
    case "[0-9]+": return bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
    case "(?i)LOGIN": return bytes.map { $0 | 0x20 }.starts(with: Array("login".utf8))
    case "é": return bytes == [0xC3, 0xA9]
    case "^.$": return isValid && String(decoding: bytes, as: UTF8.self).unicodeScalars.count == 1
    default: return bytes.contains(UInt8(ascii: "/"))
    }
  }

  private func cell(_ expression: Expression) -> ByteString? {
    guard case .column(let name) = expression.kind, let index = columns.index(named: name.visible) else { return nil }
    return row[index]
  }

  private func role(_ expression: Expression) -> ColumnRole? {
    guard case .column(let name) = expression.kind, let index = columns.index(named: name.visible) else { return nil }
    return columns[index].role
  }

  private func compare(_ left: Expression, _ comparison: Comparison, _ right: Expression) -> Bool {
    if case .literal = left.kind, let mirrored = mirrored(comparison) { return compare(right, mirrored, left) }
    if case .literal(.text(let text)) = right.kind { return compare(left, comparison, text) }
    if case .literal(.boolean(let truth)) = right.kind {
      return cell(left).flatMap { OutcomeParser.parse($0.bytes) } == (truth ? .success : .failure)
    }
    if case .column = left.kind, case .column = right.kind, comparison == .equal {
      guard let first = cell(left), let second = cell(right) else { return false }
      return first == second
    }
    guard let first = nanosecondsOrNumber(left, beside: right), let second = nanosecondsOrNumber(right, beside: left) else { return false }
    return holds(comparison, first, second)
  }

  private func compare(_ left: Expression, _ comparison: Comparison, _ text: ByteString) -> Bool {
    guard let cell = cell(left) else { return false }
    let meaning: Outcome? = OutcomeParser.parse(text.bytes).flatMap { $0 == .unknown ? nil : $0 }
    if role(left) == .outcome, comparison == .equal, let meaning { return OutcomeParser.parse(cell.bytes) == meaning }
    let whole = cell.bytes, part = text.bytes
    switch comparison {
    case .equal: return whole == part
    case .less: return whole.lexicographicallyPrecedes(part)
    case .lessOrEqual: return !part.lexicographicallyPrecedes(whole)
    case .greater: return part.lexicographicallyPrecedes(whole)
    case .greaterOrEqual: return !whole.lexicographicallyPrecedes(part)
    case .startsWith: return whole.count >= part.count && Array(whole[..<part.count]) == part
    case .endsWith: return whole.count >= part.count && Array(whole[(whole.count - part.count)...]) == part
    case .contains: return (0...whole.count).contains { $0 + part.count <= whole.count && Array(whole[$0..<$0 + part.count]) == part }
    case .notEqual: return false
    }
  }

  /// A number, or a time or duration in nanoseconds; calculations of numbers exactly where whole, else in double precision.
  private enum Quantity {
    case whole(Int64)
    case decimal(Double)

    var double: Double {
      switch self {
      case .whole(let whole): Double(whole)
      case .decimal(let decimal): decimal
      }
    }
  }

  private func nanosecondsOrNumber(_ expression: Expression, beside other: Expression) -> Quantity? {
    switch expression.kind {
    case .literal(.time(let time)): return .whole(time.nanoseconds)
    case .literal(.duration(let span)): return .whole(span.nanoseconds)
    case .literal(.integer(let number)): return .whole(number)
    case .literal(.decimal(let number)): return .decimal(number)
    case .column:
      guard let cell = cell(expression) else { return nil }
      if isTime(expression) || isTime(other) { return TimestampParser().parse(cell.bytes).map { .whole($0.nanoseconds) } }
      switch NumberParser.parse(cell.bytes) {
      case .integer(let number): return .whole(number)
      case .decimal(let number): return .decimal(number)
      case nil: return nil
      }
    case .arithmetic(let operation, let left, let right):
      guard let first = nanosecondsOrNumber(left, beside: right), let second = nanosecondsOrNumber(right, beside: left) else { return nil }
      return calculate(operation, first, second)
    default: return nil
    }
  }

  private func isTime(_ expression: Expression) -> Bool {
    if case .literal(.time) = expression.kind { return true }
    return role(expression) == .time
  }

  private func calculate(_ operation: Arithmetic, _ left: Quantity, _ right: Quantity) -> Quantity? {
    if case .whole(let first) = left, case .whole(let second) = right {
      let exact = Int128(first), other = Int128(second)
      switch operation {
      case .add: if let whole = Int64(exactly: exact + other) { return .whole(whole) }
      case .subtract: if let whole = Int64(exactly: exact - other) { return .whole(whole) }
      case .multiply: if let whole = Int64(exactly: exact * other) { return .whole(whole) }
      case .divide: if other != 0, exact % other == 0, let whole = Int64(exactly: exact / other) { return .whole(whole) }
      }
    }
    let first = left.double, second = right.double
    let result =
      switch operation {
      case .add: first + second
      case .subtract: first - second
      case .multiply: first * second
      case .divide: second == 0 ? .nan : first / second
      }
    guard result.isFinite else { return nil }
    return Int64(exactly: result).map(Quantity.whole) ?? .decimal(result)
  }

  private func holds(_ comparison: Comparison, _ left: Quantity, _ right: Quantity) -> Bool {
    // A Float80 holds every Int64 and every Double exactly.
    let first = exact(left), second = exact(right)
    switch comparison {
    case .equal: return first == second
    case .less: return first < second
    case .lessOrEqual: return first <= second
    case .greater: return first > second
    case .greaterOrEqual: return first >= second
    default: return false
    }
  }

  #if arch(x86_64)
    private func exact(_ quantity: Quantity) -> Float80 {
      switch quantity {
      case .whole(let whole): Float80(whole)
      case .decimal(let decimal): Float80(decimal)
      }
    }
  #else
    private func exact(_ quantity: Quantity) -> Double { quantity.double }
  #endif

  private func mirrored(_ comparison: Comparison) -> Comparison? {
    switch comparison {
    case .equal, .notEqual: comparison
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: nil
    }
  }
}
