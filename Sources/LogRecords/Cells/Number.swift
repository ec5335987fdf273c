/// A number in a cell: exact where it is whole, else the nearest double.
public enum Number: Hashable, Sendable, BitwiseCopyable {
  /// A whole number, however it was written: `7`, `7.0` and `70e-1` are all `integer(7)`.
  case integer(Int64)
  /// Any other finite number, correctly rounded; never a value that an `Int64` holds.
  case decimal(Double)

  /// The nearest double.
  @inlinable
  public var double: Double {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    }
  }
}
