/// One event of the simulated sensor.
struct SimulatedEvent {
  /// When, in milliseconds since 1970-01-01T00:00:00Z.
  var milliseconds: Int64
  /// Which user, from 1.
  var user: UInt64
  /// Source address as a number, first octet highest.
  var source: UInt32
  /// Destination address.
  var destination: UInt32
  /// What was done.
  var action: SimulatedAction
  /// Whether it succeeded.
  var isSuccess: Bool
}
