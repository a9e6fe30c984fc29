import DirectoryExports
import Reporting
import TeamPlanning

/// The folder that a conversion writes to, and what is there already.
struct ConversionTarget {
    private let folder: String
    private let mapping: String
    private let files: any FileAccess
    /// The mapping of the name, wherever in the workspace it stands.
    let keptMapping: KeptMapping?

    /// Looks for the mapping.
    ///
    /// - Throws: ``WorkspaceError`` and ``FileError`` when manifests cannot be read.
    init(folder: String, workspace: String, mapping: String, files: any FileAccess) throws {
        self.folder = folder
        self.mapping = mapping
        self.files = files
        let own = ["\(folder)/users.json", "\(folder)/groups.json"]
        var found: KeptMapping?
        for place in Set([folder, workspace]).sorted() where (try? files.kind(of: place)) == .folder {
            for file in try Self.manifests(in: place, files: files) where found == nil && !own.contains(file.path) {
                found = KeptMapping(file, name: mapping)
            }
        }
        keptMapping = found
    }

    private static func manifests(in folder: String, files: any FileAccess) throws -> [ManifestFile] {
        do {
            return try WorkspaceReader.read(folder, files: files).files
        } catch WorkspaceError.empty {
            return []
        }
    }

    /// What is to be written, everything checked before anything is.
    ///
    /// - Throws: ``ConversionRefusal``, ``FileError``.
    func steps(for conversion: Conversion) throws -> [ConversionStep] {
        if let kept = keptMapping {
            if conversion.users != nil, !kept.hasUsers {
                throw ConversionRefusal.silentMapping(kept.path, part: "users")
            }
            if conversion.groups != nil, !kept.hasGroups {
                throw ConversionRefusal.silentMapping(kept.path, part: "groups")
            }
        }
        var steps: [ConversionStep] = []
        if let kept = keptMapping {
            steps.append(ConversionStep(path: kept.path, old: nil, new: nil, content: "the mapping \(mapping)"))
        } else {
            let path = "\(folder)/mapping.json"
            if try existing(path) != nil { throw ConversionRefusal.otherMapping(path, name: mapping) }
            steps.append(
                ConversionStep(path: path, old: nil, new: conversion.mapping, content: "the mapping \(mapping)")
            )
        }
        let records = [
            try step("users", .users, conversion.users), try step("groups", .groups, conversion.groups),
        ]
        return steps + records.compactMap(\.self)
    }

    private func step(_ name: String, _ kind: ManifestKind, _ manifest: RecordManifest?) throws -> ConversionStep? {
        let path = "\(folder)/\(name).json"
        let old = try existing(path)
        guard let manifest else {
            return old.map { ConversionStep(path: path, old: $0, new: nil, content: "no \(name) in the export") }
        }
        if let old, !RecordManifest.isReplaceable(old, kind: kind, mapping: mapping) {
            throw ConversionRefusal.foreignFile(path)
        }
        let content = manifest.count == 1 ? "1 \(name.dropLast())" : "\(manifest.count) \(name)"
        return ConversionStep(path: path, old: old, new: manifest.bytes, content: content)
    }

    private func existing(_ path: String) throws -> [UInt8]? {
        do {
            return try files.read(path, limit: WorkspaceReader.sizeLimit + 1)
        } catch let error where error.isMissing {
            return nil
        }
    }
}

/// A file that is written, or is left as it is.
struct ConversionStep {
    let path: String
    let old: [UInt8]?
    /// `nil`: the file is not written at all.
    let new: [UInt8]?
    let content: String

    /// Writes the file if that changes it. Returns what was done, as a line.
    func carryOut(_ files: any FileAccess) throws -> String {
        guard let new else { return line("kept     ") }
        if old == new { return line("unchanged") }
        try files.replace(path, with: new)
        return line("wrote    ")
    }

    /// What would change, as a unified diff.
    var difference: String { new.map { UnifiedDiff(path: path, from: old, to: $0).text } ?? "" }

    private func line(_ verb: String) -> String { ("\(verb) \(path) (\(content))" as TerminalText).plain + "\n" }
}
