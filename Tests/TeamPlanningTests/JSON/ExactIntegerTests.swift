import TeamPlanning
import Testing

struct ExactIntegerTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("5.0", 5), ("5.000e0", 5), ("50e-1", 5), ("1.5e1", 15),
        ("1E3", 1000), ("1e+3", 1000), ("0e999999999999", 0), ("0.000", 0), ("12000e-3", 12),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("922337203685477580.7e1", Int.max),
    ])
    func readsWholeNumbers(text: String, number: Int) {
        #expect(JSONNode(.number(text), offset: 0).integer == number)
    }

    @Test(arguments: [
        "0.5", "-1.25", "15e-1", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "1e400",
        "1e99999999999999999999", "1e-99999999999999999999",
    ])
    func refusesFractionsAndOverflow(text: String) {
        #expect(JSONNode(.number(text), offset: 0).integer == nil)
    }

    @Test func isNilForOtherTypes() {
        #expect(JSONNode(.string("5"), offset: 0).integer == nil)
        #expect(JSONNode(.bool(true), offset: 0).integer == nil)
    }
}
