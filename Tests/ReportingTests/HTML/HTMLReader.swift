/// What a reader sees of a page, for tests: the text between the tags.
enum HTMLReader {
    /// The page without its tags, by bytes: a mark after a `>` belongs to the text.
    static func visible(_ page: String) -> String {
        var isTag = false
        let text = page.utf8.filter { byte in
            if byte == UInt8(ascii: "<") { isTag = true }
            defer { if byte == UInt8(ascii: ">") { isTag = false } }
            return !isTag
        }
        return unescaped(String(decoding: text, as: UTF8.self))
    }

    /// Text with its references read, `&amp;` last, so that nothing is read twice.
    static func unescaped(_ text: String) -> String {
        let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return references.reduce(text) { text, reference in
            var result: [UInt8] = []
            var rest = Array(text.utf8)[...]
            while let byte = rest.first {
                if rest.starts(with: reference.0.utf8) {
                    result.append(contentsOf: reference.1.utf8)
                    rest = rest.dropFirst(reference.0.utf8.count)
                } else {
                    result.append(byte)
                    rest = rest.dropFirst()
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }
}
