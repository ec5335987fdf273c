/// One input of libFuzzer: its first byte says what the rest is given to. Inputs that no target takes are not kept.
///
/// A target that finds anything wrong ends the process, so that libFuzzer writes the input down.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  let rest = input.dropFirst()
  switch input.first {
  case UInt8(ascii: "c"): FuzzedCSV(rest)?.check()
  case UInt8(ascii: "a"): FuzzedAuthLog(rest)?.check()
  case UInt8(ascii: "g"): FuzzedGzip.check(rest)
  case UInt8(ascii: "t"): FuzzedCells.checkTimes(rest)
  case UInt8(ascii: "n"): FuzzedCells.checkNumber(rest)
  case UInt8(ascii: "i"): FuzzedCells.checkAddress(rest)
  case UInt8(ascii: "k"): FuzzedCells.checkKeys(rest)
  default: return -1
  }
  return 0
}
