"""What was destroyed comes back from no file: not from databases, journals, backups of before, or temporary files."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casustafel.seal.envelope import NONCE_BYTES
from casustafel.seal.keys import EpochKeys, FileMasterKey
from tests.bewaring.running import run

DRIVER = Path(__file__).with_name("gone_driver.py")
MOST_GENERATIONS = 9
MOST_ZEROS = 6
"""No nonce has more zero bytes than this, but by a chance of one in a hundred thousand million."""


def ciphers(keys: Path) -> list[AESGCM]:
    """Give the master key, and every epoch key and backup key that there is."""
    found = [(keys / "master.key").read_bytes()]
    for stem in ("epoch", "reserve"):
        kept = EpochKeys(keys, FileMasterKey(keys / "master.key"), stem=stem)
        found += map(kept.key, kept.numbers())
    return [AESGCM(key) for key in found]


def tries(content: bytes, under: list[AESGCM], *, place: bytes, length: int) -> int:
    """Count the offsets at which something of this length opens as a wrapped key of this place."""
    opened = 0
    for start in range(len(content) - length + 1):
        nonce = content[start : start + NONCE_BYTES]
        if nonce.count(0) > MOST_ZEROS:
            continue
        for cipher in under:
            try:
                cipher.decrypt(nonce, content[start + NONCE_BYTES : start + length], place)
            except InvalidTag:
                continue
            opened += 1
    return opened


def saved(content: bytes) -> list[bytes]:
    """Give the sealed keys that stand in a reserve of the vault, or in what is left of one."""
    lines = [json.loads(line) for line in content.decode().splitlines()]
    return [b64decode(line["sleutel"]) for line in lines if "sleutel" in line]


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """Give the folder of an installation after the night in which a dossier was destroyed, and what to look for."""
    folder = tmp_path_factory.mktemp("night")
    return folder, run(DRIVER, folder)


@pytest.mark.article("13.1", "13.2")
class TestADestroyedDossier:
    """Everything that lies on the disk, with the keys of today."""

    def test_opens_at_no_offset_of_any_file(self, night: tuple[Path, Any]) -> None:
        """Without its key nothing of it opens: destroyed in its file, moved out of it, or destroyed in the archive.

        The control: the key of one that lives on in the archive is found the same way.
        """
        tmp_path, told = night
        under = ciphers(tmp_path / "data" / "sleutels")
        contents = [path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()]
        opened = {
            name: sum(tries(one, under, place=place.encode(), length=told["length"]) for one in contents)
            for name, place in told["places"].items()
        }

        assert len(list(Path(told["set"]).iterdir())) > 4
        assert (opened["gone"], opened["moved"], opened["gone there"]) == (0, 0, 0)
        assert opened["alive"] > 0

        reserves = [path.read_bytes() for path in sorted(tmp_path.rglob("*.reserve"))]
        again = {
            name: sum(
                tries(one, under, place=f"reserve|{number}|{place}".encode(), length=told["length"])
                for number in range(1, MOST_GENERATIONS)
                for content in reserves
                for one in saved(content)
            )
            for name, place in told["places"].items()
        }
        assert len(reserves) == 4
        assert again == {"gone": 0, "moved": 0, "gone there": 0, "alive": 1}

    def test_stands_in_no_journal_of_a_database(self, night: tuple[Path, Any]) -> None:
        """The night empties them: the wrapped key of before is in no byte of the databases and their journals."""
        tmp_path, told = night
        data = tmp_path / "data"
        live = [path.read_bytes() for path in sorted(data.glob("*.sqlite3*"))]

        assert all(path.stat().st_size == 0 for path in data.glob("*-wal"))
        assert not any(bytes.fromhex(told["wrapped"]) in one for one in live)
        assert any(bytes.fromhex(told["wrapped"]) in path.read_bytes() for path in (tmp_path / "copy").glob("kluis.*"))
