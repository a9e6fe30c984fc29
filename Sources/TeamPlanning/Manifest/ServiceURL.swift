/// Whether a text is a URL to which a token may be sent: `https` to any host, `http` to this machine only.
///
/// User names, queries and fragments have no place in the base of an API and are not allowed.
func isServiceURL(_ text: String) -> Bool {
    let rest: Substring.UTF8View
    let isEncrypted: Bool
    if text.utf8.starts(with: "https://".utf8) {
        (rest, isEncrypted) = (text.utf8.dropFirst(8), true)
    } else if text.utf8.starts(with: "http://".utf8) {
        (rest, isEncrypted) = (text.utf8.dropFirst(7), false)
    } else {
        return false
    }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") }
    guard rest.dropFirst(authority.count).allSatisfy(isPathByte) else { return false }
    guard let (host, port) = hostAndPort(of: authority), isPort(port) else { return false }
    return isEncrypted ? isHost(host) : isLoopback(host)
}

/// Splits `host:port`; the host of `[::1]:80` keeps its brackets. The port is `nil` without a colon.
private func hostAndPort(
    of authority: Substring.UTF8View.SubSequence
) -> (host: Substring.UTF8View, port: Substring.UTF8View?)? {
    let host: Substring.UTF8View
    if authority.first == UInt8(ascii: "[") {
        guard let bracket = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        host = authority[...bracket]
    } else {
        host = authority.prefix { $0 != UInt8(ascii: ":") }
    }
    let rest = authority.dropFirst(host.count)
    if rest.isEmpty { return (host, nil) }
    return rest.first == UInt8(ascii: ":") ? (host, rest.dropFirst()) : nil
}

private func isPort(_ port: Substring.UTF8View?) -> Bool {
    guard let port else { return true }
    guard port.first != UInt8(ascii: "0"), port.allSatisfy(isASCIIDigit), let number = Int(Substring(port)) else {
        return false
    }
    return (1...65_535).contains(number)
}

private func isHost(_ host: Substring.UTF8View) -> Bool {
    if host.first == UInt8(ascii: "[") {
        let address = host.dropFirst().dropLast()
        return !address.isEmpty && address.allSatisfy { isHexadecimal($0) || ":.".utf8.contains($0) }
    }
    guard let first = host.first, isASCIILetter(first) || isASCIIDigit(first) else { return false }
    return host.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || ".-".utf8.contains($0) }
}

private func isLoopback(_ host: Substring.UTF8View) -> Bool {
    if host.elementsEqual("localhost".utf8) || host.elementsEqual("[::1]".utf8) { return true }
    let octets = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return octets.count == 4 && octets.first?.elementsEqual("127".utf8) == true && octets.allSatisfy(isOctet)
}

private func isOctet(_ text: Substring.UTF8View) -> Bool {
    guard text.allSatisfy(isASCIIDigit), let number = UInt8(Substring(text)) else { return false }
    return String(number).utf8.elementsEqual(text)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    isASCIIDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}

private func isPathByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || "/-._~%".utf8.contains(byte)
}
