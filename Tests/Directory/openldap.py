"""An OpenLDAP of one's own: a server on loopback with its database in a folder. No system service, no privileges."""

import base64
import pathlib
import shutil
import socket
import subprocess
import time

BASE = "dc=acme,dc=example"
ADMIN = f"cn=admin,{BASE}"
SECRET = "not-a-secret"
SCHEMAS = pathlib.Path("/etc/ldap/schema")
MODULES = pathlib.Path("/usr/lib/ldap")

#: The attribute by which 389 Directory Server and FreeIPA disable accounts, and a class that allows it.
LOCK = """
attributetype ( 2.16.840.1.113730.3.1.610 NAME 'nsAccountLock' EQUALITY caseIgnoreMatch
    SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
objectclass ( 1.3.6.1.4.1.4203.666.11.99.1 NAME 'lockedAccount' AUXILIARY MAY nsAccountLock )
"""


def ldif(entry):
    """An entry as LDIF; values that are no ASCII as base64."""

    def line(text):
        name, _, value = text.partition(": ")
        return text if text.isascii() else f"{name}:: {base64.b64encode(value.encode()).decode()}"

    return "\n".join(line(text) for text in entry) + "\n\n"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class OpenLDAP:
    """Starts with the entries; `stop` ends it."""

    def __init__(self, folder, entries):
        database = folder / "database"
        database.mkdir(parents=True)
        # A copy, since the system's profile for the installed file (AppArmor) keeps it to the system's own folders.
        server = folder / "slapd"
        shutil.copy(shutil.which("slapd", path="/usr/sbin:/usr/local/sbin:/usr/bin"), server)
        configuration = folder / "slapd.conf"
        configuration.write_text(self.configuration(folder, database))
        content = folder / "content.ldif"
        content.write_text("".join(ldif(entry) for entry in entries))
        self.run([server, "-T", "add", "-f", configuration, "-l", content])
        self.uri = f"ldap://127.0.0.1:{free_port()}"
        self.server = subprocess.Popen(
            [server, "-h", self.uri, "-f", configuration, "-d", "0"], stderr=subprocess.DEVNULL
        )
        self.wait()

    @staticmethod
    def configuration(folder, database):
        schemas = "".join(f"include {SCHEMAS / name}.schema\n" for name in ("core", "cosine", "inetorgperson"))
        return (
            f"{schemas}{LOCK}\npidfile {folder}/slapd.pid\nmodulepath {MODULES}\nmoduleload back_mdb\n"
            f"database mdb\nmaxsize 67108864\nsuffix {BASE}\nrootdn {ADMIN}\nrootpw {SECRET}\ndirectory {database}\n"
        )

    def wait(self):
        deadline = time.monotonic() + 20
        while subprocess.run(
            ["ldapwhoami", "-x", "-H", self.uri], capture_output=True, timeout=10
        ).returncode != 0:
            if time.monotonic() > deadline or self.server.poll() is not None:
                raise RuntimeError("slapd does not answer")
            time.sleep(0.05)

    def stop(self):
        self.server.terminate()
        self.server.wait(timeout=10)

    def export(self, *arguments, options=("-LLL",)):
        """What ldapsearch prints of all entries."""
        command = ["ldapsearch", "-x", "-H", self.uri, "-b", BASE, *options, *arguments]
        run = subprocess.run([*command, "(objectClass=*)", "*", "entryUUID"], capture_output=True, timeout=30)
        if run.returncode not in (0, 4):
            raise RuntimeError(run.stderr.decode())
        return run.stdout

    def modify(self, name, *lines):
        self.change("ldapmodify", [f"dn: {name}", "changetype: modify", *lines])

    def delete(self, name):
        self.change("ldapmodify", [f"dn: {name}", "changetype: delete"])

    def rename(self, name, new_name):
        self.change("ldapmodify", [f"dn: {name}", "changetype: modrdn", f"newrdn: {new_name}", "deleteoldrdn: 1"])

    def change(self, tool, lines):
        self.run([tool, "-x", "-H", self.uri, "-D", ADMIN, "-w", SECRET], stdin=ldif(lines))

    @staticmethod
    def run(command, stdin=""):
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=30)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]}: {done.stderr}")
