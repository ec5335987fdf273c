import SafeText

/// What an authentication log's line says was done: the values of `event.action`.
///
/// `ssh_login` is Elastic's name; the others follow its pattern. One try at a login is one `ssh_login`: what sshd and PAM say about the
/// same try besides (`Invalid user …`, `authentication failure; …`) has actions of its own, so that nothing counts twice.
enum AuthAction: UInt8, CaseIterable {
  /// A login by SSH was tried: `Accepted …` or `Failed …`.
  case sshLogin
  /// A login was tried for an account that does not exist or may not log in.
  case sshInvalidUser
  /// A client used up its tries.
  case sshTooManyFailures
  /// A client connected.
  case sshConnectionOpened
  /// A connection ended, was reset or was cut.
  case sshConnectionClosed
  /// Client and server could not agree, or one did not speak SSH.
  case sshNegotiationFailed
  /// A connection was refused before any login.
  case sshConnectionRefused
  /// A client took too long to log in.
  case sshTimeout
  /// PAM refused a user.
  case pamAuthentication
  /// PAM opened a session.
  case sessionOpened
  /// PAM closed a session.
  case sessionClosed
  /// logind began a session.
  case loginSessionStarted
  /// logind ended a session.
  case loginSessionEnded
  /// A command was run, or refused, by sudo.
  case sudoCommand
  /// A user became another, or failed to, by su.
  case switchedUser
  /// cron ran a command.
  case cronCommand
  case userAdded
  case userChanged
  case userDeleted
  case groupAdded
  case groupDeleted
  case groupMemberAdded
  case groupMemberRemoved
  case passwordChanged

  /// The value of `event.action`.
  var name: ByteString {
    switch self {
    case .sshLogin: "ssh_login"
    case .sshInvalidUser: "ssh_invalid_user"
    case .sshTooManyFailures: "ssh_too_many_failures"
    case .sshConnectionOpened: "ssh_connection_opened"
    case .sshConnectionClosed: "ssh_connection_closed"
    case .sshNegotiationFailed: "ssh_negotiation_failed"
    case .sshConnectionRefused: "ssh_connection_refused"
    case .sshTimeout: "ssh_timeout"
    case .pamAuthentication: "pam_authentication"
    case .sessionOpened: "session_opened"
    case .sessionClosed: "session_closed"
    case .loginSessionStarted: "login_session_started"
    case .loginSessionEnded: "login_session_ended"
    case .sudoCommand: "sudo_command"
    case .switchedUser: "switched_user"
    case .cronCommand: "cron_command"
    case .userAdded: "user_added"
    case .userChanged: "user_changed"
    case .userDeleted: "user_deleted"
    case .groupAdded: "group_added"
    case .groupDeleted: "group_deleted"
    case .groupMemberAdded: "group_member_added"
    case .groupMemberRemoved: "group_member_removed"
    case .passwordChanged: "password_changed"
    }
  }

  /// The value of `event.category`, one of those that the Elastic Common Schema allows.
  var category: ByteString {
    switch self {
    case .sshLogin, .sshInvalidUser, .sshTooManyFailures, .pamAuthentication, .switchedUser: "authentication"
    case .sshConnectionOpened, .sshConnectionClosed, .sshNegotiationFailed, .sshConnectionRefused, .sshTimeout: "network"
    case .sessionOpened, .sessionClosed, .loginSessionStarted, .loginSessionEnded: "session"
    case .sudoCommand, .cronCommand: "process"
    case .userAdded, .userChanged, .userDeleted, .groupAdded, .groupDeleted, .groupMemberAdded, .groupMemberRemoved, .passwordChanged:
      "iam"
    }
  }
}
