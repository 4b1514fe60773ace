"""The security plan, the account of how the covenant is kept, the figures and the evidence, on screens. Cov. 15.3."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from casustafel.acts.edge import at
from casustafel.convenant.cijfers import quarters_before
from casustafel.demo.dossiers import load
from casustafel.demo.table import Table
from casustafel.register.models import Medewerker
from casustafel.weegploeg.models import Dossier
from tests.web.casus_world import screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.3")]


@pytest.fixture
def seated(table: Table, monkeypatch: pytest.MonkeyPatch) -> Table:
    """Set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return table


class TestTheSecurityPlan:
    """From measures to the yearly evaluation."""

    def test_is_recorded_reviewed_and_evaluated(self, seated: Table) -> None:
        """The uitvoerder records, the toezichthouder reviews; the evaluation waits for every subject."""
        ulla, fatma = screen(seated, "ulla"), screen(seated, "fatma")
        said = {"staat": "ingevoerd", "maatregelen": "De zaal gaat op slot (verzonnen)."}
        assert ulla.post("write-beveiligingspunt", "a", data=said).status == 302
        found = {"oordeel": "voldoet", "bevinding": "Gevoeld aan de deur (verzonnen)."}
        assert fatma.post("review-beveiligingspunt", "a", data=found).status == 302
        early = fatma.post("evaluate-beveiliging", data={"conclusie": "Goed (verzonnen)."})
        for punt in "bcdefg":
            ulla.post("write-beveiligingspunt", punt, data=said)
            fatma.post("review-beveiligingspunt", punt, data=found)
        done = fatma.post("evaluate-beveiliging", data={"conclusie": "Goed (verzonnen)."})
        page = screen(seated, "petra").get("beveiligingsplan")

        assert early.status == 409
        assert "still to do: b, c, d, e, f, g" in early.text
        assert done.status == 302
        for words in (
            "De zaal gaat op slot",
            "Gevoeld aan de deur",
            "AES-256-GCM",
            "BIO2",
            "8.15",
            "to be reviewed again",
        ):
            assert words in page.text

    def test_waits_in_the_werkvoorraad_of_the_toezichthouder(self, seated: Table) -> None:
        """A year after the covenant began, and nobody looked."""
        assert "Evaluate the security plan" in screen(seated, "fatma").get("werkvoorraad").text


class TestTheAccount:
    """Article by article."""

    def test_names_rules_counts_and_tests(self, seated: Table) -> None:
        """A refusal is counted on its article; the uitvoerder does not see the page."""
        screen(seated, "gerda").post("report-incident", data={"wat": ""})
        page = screen(seated, "petra").get("verantwoording")

        for words in ("15.2.g", "rules.incident.may_report_incident", "articles/test_art_15_2_g.py", "kept by a rule"):
            assert words in page.text
        assert screen(seated, "ulla").get("verantwoording").status == 404


@pytest.mark.article("18.4")
class TestTheFigures:
    """Charts, and the same in a table."""

    def test_keep_small_counts_back_in_both(self, seated: Table) -> None:
        """The bars have no style of their own, and what is kept back stands nowhere."""
        load(seated)
        page = screen(seated, "ulla").get("cijfers")
        chart = page.text.partition("<svg")[2].partition("</svg>")[0]

        assert "kept back" in chart
        assert "style=" not in chart
        assert f">{quarters_before(seated.edge(0).day)[-1]}<" in chart
        small = {f'<td role="cell" class="ct-table__number">{n}<' for n in range(1, 5)}
        assert not [one for one in small if one in page.text]


class TestTheEvidence:
    """One file for an auditor."""

    def test_has_everything_and_names_nobody(self, seated: Table) -> None:
        """Articles, plan, counts, checkpoints, authorisations by id; no name, no number or word of a dossier."""
        load(seated)
        response = screen(seated, "fatma").client.get("/verantwoording/bewijs.zip")
        with ZipFile(BytesIO(response.content)) as packed:
            texts = {name: packed.read(name).decode() for name in packed.namelist()}
        evidence = json.loads(texts["bewijs.json"])
        whole = "".join(texts.values())

        assert {"telling-weegploeg.json", "cijfers-weegploeg.json", "logbewijs-archief.json"} <= set(texts)
        assert evidence["autorisaties"]
        assert evidence["verantwoording"]["artikelen"]
        assert not [one for one in Medewerker.objects.values_list("naam", flat=True) if one in whole]
        assert not [one for one in Dossier.objects.values_list("nummer", flat=True) if one in whole]
        assert "erzonnen" not in whole

    def test_is_for_oversight_alone(self, seated: Table) -> None:
        """A kernpartij has the page, and not the file."""
        assert screen(seated, "petra").client.get("/verantwoording/bewijs.zip").status_code == 404
