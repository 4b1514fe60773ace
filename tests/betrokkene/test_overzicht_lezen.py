"""An overview of what is really in the files: opened for a request, logged, and nobody else in it. Covenant 12.3."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.betrokkene.overzicht_lezen import (
    OpenOverzicht,
    OpenOverzichtVan,
    OverzichtBeeld,
    open_overzicht,
    open_overzicht_casus,
    together,
)
from casustafel.acts.betrokkene.receive_verzoek import (
    EstablishIdentiteit,
    ReceiveVerzoek,
    establish_identiteit,
    receive_verzoek,
)
from casustafel.acts.betrokkene.verzamelen import RecordVerzameld, record_verzameld
from casustafel.acts.gate import Refused
from casustafel.betrokkene.models import Verzoek
from casustafel.betrokkene.overzicht import MELDER
from casustafel.brieven.brief import Taal
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Taak, Uitkomst
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.demo import topics
from casustafel.demo.steps import GEMEENTE, POLITIE, CasusSteps, begin
from casustafel.demo.subjects import AGENDEREN
from casustafel.demo.table import Table
from casustafel.web.brieven.overzicht import delen_of
from casustafel.weegploeg.models import LogRegel
from tests.betrokkene.test_overzicht import text_of

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.3")]
NETWERK, ACHTERBLIJVER = "Coen Bedenksel", "Mirte Nietecht"


@dataclass(frozen=True, slots=True)
class Asked:
    """A subject in both files, and a request for access of which what there is was gathered."""

    table: Table
    casus: CasusSteps
    verzoek_id: UUID

    @property
    def dossier_id(self) -> UUID:
        """Give the id of the dossier."""
        return casusoverleg.dossier_of(self.casus.casus_id)

    def dossier(self, **given: Any) -> OverzichtBeeld:
        """Let the uitvoerder open what the weegploeg holds."""
        asks = OpenOverzicht(houder_id=self.dossier_id, **{"verzoek_id": self.verzoek_id, **given})
        return self.table.does_with_task("ulla", Taak.VERZOEK, open_overzicht, asks, days_ago=0)

    def of_casus(self, **given: Any) -> OverzichtBeeld:
        """Let the uitvoerder open what the casusoverleg holds."""
        asks = OpenOverzichtVan(houder_id=self.casus.casus_id, **{"verzoek_id": self.verzoek_id, **given})
        return self.table.does_with_task("ulla", Taak.VERZOEK, open_overzicht_casus, asks, days_ago=0)

    def read(self, *beelden: OverzichtBeeld, persoon_id: UUID | None = None) -> str:
        """Read what was opened as one overview."""
        convenant = self.table.who("gerda").convenant
        found = together(beelden, convenant, persoon_id=persoon_id)
        return text_of(delen_of(found, convenant, kaders=(), taal=Taal.NL))


def ask(table: Table, *, dossiers: tuple[UUID, ...], soort: Verzoeksoort = Verzoeksoort.INZAGE) -> UUID:
    """Let the uitvoerder receive a request, establish identity, and gather."""
    received = ReceiveVerzoek(
        soort=soort,
        naam="Milan Schijn",
        adres="Kastanjelaan 19",
        gevraagd="Wat staat er?",
        ontvangen_op=table.edge(0).day - timedelta(days=28),
    )
    verzoek_id = table.does_with_task("ulla", Taak.VERZOEK, receive_verzoek, received, days_ago=0).id
    for act, more in (
        (establish_identiteit, {"papier": "paspoort", "gezien": "aan de balie"}),
        (record_verzameld, {"dossiers": dossiers}),
    ):
        versie = Verzoek.objects.get(pk=verzoek_id).versie
        kind: Any = EstablishIdentiteit if act is establish_identiteit else RecordVerzameld
        table.does_with_task("ulla", Taak.VERZOEK, act, kind(houder_id=verzoek_id, versie=versie, **more), days_ago=0)
    return verzoek_id


@pytest.fixture
def asked(table: Table) -> Asked:
    """Put a subject in both files, with an achterblijver and somebody of the network, and ask for access."""
    steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.signaal("petra", f"Hij sprak af met {NETWERK}. Daarna ging hij weg.", POLITIE, days_ago=0)
    steps.weigh("petra", "gedrag", "Dit weegt mee.", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    casus = steps.hand_over(betrokken=("gerda", "petra", "rik", "bente"), days_ago=0)
    topics.persons(casus, days_ago=0)
    return Asked(table, casus, ask(table, dossiers=(steps.dossier_id,)))


class TestTheOverview:
    """Of a subject in both files."""

    def test_holds_what_both_files_hold(self, asked: Asked) -> None:
        """The signals, the assessment, the decision; who has it, and until when."""
        text = asked.read(asked.dossier(), asked.of_casus())

        assert AGENDEREN.gedrag in text
        assert all(word in text for word in ("Dit weegt mee.", "Politie", "# Hoe lang wij de gegevens bewaren"))

    def test_holds_nobody_whom_either_file_knows(self, asked: Asked) -> None:
        """Whom the casus knows is left out of the texts of the dossier: the two are composed together."""
        text = asked.read(asked.dossier(), asked.of_casus())

        assert "Daarna ging hij weg." in text
        assert [name for name in (*NETWERK.split(), *ACHTERBLIJVER.split()) if name in text] == []

    def test_names_who_brought_a_signaal_in(self, asked: Asked) -> None:
        """And not how to reach them."""
        signalen = [s for s in asked.dossier().overzicht.stukken if s.soort == "signaal"]

        assert [sum(g.veld == MELDER for g in s.gegevens) for s in signalen] == [1, 1]
        assert not [g for s in signalen for g in s.gegevens if g.veld == "melder_contact"]

    def test_marks_what_the_party_must_look_at(self, asked: Asked) -> None:
        """Of the dossier alone: a name that only the casus knows is marked."""
        assert asked.dossier().te_toetsen

    def test_of_an_achterblijver_is_their_own(self, asked: Asked) -> None:
        """Not a word of the subject."""
        casus = asked.table.does_with_task(
            "ulla",
            Taak.VERZOEK,
            open_overzicht_casus,
            OpenOverzichtVan(houder_id=asked.casus.casus_id, verzoek_id=asked.verzoek_id),
            days_ago=0,
        )
        items = (item for inhoud in casus._inhouden for item in inhoud.items)  # noqa: SLF001  # carried in memory
        person = next(item.id for item in items if item.soort == "achterblijver")
        found = asked.of_casus(persoon_id=person)

        text = asked.read(found, persoon_id=person)
        assert ACHTERBLIJVER in text
        assert not [part for part in (*AGENDEREN.naam.split(), AGENDEREN.adres) if part in text]

    def test_leaves_out_what_a_ground_keeps_back(self, asked: Asked) -> None:
        """In both files: the copy goes with it."""
        first = [s for s in asked.dossier().overzicht.stukken if any(AGENDEREN.gedrag in g.waarde for g in s.gegevens)]
        (signaal,) = (s.id for s in first)
        text = asked.read(asked.dossier(weglaten=(signaal,)), asked.of_casus())

        assert AGENDEREN.gedrag not in text


class TestTheGate:
    """No overview but for a request, and no reading that is not logged."""

    def test_is_logged_with_its_purpose_and_request(self, asked: Asked) -> None:
        """Opened, for which request, by whom."""
        asked.dossier()
        row = LogRegel.objects.filter(daad="open-overzicht").latest("pk")

        assert (row.gevolg, row.verwerking) == ("opened", "verzoeken van betrokkenen behandelen: verzoek")
        assert str(asked.verzoek_id) in json.dumps(row.wijzigingen)

    def test_gives_no_name_in_what_it_answers(self, asked: Asked) -> None:
        """What is carried in memory is not sent."""
        sent = asked.dossier().model_dump_json()

        assert not [word for word in ("melder_contact", "inhouden", "ongelezen") if word in sent]

    def test_is_hidden_for_another_request(self, asked: Asked) -> None:
        """A request about nothing, and one that does not exist."""
        for verzoek_id in (ask(asked.table, dossiers=()), UUID(int=7)):
            with pytest.raises(Refused) as found:
                asked.dossier(verzoek_id=verzoek_id)
            assert found.value.verdict.is_hidden

    def test_is_refused_for_another_kind_of_request(self, asked: Asked) -> None:
        """For a correction what is held is opened once it was decided that something changes, and no sooner."""
        other = ask(asked.table, dossiers=(asked.dossier_id,), soort=Verzoeksoort.CORRECTIE)

        with pytest.raises(Refused, match=r"12\.6-step"):
            asked.of_casus(verzoek_id=other)

    def test_is_hidden_for_a_casuspartij(self, asked: Asked) -> None:
        """At the table of the casus, and yet."""
        asks = OpenOverzichtVan(houder_id=asked.casus.casus_id, verzoek_id=asked.verzoek_id)

        with pytest.raises(Refused) as found:
            asked.table.does("rik", open_overzicht_casus, asks, days_ago=0)
        assert found.value.verdict.is_hidden
