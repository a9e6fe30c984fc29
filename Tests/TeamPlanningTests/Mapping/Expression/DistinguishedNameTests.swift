import Testing

@testable import TeamPlanning

/// Common names of distinguished names, with the examples of RFC 4514 §4.
struct DistinguishedNameTests {
    @Test(arguments: [
        ("CN=Steve Kille,O=Isode Limited,C=GB", "Steve Kille"),
        ("OU=Sales+CN=J.  Smith,DC=example,DC=net", "J.  Smith"),
        (#"CN=James \"Jim\" Smith\, III,DC=example,DC=net"#, #"James "Jim" Smith, III"#),
        (#"CN=Before\0dAfter,DC=example,DC=net"#, "Before\rAfter"),
        (#"CN=Lu\C4\8Di\C4\87"#, "Lučić"),
        (#"cn=Smith\2C John,OU=People"#, "Smith, John"),
        (#"cn=Smith\2c John,OU=People"#, "Smith, John"),
        (#"CN="Smith, John" , OU=People"#, "Smith, John"),
        (#"CN="a \"b\" + c",OU=People"#, #"a "b" + c"#),
        ("OU=Sales, cn = Jane Smith , DC=x", "Jane Smith"),
        (#"CN=\ x\20\ ,DC=y"#, " x  "),
        ("CN=a=b#c;d,DC=x", "a=b#c;d"),
        ("CN=,DC=x", ""),
        ("CN=first,CN=second", "first"),
        ("2.5.4.3=Numbered,DC=x", "Numbered"),
        ("UID=1+CN=Two,DC=x", "Two"),
        ("CN=größe,DC=x", "größe"),
    ])
    func takesTheFirstCommonName(name: String, common: String) {
        #expect(commonName(of: name) == common)
        #expect(Transform.cn.applied(to: JSONNode(.string(name), offset: 0))?.string == common)
    }

    @Test(arguments: [
        "", "Accounting", "Acme = Co", "jane@x.example", "OU=Sales,DC=x", "UID=jsmith,DC=example,DC=net", "CN=a,",
        "CN=a,b",
        "=a", ",CN=a", #"CN=a\"#, #"CN=a\2"#, #"CN=a\4g"#, #"CN=a\C4"#, #"CN="a"#, #"CN="a"b,DC=x"#, "CNX=a", "C N=a",
        "CN",
    ])
    func leavesOtherTextAsItIs(text: String) {
        #expect(commonName(of: text) == nil)
        #expect(Transform.cn.applied(to: JSONNode(.string(text), offset: 0))?.string == text)
    }

    @Test(arguments: 0..<4)
    func survivesAnything(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let alphabet = Array(#"CNcn=,+\"2C# é"#)
        for _ in 0..<2_000 {
            let text = String((0..<random.below(24)).map { _ in alphabet[random.below(alphabet.count)] })
            let name = commonName(of: text)
            #expect(name == nil || text.contains("="))
        }
    }
}
