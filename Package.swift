// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "roster",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "roster", targets: ["roster"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.9.0"),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        // Pure: imports nothing, not even Foundation.
        .target(name: "TeamPlanning"),
        // Exports of directories and what manifests are made of them. Pure as well.
        .target(name: "DirectoryExports", dependencies: ["TeamPlanning"]),
        // The HTTP client. Knows no plans.
        .target(
            name: "DropboxAPI",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        // The apply engine. No HTTP.
        .target(name: "Reconciliation", dependencies: ["TeamPlanning"]),
        // The only place where wire types and planning types meet.
        .target(name: "DropboxProvider", dependencies: ["DropboxAPI", "Reconciliation", "TeamPlanning"]),
        // Versioned reports and the formats made from them.
        .target(
            name: "Reporting",
            dependencies: ["Reconciliation", "TeamPlanning"],
            // The style and the script of the page, compiled in: the binary is a single file.
            resources: [.embedInCode("HTML/Assets")]
        ),
        // A local Dropbox that shares no type with the client.
        .target(
            name: "DropboxSimulator",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        // The command line: the only reader of arguments, environment, files, clock and terminal.
        .executableTarget(
            name: "roster",
            dependencies: [
                "DirectoryExports", "DropboxAPI", "DropboxProvider", "DropboxSimulator", "Reconciliation", "Reporting",
                "TeamPlanning",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        // MARK: Tests
        .target(name: "TestSupport", dependencies: ["Reconciliation", "TeamPlanning"], path: "Tests/TestSupport"),
        .testTarget(name: "TeamPlanningTests", dependencies: ["TeamPlanning"]),
        .testTarget(name: "DirectoryExportsTests", dependencies: ["DirectoryExports", "TeamPlanning"]),
        .testTarget(name: "PropertyTests", dependencies: ["TeamPlanning", "TestSupport"]),
        .testTarget(
            name: "DropboxAPITests",
            dependencies: [
                "DropboxAPI",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(name: "ReconciliationTests", dependencies: ["Reconciliation", "TeamPlanning", "TestSupport"]),
        .testTarget(
            name: "DropboxProviderTests",
            dependencies: ["DropboxAPI", "DropboxProvider", "Reconciliation", "TeamPlanning", "TestSupport"]
        ),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reconciliation", "Reporting", "TeamPlanning", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "DropboxSimulatorTests",
            dependencies: [
                "DropboxSimulator",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .target(
            name: "SimulatedTeamSupport",
            dependencies: [
                "DropboxAPI", "DropboxProvider", "DropboxSimulator", "Reconciliation", "TeamPlanning", "TestSupport",
            ],
            path: "Tests/SimulatedTeamSupport"
        ),
        .testTarget(
            name: "SimulatedTeamTests",
            dependencies: [
                "DropboxProvider", "DropboxSimulator", "Reconciliation", "Reporting", "SimulatedTeamSupport",
                "TeamPlanning", "TestSupport",
            ]
        ),
        .testTarget(
            name: "FaultTests",
            dependencies: [
                "DropboxProvider", "DropboxSimulator", "Reconciliation", "SimulatedTeamSupport", "TeamPlanning",
                "TestSupport",
            ]
        ),
        .testTarget(
            name: "RosterTests",
            dependencies: [
                "DropboxAPI", "DropboxProvider", "DropboxSimulator", "Reconciliation", "Reporting", "TeamPlanning",
                "TestSupport", "roster",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "DropboxSimulator", "SimulatedTeamSupport", "roster",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .testTarget(name: "ArchitectureTests"),
        .executableTarget(
            name: "PlanningBenchmarks",
            dependencies: [
                "DropboxAPI", "Reporting", "TeamPlanning",
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/Benchmarks/PlanningBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
    ]
)

// One place for the settings that hold for every target of roster.
for target in package.targets {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
