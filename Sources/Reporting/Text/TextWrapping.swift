extension TerminalText {
    /// The text in lines of at most `width` columns, broken at spaces; all lines but the first start with a margin.
    ///
    /// A word that is longer than a line stands on a line of its own, so that paths and commands can be copied; with
    /// `breakingWords` it is cut instead.
    func wrapped(to width: Int, hanging: Int, breakingWords: Bool = false) -> [TerminalText] {
        guard columns > width else { return [self] }
        let margin = TerminalText.repeating(" ", count: min(hanging, width / 2))
        var lines: [TerminalText] = []
        var line = TerminalText(spans: [])
        var isEmptyLine = true
        for word in words {
            let pieces = breakingWords ? word.cut(to: width - margin.columns) : [word]
            for (position, piece) in pieces.enumerated() {
                let gap = isEmptyLine ? 0 : 1
                if !isEmptyLine, position > 0 || line.columns + gap + piece.columns > width {
                    lines.append(line)
                    line = margin + piece
                } else {
                    line = line.joined(with: piece, gap: gap)
                }
                isEmptyLine = false
            }
        }
        return lines + [line]
    }

    /// The pieces between single spaces; two spaces in a row enclose an empty word.
    private var words: [TerminalText] {
        var words = [[Span]()]
        for span in spans {
            for (index, part) in span.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { words.append([]) }
                if !part.isEmpty { words[words.count - 1].append(Span(text: String(part), style: span.style)) }
            }
        }
        return words.map(TerminalText.init(spans:))
    }

    private func cut(to width: Int) -> [TerminalText] {
        guard columns > width else { return [self] }
        var pieces: [TerminalText] = []
        var piece: [Span] = []
        var used = 0
        for span in spans {
            for character in span.text {
                if used + character.columns > width {
                    pieces.append(TerminalText(spans: piece))
                    (piece, used) = ([], 0)
                }
                if piece.last?.style == span.style {
                    piece[piece.count - 1].text.append(character)
                } else {
                    piece.append(Span(text: String(character), style: span.style))
                }
                used += character.columns
            }
        }
        return pieces + [TerminalText(spans: piece)]
    }

    private func joined(with other: TerminalText, gap: Int) -> TerminalText {
        var joined = spans
        if gap > 0, joined.isEmpty {
            joined.append(Span(text: " ", style: .plain))
        } else if gap > 0 {
            joined[joined.count - 1].text += " "
        }
        for span in other.spans {
            if joined.last?.style == span.style {
                joined[joined.count - 1].text += span.text
            } else {
                joined.append(span)
            }
        }
        return TerminalText(spans: joined)
    }
}
