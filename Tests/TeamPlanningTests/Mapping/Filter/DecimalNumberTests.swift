import Testing

@testable import TeamPlanning

/// Numbers compare by value, however they are written.
struct DecimalNumberTests {
    /// Each row holds spellings of one number, each row less than the next.
    static let ascending = [
        ["-1e400"], ["-12.5", "-125e-1", "-0.0125E+3"], ["-12.4"],
        ["-1e-9223372036854775808", "-1e-99999999999999999999"],
        ["0", "-0", "0.00", "0e99", "-0.0e-5"], ["1e-400"], ["0.001", "1e-3", "0.1e-2"],
        ["1", "1.0", "10e-1", "0.01e2"],
        ["9007199254740992"], ["9007199254740993", "9007199254740993.0"], ["1e18"], ["123456789012345678901234567890"],
        ["1e400", "10e399"], ["1e99999999999999999999"],
    ]

    @Test func orderByValue() throws {
        for (row, left) in Self.ascending.enumerated() {
            for (column, right) in Self.ascending.enumerated() {
                for (first, second) in left.flatMap({ first in right.map { (first, $0) } }) {
                    let (first, second) = (try #require(DecimalNumber(first)), try #require(DecimalNumber(second)))
                    #expect((first == second) == (row == column), "\(first) == \(second)")
                    #expect((first < second) == (row < column), "\(first) < \(second)")
                }
            }
        }
    }

    @Test(arguments: [
        "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "-Infinity", "1 ", " 1", "1,5",
    ])
    func refusesWhatJSONDoesNotHave(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test(arguments: [0, 1, -1, .max, .min])
    func takesIntegers(number: Int) {
        #expect(DecimalNumber(number).description == String(number))
        #expect(DecimalNumber(String(number)) == DecimalNumber(number))
    }
}
