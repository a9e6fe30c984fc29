extension Located<String> {
    /// The place in the file of a scalar of a JSON string, counted from 0.
    ///
    /// Exact for a string that escapes no more than JSON demands: a quote, a backslash, a line break, a tab.
    func location(ofScalar offset: Int) -> SourceLocation {
        let written = value.unicodeScalars.prefix(offset).reduce(0) { length, scalar in
            length + ("\"\\\n\r\t".unicodeScalars.contains(scalar) ? 2 : 1)
        }
        return SourceLocation(file: location.file, line: location.line, column: location.column + 1 + written)
    }
}
