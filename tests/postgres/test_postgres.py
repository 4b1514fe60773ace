"""The product on PostgreSQL: separate databases and roles, the whole job, backups, and nothing that comes back."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.bewaring.running import run
from tests.bewaring.test_nothing_comes_back import ciphers, saved, tries
from tests.postgres.server import STORES, Server, programs, server

pytestmark = [
    pytest.mark.article("8.1", "10.1", "13.1", "15.1"),
    pytest.mark.skipif(programs() is None, reason="no PostgreSQL server programs: apt-get install postgresql"),
]
DRIVER = Path(__file__).with_name("pg_driver.py")
PAGE = 8192


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """Give a server with the product's databases, and the settings of this process that name them."""
    folder = tmp_path_factory.mktemp("postgres")
    # Not in pytest's own folder: the next session closes that to the server's account.
    with (
        TemporaryDirectory(prefix="casustafel-pg-") as apart,
        server(Path(apart) / "server") as one,
        pytest.MonkeyPatch.context() as patch,
    ):
        for name, url in one.make().items():
            patch.setenv(name, url)
        yield one, folder


def pages(data: Path) -> dict[str, set[bytes]]:
    """Give a hash of each page of each file of a server."""
    return {
        str(path): {sha256(path.read_bytes()[at : at + PAGE]).digest() for at in range(0, path.stat().st_size, PAGE)}
        for path in data.rglob("*")
        if path.is_file()
    }


def written_since(data: Path, before: dict[str, set[bytes]]) -> Iterator[bytes]:
    """Give what a server wrote since: pages that differ, each run of them as one, so that nothing is cut in two."""
    known = set().union(*before.values()) | {sha256(bytes(PAGE)).digest()}
    for path in sorted(data.rglob("*")):
        if not path.is_file():
            continue
        content, fresh = path.read_bytes(), bytearray()
        for at in range(0, len(content), PAGE):
            page = content[at : at + PAGE]
            if sha256(page).digest() not in known:
                fresh += page
            elif fresh:
                yield bytes(fresh.rstrip(b"\0"))
                fresh.clear()
        if fresh:
            yield bytes(fresh.rstrip(b"\0"))


@pytest.fixture(scope="module")
def told(place: tuple[Server, Path]) -> dict[str, Any]:
    """Work, back up, destroy, look at the disk of the stopped server, restore, lose the vault: once for all tests."""
    one, folder = place
    found: dict[str, Any] = {"prepared": run(DRIVER, folder, "prepare")}
    one.sql("CHECKPOINT; SELECT pg_switch_wal(); CHECKPOINT")
    before = pages(one.data)
    found["night"] = run(DRIVER, folder, "night")
    found["after"] = run(DRIVER, folder, "look")
    one.stop()
    found["written"] = list(written_since(one.data, before))
    one.start()
    found["keys"] = ciphers(folder / "data" / "sleutels")
    found["restored"], found["again"] = run(DRIVER, folder, "put_back"), run(DRIVER, folder, "look")
    found["vault"], found["filled"] = run(DRIVER, folder, "vault"), run(DRIVER, folder, "look")
    found["together"] = run(DRIVER, folder, "together")
    return found


class TestTheWholeJob:
    """From a signaal to the casus, and the night's work."""

    def test_is_done_on_postgresql(self, told: dict[str, Any]) -> None:
        """Every file is on it; the hand-over arrived once."""
        assert told["prepared"]["vendors"] == ["postgresql"]
        assert told["prepared"]["found"] == {
            "casussen": 1,
            "stukken": told["prepared"]["found"]["stukken"],
            "found": 1,
            "signalen": 2,
            "deelnemers": 3,
            "analyses": 1,
            "waiting": 0,
            "received": 1,
            "keyless": 0,
        }
        assert told["night"]["vernietigd"] == 1
        assert told["after"]["findings"] == []

    def test_loses_nothing_when_four_work_at_once(self, told: dict[str, Any]) -> None:
        """Each signaal is there, and each dossier has a number of its own."""
        seen = told["together"]

        assert seen["codes"] == [0, 0, 0, 0]
        assert seen["signals"] == 1 + 16
        assert seen["numbers"] == seen["different"] == 2 + 16


