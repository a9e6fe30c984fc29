import TeamPlanning

extension LDIFReader {
    /// Adds a line's value to an entry, if it is kept.
    func add(
        _ name: String,
        _ value: ArraySlice<UInt8>,
        _ line: LDIFLines.Line,
        to entry: inout LDIFEntry,
        into records: inout RecordCollection
    ) {
        guard let name = withoutRange(name, line, into: &records) else { return }
        let place = vocabulary.place(of: name)
        let isState = place == nil && AccountState.attributes.contains(name)
        guard place != nil || isState || name == "objectclass" else {
            if value.first == UInt8(ascii: "<") { reportURL(line, into: &records) }
            return
        }
        var parsed = LDIFValue(value, isCut: line.isCut)
        if name == "objectguid", let text = parsed.encodedBytes(value).flatMap(guidText) { parsed = .text(text) }
        switch parsed {
        case .url: reportURL(line, into: &records)
        case .broken(let reason):
            records.findings.fault("The value of \(name) \(reason).", remedy: Self.remedy, line: line.number)
        case .binary: leaveOut(name, of: entry, "is no text", line, into: &records)
        case .text(let text):
            if text.isEmpty { return }
            if SensitiveContent.isPasswordHash(text) {
                return leaveOut(name, of: entry, "looks like a stored password", line, into: &records)
            }
            if name == "objectclass" {
                entry.add(objectClass: text)
            } else if isState {
                noteState(name, text, line, of: &entry, into: &records)
            } else if let place, place > 0 {
                entry.add(text, at: place)
            }
        }
    }

    /// The attribute without Active Directory's `range` option ([MS-ADTS] §3.1.1.3.1.3.3); `nil` when the export stops
    /// before the last value.
    private func withoutRange(_ name: String, _ line: LDIFLines.Line, into records: inout RecordCollection) -> String? {
        guard name.utf8.contains(UInt8(ascii: ";")), let option = name.firstRange(of: ";range=") else { return name }
        guard name.hasSuffix("*") else {
            records.findings.fault(
                "The export holds only a part of the values of \(name).",
                remedy: "Read such attributes range by range, or raise the directory's MaxValRange.",
                line: line.number
            )
            return nil
        }
        return String(name[..<option.lowerBound])
    }

    private func noteState(
        _ name: String,
        _ text: String,
        _ line: LDIFLines.Line,
        of entry: inout LDIFEntry,
        into records: inout RecordCollection
    ) {
        if let state = AccountState.read(name, text) {
            entry.note(isEnabled: state)
        } else {
            let message = "The value \(quotedShort(text)) of \(name) does not say whether the account is enabled."
            records.findings.fault(message, remedy: "Correct the entry in the directory.", line: line.number)
        }
    }

    private func leaveOut(
        _ name: String,
        of entry: LDIFEntry,
        _ reason: String,
        _ line: LDIFLines.Line,
        into records: inout RecordCollection
    ) {
        let message = "A value of \(name) of \(quotedShort(entry.name)) \(reason), and is left out."
        records.findings.warn(message, at: records.findings.place(line.number))
    }

    private func reportURL(_ line: LDIFLines.Line, into records: inout RecordCollection) {
        records.findings.fault(
            "The value stands elsewhere, at a URL, which is not read.",
            remedy: "Export the values themselves (ldapsearch without -t).",
            line: line.number
        )
    }
}
