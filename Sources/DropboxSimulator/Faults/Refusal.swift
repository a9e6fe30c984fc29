import FoundationEssentials
import Hummingbird
import NIOCore

/// An answer that says "not now": throttling, or a failing server. The forms are those that have been seen in the wild.
struct Refusal: Sendable, Equatable {
    enum RetryAfter: Sendable, Equatable {
        case absent
        case seconds(Int)
        /// The same as a date.
        case date(seconds: Int)
    }

    enum Body: Sendable, Equatable, CaseIterable {
        case json
        case text
        case html
        case empty
    }

    let kind: FaultKind
    let status: Int
    let retryAfter: RetryAfter
    let body: Body

    static func tooManyRequests(_ generator: inout SeededGenerator) -> Refusal {
        let seconds = generator.pick(1, 2, 3)
        return Refusal(
            kind: .tooManyRequests,
            status: 429,
            retryAfter: generator.pick(.seconds(seconds), .seconds(seconds), .date(seconds: seconds), .absent),
            body: generator.pick(.json, .text, .empty)
        )
    }

    static func serverError(_ generator: inout SeededGenerator) -> Refusal {
        let status = generator.pick(500, 502, 503)
        return Refusal(
            kind: .serverError,
            status: status,
            retryAfter: status == 503 ? generator.pick(.absent, .seconds(1)) : .absent,
            body: generator.pick(.json, .text, .html, .empty)
        )
    }

    /// The answer as it is sent.
    ///
    /// - Parameter now: the time of the header `Date`, from which a client counts.
    func response(now: Date) -> Response {
        var headers: HTTPFields = [.contentType: contentType]
        switch retryAfter {
        case .absent: break
        case .seconds(let seconds): headers[.retryAfter] = String(seconds)
        case .date(let seconds): headers[.retryAfter] = HTTPDate.text(now.addingTimeInterval(Double(seconds)))
        }
        return Response(
            status: .init(code: status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: content))
        )
    }

    private var contentType: String {
        switch body {
        case .json, .empty: "application/json"
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html"
        }
    }

    private var content: [UInt8] {
        switch body {
        case .json: JSONWriter.compact(status == 429 ? throttled : failed)
        case .text: Array((status == 429 ? "Too many requests" : "Internal Server Error").utf8)
        case .html: Array("<!DOCTYPE html><html><body><h1>\(status)</h1></body></html>".utf8)
        case .empty: []
        }
    }

    /// `auth.RateLimitError`.
    private var throttled: JSONValue {
        var error: [String: JSONValue] = ["reason": .tag("too_many_requests")]
        switch retryAfter {
        case .absent: break
        case .seconds(let seconds), .date(let seconds): error["retry_after"] = .integer(seconds)
        }
        return ["error_summary": "too_many_requests/..", "error": .object(error)]
    }

    private var failed: JSONValue {
        ["error_summary": "internal_error/..", "error": .tag("internal_error")]
    }
}

/// The preferred date format of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        let day = zeroPadded(parts.day ?? 1, to: 2)
        let time = [parts.hour, parts.minute, parts.second].map { zeroPadded($0 ?? 0, to: 2) }.joined(separator: ":")
        let month = months[(parts.month ?? 1) - 1]
        return
            "\(weekdays[(parts.weekday ?? 1) - 1]), \(day) \(month) \(zeroPadded(parts.year ?? 0, to: 4)) \(time) GMT"
    }
}
