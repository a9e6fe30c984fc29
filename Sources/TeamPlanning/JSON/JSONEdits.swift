/// Changes to a JSON text that leave every byte alone which they do not mean.
struct JSONEdits {
    private let bytes: [UInt8]
    private let span: JSONSpan
    private var replacements: [(range: Range<Int>, text: [UInt8])] = []

    /// Starts with a text that was read without a fault.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        span = JSONSpan(bytes: bytes)
    }

    var isEmpty: Bool { replacements.isEmpty }

    /// Something new in a list or an object.
    struct Insertion {
        /// It stands before the item that is at this position now.
        let position: Int
        /// The item on lines of its own, given the indentation of its first line.
        let tall: (String) -> String
        /// The item on one line.
        let inline: String

        /// A value, or a field, that is one line in any case.
        init(at position: Int, _ text: String) {
            self.init(at: position, inline: text) { _ in text }
        }

        init(at position: Int, inline: String, tall: @escaping (String) -> String) {
            self.position = position
            self.tall = tall
            self.inline = inline
        }
    }

    /// Puts another value in a value's place.
    mutating func replace(_ node: JSONNode, with text: String) {
        replacements.append((span.range(of: node), Array(text.utf8)))
    }

    /// Removes and inserts items of a list.
    mutating func edit(list node: JSONNode, removing removed: Set<Int>, inserting insertions: [Insertion]) {
        guard let items = node.array else { return }
        edit(node, items.map(span.range(of:)), removed, insertions)
    }

    /// Inserts fields into an object.
    mutating func edit(object node: JSONNode, inserting insertions: [Insertion]) {
        guard let members = node.object else { return }
        edit(node, members.map(span.range(of:)), [], insertions)
    }

    /// The text with all changes.
    func applied() -> [UInt8] {
        var result: [UInt8] = []
        var next = 0
        for (range, text) in replacements.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }) {
            result += bytes[next..<range.lowerBound] + text
            next = range.upperBound
        }
        return result + bytes[next...]
    }

    // MARK: Items

    /// The items and what lies between them cover the inside of the brackets. What lies between two items that stay,
    /// with nothing new in between, stays too.
    private mutating func edit(
        _ node: JSONNode,
        _ items: [Range<Int>],
        _ removed: Set<Int>,
        _ insertions: [Insertion]
    ) {
        guard !removed.isEmpty || !insertions.isEmpty else { return }
        let outer = span.range(of: node)
        let inside = outer.lowerBound + 1..<outer.upperBound - 1
        let style = Style(span, inside, items)
        let byPosition = Dictionary(grouping: insertions) { min(max($0.position, 0), items.count) }
        var isFirst = true
        var isPreviousKept = false
        for slot in 0...items.count {
            let start = slot == 0 ? inside.lowerBound : items[slot - 1].upperBound
            let range = start..<(slot == items.count ? inside.upperBound : items[slot].lowerBound)
            var text: [UInt8] = []
            for insertion in byPosition[slot] ?? [] {
                text += (isFirst ? style.opening : style.separator) + style.text(of: insertion)
                isFirst = false
            }
            if slot == items.count {
                if !isFirst { text += style.closing }
            } else if removed.contains(slot) {
                replacements.append((items[slot], []))
                isPreviousKept = false
            } else {
                let isUntouched = isPreviousKept && byPosition[slot] == nil
                text += isUntouched ? Array(bytes[range]) : isFirst ? style.opening : style.separator
                isFirst = false
                isPreviousKept = true
            }
            if text != Array(bytes[range]) { replacements.append((range, text)) }
        }
    }

    /// How the items of one list or object are set apart.
    private struct Style {
        let opening: [UInt8]
        let separator: [UInt8]
        let closing: [UInt8]
        /// The indentation of each item; `nil` when they stand on one line.
        let indent: String?

        init(_ span: JSONSpan, _ inside: Range<Int>, _ items: [Range<Int>]) {
            let lineEnd = UInt8(ascii: "\n")
            guard let first = items.first, let last = items.last else {
                guard span.bytes.contains(lineEnd) else {
                    (opening, separator, closing, indent) = ([], Array(", ".utf8), [], nil)
                    return
                }
                let outer = span.indentation(at: inside.lowerBound)
                let unit = outer.first == UInt8(ascii: "\t") ? "\t" : JSONWriter.unit
                let inner = String(decoding: outer, as: UTF8.self) + unit
                opening = [lineEnd] + Array(inner.utf8)
                (separator, closing, indent) = ([UInt8(ascii: ",")] + opening, [lineEnd] + outer, inner)
                return
            }
            opening = Array(span.bytes[inside.lowerBound..<first.lowerBound])
            closing = Array(span.bytes[last.upperBound..<inside.upperBound])
            let between = items.count > 1 ? Array(span.bytes[first.upperBound..<items[1].lowerBound]) : []
            if between.contains(lineEnd) || (between.isEmpty && opening.contains(lineEnd)) {
                separator = between.isEmpty ? [UInt8(ascii: ",")] + opening : between
                let line = separator.split(separator: lineEnd, omittingEmptySubsequences: false).last ?? []
                indent = String(decoding: line, as: UTF8.self)
            } else {
                separator = between.isEmpty ? Array(", ".utf8) : between
                indent = nil
            }
        }

        func text(of insertion: Insertion) -> [UInt8] {
            Array((indent.map(insertion.tall) ?? insertion.inline).utf8)
        }
    }
}
