import Glibc

/// Why a call to the operating system failed, in plain words.
enum SystemError {
  /// The reason for an error number.
  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case ENOTDIR: "a part of its path is not a folder"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder"
    case ELOOP: "its symbolic links go in a circle"
    case ENAMETOOLONG: "its name is too long"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reports an input/output error"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be too large"
    case EROFS: "the disk is read-only"
    case EPIPE: "nobody reads it any more"
    default: unsafe String(cString: strerror(number)) + " (error \(number))"
    }
  }

  /// Repeats a call that was interrupted by a signal; -1 stands for failure, the reason being in `errno`.
  static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }
}
