import SafeText

/// How much of what a report counts is simulated.
public enum SimulatedShare: Hashable, Sendable {
  case nothing, some, all

  /// The share of some inputs.
  init(of inputs: [InputDescription]) {
    let count = inputs.count { $0.isSimulated }
    self = count == 0 ? .nothing : count == inputs.count ? .all : .some
  }

  /// Words that begin a line: `Partly simulated data`; empty if nothing is.
  var title: SafeHTML {
    switch self {
    case .nothing: .empty
    case .some: SafeHTML("Partly simulated data")
    case .all: SafeHTML("Simulated data")
    }
  }

  /// The same words among others.
  var words: SafeHTML {
    switch self {
    case .nothing: .empty
    case .some: SafeHTML("partly simulated data")
    case .all: SafeHTML("simulated data")
    }
  }
}
