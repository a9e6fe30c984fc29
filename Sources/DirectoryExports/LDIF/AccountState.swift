/// Whether an account may sign in, as directories say it. Locks that come and go by themselves, such as those after wrong
/// passwords, do not count.
enum AccountState {
    /// The field that a record gets for it: a Boolean.
    static let field = "enabled"

    /// The attributes that say it, in lower case.
    static let attributes: Set<String> = [
        "useraccountcontrol", "nsaccountlock", "pwdaccountlockedtime", "logindisabled", "enabled",
    ]

    /// What an attribute says: `true` enabled, `false` disabled. `.some(nil)`: nothing; `nil`: the value makes no sense.
    static func read(_ attribute: String, _ value: String) -> Bool?? {
        switch attribute {
        // Active Directory: ADS_UF_ACCOUNTDISABLE.
        case "useraccountcontrol": return Int(value).map { .some($0 & 2 == 0) }
        // OpenLDAP's ppolicy: the time that stands for a lock by hand.
        case "pwdaccountlockedtime": return .some(value.hasPrefix("000001010000Z") ? false : nil)
        // 389 Directory Server and FreeIPA; eDirectory.
        case "nsaccountlock", "logindisabled": return flag(value).map { .some(!$0) }
        default: return flag(value).map { .some($0) }
        }
    }

    private static func flag(_ value: String) -> Bool? {
        switch value.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}
