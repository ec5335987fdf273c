/// What an event of the simulated intrusion detection system says was done.
///
/// Weights are out of ``totalWeight``; they are an invention with the proportions of a busy office network, not a measurement.
enum SimulatedAction: Int, CaseIterable {
  case loginAttempt
  case connection
  case fileAccess
  case dataTransfer
  case policyViolation
  case portScan
  case malwareAlert
  case privilegeEscalation

  /// The value in the column `action`.
  var name: String {
    switch self {
    case .loginAttempt: "login_attempt"
    case .connection: "connection"
    case .fileAccess: "file_access"
    case .dataTransfer: "data_transfer"
    case .policyViolation: "policy_violation"
    case .portScan: "port_scan"
    case .malwareAlert: "malware_alert"
    case .privilegeEscalation: "privilege_escalation"
    }
  }

  /// How many of 1,000 events have this action.
  var weight: UInt64 {
    switch self {
    case .loginAttempt: 260
    case .connection: 260
    case .fileAccess: 200
    case .dataTransfer: 120
    case .policyViolation: 60
    case .portScan: 50
    case .malwareAlert: 30
    case .privilegeEscalation: 20
    }
  }

  /// How many of 1,000 events with this action succeed.
  var successWeight: UInt64 {
    switch self {
    case .loginAttempt: 700
    case .connection: 950
    case .fileAccess: 920
    case .dataTransfer: 960
    case .policyViolation: 400
    case .portScan: 200
    case .malwareAlert: 100
    case .privilegeEscalation: 300
    }
  }

  /// The sum of all weights.
  static let totalWeight: UInt64 = 1_000

  /// The action at each point of 0..<totalWeight.
  static let byWeight: [SimulatedAction] = allCases.flatMap { Array(repeating: $0, count: Int($0.weight)) }
}
