/// How reports are laid out as text. One method per report; each returns whole lines.
public struct TextLayout: Sendable, Hashable {
    /// The columns of a line.
    let width: Int
    /// Whether ANSI colours are used.
    let colour: Bool

    /// The narrowest and widest text that reads well.
    private static let readableWidths = 60...120

    /// Describes the place where the text is shown; a width outside of 60 to 120 columns is brought inside.
    public init(width: Int, colour: Bool) {
        self.width = min(max(width, Self.readableWidths.lowerBound), Self.readableWidths.upperBound)
        self.colour = colour
    }
}
