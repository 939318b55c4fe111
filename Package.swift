// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order in which data meets them; each may import only those above it.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

// Exclusivity checks cost about a fifth of an extraction; the debug build, which runs the tests, keeps them. Bodies of
// public declarations, and only of those, are inlined into the targets below: what their loops ask for is public.
let hot: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-enforce-exclusivity=unchecked", "-cross-module-optimization"], .when(configuration: .release))
  ]

let package = Package(
  name: "isnad",
  products: [
    .executable(name: "isnad", targets: ["isnad"]),
    .executable(name: "isnad-bench", targets: ["isnad-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "Articles", dependencies: ["CZlib", "CLibxml2"], swiftSettings: hot),
    .target(name: "CLanguageTables", exclude: ["Tables"]),
    .target(name: "CSampleArticles", exclude: ["Articles"]),
    .target(name: "Language", dependencies: ["CLanguageTables"], swiftSettings: hot),
    .target(name: "Facts", dependencies: ["Language"], swiftSettings: hot),
    .target(name: "Extraction", dependencies: ["Articles", "Language", "Facts"], swiftSettings: hot),
    .target(name: "QueryLanguage", dependencies: ["CLanguageTables"], swiftSettings: strict),
    .target(
      name: "QueryEngine", dependencies: ["QueryLanguage", "Facts", "Language", "CPCRE2"], swiftSettings: hot),
    .target(name: "Output", dependencies: ["Facts"], swiftSettings: hot),
    .target(name: "CLibedit", linkerSettings: [.linkedLibrary("edit")]),
    .target(
      name: "Shell",
      dependencies: [
        "Articles", "Language", "Facts", "Extraction", "QueryLanguage", "QueryEngine", "Output", "CLibedit",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "isnad",
      dependencies: [
        "Articles", "Facts", "Extraction", "QueryLanguage", "QueryEngine", "Output", "Shell", "CSampleArticles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "isnad-bench",
      dependencies: [
        "Articles", "Facts", "Extraction", "QueryLanguage", "QueryEngine", "Output", "CSampleArticles",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "QueryLanguageTests", dependencies: ["QueryLanguage", "Facts"], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
    .testTarget(name: "FactsTests", dependencies: ["Facts"], swiftSettings: strict),
    .testTarget(
      name: "QueryEngineTests", dependencies: ["QueryEngine", "QueryLanguage", "Facts"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "ExtractionTests", dependencies: ["Articles", "Facts", "Extraction"], swiftSettings: strict),
    .testTarget(
      name: "ProjectTests", dependencies: ["Articles", "Language", "Facts", "Extraction", "Output", "CSampleArticles"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(name: "ArticlesTests", dependencies: ["Articles", "CZlib", "CSampleArticles"], swiftSettings: strict),
    .target(name: "TemporaryFolder", path: "Tests/TemporaryFolder", swiftSettings: strict),
    .testTarget(name: "OutputTests", dependencies: ["Output", "Facts", "TemporaryFolder"], swiftSettings: strict),
    .testTarget(
      name: "ShellTests",
      dependencies: ["Shell", "Output", "Facts", "Articles", "QueryLanguage", "QueryEngine", "TemporaryFolder"],
      exclude: ["Golden", "pty"],
      swiftSettings: strict),
  ]
)
