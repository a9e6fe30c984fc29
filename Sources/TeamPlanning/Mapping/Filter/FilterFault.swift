/// Why a text is not a filter, and where.
public struct FilterFault: Error, Equatable, Sendable {
    /// Where in the filter, counted in Unicode scalars from 0.
    public let offset: Int
    let kind: Kind

    init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// The closed list of faults.
    enum Kind: Equatable, Sendable {
        case empty
        case missingAttribute
        case notAttribute(String)
        case unknownAttribute(String, known: [String])
        case missingOperator(String)
        case unknownOperator(String)
        case missingValue(FilterOperator)
        case notValue(String)
        case wrongOperand(FilterOperator, FilterLiteral)
        case missingConnective(String)
        case missingOpening
        case unclosedParenthesis
        case unopenedParenthesis
        case valuePath
        case tooDeep
        case brokenString(JSONFault)
    }

    /// The same fault with its offset turned from bytes into Unicode scalars.
    func withScalarOffset(in text: String) -> FilterFault {
        FilterFault(kind, at: text.scalarOffset(ofByte: offset))
    }
}

extension String {
    /// How many Unicode scalars stand before a byte.
    func scalarOffset(ofByte offset: Int) -> Int {
        utf8.prefix(offset).count { $0 & 0xC0 != 0x80 }
    }
}
