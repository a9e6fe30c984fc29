/// The version of roster, as `--version`, plans and results state it.
enum RosterVersion {
    static let current = "0.1.0"
}
