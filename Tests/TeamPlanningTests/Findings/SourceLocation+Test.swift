import TeamPlanning

/// Swift Testing has a type of this name too; in these tests the name means a place in a manifest.
typealias SourceLocation = TeamPlanning.SourceLocation
