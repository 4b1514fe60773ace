"""An empty installation, served for real on loopback, and people who walk up to it with a browser or a token."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.canary import Canaries

VOORBEELD = Path(__file__).parents[2] / "src" / "casustafel" / "demo" / "voorbeeld"
START_SECONDS = 60


@dataclass(kw_only=True)
class Installation:
    """A folder that holds all that the product keeps, and the address where it is served."""

    folder: Path
    port: int
    canaries: Canaries = field(default_factory=Canaries)
    more: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Give the address."""
        return f"http://localhost:{self.port}"

    def environment(self) -> dict[str, str]:
        """Give the environment in which its commands run: all temporary files stay in the folder."""
        return {
            **os.environ,
            "CASUSTAFEL_DATA": str(self.folder / "data"),
            "TMPDIR": str(self.folder / "tmp"),
            "SQLITE_TMPDIR": str(self.folder / "tmp"),
            **self.more,
        }

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command `casustafel`."""
        return subprocess.run(
            [sys.executable, "-m", "casustafel", *arguments],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    @contextmanager
    def served(self) -> Iterator[None]:
        """Serve it until the block ends; what the servers say is kept in the folder."""
        serve = [sys.executable, "-m", "casustafel", "serve", "--port", str(self.port), "--workers", "1"]
        with (self.folder / "serve.log").open("ab") as out:
            server = subprocess.Popen(serve, env=self.environment(), stdout=out, stderr=out)
            try:
                self._wait(server)
                yield
            finally:
                server.terminate()
                server.wait(timeout=20)

    def _wait(self, server: "subprocess.Popen[bytes]") -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/gezond", timeout=5).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                return
        pytest.fail((self.folder / "serve.log").read_text()[-2000:])


def free_port() -> int:
    """Give a port on loopback that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """Give an empty installation: databases and keys, no covenant, nobody."""
    (tmp_path / "tmp").mkdir()
    made = Installation(folder=tmp_path, port=free_port())
    done = made.command("migrate")
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture
def founded(installation: Installation) -> Installation:
    """Load the covenant file into the empty installation."""
    done = installation.command("convenant", "load", str(VOORBEELD / "convenant.toml"))
    assert done.returncode == 0, done.stderr
    return installation


def load_people(installation: Installation) -> dict[str, dict[str, Any]]:
    """Load the people file; gives who was loaded, with their one-time links, by first name."""
    done = installation.command("people", "load", str(VOORBEELD / "mensen.toml"), "--json")
    assert done.returncode == 0, done.stderr
    return {one["email"].partition("@")[0]: one for one in json.loads(done.stdout)}


def chromium() -> str:
    """Give where Chromium is; a machine without one skips the stories in a browser, visibly."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("chromium is not installed: the stories in a browser were not run")
    return found
