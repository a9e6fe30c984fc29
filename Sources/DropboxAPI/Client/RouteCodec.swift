#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// JSON for one route: arguments out, results in, failures with the place but without the values.
struct RouteCodec {
    let route: RouteFacts

    func encode(_ argument: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(argument))
        } catch {
            throw DropboxError(.unencodable, route: route.path)
        }
    }

    func decode<Result: Decodable>(_ response: HTTPResponse) throws -> Reply<Result> {
        let requestID = response.headers["x-dropbox-request-id"]
        // Routes without a result answer `null`; an empty body is taken for the same.
        let isEmpty = response.body.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if isEmpty, let nothing = Wire.Nothing() as? Result { return Reply(value: nothing, requestID: requestID) }
        do {
            let value = try JSONDecoder().decode(Result.self, from: Data(response.body))
            return Reply(value: value, requestID: requestID)
        } catch {
            throw DropboxError(
                .undecodable,
                route: route.path,
                effect: route.effectWhenInDoubt,
                httpStatus: response.status,
                requestID: requestID,
                detail: Self.place(of: error)
            )
        }
    }

    private static func place(of error: any Error) -> String? {
        guard let error = error as? DecodingError else { return nil }
        return switch error {
        case .keyNotFound(let key, let context): "\(path(context.codingPath + [key])) is missing"
        case .typeMismatch(_, let context): "\(path(context.codingPath)) has another type"
        case .valueNotFound(_, let context): "\(path(context.codingPath)) is null"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(path(context.codingPath)) is not understood"
        default: "the body is not the expected JSON"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        guard !keys.isEmpty else { return "the whole body" }
        return keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
    }
}
