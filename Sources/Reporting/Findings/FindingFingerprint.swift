import TeamPlanning

extension [FindingReport] {
    /// A SHA-256 per finding that stays the same while its line moves, as hexadecimal digits; no two are the same.
    func fingerprints(_ digest: Digest) -> [String] {
        var seen: [String: Int] = [:]
        return map { finding in
            let parts = [finding.code, finding.file ?? "", finding.resource ?? "", finding.message]
            // Every part is preceded by its length, so that no two lists of parts are the same text.
            let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
            let occurrence = seen[text, default: 0]
            seen[text] = occurrence + 1
            return digest.hexadecimal([UInt8]("\(text)\(occurrence)".utf8))
        }
    }
}

extension FindingReport {
    /// Message and remedy in one line, safe to show.
    var plainSentence: String {
        let sentence: TerminalText = "\(message, limit: TextLimit.sentence)"
        guard let remedyLine else { return sentence.plain }
        return "\(sentence.plain) (\(remedyLine.plain))"
    }
}
