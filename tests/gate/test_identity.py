"""No door leads to an answer before identity: every act of the requests, by everybody, in every way. Covenant 12.3."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.betrokkene.receive_verzoek import ReceiveVerzoek, receive_verzoek
from casustafel.acts.betrokkene.verzoektaak import open_verzoektaak
from casustafel.acts.gate import ACTS, Act, HolderAct, Refused, do
from casustafel.acts.invoer import OpHouder
from casustafel.api.routes import ROUTES
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Uitvoering
from casustafel.betrokkene import store
from casustafel.betrokkene.models import Stuk, Verzoek
from casustafel.conf.lists import load_all
from casustafel.convenant.feit import Rol, Taak, Wie
from casustafel.convenant.rules.verzoek import may_find_verzoek, may_find_verzoeken
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.termijn import add_months
from casustafel.convenant.verzoek import Antwoord, Inzagenamen, Stukkeuze, Verzoeksoort, Verzoekstaat
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.demo.table import Table
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.3")]

TO_AN_ANSWER = {
    *(VerzoekStuk.TREFFER, VerzoekStuk.OVERZICHT, VerzoekStuk.KEUZE, VerzoekStuk.INZAGENAMEN),
    *(VerzoekStuk.STANDPUNT, VerzoekStuk.BESLUIT, VerzoekStuk.ANTWOORD),
    *(VerzoekStuk.AFSCHERMING, VerzoekStuk.AANKONDIGING),
}
AFTER_IT = {
    VerzoekStuk.WIJZIGING,
    VerzoekStuk.UITVOERING,
    VerzoekStuk.BESTAND,
    VerzoekStuk.ONTVANGER,
    VerzoekStuk.MELDING,
}
# What may come of a request whose identity is open: it stays so, it is established, or it ends in the letter.
LEADS_NOWHERE = {Verzoekstaat.ONTVANGEN, Verzoekstaat.IDENTITEIT_VASTGESTELD, Verzoekstaat.ONBEKEND}
CODES: dict[str, Any] = {"antwoord": Antwoord.INWILLIGEN, "keuze": Stukkeuze.GEVEN, "grond": "", "tijdperk": 1}
CODES |= {"soort": Wijzigingsoort.VERWIJDEREN, "is_uitgevoerd": True, "verstrekt_op": date(2026, 3, 2)}
CODES |= {"is_gevonden": True}
BUNDEL = Uitvoering(
    bestand=Bestand.BETROKKENE,
    houder_id=UUID(int=7),
    dossier_id=UUID(int=7),
    nummer="V-2026-0001",
    op=date(2026, 3, 2),
    wijzigingen=(),
)
IDS = ("dossier_id", "stuk_id", "wijziging_id", "zending_id", "casus_id", "melding_id", "afscherming_id")


def received(table: Table, soort: Verzoeksoort = Verzoeksoort.INZAGE, *, days_ago: int = 28) -> UUID:
    """Receive a request so long ago that its last day is today."""
    op = table.edge(0).day - timedelta(days=days_ago)
    invoer = ReceiveVerzoek(
        soort=soort, naam="Sam Verzonnen", adres="Lindelaan 1", gevraagd="Dit is fout.", ontvangen_op=op
    )
    return table.does_with_task("ulla", Taak.VERZOEK, receive_verzoek, invoer, days_ago=0).id


def changes() -> list[Act[Any, Any]]:
    """Give every act that changes a request."""
    load_all()
    found = [act for act in ACTS.values() if act.bestand is Bestand.BETROKKENE and act.is_change]
    return [act for act in found if isinstance(act, HolderAct)]


def everybody(table: Table) -> Iterator[Wie]:
    """Give each of the invented people with every role, and the system."""
    for name in table.people:
        wie = table.who(name)
        yield wie
        yield replace(wie, rollen=frozenset(Rol), taak=Taak.VERZOEK)


def asked(table: Table, act: Act[Any, Any], houder_id: UUID) -> Any:
    """Give the input of an act in full: a text everywhere, the version there is, every party told."""
    fields = act.invoer.model_fields
    given: dict[str, Any] = {name: value for name, value in CODES.items() if name in fields}
    if fields.get("keuze") is not None and fields["keuze"].annotation is Inzagenamen:
        given["keuze"] = Inzagenamen.MET_NAMEN
    if "versie" in fields:
        given["versie"] = Verzoek.objects.get(pk=houder_id).versie
    if "organisatie_id" in fields:
        given["organisatie_id"] = table.organisatie("rik")
    given |= {name: UUID(int=7) for name in IDS if name in fields}
    if "dossiers" in fields:
        given["dossiers"] = list(Dossier.objects.values_list("id", flat=True)[:1])
    if "bundel" in fields:
        given["bundel"] = BUNDEL
    if "taak_id" in fields:
        given["taak_id"] = Stuk.objects.filter(houder_id=houder_id, soort="verzoektaak").values_list("id")[0][0]
    return act.invoer(**Canaries().fill(act.invoer, houder_id=houder_id, **given))


@pytest.mark.parametrize("soort", Verzoeksoort)
class TestIdentityIsTheGate:
    """Before it no act answers."""

    def test_no_act_goes_on_to_an_answer(self, table: Table, soort: Verzoeksoort) -> None:
        """Each act, by everybody, with every role at once: no position, no decision, no answer comes of it."""
        tried = 0
        for act in changes():
            houder_id = received(table, soort)
            for wie in everybody(table):
                try:
                    do(act, wie=wie, invoer=asked(table, act, houder_id), edge=table.edge(0))
                except Refused:
                    tried += 1
                found = Verzoek.objects.get(pk=houder_id)
                pieces = set(Stuk.objects.filter(houder_id=houder_id).values_list("soort", flat=True))
                assert not pieces & {one.value for one in TO_AN_ANSWER | AFTER_IT}, act.code
                assert found.staat in LEADS_NOWHERE, act.code
        assert tried > 100

    def test_the_letter_confirms_nothing(self, table: Table, soort: Verzoeksoort) -> None:
        """Who was not established is told so, and nothing of what there is was gathered for it."""
        houder_id = received(table, soort)
        act = ACTS["close-onbekend"]
        table.does_with_task("ulla", Taak.VERZOEK, act, asked(table, act, houder_id), days_ago=0)

        (feit,) = store.facts([houder_id], lock=False).values()
        assert feit.staat is Verzoekstaat.ONBEKEND
        assert not feit.is_established
        assert not feit.treffers


class TestEveryEndpoint:
    """The API has no other way."""

    def test_does_an_act_that_was_tried(self) -> None:
        """Whatever changes a request over HTTP is one of those acts, or receives one."""
        over_http = {
            act.code for route in ROUTES for act in route.acts if act.bestand is Bestand.BETROKKENE and act.is_change
        }
        assert over_http - {act.code for act in changes()} == {"receive-verzoek"}


class TestTheListOfRequests:
    """Who finds requests, finds all that the rule allows and nothing else."""

    @pytest.mark.parametrize("months", [0, 11, 12, 13])
    def test_the_filter_is_the_rule(self, table: Table, months: int) -> None:
        """On every day around the end of a term, answered and unanswered, for everybody."""
        ids = [received(table, days_ago=days_ago) for days_ago in (0, 5, 28)]
        Verzoek.objects.filter(pk=ids[1]).update(beantwoord_op=table.edge(2).day, staat="beantwoord")
        first = add_months(table.edge(0).day, months=months)
        compared = 0
        for day in (first + timedelta(days=shift) for shift in range(-3, 32)):
            every = store.facts(ids, lock=False).values()
            for wie in (table.who("gerda"), table.who("omar"), replace(table.who("ulla"), taak=Taak.VERZOEK)):
                assert may_find_verzoeken(wie, day=day).is_allowed
                allowed = {feit.id for feit in every if may_find_verzoek(wie, feit, day=day).is_allowed}
                listed = store.page(wie, day=day, staten=tuple(Verzoekstaat), offset=0, limit=None)
                assert {feit.id for feit in listed} == allowed
                compared += len(allowed)
        assert compared or months == 13

    def test_a_task_shows_no_more_than_the_task(self, table: Table) -> None:
        """Whose request it is, the own task and its day; not what was asked, nor by which address."""
        houder_id = received(table)
        found = table.does("omar", open_verzoektaak, OpHouder(houder_id=houder_id), days_ago=0)

        shown = {"id", "nummer", "soort", "naam", "antwoord_uiterlijk_op", "toont_stukken", "taken"}
        assert set(type(found).model_fields) == shown
        assert {taak.organisatie_id for taak in found.taken} == {table.organisatie("omar")}
