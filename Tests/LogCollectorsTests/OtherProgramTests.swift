import Testing

@Suite("Messages of programs beside sshd")
struct OtherProgramTests {
  /// The one record of a program's message, as `action outcome user effective-user group command reason`, `-` where nothing is told.
  @Test(arguments: [
    (
      "sudo", "   alice : TTY=pts/0 ; PWD=/home/alice ; USER=root ; COMMAND=/bin/sh -c id ; id",
      "sudo_command|success|alice|root|-|/bin/sh -c id ; id|-"
    ),
    ("sudo", "alice : PWD=/ ; USER=bob ; GROUP=adm ; ENV=A=1 ; COMMAND=/bin/ls", "sudo_command|success|alice|bob|-|/bin/ls|-"),
    (
      "sudo", "bob : 3 incorrect password attempts ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls",
      "sudo_command|failure|bob|root|-|/bin/ls|3 incorrect password attempts"
    ),
    (
      "sudo", "bob : user NOT in sudoers ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls",
      "sudo_command|failure|bob|root|-|/bin/ls|user NOT in sudoers"
    ),
    (
      "sudo", "bob : command not allowed ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls",
      "sudo_command|failure|bob|root|-|/bin/ls|command not allowed"
    ),
    ("sudo", "alice : (command continued) a ; USER=b ; COMMAND=c", "-|-|-|-|-|-|-"),
    ("sudo", "pam_unix(sudo:session): session opened for user root(uid=0) by alice(uid=1000)", "session_opened|success|root|-|-|-|-"),
    ("su", "Successful su for root by alice", "switched_user|success|alice|root|-|-|-"),
    ("su", "FAILED su for root by bob", "switched_user|failure|bob|root|-|-|-"),
    ("su", "(to root) alice on pts/0", "switched_user|success|alice|root|-|-|-"),
    ("su", "FAILED SU (to root) bob on pts/0", "switched_user|failure|bob|root|-|-|-"),
    ("su", "+ /dev/pts/0 alice:root", "-|-|-|-|-|-|-"),
    (
      "su", "pam_unix(su:auth): authentication failure; logname=bob uid=1 euid=0 tty=/dev/pts/0 ruser=bob rhost=  user=root",
      "pam_authentication|failure|root|-|-|-|-"
    ),
    ("login", "pam_unix(login:session): session closed for user alice", "session_closed|success|alice|-|-|-|-"),
    (
      "sshd", "pam_sss(sshd:auth): authentication success; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7 user=alice",
      "pam_authentication|success|alice|-|-|-|-"
    ),
    ("sshd", "pam_unix(sshd:auth): check pass; user unknown", "-|-|-|-|-|-|-"),
    ("passwd", "pam_unix(passwd:chauthtok): password changed for alice", "password_changed|success|alice|-|-|-|-"),
    (
      "chpasswd", "pam_unix(chpasswd:chauthtok): user \"x\" does not exist in /etc/passwd",
      "password_changed|failure|x|-|-|-|does not exist in /etc/passwd"
    ),
    ("CRON", "(root) CMD (  run-parts /etc/cron.hourly)", "cron_command|-|root|-|-|run-parts /etc/cron.hourly|-"),
    ("CRON", "pam_unix(cron:session): session opened for user root by (uid=0)", "session_opened|success|root|-|-|-|-"),
    ("useradd", "new user: name=eve, UID=1001, GID=1001, home=/home/eve, shell=/bin/bash", "user_added|success|eve|-|-|-|-"),
    ("useradd", "failed adding user 'eve', data deleted", "user_added|failure|eve|-|-|-|-"),
    ("useradd", "add 'eve' to group 'sudo'", "group_member_added|success|eve|-|sudo|-|-"),
    ("useradd", "add 'eve' to shadow group 'sudo'", "-|-|-|-|-|-|-"),
    ("groupadd", "new group: name=staff, GID=1002", "group_added|success|-|-|staff|-|-"),
    ("groupadd", "group added to /etc/group: name=staff, GID=1002", "-|-|-|-|-|-|-"),
    ("userdel", "delete user 'eve'", "user_deleted|success|eve|-|-|-|-"),
    ("userdel", "removed group 'eve' owned by 'eve'", "group_deleted|success|-|-|eve|-|-"),
    ("groupdel", "group 'staff' removed", "group_deleted|success|-|-|staff|-|-"),
    ("groupdel", "group 'staff' removed from /etc/group", "-|-|-|-|-|-|-"),
    ("usermod", "change user 'eve' password", "password_changed|success|eve|-|-|-|-"),
    ("usermod", "change user 'eve' shell from '/bin/sh' to '/bin/bash'", "user_changed|success|eve|-|-|-|-"),
    ("usermod", "lock user 'eve' password", "user_changed|success|eve|-|-|-|-"),
    ("gpasswd", "user eve added by root to group sudo", "group_member_added|success|eve|-|sudo|-|-"),
    ("gpasswd", "user eve removed by root from group sudo", "group_member_removed|success|eve|-|sudo|-|-"),
    ("chage", "changed password expiry for eve", "user_changed|success|eve|-|-|-|-"),
    ("systemd-logind", "New session 7 of user alice.", "login_session_started|success|alice|-|-|-|-"),
    ("systemd-logind", "New session '7' of user 'alice' with class 'user' and type 'tty'.", "login_session_started|success|alice|-|-|-|-"),
    ("systemd-logind", "Removed session 7.", "login_session_ended|success|-|-|-|-|-"),
    ("systemd-logind", "Session 7 logged out. Waiting for processes to exit.", "-|-|-|-|-|-|-"),
    ("kernel", "Accepted password for alice from 192.0.2.7 port 4242 ssh2", "-|-|-|-|-|-|-"),
  ])
  func events(program: String, message: String, expected: String) throws {
    let log = try DecodedLog(lines: ["Nov  1 00:03:27 lab \(program)[42]: \(message)"])
    let row = try #require(log.rows.first)
    let columns = [
      "event.action", "event.outcome", "user.name", "user.effective.name", "group.name", "process.command_line", "event.reason",
    ]
    #expect(columns.map { row[$0] ?? "-" }.joined(separator: "|") == expected)
    #expect((row["event.category"] == nil) == (row["event.action"] == nil))
  }
}
