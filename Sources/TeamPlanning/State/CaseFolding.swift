/// The form in which two texts are the same that differ in letter case only: Unicode's full case folding, which is what
/// lower case of upper case of lower case comes to (Unicode Standard §5.18; CaseFolding.txt, statuses C and F).
///
/// Lower case alone tells `ΟΔΟΣ` from `οδος` and `STRASSE` from `Straße`. The dotless `ı` is the one letter whose upper case
/// belongs to another letter, so it stays as it is.
func caseFolded(_ text: String) -> String {
    if text.utf8.withContiguousStorageIfAvailable(isCaseFoldedASCII) == true { return text }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.unicodeScalars
        .split(separator: "ı", omittingEmptySubsequences: false)
        .map { String($0).lowercased().uppercased().lowercased() }
        .joined(separator: "ı")
}

/// Whether UTF-8 is lower-case ASCII, which folding leaves as it is.
func isCaseFoldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
}
