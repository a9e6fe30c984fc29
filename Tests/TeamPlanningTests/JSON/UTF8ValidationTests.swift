import Testing

@testable import TeamPlanning

/// The validator agrees with the standard library on what is UTF-8.
struct UTF8ValidationTests {
    @Test func agreesOnEveryShortSequence() {
        let interesting: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
            0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for first in interesting {
            check([first])
            for second in interesting {
                check([first, second])
                for third in interesting {
                    check([first, second, third])
                    check([first, second, third, 0x80])
                }
            }
        }
    }

    @Test(arguments: 0..<17)
    func findsABadByteAtEveryOffset(offset: Int) {
        var bytes = Array("abcdefghijklmnopq".utf8)
        bytes[offset] = 0xFF
        #expect(bytes.withUnsafeBufferPointer(firstInvalidUTF8(in:)) == offset)
    }

    private func check(_ bytes: [UInt8]) {
        let offset = bytes.withUnsafeBufferPointer(firstInvalidUTF8(in:))
        #expect((offset == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        #expect(offset.map { String(validating: bytes[..<$0], as: UTF8.self) != nil } ?? true, "\(bytes)")
    }
}
