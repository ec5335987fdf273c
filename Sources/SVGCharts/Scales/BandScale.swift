/// Places rows of one height under one another, all lengths in px.
struct BandScale: Hashable, Sendable {
  /// Top of the first row.
  var top: Double
  /// From one row to the next.
  var pitch: Double
  /// Height of what is drawn in a row.
  var thickness: Double

  /// Rows for `count` bars: up to twelve are given more room.
  init(count: Int, top: Double) {
    self.top = top
    pitch = count <= 12 ? 24 : 20
    thickness = count <= 12 ? 15 : 11
  }

  /// Top of what is drawn in a row, counted from 0.
  func start(_ row: Int) -> Double { top + Double(row) * pitch + ((pitch - thickness) / 2).rounded(.down) }

  /// Baseline of text that stands beside what is drawn in a row.
  func baseline(_ row: Int) -> Double { start(row) + (thickness / 2).rounded(.down) + 5 }

  /// Bottom of the last of `count` rows.
  func bottom(_ count: Int) -> Double { top + Double(count) * pitch }
}
