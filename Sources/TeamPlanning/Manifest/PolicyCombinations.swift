/// Combinations of policy fields that contradict each other, or that Dropbox refuses.
///
/// A field that is not written never contradicts one that is, unless its default would then do something else than
/// the reader of the policy expects.
extension UserPolicy {
    mutating func checkCombinations(_ reader: inout ObjectReader) {
        if !update {
            if let node = reader.value("disable"), disable {
                let message = "\(reader.fieldPath("disable")) needs \(reader.fieldPath("update")), which is false."
                reader.reportConflict(message, remedy: "Set \"update\" to true, or \"disable\" to false.", at: node)
            }
            disable = false
        }
        checkRemoveAction(&reader)
        checkDeleteAfterDays(&reader)
    }

    private func checkRemoveAction(_ reader: inout ObjectReader) {
        guard !disable, removeAction == .disable else { return }
        let written = reader.value("remove_action")
        guard let place = written ?? (deprovision ? reader.value("deprovision") : nil) else { return }
        let message = "\(reader.fieldPath("remove_action")) is \"disable\", but suspending is switched off."
        let remedy = "Set \"disable\" and \"update\" to true, or \"remove_action\" to \"delete\"."
        reader.reportConflict(message, remedy: remedy, at: place)
    }

    private func checkDeleteAfterDays(_ reader: inout ObjectReader) {
        guard deleteAfterDays != nil, let place = reader.value("delete_after_days") else { return }
        let path = reader.fieldPath("delete_after_days")
        if removeAction == .delete {
            let message = "\(path) says when a suspended member is removed, but \"remove_action\" removes at once."
            let remedy = "Set \"remove_action\" to \"disable\", or remove \"delete_after_days\"."
            reader.reportConflict(message, remedy: remedy, at: place)
        } else if !disable {
            let message = "\(path) counts from the suspension, but suspending is switched off."
            let remedy = "Set \"disable\" and \"update\" to true, or remove \"delete_after_days\"."
            reader.reportConflict(message, remedy: remedy, at: place)
        }
    }
}

/// What Dropbox refuses, with the tags of its answers (spec: `team/members/remove`).
extension DeleteOptions {
    func checkCombinations(_ reader: inout ObjectReader) {
        let transfer = reader.value("transfer_dest") ?? reader.value("transfer_admin")
        if keepAccount, transfer != nil {
            reader.reportRefusal(
                "keep_account",
                "keeps the account and transfers its files",
                tag: "cannot_keep_account_and_transfer",
                remedy: "Keep one of \"keep_account\" and the transfer."
            )
        }
        if keepAccount, permanentlyDeleteFiles {
            reader.reportRefusal(
                "keep_account",
                "keeps the account and deletes its files",
                tag: "cannot_keep_account_and_permanently_delete",
                remedy: "Keep one of \"keep_account\" and \"permanently_delete_files\"."
            )
        }
        if permanentlyDeleteFiles, transferDest != nil {
            reader.reportRefusal(
                "permanently_delete_files",
                "deletes the files and transfers them",
                tag: "cannot_permanently_delete_and_transfer",
                remedy: "Keep one of \"permanently_delete_files\" and the transfer."
            )
        }
        if transferDest != nil, reader.value("transfer_admin") == nil {
            reader.reportRefusal(
                "transfer_dest",
                "transfers files without an admin who is told of errors",
                tag: "unspecified_transfer_admin_id",
                remedy: "Add \"transfer_admin\"."
            )
        }
        if retainTeamShares, !keepAccount {
            reader.reportRefusal(
                "retain_team_shares",
                "retains team shares without keeping the account",
                tag: "cannot_retain_shares_when_no_account_kept",
                remedy: "Set \"keep_account\" to true."
            )
        }
    }
}

extension Policy {
    /// Without a marker nothing tells what roster manages.
    func checkMarker(_ reader: inout ObjectReader) {
        guard ownership.marker.isEmpty, let marker = reader.node["ownership"]?["marker"] else { return }
        if users.scope == .managed {
            let written = reader.node["users"]?["scope"]
            report("users", written, isUsed: users.deprovision, marker, &reader)
        }
        if groups.scope == .managed {
            let written = reader.node["groups"]?["scope"]
            report("groups", written, isUsed: groups.delete == .absent, marker, &reader)
        }
    }

    private func report(
        _ section: String,
        _ written: JSONNode?,
        isUsed: Bool,
        _ marker: JSONNode,
        _ reader: inout ObjectReader
    ) {
        let isWritten = written?.string != nil
        guard isWritten || isUsed else { return }
        let message = "\(section).scope is \"managed\", but with an empty marker nothing tells what roster manages."
        let remedy =
            section == "users"
            ? "Set a marker, a wider users.scope, or users.deprovision to false."
            : "Set a marker, a wider groups.scope, or groups.delete to \"tombstone\" or \"never\"."
        reader.reportConflict(message, remedy: remedy, at: isWritten ? written ?? marker : marker)
    }
}

extension ObjectReader {
    /// Adds a finding for options that Dropbox refuses together, at the field `name`.
    fileprivate mutating func reportRefusal(_ name: String, _ what: String, tag: String, remedy: String) {
        guard let place = value(name) else { return }
        reportConflict("\(path) \(what), which Dropbox refuses (\(tag)).", remedy: remedy, at: place)
    }

    fileprivate mutating func reportConflict(_ message: String, remedy: String, at place: JSONNode) {
        report(.conflictingFields, message, remedy: remedy, at: place)
    }
}
