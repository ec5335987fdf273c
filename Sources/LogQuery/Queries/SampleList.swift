import Statistics

/// Values and how often each occurs, ascending. Where they are many they lie within the engine's memory.
public struct SampleList: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private let few: [WeightedSample]
  private let many: Store?

  /// Owns samples that change no more.
  private final class Store: @unchecked Sendable {
    let samples: BudgetedArray<WeightedSample>

    init(_ samples: consuming BudgetedArray<WeightedSample>) { self.samples = samples }
  }

  /// So many are copied, so that an answer does not hold on to the engine's memory.
  private static let mostCopied = 10_000

  /// Samples that are in order already.
  public init(_ samples: [WeightedSample]) {
    few = samples
    many = nil
  }

  /// Samples that are in order already.
  public init(arrayLiteral samples: WeightedSample...) { self.init(samples) }

  init(_ samples: consuming BudgetedArray<WeightedSample>) {
    let isFew = samples.count <= Self.mostCopied
    few = isFew ? unsafe Array(samples.buffer) : []
    many = isFew ? nil : Store(samples)
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// Number of different values.
  public var endIndex: Int { many?.samples.count ?? few.count }

  /// The sample at a place.
  public subscript(place: Int) -> WeightedSample { many?.samples[place] ?? few[place] }

  /// Whether two lists hold the same samples.
  public static func == (left: SampleList, right: SampleList) -> Bool { left.elementsEqual(right) }

  /// Hashes all samples.
  public func hash(into hasher: inout Hasher) { for sample in self { hasher.combine(sample) } }
}
