/// A condition on records in SCIM's filter syntax (RFC 7644 §3.4.2.2), such as
/// `population eq "Dropbox" and not (mail ew "@test.com")`.
///
/// Value paths in brackets are the one part of the grammar that is left out.
public struct Filter: Sendable, Equatable, CustomStringConvertible {
    /// What a record has to fulfil.
    let condition: FilterCondition

    /// How deep parentheses may be nested.
    static let maximumDepth = 64

    /// Reads a filter.
    ///
    /// With `attributes`, the closed list of attributes that records have, any other name is a fault, since a
    /// misspelt name would silently select nothing. Names are compared without regard to letter case.
    public static func parse(_ text: String, attributes: [String]? = nil) -> Result<Filter, FilterFault> {
        do throws(FilterFault) {
            var parser = FilterParser(try FilterLexer.tokens(of: text), attributes: attributes)
            return .success(Filter(condition: try parser.parseFilter()))
        } catch {
            return .failure(error.withScalarOffset(in: text))
        }
    }

    /// The attributes that a filter names, each with its place in Unicode scalars from 0; none where the text is no filter.
    static func attributes(of text: String) -> [(path: AttributePath, offset: Int)] {
        guard let tokens = try? FilterLexer.tokens(of: text) else { return [] }
        var parser = FilterParser(tokens, attributes: nil)
        guard (try? parser.parseFilter()) != nil else { return [] }
        return parser.found.map { ($0.path, text.scalarOffset(ofByte: $0.offset)) }
    }

    /// Whether a record fulfils the filter.
    public func matches(_ record: some FilterRecord) -> Bool { condition.isTrue(of: record) }

    /// The filter in its plainest spelling; parses to the same filter again.
    public var description: String { condition.description }
}
