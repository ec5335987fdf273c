/// The version of Logbrief, as `--version`, the manifest and every page give it.
public enum ToolVersion {
  /// The version, by semver.org.
  public static let current = "0.1.0"
}
