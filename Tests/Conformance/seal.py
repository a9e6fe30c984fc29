"""Makes a plan of one piece again that a test has edited: what `roster show` works out from the changes, worked out here by
other means."""

import hashlib
import struct

USERS = ("create", "recover", "update", "set_role", "suspend", "unsuspend", "remove")
GROUPS = ("create", "update", "delete")
MEMBERSHIPS = ("add", "remove", "set_access")


def sealed(plan):
    """The plan with its fingerprint, its counts, its confirmation and its limits' verdicts put right."""
    changes = plan["changes"]
    actions = [change["action"] for change in changes]
    removed = sum(len(change.get("remove", [])) for change in changes)
    for kind, names in (("user", USERS), ("group", GROUPS)):
        plan["summary"][f"{kind}s"].update({name: actions.count(f"{kind}.{name}") for name in names})
    for name in MEMBERSHIPS:
        plan["summary"]["memberships"][name] = sum(len(change.get(name, [])) for change in changes)
    counts = {
        "group_deletions": actions.count("group.delete"), "user_removals": actions.count("user.remove"),
        "user_suspensions": actions.count("user.suspend"), "membership_removals": removed,
    }
    for gate in plan["gates"]:
        if gate["gate"] in counts:
            gate["count"] = counts[gate["gate"]]
            gate["limit"] = max(gate["limit"], gate["count"]) if gate["verdict"] == "pass" else 0
    plan["applicable"] = all(gate["verdict"] != "refuse" for gate in plan["gates"])
    plan["confirmation"] = confirmation(plan, [change for change in changes if change["action"] == "group.delete"])
    parts = [text(plan["team"]["team_id"]), number(len(changes)), *map(imprint, changes)]
    plan["fingerprint"] = hashlib.sha256(b"".join(parts)).hexdigest()
    return plan


def confirmation(plan, deletions):
    """The consent to these deletions; what is known of a group's members is kept."""
    if not deletions:
        return None
    known = {group["group_id"]: group for group in (plan["confirmation"] or {"groups": []})["groups"]}
    groups = [
        {"member_count": 1, **known.get(change["target_id"], {}), "group_id": change["target_id"], "name": name(change)}
        for change in deletions
    ]
    parts = [text(group[key]) for group in sorted(groups, key=group_id) for key in ("group_id", "name")]
    noun = "group" if len(groups) == 1 else "groups"
    return {"groups": groups, "token": f"delete-{len(groups)}-{noun}-{hashlib.sha256(b''.join(parts)).hexdigest()[:8]}"}


def group_id(group):
    return group["group_id"].encode()


def name(change):
    return change["resource"].partition(":")[2]


def number(value):
    return struct.pack(">q", value)


def text(value):
    encoded = value.encode()
    return number(len(encoded)) + encoded


def imprint(change):
    """Every part with its length before it, in the order that the tool has."""
    parts = [text(change["id"]), text(change["action"]), text(change["resource"]), text(change.get("target_id", ""))]
    parts += [fields(change["before"]), fields(change["after"]), fields(change.get("options", {}))]
    parts += [number(change["destructive"]), number(change["irreversible"])]
    parts += [number(len(change["depends_on"])), *map(text, change["depends_on"])]
    lists = [change[key] for key in MEMBERSHIPS] if change["action"] == "group.members" else []
    parts.append(number(len(lists)))
    for entries in lists:
        parts.append(number(len(entries)))
        for entry in entries:
            parts += [text(entry.get(key, "")) for key in ("team_member_id", "email", "access")]
    return b"".join(parts)


def fields(values):
    if values is None:
        return number(-1)
    parts = [number(len(values))]
    for key in sorted(values, key=str.encode):
        parts += [text(key), field(values[key])]
    return b"".join(parts)


def field(value):
    if value is None:
        return text("none")
    if isinstance(value, bool):
        return text("flag") + number(value)
    return text("number") + number(value) if isinstance(value, int) else text("text") + text(value)
