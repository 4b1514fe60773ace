"""A real OpenID Connect provider as a process on loopback, told by a test to answer right or wrong."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any
from urllib.parse import urljoin

import requests
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.jwk import KeySet, RSAKey

import start

SCRIPT = Path(__file__).with_name("provider.mjs")
CLIENT_ID = "casustafel-proef"
CODE = "politie"
NAAM = "Politie Lindewaard (bedacht)"
SECONDS = 10


def write_key(path: Path, *, curve: bool = False, bits: int = 2048) -> Path:
    """Write a private key of an installation, as `openssl genpkey` does."""
    key = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, bits)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


def write_config(folder: Path, *, issuer: str, **more: Any) -> Path:
    """Write the file with which an operator configures the provider."""
    told = {
        "code": CODE,
        "naam": NAAM,
        "uitgever": issuer,
        "client_id": CLIENT_ID,
        "sleutel": "politie.pem",
        "organisaties": ["lindewaard/politie"],
        **more,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in told.items() if value is not None]
    path = folder / "aanbieders.toml"
    path.write_text("\n".join(["[[aanbieder]]", *lines, ""]), encoding="utf-8")
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """The process, at its address."""

    issuer: str

    def wrong(self, what: str) -> None:
        """Let it answer wrong in one way from now on; `""` lets it answer right."""
        requests.post(f"{self.issuer}/_wrong", data=what, timeout=SECONDS).raise_for_status()

    def walk(self, url: str, *, who: str, **typed: str) -> str:
        """Sign in as a person does, without a browser; gives the address that leads back."""
        with requests.Session() as session:
            while url.startswith(self.issuer):
                answer = session.get(url, allow_redirects=False, timeout=SECONDS)
                if "/interaction/" in url:
                    answer = session.post(url, data={"who": who, **typed}, allow_redirects=False, timeout=SECONDS)
                if not answer.is_redirect:
                    raise AssertionError(answer.text)
                url = urljoin(url, answer.headers["Location"])
        return url


@contextmanager
def running(*, port: int, key: Path, callback: str) -> Iterator[Provider]:
    """Run the process until the block ends; it knows the public half of the key.

    It ends when its standard input does, so that none is left behind by a test that was stopped.
    """
    public = KeySet([RSAKey.import_key(key.read_bytes())]).as_dict(private=False)
    told = {"port": port, "clientId": CLIENT_ID, "redirectUris": [callback], "clientKeys": public}
    command = [str(start.BIN / "node"), str(SCRIPT), json.dumps(told)]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "listening\n"
            yield Provider(issuer=f"http://localhost:{port}")
        finally:
            process.communicate(timeout=SECONDS)
