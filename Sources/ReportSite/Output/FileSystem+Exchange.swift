import Glibc
import SystemPackage

extension FileSystem {
  /// Exchanges two folders in one step: at every moment each path names one of them (Linux, `renameat2` with `RENAME_EXCHANGE`).
  ///
  /// Swift's Glibc module lacks the function, so it is looked up by name; a C library without it counts as "function not implemented".
  static func exchange(_ first: FilePath, _ second: FilePath) throws(Failure) {
    typealias Rename = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
    let exchangeFlag: CUnsignedInt = 2
    guard let symbol = unsafe dlsym(nil, "renameat2") else { throw Failure(path: second, errno: .noFunction) }
    let rename = unsafe unsafeBitCast(symbol, to: Rename.self)
    try unsafe check(second) { second in
      unsafe first.withPlatformString { unsafe rename(AT_FDCWD, $0, AT_FDCWD, second, exchangeFlag) }
    }
  }
}
