"""Nothing of a file lies in clear on the disk: a random word in every text field, and a search for it everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from casustafel.acts.gate import ACTS
from casustafel.bestand.bestand import Bestand
from casustafel.conf.lists import load_all
from casustafel.demo.example import example
from tests.canary import Canaries, forms_of, found_in, text_fields

WALK = Path(__file__).with_name("canary_walk.py")
ROOT = Path(__file__).parents[2]
BOARDS = {Bestand.WEEGPLOEG, Bestand.CASUSOVERLEG, Bestand.BETROKKENE, Bestand.TOEZICHT}
HANDED_OVER = ("casus", "deelnemer", "signaal", "analyse", "bijdrage")
SYSTEM = {"receive-overdracht", "receive-afsluiting", "receive-correctie", "receive-aanvulling", "open-bevinding"}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Walk the whole main job in an installation of its own, with its temporary files beside it."""
    folder = tmp_path_factory.mktemp("installation")
    told = tmp_path_factory.mktemp("told") / "told.json"
    (folder / "tmp").mkdir()
    env = {
        **os.environ,
        "CASUSTAFEL_DATA": str(folder / "data"),
        "TMPDIR": str(folder / "tmp"),
        "SQLITE_TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        "DJANGO_SETTINGS_MODULE": "casustafel.conf.settings",
    }
    with (folder / "out.log").open("wb") as out:
        command = [sys.executable, str(WALK), str(told)]
        subprocess.run(command, env=env, stdout=out, stderr=out, check=False)
    assert told.exists(), (folder / "out.log").read_text()[-2000:]
    return folder, json.loads(told.read_text())


@pytest.mark.article("15.1")
class TestNothingLiesInClear:
    """What is entered about people is sealed before it touches the disk."""

    def test_every_text_field_of_every_act_had_a_canary(self, walked: tuple[Path, dict[str, Any]]) -> None:
        """No field of an act on the boards was left out of the search."""
        load_all()
        board_acts = [a for a in ACTS.values() if a.bestand in BOARDS and a.is_change and a.code not in SYSTEM]
        wanted = {field for act in board_acts for field in text_fields(act.invoer)}

        assert wanted - set(walked[1]["words"].values()) == set()

    def test_no_file_holds_one(self, walked: tuple[Path, dict[str, Any]]) -> None:
        """Databases, journals, keys, logs and temporary files: none holds a word in clear, hex or base64."""
        folder, told = walked

        assert len(told["words"]) > 40
        assert len(list(folder.rglob("*.sqlite3"))) == 5
        assert found_in(folder, list(told["words"])) == []

    def test_the_search_finds_what_is_there(self, tmp_path: Path) -> None:
        """The search itself is no blind man: each form of a word is found, wherever it stands in a file."""
        word = Canaries().word("proef")
        for number, form in enumerate(forms_of(word)):
            (tmp_path / f"{number}.bin").write_bytes(b"x" * number + form + b"y")

        assert {name for name, _word in found_in(tmp_path, [word])} == {f"{n}.bin" for n in range(8)}


@pytest.mark.article("8.5", "10.2.c")
class TestTheMelderStaysBehind:
    """The casusoverleg's file holds the party in the melder's place."""

    def test_opened_under_its_own_keys_it_holds_no_melder(self, walked: tuple[Path, dict[str, Any]]) -> None:
        """All that was handed over and brought in, opened: the signals are there, no melder's name or contact is.

        Who acts for a party at the table is named with what it did, and is no melder there.
        """
        opened = "".join(walked[1]["casusoverleg"][soort] for soort in HANDED_OVER)
        words = walked[1]["words"]
        signals = [word for word, field in words.items() if field == "SubmitNewSignaal.omschrijving"]
        melders = [m["naam"] for m in example("mensen.toml")["medewerker"]]  # type: ignore[attr-defined]
        contacts = [p["contact"] for p in example("convenant.toml")["partijen"]]  # type: ignore[attr-defined]

        assert all(word in opened for word in signals)
        assert [one for one in (*melders, *contacts) if one in opened] == []
