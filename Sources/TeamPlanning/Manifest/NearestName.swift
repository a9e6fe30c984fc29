/// The candidate that a misspelt name most likely means, or `nil` when none is close.
///
/// Letter case, `-` and `_` do not count, so that `givenName` finds `given_name`.
func nearestName(to name: String, among candidates: [String]) -> String? {
    let written = folded(name)
    guard written.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let target = folded(candidate)
        let distance = editDistance(written, target)
        let allowed = max(1, min(written.count, target.count) / 3)
        if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// Whether a name is near another, domains aside: people of one team mostly share theirs, so that it says nothing.
func isNearBeforeDomain(_ candidate: String, to name: String) -> Bool {
    let parts = [candidate, name].map { String($0.prefix { $0 != "@" }) }
    return nearestName(to: parts[1], among: [parts[0]]) != nil
}

private func folded(_ name: String) -> [Unicode.Scalar] {
    caseFolded(name).unicodeScalars.filter { $0 != "_" && $0 != "-" }
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one name to the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...right.count)
    for row in 0..<left.count {
        var current = [row + 1]
        for column in 0..<right.count {
            let replacement = above[column] + (left[row] == right[column] ? 0 : 1)
            var cost = min(replacement, above[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, twoAbove[column - 1] + 1)
            }
            current.append(cost)
        }
        twoAbove = above
        above = current
    }
    return above[right.count]
}
