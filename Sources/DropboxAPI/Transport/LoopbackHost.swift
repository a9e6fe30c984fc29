/// Which hosts are this machine: the only ones that plain `http` may reach and that no proxy is used for.
enum LoopbackHost {
    /// Whether `host` (without brackets) is `localhost`, `::1` or in 127.0.0.0/8 (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
    static func contains(_ host: String) -> Bool {
        let host = host.lowercased()
        if host == "localhost" || host == "::1" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127" && octets.allSatisfy(isOctet)
    }

    // Strict: a name such as 127.0.0.1.example.com or 127.0.0.0x1 is not an address.
    private static func isOctet(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(text) != nil
    }
}