class TestTheWalls:
    """Each store has a database and a role of its own."""

    def test_no_role_reaches_the_database_of_another(self, place: tuple[Server, Path], told: dict[str, Any]) -> None:
        """It may not even connect."""
        one, _folder = place
        assert told
        text = "SELECT count(*) FROM pg_roles r, pg_database d WHERE r.rolname LIKE 'casustafel%' AND d.datname LIKE "
        text += "'casustafel%' AND has_database_privilege(r.rolname, d.datname, 'CONNECT')"
        assert int(one.sql(text)) == len(STORES)


class TestADestroyedDossier:
    """Everything that the server wrote since, its journal included, with the keys of today."""

    def test_opens_at_no_offset_of_any_file(self, told: dict[str, Any]) -> None:
        """The wrapped key is still there, more than once, and nothing opens it; the key of the other does open."""
        wrapped = bytes.fromhex(told["night"]["wrapped"])
        opened = {
            name: sum(
                tries(content, told["keys"], place=f"weegploeg|{one}".encode(), length=len(wrapped))
                for content in told["written"]
            )
            for name, one in (("gone", told["night"]["gone"]), ("kept", told["prepared"]["kept"]))
        }

        assert sum(content.count(wrapped) for content in told["written"]) > 1
        assert opened["gone"] == 0
        assert opened["kept"] > 0

    def test_is_in_no_reserve_that_opens(self, place: tuple[Server, Path], told: dict[str, Any]) -> None:
        """That of the backup of before was sealed under a backup key that is gone."""
        _one, folder = place
        gone = told["night"]["gone"]
        length = len(bytes.fromhex(told["night"]["wrapped"]))
        (copy,) = (folder / "sets").glob("*/*.reserve")

        assert gone in copy.read_text()
        for number in range(1, 9):
            under = f"reserve|{number}|weegploeg|{gone}".encode()
            assert not any(tries(one, told["keys"], place=under, length=length) for one in saved(copy.read_bytes()))


class TestBackupAndRestore:
    """With `pg_dump` and `pg_restore`."""

    def test_brings_nothing_back(self, told: dict[str, Any]) -> None:
        """As it was after the night."""
        assert told["restored"] == {"keys": 0, "again": 1, "without": []}
        assert told["again"] == told["after"]

    def test_fills_a_vault_that_lost_its_keys(self, told: dict[str, Any]) -> None:
        """From the reserve: that of the dossier, and that of its casus."""
        assert told["vault"] == {"keys": 2, "again": 0, "without": []}
        assert told["filled"] == told["after"]


class TestTheSettings:
    """An address for every file, or for none."""

    @pytest.mark.parametrize(
        ("changes", "says"),
        [
            ({"CASUSTAFEL_DATABASE_KLUIS": ""}, "Missing: CASUSTAFEL_DATABASE_KLUIS"),
            ({"CASUSTAFEL_DATABASE_KLUIS": "mysql://x/y"}, "CASUSTAFEL_DATABASE_KLUIS is no address"),
            ({"CASUSTAFEL_DATABASE_KLUIS": "postgresql://x/a_register"}, "two of them have the same address"),
        ],
    )
    def test_that_are_wrong_are_refused(self, tmp_path: Path, changes: dict[str, str], says: str) -> None:
        """With the name of the setting."""
        names = {f"CASUSTAFEL_DATABASE_{store.upper()}": f"postgresql://x/a_{store}" for store in STORES}
        env = {**os.environ, **names, **changes, "CASUSTAFEL_DATA": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-m", "casustafel", "health"], env=env, capture_output=True, text=True, check=False
        )

        assert done.returncode != 0
        assert says in done.stderr
