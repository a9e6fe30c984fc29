import TeamPlanning

/// By which texts groups may name which people.
struct PeopleIndex {
    /// How a person is spelled, and which candidates for the email they have a value for.
    private struct Person {
        let spelling: String
        let emails: UInt8
    }

    private let emails: [FieldPath]
    /// The fields of people that groups repeat, and by place whom their texts name.
    private let fields: [FieldPath]
    private var people: [[String: Person]]

    init(_ sources: SourceTable) {
        emails = sources[.email]
        fields = Set(sources.memberships.map(\.user)).sorted { $0.text < $1.text }
        people = fields.map { _ in [:] }
    }

    mutating func insert(_ record: SourceRecord) {
        guard !people.isEmpty else { return }
        var mask: UInt8 = 0
        for (index, path) in emails.prefix(8).enumerated() where record.texts(at: path).contains(where: looksLikeEmail)
        {
            mask |= 1 << UInt8(index)
        }
        for (index, path) in fields.enumerated() {
            guard let text = record.texts(at: path).first else { continue }
            people[index][referenceKey(text)] = Person(spelling: text, emails: mask)
        }
    }

    /// A person's own spelling of a text that names them; `nil` when there is no such person, or none with an email.
    ///
    /// - Parameter email: where emails are; `nil` when that is not known, and everybody counts.
    func spelling(of text: String, by path: FieldPath, email: FieldPath?) -> String? {
        guard let field = fields.firstIndex(of: path), let person = people[field][referenceKey(text)] else {
            return nil
        }
        guard let email else { return person.spelling }
        let hasEmail = emails.firstIndex(of: email).map { person.emails & (1 << UInt8($0)) != 0 } ?? false
        return hasEmail ? person.spelling : nil
    }
}

/// Whether a text could be an email. Whether Dropbox accepts it is checked where manifests are read.
func looksLikeEmail(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "@")) }
