/// What the tables of one pass share: how keys are spread over them, and how much memory they may take.
struct KeyRoom: Sendable {
  let hash: KeyHash
  let budget: MemoryBudget
}
