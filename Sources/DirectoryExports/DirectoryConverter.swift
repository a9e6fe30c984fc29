/// Turns an export into manifests: bytes go in piece by piece, manifests come out at the end.
///
/// The same export makes the same bytes, in whatever order its entries come. What is kept of an entry are the attributes
/// of a list, so that neither passwords nor pictures get into a repository.
public struct DirectoryConverter {
    private var reader: any ExportReader
    private var records: RecordCollection

    /// A conversion of one export, which may have several files.
    public init(_ format: ExportFormat, _ options: ConversionOptions) {
        switch format {
        case .ldif: reader = LDIFReader(options)
        case .csv: reader = CSVReader(options)
        case .scim: reader = ResourceReader(SCIMVocabulary(options))
        case .pingone: reader = ResourceReader(PingOneVocabulary(options))
        }
        records = RecordCollection(options, reader.sources.overridden(by: options.sources))
    }

    /// Starts a file. `name` is what findings call it.
    public mutating func startFile(_ name: String) {
        records.findings.file = name
        reader.startFile(into: &records)
    }

    /// Takes the next bytes of the file.
    public mutating func consume(_ bytes: ArraySlice<UInt8>) { reader.consume(bytes, into: &records) }

    /// Ends the file.
    public mutating func endFile() { reader.endFile(into: &records) }

    /// Ends the export.
    public mutating func finish() -> Conversion {
        reader.finish(into: &records)
        return records.finish()
    }
}

/// Reads the files of one format and hands on what they hold.
protocol ExportReader {
    /// Where the attributes of people and groups may be.
    var sources: SourceTable { get }
    mutating func startFile(into records: inout RecordCollection)
    mutating func consume(_ bytes: ArraySlice<UInt8>, into records: inout RecordCollection)
    mutating func endFile(into records: inout RecordCollection)
    mutating func finish(into records: inout RecordCollection)
}

extension ExportReader {
    mutating func finish(into records: inout RecordCollection) {}
}
