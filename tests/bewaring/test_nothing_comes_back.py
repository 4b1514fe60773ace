"""What was destroyed comes back from no file: not from databases, journals, backups of before, or temporary files."""

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casustafel.seal.envelope import NONCE_BYTES
from casustafel.seal.keys import EpochKeys, FileMasterKey
from tests.bewaring.running import run

DRIVER = Path(__file__).with_name("gone_driver.py")
MOST_ZEROS = 6
"""No nonce has more zero bytes than this, but by a chance of one in a hundred thousand million."""


def ciphers(keys: Path) -> list[AESGCM]:
    """Give the master key and every epoch key that there is."""
    epochs = EpochKeys(keys, FileMasterKey(keys / "master.key"))
    return [AESGCM(key) for key in ((keys / "master.key").read_bytes(), *map(epochs.key, epochs.numbers()))]


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


@pytest.mark.article("13.1", "13.2")
class TestADestroyedDossier:
    """Everything that lies on the disk, with the keys of today."""

    def test_opens_at_no_offset_of_any_file(self, tmp_path: Path) -> None:
        """Without its key nothing of it opens: destroyed in its file, moved out of it, or destroyed in the archive.

        The control: the key of one that lives on in the archive is found the same way.
        """
        told = run(DRIVER, tmp_path)
        under = ciphers(tmp_path / "data" / "sleutels")
        contents = [path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()]
        opened = {
            name: sum(tries(one, under, place=place.encode(), length=told["length"]) for one in contents)
            for name, place in told["places"].items()
        }

        assert len(list((tmp_path / "backup").iterdir())) > 4
        assert (opened["gone"], opened["moved"], opened["gone there"]) == (0, 0, 0)
        assert opened["alive"] > 0
