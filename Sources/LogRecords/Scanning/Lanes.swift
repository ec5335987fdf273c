import Foundation

/// Runs some work at the same time, each piece on a thread of its own.
public enum Lanes {
  /// Runs all bodies and returns when the last one has; the first runs on the caller's thread.
  public static func run(_ bodies: [@Sendable () -> Void]) {
    let group = DispatchGroup()
    for body in bodies.dropFirst() {
      group.enter()
      Thread.detachNewThread {
        body()
        group.leave()
      }
    }
    bodies.first?()
    group.wait()
  }
}
