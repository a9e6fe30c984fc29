/// The text of Active Directory's `objectGUID`, sixteen bytes of which the first three groups are little-endian
/// ([MS-DTYP] §2.3.4.2); `nil` when there are not sixteen.
func guidText(_ bytes: [UInt8]) -> String? {
    guard bytes.count == 16 else { return nil }
    let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
    let digits = order.map { index in
        let text = String(bytes[index], radix: 16)
        return text.utf8.count < 2 ? "0" + text : text
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
}
