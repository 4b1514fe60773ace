"""The table of a casus in the matrix: persons, analysis, versions, reviews, advice, the check. Covenant 9, 10."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from casustafel.acts.casusoverleg.advies import AskAdvies, ask_advies
from casustafel.acts.casusoverleg.contribute import Contribute, contribute
from casustafel.acts.casusoverleg.controle import StartControle, start_controle
from casustafel.acts.casusoverleg.evaluatie import StartEvaluatie, start_evaluatie
from casustafel.acts.casusoverleg.netwerk import AddNetwerkpersoon, add_netwerkpersoon
from casustafel.acts.gate import Act, do, enter
from casustafel.convenant.feit import Taak
from casustafel.demo.steps import POLITIE
from tests.matrix.asked import Cell, Request, asked, first
from tests.matrix.expected import (
    CASUS_STATES,
    OF_THE_POLITIE,
    PENDING,
    PLANNED,
    PREPARES,
    RUNNING,
    Row,
    in_casus,
    on_plan,
)
from tests.matrix.roles import PARTIES_AT_TABLE, TABLE_OF_ALL, TASKED, UITVOERDER
from tests.matrix.world import CRITERIUM, World

FILLED: Final = frozenset({"plan-vastgesteld"})
CHECKS: Final = frozenset({"uitvoerder who checks"})
PERSON: Final = {"naam": "Anna Bedacht", "noodzaak": "Nodig.", "rol": "Steunt thuis."}


def topics(world: World) -> None:
    """Fill one casus: the politie gave data, recorded a person, asked advice and began a review; a check is open."""
    casus_id, day = world.casussen["plan-vastgesteld"], world.table.edge(0).day
    given: tuple[tuple[Act[Any, Any], type[Any], Mapping[str, Any]], ...] = (
        (ask_advies, AskAdvies, {"aan": "NCTV", "vraag": "Wat werkt elders?"}),
        (contribute, Contribute, {"omschrijving": "Gezien.", "noodzaak": "Nodig.", "verstrekking": POLITIE}),
        (add_netwerkpersoon, AddNetwerkpersoon, {**PERSON, "verstrekking": POLITIE}),
        (start_evaluatie, StartEvaluatie, {"aanleiding": "Nodig.", "uiterlijk_op": day}),
    )
    for act, invoer, fields in given:
        asks = invoer(houder_id=casus_id, versie=world.versie(casus_id), **fields)
        world.table.does("petra", act, asks, days_ago=0)
    plaats = world.people["uitvoerder who checks"].plaats
    assert plaats is not None
    edge = world.table.edge(0)
    begin = StartControle(houder_id=casus_id, versie=world.versie(casus_id), uiterlijk_op=day)
    do(start_controle, wie=enter(replace(plaats, taak=Taak.CONTROLEREN), edge=edge), invoer=begin, edge=edge)


def rows() -> dict[str, Row]:
    """Give what must come of each act of the table."""
    adopted = PLANNED | {"afgesloten"}
    return {
        # 10.4: parties at the table; 10.5: a partner sees the plan that was adopted, and its own words on it
        **dict.fromkeys(
            ("open-analyse", "open-netwerk", "open-adviezen", "open-casus-controle"),
            in_casus(PARTIES_AT_TABLE | TASKED),
        ),
        **dict.fromkeys(("open-versies", "open-maatregelen", "open-evaluaties"), on_plan(TABLE_OF_ALL | TASKED)),
        "open-versie": Row(
            may=TABLE_OF_ALL | TASKED,
            told=UITVOERDER,
            states=CASUS_STATES - {"open"},
            seen_in=CASUS_STATES - {"open"},
            also={"partner at the table": adopted, "uitvoerder without a task": CASUS_STATES},
        ),
        # 10.2.d, f, g: parties at the table, on their own ground
        **dict.fromkeys(
            ("analyse", "add-achterblijver", "add-netwerkpersoon"), in_casus(PARTIES_AT_TABLE, states=RUNNING)
        ),
        # 10.3: who gave it mends it (here the politie), or of a person the uitvoerder who checks
        **dict.fromkeys(("correct-persoon", "end-persoon"), in_casus(OF_THE_POLITIE | CHECKS, states=FILLED)),
        "correct-bijdrage": on_plan(OF_THE_POLITIE, states=FILLED),
        # 9.4: everybody at the table speaks; parties conclude; the uitvoerder may begin
        "start-evaluatie": in_casus(PARTIES_AT_TABLE | PREPARES, states=PENDING),
        "give-inbreng": on_plan(TABLE_OF_ALL, states=FILLED),
        "close-evaluatie": in_casus(PARTIES_AT_TABLE, states=FILLED),
        # 9.5
        "ask-advies": in_casus(PARTIES_AT_TABLE, states=RUNNING),
        "record-antwoord": in_casus(PARTIES_AT_TABLE, states=FILLED),
        # 10.3: by the uitvoerder; a party's confirmation is input
        "start-controle": in_casus(CHECKS, states=RUNNING - FILLED),
        "confirm-gegevens": in_casus(PARTIES_AT_TABLE, states=FILLED),
        "record-controle": in_casus(CHECKS, states=FILLED),
    }


@asked(
    "open-analyse", "open-netwerk", "open-adviezen", "open-casus-controle", "open-versies", "open-maatregelen",
    "open-evaluaties",
)  # fmt: skip
def _look(_cell: Cell) -> Request:
    return Request()


@asked("open-versie")
def _version(cell: Cell) -> Request:
    return Request(path={"planId": first(cell.casus_stukken("plan"))})


@asked("analyse")
def _analyse(cell: Cell) -> Request:
    rust_op = cell.casus_stukken("signaal", organisatie_id=cell.organisatie("gerda"))
    body = {"criterium": CRITERIUM, "tekst": "Weegt mee.", "rustOp": rust_op}
    return Request({"versie": cell.versie, **body})


@asked("add-netwerkpersoon")
def _add(cell: Cell) -> Request:
    return Request({"versie": cell.versie, **PERSON, "verstrekking": cell.verstrekking})


@asked("add-achterblijver")
def _add_left(cell: Cell) -> Request:
    person = {"naam": PERSON["naam"], "noodzaak": PERSON["noodzaak"], "hulp": "ja"}
    return Request({"versie": cell.versie, **person, "verstrekking": cell.verstrekking})


def _own(cell: Cell, soort: str) -> str:
    return first(cell.casus_stukken(soort, organisatie_id=cell.organisatie("petra")))


@asked("correct-persoon")
def _correct(cell: Cell) -> Request:
    body = {**PERSON, "naam": "Anna Anders", "reden": "Verkeerd gespeld."}
    return Request({"versie": cell.versie, **body}, {"persoonId": _own(cell, "netwerkpersoon")})


@asked("end-persoon")
def _end(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "reden": "Niet meer nodig."}, {"persoonId": _own(cell, "netwerkpersoon")})


@asked("correct-bijdrage")
def _mend(cell: Cell) -> Request:
    body = {"omschrijving": "Juister.", "noodzaak": "Nodig.", "reden": "Onjuist."}
    return Request({"versie": cell.versie, **body}, {"bijdrageId": _own(cell, "bijdrage")})


@asked("start-evaluatie")
def _start(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "aanleiding": "Nodig.", "uiterlijkOp": cell.today})


@asked("give-inbreng")
def _speak(cell: Cell) -> Request:
    body = {"keuze": "doorgaan", "tekst": "Goed.", "motivering": "Werkt."}
    return Request({"versie": cell.versie, **body}, {"evaluatieId": first(cell.casus_stukken("evaluatie"))})


@asked("close-evaluatie")
def _conclude(cell: Cell) -> Request:
    body = {"versie": cell.versie, "conclusie": "Doorgaan."}
    return Request(body, {"evaluatieId": first(cell.casus_stukken("evaluatie"))})


@asked("ask-advies")
def _advice(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "aan": "NCTV", "vraag": "Wat werkt elders?"})


@asked("record-antwoord")
def _answer(cell: Cell) -> Request:
    body = {"versie": cell.versie, "antwoord": "Begin met school."}
    return Request(body, {"adviesId": first(cell.casus_stukken("adviesvraag"))})


@asked("start-controle")
def _check(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "uiterlijkOp": cell.today})


def _check_path(cell: Cell) -> dict[str, str]:
    return {"controleId": first(cell.casus_stukken("controle"))}


@asked("confirm-gegevens")
def _confirm(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "juist": [], "toelichting": "Alles moet anders."}, _check_path(cell))


@asked("record-controle")
def _record(cell: Cell) -> Request:
    body = {"resultaat": "Nagekeken.", "verblijf": "bevestigd", "toelichting": "Ingeschreven."}
    return Request({"versie": cell.versie, **body}, _check_path(cell))
