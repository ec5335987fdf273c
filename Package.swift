// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift module: a warning is an error, so that none is ever waved through.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Modules that touch memory through pointers also say so, line by line.
let strictMemory: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "logbrief",
  products: [.executable(name: "logbrief", targets: ["logbrief"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // Libraries of the system, linked statically so that a release binary asks nothing of the machine it runs on.
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CEmbeddedFiles"),

    // Text and numbers that may be shown; what went wrong and where; the calendar.
    .target(name: "CivilTime", swiftSettings: strict),
    .target(name: "SafeText", dependencies: ["CivilTime"], swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["SafeText"], swiftSettings: strict),

    // From bytes to answers.
    .target(
      name: "LogRecords",
      dependencies: ["CZlib", "CivilTime", "Diagnostics", "SafeText", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strictMemory, linkerSettings: [.linkedLibrary(":libz.a")]),
    .target(name: "Statistics", swiftSettings: strict),
    .target(
      name: "LogQuery", dependencies: ["CPCRE2", "CivilTime", "Diagnostics", "LogRecords", "SafeText", "Statistics"],
      swiftSettings: strictMemory, linkerSettings: [.linkedLibrary(":libpcre2-8.a")]),
    .target(name: "LogCollectors", dependencies: ["CivilTime", "Diagnostics", "LogRecords", "SafeText"], swiftSettings: strictMemory),
    .target(name: "LogSimulator", dependencies: ["CivilTime", "Diagnostics", "LogRecords"], swiftSettings: strict),

    // From answers to a page.
    .target(name: "SVGCharts", dependencies: ["CivilTime", "SafeText"], swiftSettings: strict),
    .target(
      name: "MarkdownPages", dependencies: ["CCmark", "Diagnostics", "SafeText"],
      swiftSettings: strictMemory, linkerSettings: [.linkedLibrary(":libcmark.a")]),
    .target(
      name: "ReportSite",
      dependencies: [
        "CEmbeddedFiles", "CivilTime", "Diagnostics", "LogCollectors", "LogQuery", "LogRecords", "MarkdownPages", "SafeText",
        "Statistics", "SVGCharts",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "SystemPackage", package: "swift-system"), .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strictMemory),
    .target(name: "ConsoleOutput", dependencies: ["CivilTime", "LogQuery", "LogRecords", "SafeText", "Statistics"], swiftSettings: strict),
    .executableTarget(
      name: "logbrief",
      dependencies: [
        "CivilTime", "ConsoleOutput", "Diagnostics", "LogCollectors", "LogQuery", "LogRecords", "LogSimulator", "ReportSite", "SafeText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
  ] + (isFuzzing ? [fuzzTarget] : testTargets),
  swiftLanguageModes: [.v6]
)

/// One test target a module, named after it, and one that runs the real binary.
var testTargets: [Target] {
  let modules: [(name: String, also: [Target.Dependency])] = [
    ("SafeText", ["CivilTime"]), ("CivilTime", []), ("Diagnostics", ["SafeText"]),
    ("LogRecords", ["CivilTime", "Diagnostics", "SafeText"]), ("Statistics", []),
    ("LogQuery", ["CivilTime", "Diagnostics", "LogRecords", "SafeText", "Statistics"]),
    ("LogCollectors", ["CivilTime", "Diagnostics", "LogRecords", "SafeText"]),
    ("LogSimulator", ["CivilTime", "Diagnostics", "LogRecords"]),
    ("SVGCharts", ["CivilTime", "SafeText"]), ("MarkdownPages", ["Diagnostics", "SafeText"]),
    ("ReportSite", ["CEmbeddedFiles", "CivilTime", "Diagnostics", "LogQuery", "LogRecords", "MarkdownPages", "SafeText"]),
    ("ConsoleOutput", ["CivilTime", "LogQuery", "SafeText"]),
  ]
  return modules.map {
    .testTarget(name: $0.name + "Tests", dependencies: [.target(name: $0.name)] + $0.also, swiftSettings: strict)
  } + [.testTarget(name: "CommandTests", dependencies: ["logbrief"], swiftSettings: strict)]
}

/// `make fuzz` builds this instead of the tests, whose slow readers it shares.
var isFuzzing: Bool { Context.environment["LOGBRIEF_FUZZ"] != nil }

/// The fast readers against the slow ones, on inputs that libFuzzer makes up.
var fuzzTarget: Target {
  .executableTarget(
    name: "logbrief-fuzz",
    dependencies: ["CZlib", "CivilTime", "Diagnostics", "LogCollectors", "LogQuery", "LogRecords", "SafeText"], path: "Tests",
    exclude: ["Fuzz/seeds"],
    sources: [
      "Fuzz", "LogRecordsTests/CSV/ReferenceCSVReader.swift", "LogRecordsTests/Scanning/ScannedSource.swift",
      "LogRecordsTests/Cells/ReferenceAddresses.swift", "LogRecordsTests/Cells/ReferenceNumbers.swift",
      "LogRecordsTests/Cells/ReferenceTimestamps.swift",
    ], swiftSettings: strict)
}
