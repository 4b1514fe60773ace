"""The page of the evidence: what it shows, what it gives to keep, and that the checker takes it. Covenant 15.2.e."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from casustafel.acts.gate import Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.toezicht.logbewijs import fetch_controlepunt
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.ledger.note import SoftSigner
from casustafel.weegploeg.models import Afgifte, Controlepunt, LogBlad, LogBoom, LogRegel, LogTegel
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.e")]
PAGE = "/logbewijs"
PATHS = [PAGE, f"{PAGE}/controlepunten.zip", f"{PAGE}/eigen-regels.zip", f"{PAGE}/controle.py"]
COSIGN = f"{PAGE}/weegploeg/medeondertekenen"
SIGNER = SoftSigner(bytes(range(32)))
Visit = Callable[[str], Client]


@pytest.fixture
def visit(table: Table, settings: Settings) -> Visit:
    """Let people work, seal the log, and let anybody sign in."""
    settings.CASUSTAFEL_ON = table.now.date()
    work(table)
    seal_logs(table.edge(0))

    def client(name: str) -> Client:
        one = Client()
        sign_in(one, table.people[name].medewerker_id)
        return one

    return client


def work(table: Table) -> None:
    """A dossier, readings of it, and one that is refused."""
    steps = begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=0)
    for name in ("gerda", "petra"):
        table.does(name, open_dossier, OpenDossier(houder_id=steps.dossier_id), days_ago=0)
    with pytest.raises(Refused):
        table.does("gerda", open_dossier, OpenDossier(houder_id=table.people["rik"].medewerker_id), days_ago=0)


def text(response: Any) -> str:
    """Read a page as text."""
    return unescape(re.sub(r"csrfmiddlewaretoken\" value=\"\w+", "", response.content.decode()))


def unpacked(response: Any, place: Path) -> Path:
    """Unpack a download."""
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment")
    ZipFile(BytesIO(response.content)).extractall(place)
    return place


def run(place: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the checker that was downloaded, with nothing of ours on its path."""
    command = [sys.executable, "-I", "-S", "controle.py", *options]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)


class TestThePage:
    """What a kernpartij sees of the evidence."""

    def test_it_shows_each_file_with_its_key(self, visit: Visit) -> None:
        """Rows that were sealed, public keys, and downloads."""
        page = text(visit("gerda").get(PAGE))

        assert page.count("<h1") == 1
        assert "casustafel/weegploeg/" in page
        assert all(path in page for path in PATHS[1:])

    def test_oversight_has_no_own_rows_to_fetch(self, visit: Visit) -> None:
        """The toezichthouder sees the page and the checkpoints, and no rows of an organisation."""
        fatma = visit("fatma")

        assert PATHS[2] not in text(fatma.get(PAGE))
        assert [fatma.get(path).status_code for path in PATHS] == [200, 200, 404, 200]
        assert Afgifte.objects.count() == 0

    @pytest.mark.parametrize("name", ["rik", "bente", "anna", "ulla"])
    def test_for_others_it_is_not_there(self, visit: Visit, name: str) -> None:
        """The same page as for what does not exist, and no link to it."""
        client = visit(name)
        nowhere = COSIGN.replace("weegploeg", "nergens")
        nothing = text(client.get(nowhere)).replace(nowhere, "")

        for path in [*PATHS, COSIGN]:
            assert text(client.get(path)).replace(path, "") == nothing
        assert PAGE not in text(client.get("/convenant"))

    def test_looking_is_in_the_log(self, visit: Visit) -> None:
        """Each download leaves a row in each file that it is about."""
        for path in PATHS:
            visit("petra").get(path)

        seen = set(LogRegel.objects.values_list("daad", flat=True))
        assert {"find-logbewijs-weegploeg", "fetch-controlepunt-weegploeg", "export-logregels-weegploeg"} <= seen


