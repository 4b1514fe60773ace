"""The two sides: how each is installed, filled, served and asked."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from bench import stamp
from bench.peer import workload
from bench.request import UNIQUE, Operation, Requests, full_pages, get_one, get_page, post_new, some
from bench.server import HOST, Server, serving

ROOT = Path(__file__).resolve().parent.parent
WORKERS = "2"
REQUIREMENTS = ROOT / "bench" / "requirements.txt"
CASEWORK = ROOT / "bench" / "casework.py"
BIN = ROOT / ".venv" / "bin"
MANIFEST = "bench.json"

NEW_CASE = {
    "number": UNIQUE,
    "organisation": 1,
    "case_type": 3,
    "subject": 17,
    "title": "A new case",
    "summary": "what was seen, heard and done " * 10,
    "note": "what somebody wrote down of it " * 6,
}


class Side(Protocol):
    """One of the things compared."""

    @property
    def name(self) -> str:
        """The word that stands for it in the table."""

    def missing(self) -> str | None:
        """Return what this checkout or machine lacks to run it, in plain words; None if nothing."""

    def stamp(self) -> str:
        """Return a hash of what decides the contents of its data."""

    def install(self) -> None:
        """Set up what it runs in, if that is not there yet."""

    def fill(self, *, data: Path, size: int, seconds: float) -> None:
        """Put `size` invented cases in the empty folder `data`, within so many seconds."""

    def serve(self, *, data: Path, port: int) -> AbstractContextManager[Server]:
        """Serve `data` on a loopback port for as long as the context lasts."""

    def requests(self, *, data: Path, size: int) -> Mapping[Operation, Requests]:
        """Return the requests of each operation."""


@dataclass(frozen=True, slots=True)
class Peer:
    """The ordinary Django stack of bench/peer, in a virtual environment of its own."""

    home: Path
    name: str = "peer"

    @property
    def venv(self) -> Path:
        """The folder of its virtual environment."""
        return self.home / "venv"

    def program(self, name: str) -> str:
        """Return the path of a program in its virtual environment."""
        return str(self.venv / "bin" / name)

    def missing(self) -> str | None:
        """Return None: it installs itself."""
        return None

    def stamp(self) -> str:
        """Hash its sources and its packages."""
        return stamp.of_files([REQUIREMENTS, *(ROOT / "bench" / "peer").glob("*.py")])

    def install(self) -> None:
        """Make the virtual environment with the pinned packages."""
        wanted = stamp.of_files([REQUIREMENTS], sys.version)
        if stamp.read(self.venv) == wanted:
            return
        print("Setting up the peer's virtual environment", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(self.venv)], check=True)
        pip = [self.program("python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=True, stdout=sys.stderr)
        stamp.write(self.venv, text=wanted)

    def fill(self, *, data: Path, size: int, seconds: float) -> None:
        """Seed the database."""
        command = [self.program("python"), "-m", "bench.peer.seed", str(size)]
        subprocess.run(command, cwd=ROOT, env=self._environment(data), check=True, timeout=seconds)

    def serve(self, *, data: Path, port: int) -> AbstractContextManager[Server]:
        """Serve it with gunicorn's sync workers."""
        options = ["--workers", WORKERS, "--worker-class", "sync", "--bind", f"{HOST}:{port}"]
        quiet = ["--log-level", "error", "--no-control-socket"]
        command = [self.program("gunicorn"), *options, *quiet, "bench.peer.wsgi"]
        return serving(command, port=port, data=data, environment=self._environment(data))

    def requests(self, *, data: Path, size: int) -> Mapping[Operation, Requests]:  # noqa: ARG002 - its numbers are known
        """Return requests for the cases that the worker may see."""
        visible = workload.visible(size)
        headers = {"Authorization": f"Token {workload.TOKEN}", "Accept": "application/json"}
        pages = [f"/cases/?page={page}" for page in full_pages(len(visible))]
        ones = [f"/cases/{number}/" for number in some(visible)]
        return {
            Operation.LIST: get_page(pages, headers=headers),
            Operation.ONE: get_one(ones, headers=headers),
            Operation.CREATE: post_new(["/cases/"], headers=headers, body=NEW_CASE),
        }

    def _environment(self, data: Path) -> dict[str, str]:
        """Return the environment of its processes."""
        ours = {
            "DJANGO_SETTINGS_MODULE": "bench.peer.settings",
            "PEER_DATABASE": str(data / "peer.sqlite3"),
            "PYTHONPATH": str(ROOT),
        }
        return {**os.environ, **ours}


@dataclass(frozen=True, slots=True)
class Casustafel:
    """The product, in the virtual environment of this checkout.

    bench/casework.py fills an installation, and notes in MANIFEST what the requests need: `token`, of a person who may
    see the dossiers; `dossiers`, the ids of what that person sees; `signaal`, the body of a new signaal, in which
    UNIQUE may stand.
    """

    name: str = "casustafel"

    def missing(self) -> str | None:
        """Return whether the set-up or the generator is not there."""
        if not (BIN / "casustafel").is_file():
            return "this checkout is not set up: run `python3 start.py check` first"
        return None if CASEWORK.is_file() else "bench/casework.py is not there yet"

    def stamp(self) -> str:
        """Hash the sources of the product and of the generator, and the month: tokens and terms pass."""
        return stamp.of_files([CASEWORK, *(ROOT / "src").rglob("*.py")], f"{datetime.now(UTC):%Y-%m}")

    def install(self) -> None:
        """Do nothing: start.py does it."""

    def fill(self, *, data: Path, size: int, seconds: float) -> None:
        """Have the generator make an installation."""
        command = [str(BIN / "python"), "-m", "bench.casework", "--data", str(data), "--size", str(size)]
        subprocess.run(command, cwd=ROOT, check=True, timeout=seconds)

    def serve(self, *, data: Path, port: int) -> AbstractContextManager[Server]:
        """Serve it as an operator does."""
        options = ["--data", str(data), "--port", str(port), "--workers", WORKERS]
        return serving([str(BIN / "casustafel"), "serve", *options], port=port, data=data, environment=os.environ)

    def requests(self, *, data: Path, size: int) -> Mapping[Operation, Requests]:  # noqa: ARG002 - the manifest knows
        """Return requests for the dossiers that the manifest names."""
        manifest = json.loads((data / MANIFEST).read_text(encoding="utf-8"))
        headers = {"Authorization": f"Bearer {manifest['token']}", "Accept": "application/json"}
        dossiers = manifest["dossiers"]
        pages = [f"/v1/dossiers?pagina={page}" for page in full_pages(len(dossiers))]
        ones = [f"/v1/dossiers/{dossier}" for dossier in some(dossiers)]
        signalen = [f"{path}/signalen" for path in ones]
        return {
            Operation.LIST: get_page(pages, headers=headers),
            Operation.ONE: get_one(ones, headers=headers),
            Operation.CREATE: post_new(signalen, headers=headers, body=manifest["signaal"]),
        }
