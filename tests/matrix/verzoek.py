"""Requests of the person concerned in the matrix: a request in every state, and who has a task for it. Covenant 12."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from casustafel.acts.betrokkene.afscherming import announce_opheffing, shield_verzoek
from casustafel.acts.betrokkene.answer_verzoek import answer_verzoek
from casustafel.acts.betrokkene.carry_out_verzoek import carry_out_verzoek
from casustafel.acts.betrokkene.notify_verzoek import notify_verzoek
from casustafel.acts.betrokkene.receive_verzoek import ReceiveVerzoek, establish_identiteit, receive_verzoek
from casustafel.acts.betrokkene.stukkeuze import open_verzoekoverzicht, open_verzoekstukken
from casustafel.acts.betrokkene.vastleggen import gather_overzicht
from casustafel.acts.betrokkene.verzamelen import record_treffers, record_verzameld
from casustafel.acts.betrokkene.verzoekbesluit import decide_verzoek, take_standpunt_verzoek
from casustafel.acts.betrokkene.verzoektaak import do_verzoektaak, give_verzoektaak
from casustafel.acts.betrokkene.wijziging import choose_wijziging
from casustafel.acts.gate import Act, do, enter
from casustafel.acts.overdracht.verzoekafscherming import AcknowledgeAfscherming, acknowledge_afscherming
from casustafel.betrokkene.models import Stuk, Uitgaand, Verzoek
from casustafel.convenant.feit import Taak
from casustafel.convenant.verzoek import Antwoord, Verzoeksoort
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.register import store as register
from casustafel.weegploeg.models import Dossier
from tests.matrix.asked import Cell, Request, asked, first
from tests.matrix.expected import (
    ARCHIEF_STATES,
    CASUS_STATES,
    DOSSIER_STATES,
    ELSEWHERE,
    SPEAKS,
    VERZOEK_STATES,
    Names,
    Row,
)
from tests.matrix.roles import SEATS, UITVOERDER, WEEGPLOEG
from tests.matrix.world import World

HANDLES: Final = frozenset({"uitvoerder with a request"})
APPOINTED: Final = frozenset({"appointed to handle requests"})
# Who was given a task: the kernpartijen on the first day, the Raad and the one who was appointed by name later.
HAS_A_TASK: Final = WEEGPLOEG | APPOINTED | {"casuspartij at the table"}
TERM: Final = timedelta(days=28)
PARTLY: Final[dict[str, Any]] = {
    "antwoord": Antwoord.GROND_EIGEN,
    "grond": "12.5",
    "reikwijdte": "Eigen gegevens (verzonnen).",
    "motivering": "Die kloppen (verzonnen).",
}
LATE: Final = frozenset({"unknown in time", "last day"})
LATE_BY: Final = 2
TOLD: Final[Names] = frozenset({"told"})
CHANGING: Final[Names] = frozenset({"decided", "answered"})
# Of these a dossier is shielded; of who was told, the person was told too that it ends.
SHIELDED: Final[Names] = frozenset({"carried out", "told"})
PAST: Final = date(2025, 3, 1)
SAID: Final[dict[str, Any]] = {
    "naam": "Sam Verzonnen",
    "adres": "Lindelaan 1, Lindewaard",
    "gevraagd": "De datum is fout (verzonnen).",
}


def verzoeken(world: World) -> None:
    """Put a request in every state, and one past its year."""
    for staat in (*sorted(VERZOEK_STATES), "past a year"):
        day = world.table.edge(0).day
        soort = Verzoeksoort.INZAGE if staat == "access" else Verzoeksoort.CORRECTIE
        invoer = ReceiveVerzoek(soort=soort, ontvangen_op=day - TERM if staat in LATE else day, **SAID)
        world.verzoeken[staat] = _prepare(world, receive_verzoek, invoer).id
        _walk(world, staat, world.verzoeken[staat])
    world.things["inzage"] = str(_inzage(world))
    past = Verzoek.objects.filter(pk=world.verzoeken["past a year"])
    past.update(beantwoord_op=PAST, uiterlijk_op=PAST, ontvangen_op=PAST)


def _inzage(world: World) -> UUID:
    """Ask for access, and gather every dossier there is: an overview is of what a request is about."""
    day = world.table.edge(0).day
    invoer = ReceiveVerzoek(soort=Verzoeksoort.INZAGE, ontvangen_op=day - TERM, **SAID)
    houder_id: UUID = _prepare(world, receive_verzoek, invoer).id
    _does(world, establish_identiteit, houder_id, papier="paspoort", gezien="aan de balie")
    kept = Dossier.objects.filter(convenant_id=world.table.people["gerda"].convenant_id, vernietigen_op__isnull=True)
    found = {*kept.values_list("id", flat=True), *world.archieven.values()}
    _does(world, record_verzameld, houder_id, dossiers=tuple(found))
    return houder_id


def _prepare(world: World, act: Act[Any, Any], invoer: Any, *, days_ago: int = 0) -> Any:
    plaats = world.people["uitvoerder with a request"].plaats
    assert plaats is not None
    edge = world.table.edge(days_ago)
    return do(act, wie=enter(replace(plaats, taak=Taak.VERZOEK), edge=edge), invoer=invoer, edge=edge)


def _walk(world: World, staat: str, houder_id: UUID) -> None:
    """Bring a request as far as its state says."""
    _give_tasks(world, houder_id)
    if staat in {"received", "unknown in time", "past a year"}:
        return
    _does(world, establish_identiteit, houder_id, papier="paspoort", gezien="aan de balie")
    if staat == "last day":
        _does(world, record_verzameld, houder_id)
        return
    _check(world, houder_id)
    if staat == "access":
        _does(world, record_treffers, houder_id, dossiers=(_dossier(world),))
        _does(world, gather_overzicht, houder_id, dossier_id=_dossier(world))
        world.things["piece"] = _piece_of_nobody(world, houder_id)
    if staat != "identified":
        dossiers = (_dossier(world),) if staat in CHANGING else (_other(world),) if staat in SHIELDED else ()
        _does(world, record_verzameld, houder_id, dossiers=dossiers)
        if staat in SHIELDED:
            _shield(world, houder_id)
        for name in ("gerda", "omar", "petra"):
            kept = staat in SHIELDED and name == "omar"  # so that nothing has to be chosen to carry it out
            said = PARTLY if kept else {"antwoord": Antwoord.INWILLIGEN}
            taken = take_standpunt_verzoek.invoer(houder_id=houder_id, **said)
            world.table.does(name, take_standpunt_verzoek, taken, days_ago=0)
        _decide_and_on(world, staat, houder_id)


def _does(world: World, act: Act[Any, Any], houder_id: UUID, **given: Any) -> None:
    versie = {"versie": world.versie(houder_id)} if "versie" in act.invoer.model_fields else {}
    _prepare(world, act, act.invoer(houder_id=houder_id, **versie, **given))


def _give_tasks(world: World, houder_id: UUID) -> None:
    appointed = world.people["appointed to handle requests"].plaats
    assert appointed is not None
    task = {"opdracht": "Kijk dit na (verzonnen)."}
    _does(world, give_verzoektaak, houder_id, organisatie_id=world.table.organisatie("rik"), **task)
    gemeente = world.table.organisatie("gerda")
    _does(world, give_verzoektaak, houder_id, organisatie_id=gemeente, medewerker_id=appointed.medewerker_id, **task)
    late = give_verzoektaak.invoer(
        houder_id=houder_id,
        organisatie_id=world.table.organisatie("rik"),
        uiterlijk_op=world.table.edge(LATE_BY).day,
        opdracht="Kijk dit ook na (verzonnen).",
    )
    _prepare(world, give_verzoektaak, late, days_ago=LATE_BY)


def _decide_and_on(world: World, staat: str, houder_id: UUID) -> None:
    """Decide where the state is past that, and go on to it."""
    if staat in {"gathered", "access"}:
        return
    where = {"bezwaar_bij": "Burgemeester (verzonnen)", "rechtbank": "Rechtbank Verzonnen"}
    given = decide_verzoek.invoer(houder_id=houder_id, versie=world.versie(houder_id), **where)
    world.table.does("gerda", decide_verzoek, given, days_ago=0)
    last: dict[str, tuple[Act[Any, Any], dict[str, Any]]] = {
        "answered": (answer_verzoek, {"brief": "Wij herstellen dit (verzonnen)."}),
        "carried out": (carry_out_verzoek, {"uitgevoerd": "Hersteld (verzonnen)."}),
        "told": (notify_verzoek, {}),
    }
    if staat in CHANGING:
        _choose_changes(world, houder_id, staat)
    for reached in list(last)[: list(last).index(staat) + 1] if staat in last else ():
        act, said = last[reached]
        _does(world, act, houder_id, **said)
    if staat == "told":
        _announce(world, houder_id)


def _choose_changes(world: World, houder_id: UUID, staat: str) -> None:
    """Gather what the files hold, and choose to remove one signaal: with another the matrix goes on."""
    _does(world, gather_overzicht, houder_id, dossier_id=_dossier(world))
    seen = open_verzoekoverzicht.invoer(houder_id=houder_id)
    whole = _prepare(world, open_verzoekoverzicht, seen).overzicht
    world.things[f"signaal of {staat}"] = str(next(one.id for one in whole.stukken if one.soort == "signaal"))
    given = {"stuk_id": _dossier(world), "soort": Wijzigingsoort.VERBETEREN, "veld": "naam", "tekst": "Sam Verzonnen"}
    _does(world, choose_wijziging, houder_id, **given)


def _other(world: World) -> UUID:
    """Give a dossier that was handed over to nobody."""
    return world.dossiers["in-weging"]


def _shield(world: World, houder_id: UUID) -> None:
    """Shield a dossier as far as the request knows: in no file anything is gone, so that the matrix goes on."""
    given = {"dossier_id": _other(world), "grond": "avg-18-1-a", "reden": "Klopt niet (verzonnen)."}
    _does(world, shield_verzoek, houder_id, **given)
    edge = world.table.edge(0)
    wie = register.systeem(world.table.people["gerda"].convenant_id, day=edge.day)
    assert wie is not None
    sent = Uitgaand.objects.get(houder_id=houder_id)
    arrived = AcknowledgeAfscherming(houder_id=houder_id, zending_id=sent.pk, is_gevonden=True)
    do(acknowledge_afscherming, wie=wie, invoer=arrived, edge=edge)


def _announce(world: World, houder_id: UUID) -> None:
    """Have told the person yesterday that the shielding ends."""
    plaats = world.people["uitvoerder with a request"].plaats
    assert plaats is not None
    given: dict[str, Any] = {"afscherming_id": _shielding(houder_id), "brief": "Het is hersteld (verzonnen)."}
    invoer = announce_opheffing.invoer(houder_id=houder_id, versie=world.versie(houder_id), **given)
    edge = world.table.edge(1)
    do(announce_opheffing, wie=enter(replace(plaats, taak=Taak.VERZOEK), edge=edge), invoer=invoer, edge=edge)


def _shielding(houder_id: UUID) -> str:
    found = Stuk.objects.filter(houder_id=houder_id, soort="verzoekafscherming").values_list("pk", flat=True)
    return first([str(pk) for pk in found] or [str(UUID(int=7))])


def _dossier(world: World) -> UUID:
    """Give a dossier that was handed over: the files hold something of it that comes from no organisation."""
    return world.dossiers["overgedragen"]


def _piece_of_nobody(world: World, houder_id: UUID) -> str:
    asked_for = open_verzoekstukken.invoer(houder_id=houder_id)
    found = world.table.does("gerda", open_verzoekstukken, asked_for, days_ago=0)
    return str(next(one.id for one in found.stukken if one.organisatie_id is None))


def _check(world: World, houder_id: UUID) -> None:
    """Let everybody report their part as done."""
    people = ["kernpartij of the college", "kernpartij not at the table", "kernpartij at the table"]
    for role in (*people, "casuspartij at the table", "appointed to handle requests"):
        plaats = world.people[role].plaats
        assert plaats is not None
        invoer = do_verzoektaak.invoer(
            houder_id=houder_id, taak_id=UUID(_own_task(world, role, houder_id)), bevinding="Klopt (verzonnen)."
        )
        do(do_verzoektaak, wie=enter(plaats, edge=world.table.edge(0)), invoer=invoer, edge=world.table.edge(0))


def _own_task(world: World, role: str, houder_id: UUID) -> str:
    """Give the task that somebody of this kind has, or one of another if none; not the one to remind of."""
    plaats = world.people[role].plaats
    rows = Stuk.objects.filter(houder_id=houder_id, soort="verzoektaak").order_by("volg")
    rows = rows.exclude(uiterlijk_op=world.table.edge(LATE_BY).day)
    own = rows.filter(organisatie_id=plaats.organisatie_id) if plaats else rows
    named = own.filter(bij_id=plaats.medewerker_id if role in APPOINTED and plaats else None)
    return first([str(pk) for pk in (named or rows).values_list("pk", flat=True)])


def _prepared(*states: str) -> Row:
    """Make a row on what the uitvoerder prepares. 12.1: who decides is told so, and who named another task."""
    return Row(may=HANDLES, told=UITVOERDER | WEEGPLOEG, states=frozenset(states))


def _decided(*states: str) -> Row:
    """Make a row on what the kernpartijen decide. 12.2; the uitvoerder is told so."""
    return Row(may=WEEGPLOEG, told=UITVOERDER, states=frozenset(states))


UNANSWERED: Final[Names] = VERZOEK_STATES - {"answered", "carried out", "told"}


def rows() -> dict[str, Row]:
    """Give what must come of each act on requests."""
    return {
        "find-verzoeken": Row(may=WEEGPLOEG | ELSEWHERE | HANDLES, told=UITVOERDER),
        "receive-verzoek": Row(may=HANDLES, told=UITVOERDER | WEEGPLOEG | ELSEWHERE),
        "open-verzoek": Row(may=WEEGPLOEG | HANDLES, told=UITVOERDER, states=VERZOEK_STATES),
        "give-verzoektaak": _prepared(*UNANSWERED),
        # 12.1, 12.3: what is late is asked again
        "remind-verzoektaak": _prepared(*UNANSWERED),
        # 12.3: identity is the gate; nothing is gathered, decided or answered before it
        "establish-identiteit": _prepared("received", "unknown in time"),
        "close-onbekend": _prepared("unknown in time"),
        "record-treffers": _prepared("identified"),
        "record-verzameld": _prepared("identified"),
        # 12.3, 12.5: an overview is for who asks for access; for a correction, once something is to change
        "gather-overzicht": Row(may=WEEGPLOEG | HANDLES, told=UITVOERDER, states=CHANGING | {"access"}),
        "open-verzoekoverzicht": Row(may=WEEGPLOEG | HANDLES, told=UITVOERDER, states=CHANGING | {"access"}),
        # 12.1: the party that provided a piece looks at it; what comes from nobody, a kernpartij
        "open-verzoekstukken": Row(may=HAS_A_TASK - APPOINTED, states=frozenset({"access"})),
        "choose-stuk": Row(may=WEEGPLOEG, told=HAS_A_TASK - APPOINTED, states=frozenset({"access"})),
        # 12.3, AVG 15: a kernpartij for its own employees, while the overview is not decided on
        "choose-inzagenamen": _decided("access"),
        "take-standpunt-verzoek": _decided("identified", "gathered", "last day", "access"),
        "decide-verzoek": _decided("gathered", "last day", "access"),
        "answer-verzoek": _prepared("decided"),
        # 12.5: what changes is chosen after the decision, of what was gathered for it
        "choose-wijziging": _prepared(*CHANGING),
        "withdraw-wijziging": _prepared(*CHANGING),
        # 12.5, AVG 18: shielded while it is open; told and lifted once it is carried out
        "open-afscherming": _prepared(*VERZOEK_STATES - {"received", "unknown in time"}),
        "shield-verzoek": _prepared(*CHANGING),
        "announce-opheffing": _prepared(*SHIELDED),
        "lift-verzoek": _prepared("told"),
        "carry-out-verzoek": _prepared("answered"),
        "notify-verzoek": _prepared("carried out"),
        "add-ontvanger": _prepared("decided", "answered", "carried out"),
        # 12.6: who was told sees its own notice; before that it learns not even that there is a request
        "open-melding": Row(may=WEEGPLOEG, states=TOLD, seen_in=TOLD),
        "acknowledge-melding": Row(may=WEEGPLOEG, states=TOLD, seen_in=TOLD),
        # 12.3, 8.4, 10.4: who decides and who prepares, also of a casus where they do not sit; 13.2: kernpartijen
        "open-overzicht": Row(may=WEEGPLOEG | HANDLES, told=UITVOERDER, states=DOSSIER_STATES),
        "open-overzicht-casus": Row(may=WEEGPLOEG | HANDLES, told=UITVOERDER, states=CASUS_STATES),
        "open-overzicht-archief": Row(may=WEEGPLOEG, told=UITVOERDER, states=ARCHIEF_STATES),
        # 12.1: others may be appointed, and see their tasks only; a party sees its own part
        "find-verzoektaken": Row(may=SPEAKS | ELSEWHERE | APPOINTED),
        "open-verzoektaak": Row(may=HAS_A_TASK, states=VERZOEK_STATES),
        "do-verzoektaak": Row(may=HAS_A_TASK, states=frozenset({"received", *LATE})),
    }


@asked("open-overzicht", "open-overzicht-casus", "open-overzicht-archief")
def _overview(cell: Cell) -> Request:
    return Request({"weglaten": []}, {"verzoekId": cell.world.things["inzage"]})


@asked("record-treffers")
def _treffers(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "dossiers": [str(_dossier(cell.world))]})


@asked("gather-overzicht")
def _gather(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "dossierId": str(_dossier(cell.world))})


@asked("choose-stuk")
def _choose(cell: Cell) -> Request:
    return Request({"keuze": "geven"}, {"stukId": cell.world.things["piece"]})


@asked("choose-inzagenamen")
def _name(_cell: Cell) -> Request:
    return Request({"keuze": "met-namen", "motivering": "Daar is om gevraagd (verzonnen)."})


@asked("remind-verzoektaak")
def _remind(cell: Cell) -> Request:
    late = Stuk.objects.filter(houder_id=cell.houder_id, soort="verzoektaak", uiterlijk_op__lt=cell.today)
    return Request({}, {"taakId": first([str(pk) for pk in late.values_list("pk", flat=True)])})


@asked("choose-wijziging")
def _change(cell: Cell) -> Request:
    piece = cell.world.things.get(f"signaal of {cell.state}", str(UUID(int=7)))
    return Request({"versie": cell.versie, "stukId": piece, "soort": "verwijderen"})


@asked("withdraw-wijziging")
def _take_back(cell: Cell) -> Request:
    chosen = Stuk.objects.filter(houder_id=cell.houder_id, soort="wijziging").values_list("pk", flat=True)
    return Request({"versie": cell.versie}, {"wijzigingId": first([str(pk) for pk in chosen] or [str(UUID(int=7))])})


@asked("open-verzoekoverzicht", "open-verzoekstukken")
def _look(_cell: Cell) -> Request:
    return Request()


@asked("find-verzoeken", "open-verzoek", "find-verzoektaken", "open-verzoektaak")
def _nothing(_cell: Cell) -> Request:
    return Request()


@asked("receive-verzoek")
def _receive(cell: Cell) -> Request:
    return Request({"soort": "inzage", "ontvangenOp": cell.today, **SAID})


@asked("give-verzoektaak")
def _task(cell: Cell) -> Request:
    return Request({"organisatieId": cell.organisatie("rik"), "opdracht": "Kijk dit na (verzonnen)."})


@asked("establish-identiteit")
def _establish(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "papier": "paspoort", "gezien": "aan de balie"})


@asked("close-onbekend", "answer-verzoek")
def _letter(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "brief": "Brief (verzonnen)."})


@asked("record-verzameld")
def _gathered(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "dossiers": []})


@asked("take-standpunt-verzoek")
def _take(_cell: Cell) -> Request:
    return Request({"antwoord": "inwilligen"})


@asked("decide-verzoek")
def _decide(cell: Cell) -> Request:
    where = {"bezwaarBij": "Burgemeester (verzonnen)", "rechtbank": "Rechtbank Verzonnen"}
    return Request({"versie": cell.versie, **where})


@asked("open-afscherming")
def _what_there_is(_cell: Cell) -> Request:
    return Request()


@asked("shield-verzoek")
def _shielded(cell: Cell) -> Request:
    given = {"dossierId": str(_dossier(cell.world)), "grond": "avg-18-1-a", "reden": "Klopt niet (verzonnen)."}
    return Request({"versie": cell.versie, **given})


@asked("announce-opheffing")
def _told(cell: Cell) -> Request:
    path = {"afschermingId": _shielding(cell.houder_id)}
    return Request({"versie": cell.versie, "brief": "Het is hersteld (verzonnen)."}, path)


@asked("lift-verzoek")
def _lifted(cell: Cell) -> Request:
    path = {"afschermingId": _shielding(cell.houder_id)}
    return Request({"versie": cell.versie, "reden": "Hersteld (verzonnen)."}, path)


@asked("carry-out-verzoek")
def _carry_out(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "uitgevoerd": "Hersteld (verzonnen)."})


@asked("notify-verzoek")
def _notify(cell: Cell) -> Request:
    return Request({"versie": cell.versie})


@asked("add-ontvanger")
def _recipient(cell: Cell) -> Request:
    where = {"naam": "Instelling Verzonnen", "adres": "Lindelaan 9", "verstrektOp": cell.today}
    return Request({**where, "wat": "Een afschrift (verzonnen)."})


@asked("acknowledge-melding")
def _acknowledge(cell: Cell) -> Request:
    plaats = cell.world.people[cell.role].plaats
    rows = Stuk.objects.filter(houder_id=cell.houder_id, soort="melding")
    own = rows.filter(organisatie_id=plaats.organisatie_id) if plaats else rows
    found = [str(pk) for pk in (own or rows).values_list("pk", flat=True)]
    return Request({"gedaan": "Aangepast (verzonnen)."}, {"meldingId": first(found)})


@asked("do-verzoektaak")
def _do(cell: Cell) -> Request:
    assert cell.role in SEATS
    path = {"taakId": _own_task(cell.world, cell.role, cell.houder_id)}
    return Request({"bevinding": "Klopt (verzonnen)."}, path)
