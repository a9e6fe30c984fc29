import TeamPlanning
import Testing

struct LimitTests {
    @Test(arguments: [
        ("0", Limit.count(0)), ("5", .count(5)), ("1000000", .count(1_000_000)), ("0%", .percent(0)),
        ("10%", .percent(10)), ("100%", .percent(100)),
    ])
    func reads(text: String, limit: Limit) {
        #expect(Limit(text) == limit)
    }

    @Test(arguments: [
        "", "%", "-1", "+1", "1.5", "05", "05%", "101%", "10 %", " 10%", "10%%", "ten", "1000001",
        "99999999999999999999",
        "١", "1e2",
    ])
    func refuses(text: String) {
        #expect(Limit(text) == nil)
    }
}
