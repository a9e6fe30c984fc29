/// Reads `Retry-After` (RFC 9110 §10.2.3): seconds, or an HTTP date. Decimal seconds, which proxies send, are rounded up.
enum RetryAfter {
    /// Dropbox's specified default, and the shortest wait: zero would be a busy loop.
    static let minimum = Duration.seconds(1)

    /// The delay asked for, nil when there is none that can be understood.
    ///
    /// A date is taken relative to the answer's own `Date`, so a wrong local clock does no harm.
    static func delay(in response: HTTPResponse) -> Duration? {
        guard let value = response.headers["retry-after"] else { return nil }
        if let seconds = wholeSeconds(value) { return bounded(seconds) }
        guard let resume = HTTPDate.seconds(value), let sent = response.sentAt else {
            return nil
        }
        return bounded(resume - sent)
    }

    /// A decimal number, rounded up; nil when it is none.
    private static func wholeSeconds(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard areDigits, let first = parts.first else { return nil }
        // Digits that are no number are too many.
        guard let whole = Int64(first), whole < .max else { return .max }
        let hasRest = parts.dropFirst().contains { $0.contains { $0 != "0" } }
        return hasRest ? whole + 1 : whole
    }

    /// `seconds` as a delay between one second and a day.
    static func bounded(_ seconds: Int64) -> Duration {
        .seconds(min(max(seconds, 1), 86_400))
    }
}

/// The preferred date format of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Seconds since 1970-01-01T00:00:00Z.
    static func seconds(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT",
            let day = Int64(parts[1]), (1...31).contains(day),
            let month = months.firstIndex(of: String(parts[2])),
            let year = Int64(parts[3]), (1970...9999).contains(year)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }), clock[0] < 24 else { return nil }
        let days = daysSince1970(year: year, month: Int64(month + 1), day: day)
        return ((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2]
    }

    // Counts in years that begin in March, so that the leap day is the last day of a year.
    private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shiftedYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
        return shiftedYear * 365 + leapDays + dayOfYear - 719_468
    }
}