class TestOnAMachineOfTheParty:
    """Everything that the checker needs is in the downloads."""

    def options(self, place: Path) -> tuple[str, ...]:
        """Give the command of the instructions."""
        assert place.is_dir()
        files = ("--sleutel", "weegploeg-sleutel.txt", "--bewaard", "weegploeg-controlepunt.txt")
        return (*files, "--uitvoer", "weegploeg-regels.jsonl")

    def test_a_month_later_all_is_in_order(self, visit: Visit, table: Table, tmp_path: Path) -> None:
        """The kept checkpoint, and the rows of a month later: the log only grew, and every own row stands in it."""
        unpacked(visit("gerda").get(PATHS[1]), tmp_path)
        work(table)
        seal_logs(table.edge(0))
        unpacked(visit("gerda").get(PATHS[2]), tmp_path)

        done = run(tmp_path, *self.options(tmp_path))
        assert (done.returncode, done.stderr) == (0, "")
        assert "In orde" in done.stdout

    def test_a_host_that_rewrites_the_past_is_found(self, visit: Visit, table: Table, tmp_path: Path) -> None:
        """The host changes a row, throws the evidence away, and seals all of it anew under its own key."""
        unpacked(visit("gerda").get(PATHS[1]), tmp_path)
        LogRegel.objects.filter(daad="open-dossier").update(daad="find-dossiers")
        for table_of in (LogBlad, LogBoom, LogTegel, Controlepunt):
            table_of._default_manager.all().delete()
        seal_logs(table.edge(0), is_whole=True)
        unpacked(visit("gerda").get(PATHS[2]), tmp_path)

        done = run(tmp_path, *self.options(tmp_path))
        assert done.returncode == 1
        assert done.stderr.startswith("NIET IN ORDE")

    def test_a_refusal_does_not_say_why(self, visit: Visit, tmp_path: Path) -> None:
        """Of what was refused the rows hold neither the reasons nor what it was about; no row is another party's."""
        unpacked(visit("gerda").get(PATHS[2]), tmp_path)
        lines = [json.loads(line) for line in (tmp_path / "weegploeg-regels.jsonl").read_text().splitlines()]
        rows = [line for line in lines if "daad" in line]

        (no,) = [row for row in rows if row["gevolg"] == "refused"]
        assert "redenen" not in no
        assert "log_id" not in no
        assert len(no["gesloten"]) == 64
        assert {row["organisatie_id"] for row in rows} == {no["organisatie_id"]}


class TestSigningToo:
    """A kernpartij puts its signature under what it keeps."""

    def sent(self, note: str) -> dict[str, str]:
        """Sign as the instructions say."""
        message = note.rpartition("\n\n")[0] + "\n"
        signature = b64encode(SIGNER.sign(message.encode())).decode()
        head = bytes.fromhex("302a300506032b6570032100")
        key = b64encode(head + SIGNER.public).decode()
        return {"grootte": message.split("\n")[1], "sleutel": key, "handtekening": signature}

    def test_it_is_kept_and_shown(self, visit: Visit, table: Table) -> None:
        """A right signature is kept beside the checkpoint."""
        note = table.does("gerda", fetch_controlepunt["weegploeg"], Niets(), days_ago=0)
        gerda = visit("gerda")
        assert note is not None

        assert gerda.get(COSIGN).status_code == 200
        assert gerda.post(COSIGN, self.sent(note)).headers["Location"] == PAGE
        assert Afgifte.objects.get().handtekening

    def test_another_signature_is_refused(self, visit: Visit, table: Table) -> None:
        """One that does not fit comes back at its field, with what was typed; nothing is kept."""
        note = table.does("gerda", fetch_controlepunt["weegploeg"], Niets(), days_ago=0)
        assert note is not None
        sent = {**self.sent(note), "handtekening": b64encode(bytes(64)).decode()}

        answer = visit("gerda").post(COSIGN, sent)

        assert answer.status_code == 400
        assert sent["handtekening"] in text(answer)
        assert Afgifte.objects.get().handtekening == ""

    def test_a_checkpoint_of_another_party_is_refused(self, visit: Visit, table: Table) -> None:
        """One signs what one fetched."""
        note = table.does("petra", fetch_controlepunt["weegploeg"], Niets(), days_ago=0)
        assert note is not None

        assert visit("gerda").post(COSIGN, self.sent(note)).status_code == 400


class TestTheReminder:
    """The werkvoorraad reminds a kernpartij every month."""

    def test_it_stands_there_until_it_is_done_and_comes_back(
        self, visit: Visit, table: Table, settings: Settings
    ) -> None:
        """Asked at first, not asked after fetching, asked again a month later."""
        gerda = visit("gerda")
        shown = [PAGE in self.main(gerda)]
        gerda.get(PATHS[1])
        shown.append(PAGE in self.main(gerda))
        settings.CASUSTAFEL_ON = table.now.date() + timedelta(days=31)
        shown.append(PAGE in self.main(gerda))

        assert shown == [True, False, True]

    def test_others_are_not_reminded(self, visit: Visit) -> None:
        """Who keeps no checkpoints is not asked."""
        assert PAGE not in self.main(visit("rik"))

    def main(self, client: Client) -> str:
        """Read the werkvoorraad without its frame."""
        return text(client.get("/")).partition("<main")[2].partition("</main>")[0]
