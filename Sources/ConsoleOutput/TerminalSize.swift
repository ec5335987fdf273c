import Glibc

/// What is known of the terminal behind a descriptor.
public enum TerminalSize {
  /// Number of columns of the terminal behind a file descriptor (1 for standard output, 2 for standard error).
  ///
  /// - Returns: nil if it is no terminal; 80 if the terminal does not know.
  public static func columns(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
