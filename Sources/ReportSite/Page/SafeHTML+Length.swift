import SafeText

extension SafeHTML {
  /// Number of scalars that a reader sees: tags count nothing, an entity counts one.
  var shownLength: Int {
    var length = 0
    var isHidden = false
    for scalar in markup.unicodeScalars {
      switch scalar {
      case "<": isHidden = true
      case "&":
        length += 1
        isHidden = true
      case ">",
        ";" where isHidden:
        isHidden = false
      default: length += isHidden ? 0 : 1
      }
    }
    return length
  }
}
