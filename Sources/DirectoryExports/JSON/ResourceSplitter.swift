/// Takes the resources out of a JSON text while it arrives, so that an export of any size is never in memory as a whole.
///
/// An object is taken out when it stands in the list that is the whole text, in `Resources`, or in a list of `_embedded`.
/// What remains, with a number in the place of each, is a small JSON text that shows whether the rest is well-formed. Whether
/// an object is, shows when it is read; the splitter only looks for its end.
struct ResourceSplitter {
    /// An object that was taken out.
    struct Resource {
        let bytes: [UInt8]
        /// The line on which it starts.
        let line: Int
        /// The key of its list, such as `users`; empty for the list that is the whole text.
        let list: String
    }

    /// What stands for a resource: zero, written as nobody does.
    static let placeholder = "-0e-99"

    /// What remains, every line break included.
    private(set) var rest: [UInt8] = []
    private var resource: [UInt8] = []
    /// How many brackets are open around the next byte, of a resource only those inside of it.
    private var depth = 0
    private var isInResource = false
    private var isInString = false
    private var isEscaped = false
    /// The string that was read last outside of resources: the key when a colon follows.
    private var text: [UInt8] = []
    /// What is open outside of resources: the key of each object or list, and whether it is a list.
    private var open: [(key: String, isList: Bool)] = []
    private var key = ""
    private var line = 1
    private var resourceLine = 1

    /// Longer keys are none that lists of resources have.
    private static let keyLimit = 32
    /// How much is kept of what remains, and of one resource: what is larger is cut, and so no JSON.
    static let limit = 64 << 20

    /// Takes the next bytes and hands out every resource that they complete.
    mutating func consume(_ bytes: ArraySlice<UInt8>, _ body: (Resource) -> Void) {
        for byte in bytes {
            if isInResource { addToResource(byte, body) } else { addToRest(byte) }
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
    }

    /// Ends the file. A resource without an end becomes part of what remains, which is no JSON for it.
    mutating func finish() {
        if isInResource { rest.append(UInt8(ascii: "{")) }
        isInResource = false
    }

    private mutating func addToResource(_ byte: UInt8, _ body: (Resource) -> Void) {
        if resource.count < Self.limit { resource.append(byte) }
        if byte == UInt8(ascii: "\n") { rest.append(byte) }
        if skipsString(byte) { return }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            guard depth == 0 else { return }
            body(Resource(bytes: resource, line: resourceLine, list: open.last?.key ?? ""))
            resource.removeAll(keepingCapacity: true)
            isInResource = false
        default: break
        }
    }

    private mutating func addToRest(_ byte: UInt8) {
        if byte == UInt8(ascii: "{"), !isInString, isListOfResources {
            rest += Array(Self.placeholder.utf8)
            isInResource = true
            resourceLine = line
            resource.append(byte)
            depth = 1
            return
        }
        if rest.count <= Self.limit { rest.append(byte) }
        let wasInString = isInString
        if skipsString(byte) {
            if !wasInString { text = [] } else if isInString, text.count < Self.keyLimit { text.append(byte) }
            return
        }
        switch byte {
        case UInt8(ascii: ":"): key = String(decoding: text, as: UTF8.self)
        case UInt8(ascii: ","): key = open.last?.isList == true ? open.last?.key ?? "" : ""
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            // Deeper than any list of resources; the reader of what remains finds out if it is too deep.
            if open.count < 64 { open.append((key, byte == UInt8(ascii: "["))) }
            key = ""
        case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
        default: break
        }
    }

    /// Whether an object that starts here is a resource.
    private var isListOfResources: Bool {
        guard open.last?.isList == true else { return false }
        switch open.count {
        case 1: return true
        case 2: return !open[0].isList && open[1].key == "Resources"
        case 3: return !open[0].isList && open[1].key == "_embedded" && !open[1].isList
        default: return false
        }
    }

    /// Whether a byte belongs to a string, its quotes included.
    private mutating func skipsString(_ byte: UInt8) -> Bool {
        guard isInString else {
            isInString = byte == UInt8(ascii: "\"")
            return isInString
        }
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
        return true
    }
}
