/// Ends the process with a message, also in an optimised build, unless the fast way and the slow one agree.
func demand(_ agreement: Bool, _ message: @autoclosure () -> String) {
  guard agreement else { fatalError(message()) }
}
