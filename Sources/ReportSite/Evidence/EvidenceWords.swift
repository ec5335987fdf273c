import LogCollectors
import LogRecords

/// What a format is called.
enum LogFormatTitles {
  /// The title of a format by its name.
  static func title(_ name: String) -> String { LogFormatRegistry.all.first { $0.name == name }?.title ?? name }
}

extension SourceConfiguration {
  /// The zone of a file's times, and where that is known from.
  func zoneSentence(_ file: FileReport) -> String {
    guard file.first != nil else { return "no times" }
    return options.timezone == .utc ? "UTC, or as each row states" : "\(options.timezone.name), or as each row states"
  }
}
