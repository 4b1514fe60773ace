"""A PostgreSQL server of a test's own, made from the system's programs in a temporary folder, and thrown away."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STORES = ("register", "kluis", "weegploeg", "casusoverleg", "archief")
ADMIN = "beheer"


def programs() -> Path | None:
    """Give the folder of the newest server programs of this machine, or nothing."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: its programs, its folder and its port."""

    bin: Path
    data: Path
    port: int

    def run(self, program: str, *arguments: str) -> str:
        """Run one of the programs as the server's own account, which is never root."""
        who = {} if os.geteuid() else {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []}
        command = [str(self.bin / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **who)  # type: ignore[call-overload]  # user and group
        assert done.returncode == 0, done.stderr[-2000:]
        return str(done.stdout)

    def sql(self, text: str, *, database: str = "postgres") -> str:
        """Run statements as the one who manages the server."""
        where = ("-h", "127.0.0.1", "-p", str(self.port), "-U", ADMIN, "-d", database)
        return self.run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *where, "-c", text)

    def stop(self, how: str = "fast") -> None:
        """Stop it."""
        self.run("pg_ctl", "-D", str(self.data), "-m", how, "-w", "stop")

    def start(self) -> None:
        """Start it; only on this machine, with its socket in its own folder."""
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -k {self.data.parent} -c max_connections=60 -c fsync=off"
        )
        self.run("pg_ctl", "-D", str(self.data), "-w", "-o", options, "-l", str(self.data.parent / "log"), "start")

    def make(self, prefix: str = "casustafel") -> dict[str, str]:
        """Make a database and a role for each store, and give the settings that name them."""
        settings = {}
        for store in STORES:
            name, password = f"{prefix}_{store}", f"geheim-{store}"
            self.sql(f"CREATE ROLE {name} LOGIN PASSWORD '{password}'")
            self.sql(f"CREATE DATABASE {name} OWNER {name}")
            self.sql(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
            url = f"postgresql://{name}:{password}@127.0.0.1:{self.port}/{name}"
            settings[f"CASUSTAFEL_DATABASE_{store.upper()}"] = url
        return settings


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """Start a server in a folder, and throw it away."""
    found = programs()
    assert found is not None
    folder.mkdir(parents=True, exist_ok=True)
    if not os.geteuid():
        _open_to_nobody(folder)
    one = Server(bin=found, data=folder / "pg", port=free_port())
    _init(one)
    one.start()
    try:
        yield one
    finally:
        one.stop("immediate")
        shutil.rmtree(one.data, ignore_errors=True)


def _init(one: Server) -> None:
    one.run("initdb", "-D", str(one.data), "-U", ADMIN, "-E", "UTF8", "--locale=C", "-A", "trust", "-N")
    rules = "local all all trust\nhost all beheer 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
    (one.data / "pg_hba.conf").write_text(rules)


def _open_to_nobody(folder: Path) -> None:
    """Let the server's account reach its folder, and own it."""
    shutil.chown(folder, "nobody", pwd.getpwnam("nobody").pw_gid)
    for parent in folder.parents:
        if parent.is_relative_to("/tmp") and parent != Path("/tmp"):  # noqa: S108  # only looked at
            parent.chmod(parent.stat().st_mode | 0o011)
