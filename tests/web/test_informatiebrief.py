"""The letter of the duty to inform, over HTTP: what it says and never says. Covenant 11.2, 11.3, 11.5; AVG 14."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from casustafel.acts.casusoverleg.netwerk import add_achterblijver, add_netwerkpersoon
from casustafel.acts.edge import at
from casustafel.casusoverleg.models import LogRegel as CasusLog
from casustafel.casusoverleg.models import Stuk as CasusStuk
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.register.models import Medewerker
from casustafel.weegploeg.models import LogRegel as WeegploegLog
from tests.brieven.pdf_checker import faults
from tests.brieven.pdf_text import text_in
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.reseal import reseal
from tests.web.casus_world import Screen, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("11.2")]
KERN = ("gerda", "omar", "petra")
RAAD = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}
GROUND = {
    "grond": "b",
    "noodzaak": "Getuigen worden gehoord (verzonnen).",
    "evenredigheid": "Het duurt kort (verzonnen).",
    "reden": "Er loopt een onderzoek (verzonnen).",
}
OF_ITS_OWN = (NIEUW_GEMEENTE.naam, NIEUW_GEMEENTE.adres, "Lindewaard")


@pytest.fixture
def stage(table: Table, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Seat everybody, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return Stage(table=table, canaries=Canaries())


def spoken(stage: Stage, *about: object, suffix: str = "", names: tuple[str, ...] = KERN) -> None:
    """Let each kernpartij see no ground."""
    for name in names:
        done = screen(stage.table, name).sent(f"speak-informeren{suffix}", *about, keuze="geen-grond", reden="")
        assert done.status == 302


def deferred(stage: Stage, dossier_id: UUID, *, days: int = 30) -> None:
    """Let the politie let its own data wait."""
    tot = (stage.table.edge(0).day + timedelta(days=days)).isoformat()
    given = {"bereik": "eigen", "tot": tot, **GROUND}
    assert screen(stage.table, "petra").sent("defer-informeren", dossier_id, **given).status == 302


def letter(seat: Screen, *about: object, suffix: str = "", query: str = "") -> str:
    """Read the letter as it is downloaded; it is a document without a fault."""
    made = seat.client.get(reverse(f"informatiebrief{suffix}", args=about) + query)
    assert (made.status_code, faults(made.content)) == (200, [])
    return text_in(made.content)


class TestToTheSubject:
    """From the dossier of the weegploeg."""

    def test_says_all_that_avg_14_asks(self, stage: Stage) -> None:
        """Who, why, on which ground, what, from whom, to whom, until when, which rights, where to complain."""
        dossier_id = stage.dossier().dossier_id
        spoken(stage, dossier_id)
        text = letter(screen(stage.table, "gerda"), dossier_id)

        assert all(word in text for word in OF_ITS_OWN)
        for words in (
            *("Gemeente Lindewaard: persoonsgericht@lindewaard.example", "functionaris gegevensbescherming"),
            *("om risico's voor de samenleving te verkleinen", "AVG 6, eerste lid, onder e", "Wpg"),
            *("signalen: wat iemand zag of hoorde", "gegevens van de politie", "Politie Lindewaard"),
            *("Openbaar Ministerie Lindewaard", "tot en met", "artikel 13", "inzage", "bezwaar volgens artikel 21"),
            *("Autoriteit Persoonsgegevens", "Geen computer neemt besluiten over u"),
        ):
            assert words in text

    def test_says_it_in_english_too(self, stage: Stage) -> None:
        """A choice on the screen, beside the Dutch one."""
        dossier_id = stage.dossier().dossier_id
        spoken(stage, dossier_id)
        seat = screen(stage.table, "ulla", taak="voorbereiden")
        page, text = seat.get("dossier-informeren", dossier_id), letter(seat, dossier_id, query="?taal=en")
        path = reverse("informatiebrief", args=[dossier_id])

        assert {path, f"{path}?taal=en"} <= page.links
        assert "We process data about you" in text
        assert "to make risks for society smaller" in text

    def test_names_nobody_else_and_says_nothing_of_what_was_seen(self, stage: Stage) -> None:
        """Not who brought a signaal in, not what it says, not what the weegploeg thought of it."""
        steps = stage.dossier()
        steps.weigh("petra", "gedrag", "Dit weegt mee (verzonnen).", days_ago=0)
        spoken(stage, steps.dossier_id)
        text = letter(screen(stage.table, "gerda"), steps.dossier_id)
        people = [Medewerker.objects.get(pk=str(stage.table.who(name).medewerker_id)).naam for name in KERN]

        assert not [one for one in (*people, NIEUW_GEMEENTE.gedrag, "verzonnen gedraging", "weegt mee") if one in text]
        assert "wat wij van die signalen vinden" in text

    @pytest.mark.article("11.3")
    def test_leaves_out_what_waits_without_a_trace(self, stage: Stage) -> None:
        """Neither the source, nor its ground, nor its kind of data, nor that something waits; later the rest alone."""
        dossier_id = stage.dossier().dossier_id
        deferred(stage, dossier_id)
        spoken(stage, dossier_id, names=("gerda", "omar"))
        first = letter(screen(stage.table, "gerda"), dossier_id)
        today = stage.table.edge(0).day.isoformat()
        told = {"brief": "nl", "wijze": "post", "hoe": "", "door": "gemeente", "op": today}
        assert screen(stage.table, "gerda").sent("record-geinformeerd", dossier_id, **told).status == 302
        ended = {"bereik": "eigen", "reden": "Klaar (verzonnen)."}
        assert screen(stage.table, "petra").sent("withdraw-uitstel", dossier_id, **ended).status == 302
        second = letter(screen(stage.table, "gerda"), dossier_id)

        sources = [text.partition("Van wie komen")[2].partition("Wie krijgen")[0] for text in (first, second)]
        assert [("Gemeente" in one, "Politie" in one) for one in sources] == [(True, False), (False, True)]
        assert not [word for word in ("Wpg", "gegevens van de politie", "al eerder", "onderzoek") if word in first]
        assert all(word in second for word in ("Wpg", "gegevens van de politie", "Wij schreven u hierover al eerder"))
        assert not [word for word in ("onderzoek", "Getuigen", "wacht") if word in second]

    @pytest.mark.article("11.5")
    @pytest.mark.parametrize("uitkomst", Uitkomst)
    def test_has_a_sentence_of_its_own_where_nothing_follows(self, stage: Stage, uitkomst: Uitkomst) -> None:
        """Of the decision, not before it, and not where something follows; then there is a plan."""
        steps = stage.dossier()
        steps.weigh("petra", "gedrag", "Dit weegt mee (verzonnen).", days_ago=0)
        spoken(stage, steps.dossier_id)
        before = letter(screen(stage.table, "gerda"), steps.dossier_id)
        steps.decide(uitkomst, days_ago=0)
        after = letter(screen(stage.table, "gerda"), steps.dossier_id)
        follows = uitkomst is Uitkomst.AGENDEREN

        assert "er komt geen plan" not in before
        assert ("er komt geen plan" in after, "wat wij afspreken in een plan" in after) == (not follows, follows)
        assert "wat wij hebben besloten" in after

    @pytest.mark.article("15.2.e")
    def test_stands_in_the_log_as_exported(self, stage: Stage) -> None:
        """With the activity; a refused one as refused."""
        dossier_id = stage.dossier().dossier_id
        early = screen(stage.table, "gerda").get("informatiebrief", dossier_id)
        spoken(stage, dossier_id)
        letter(screen(stage.table, "gerda"), dossier_id)
        rows = WeegploegLog.objects.filter(daad="open-informatiebrief").order_by("op", "id")

        assert early.status == 409
        assert [(row.gevolg, row.verwerking) for row in rows] == [
            ("refused", "betrokkenen informeren"),
            ("exported", "betrokkenen informeren: brief"),
        ]

    def test_is_what_the_record_refers_to(self, stage: Stage) -> None:
        """Which letter and how it was given can be read back; a letter without its way is asked for it."""
        dossier_id = stage.dossier().dossier_id
        spoken(stage, dossier_id)
        told = {"brief": "en", "wijze": "", "hoe": "", "door": "gemeente", "op": stage.table.edge(0).day.isoformat()}
        seat = screen(stage.table, "gerda")
        half = seat.sent("record-geinformeerd", dossier_id, **told)
        whole = seat.sent("record-geinformeerd", dossier_id, **{**told, "wijze": "overhandigd"})
        page = seat.get("dossier-informeren", dossier_id)

        assert (half.status, whole.status) == (400, 302)
        assert "Say how the letter was sent." in half.text
        assert "the letter in English, handed over" in page.text
        assert reverse("informatiebrief", args=[dossier_id]) not in page.links


class TestToSomebodyBesideTheSubject:
    """From the casus that holds them."""

    @pytest.fixture
    def casus(self, stage: Stage) -> tuple[UUID, UUID, UUID]:
        """Let the Raad record an achterblijver and somebody in the network."""
        casus_id = stage.casus(betrokken=("petra", "gerda", "rik")).casus_id
        given: dict[str, Any] = {"adres": "Vlierhof 6", "woonplaats": "Lindewaard", "verstrekking": RAAD}
        left = stage.does("rik", add_achterblijver, houder_id=casus_id, naam="Bea Bedacht", hulp="ja", **given)
        near = stage.does("rik", add_netwerkpersoon, houder_id=casus_id, naam="Nic Verzonnen", **given)
        for person in (left, near):
            spoken(stage, casus_id, person, suffix="-casus")
        return casus_id, left, near

    def test_says_why_it_is_them_and_nothing_of_the_subject(self, stage: Stage, casus: tuple[UUID, UUID, UUID]) -> None:
        """Each reads of itself; not the name of the subject or of each other, not who sits at the table."""
        casus_id, left, near = casus
        seat = screen(stage.table, "gerda")
        texts = [letter(seat, casus_id, person, suffix="-casus") for person in (left, near)]

        for text, own, other in zip(texts, ("Bea Bedacht", "Nic Verzonnen"), ("Nic", "Bea"), strict=True):
            assert own in text
            assert not [one for one in (*NIEUW_GEMEENTE.naam.split()[:1], NIEUW_GEMEENTE.naam, other) if one in text]
            recipients = text.partition("Wie krijgen de gegevens?")[2].partition("Hoe lang")[0]
            assert recipients.count("Raad voor de Kinderbescherming") == 1
        assert "om u hulp te kunnen bieden" in texts[0]
        assert "omdat u misschien kunt helpen" in texts[1]
        assert "om te helpen wie achterblijft" in texts[0]
        assert "om te helpen wie achterblijft" not in texts[1]

    @pytest.mark.article("15.2.e")
    def test_names_the_person_in_the_log_by_its_row(self, stage: Stage, casus: tuple[UUID, UUID, UUID]) -> None:
        """Of whom the letter was, the log knows by the id of the piece."""
        casus_id, left, _near = casus
        letter(screen(stage.table, "gerda"), casus_id, left, suffix="-casus")
        row = CasusLog.objects.get(daad="open-informatiebrief-casus")

        assert row.gevolg == "exported"
        assert str(left) in str(row.wijzigingen)

    @pytest.mark.article("6")
    def test_is_not_made_by_who_may_not_have_the_name(self, stage: Stage, casus: tuple[UUID, UUID, UUID]) -> None:
        """Data of a class that may not go to who asks: another kernpartij makes the letter, and no button is there."""
        casus_id, left, _near = casus
        mark = {"grondslag": "wpg-20", "doel": "een ander doel", "klassen": ["wpg-8"]}
        reseal(CasusStuk.objects.filter(pk=left), sealed={"merk": mark})
        refused = screen(stage.table, "gerda").get("informatiebrief-casus", casus_id, left)
        page = screen(stage.table, "gerda").get("casus-informeren", casus_id)

        assert refused.status == 403
        assert "Another kernpartij makes the letter" in refused.text
        assert reverse("informatiebrief-casus", args=[casus_id, left]) not in page.links

    def test_is_hidden_from_the_table(self, stage: Stage, casus: tuple[UUID, UUID, UUID]) -> None:
        """Who gave the data makes no letter of it; for who is not there there is none."""
        casus_id, left, _near = casus

        assert screen(stage.table, "rik").get("informatiebrief-casus", casus_id, left).status == 404
        assert screen(stage.table, "gerda").get("informatiebrief-casus", casus_id, UUID(int=5)).status == 409


def test_a_client_without_a_seat_gets_none(stage: Stage) -> None:
    """Nobody reads a letter without signing in."""
    path = reverse("informatiebrief", args=[stage.dossier().dossier_id])

    assert Client().get(path).status_code == 302
