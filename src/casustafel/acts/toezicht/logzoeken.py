"""Search the log: who did what and when; nothing of what it was about. Each search is in it too. Covenant 15.2.e."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Moment, Pagina, Regel, Uitvoer
from casustafel.acts.toezicht.logbewijs import ACTIVITY
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Logboek
from casustafel.bestand.logzoeken import GevondenRegel, Zoekvraag, search_rows
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.logzoeken import may_search_log
from casustafel.convenant.verdict import Verdict
from casustafel.kluis.store import Sleutels
from casustafel.register import store as register
from casustafel.toezicht import store as toezicht
from casustafel.weegploeg import store as weegploeg

PAGE: Final = 50
NUMBERED: Final[Mapping[Bestand, Callable[[UUID, str], list[UUID]]]] = {
    Bestand.WEEGPLOEG: weegploeg.numbered,
    Bestand.CASUSOVERLEG: casusoverleg.numbered,
    Bestand.ARCHIEF: archief.numbered,
    Bestand.BETROKKENE: betrokkene.numbered,
    Bestand.TOEZICHT: toezicht.numbered,
}
"""What a number is the number of, by the file whose keys hold its log id."""


class SearchLog(Invoer):
    """A period, both days included; where asked of one person by (part of) a name, one number, one effect."""

    van: Dag
    tot: Dag
    medewerker: Regel = ""
    nummer: Regel = ""
    gevolg: Gevolg | None = None
    pagina: Pagina = 1


class LogRegelBeeld(Uitvoer):
    """A row of the log. `over` tells rows on the same dossier from others: a mark that says nothing else of it."""

    rij: int
    op: Moment
    medewerker_id: Id | None
    naam: str
    organisatie_id: Id | None
    rollen: tuple[str, ...]
    taak: str
    daad: str
    artikelen: tuple[str, ...]
    gevolg: Gevolg
    over: str
    redenen: tuple[str, ...]


class LogLijst(Uitvoer):
    """A page of rows of one file, the newest first."""

    bestand: str
    pagina: int
    is_laatste: bool
    regels: tuple[LogRegelBeeld, ...]


def _rule(wie: Wie, invoer: SearchLog, edge: Edge) -> Verdict:
    return may_search_log(wie, van=invoer.van, tot=invoer.tot, day=edge.day)


def _run(logboek: Logboek, pas: Pass, invoer: SearchLog) -> LogLijst:
    vraag = Zoekvraag(
        convenant_id=pas.wie.convenant.id,
        van=_midnight(invoer.van),
        tot=_midnight(invoer.tot + timedelta(days=1)),
        medewerkers=register.named(pas.wie.convenant.id, invoer.medewerker) if invoer.medewerker else None,
        log_ids=_log_ids(logboek, pas.wie.convenant.id, invoer.nummer) if invoer.nummer else None,
        gevolg=invoer.gevolg,
    )
    rows = search_rows(logboek, vraag, offset=(invoer.pagina - 1) * PAGE, limit=PAGE + 1)
    namen = register.names_of({row.medewerker_id for row in rows if row.medewerker_id})
    return LogLijst(
        bestand=logboek.naam,
        pagina=invoer.pagina,
        is_laatste=len(rows) <= PAGE,
        regels=tuple(_beeld(row, namen) for row in rows[:PAGE]),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=LOCAL)


def _log_ids(logboek: Logboek, convenant_id: UUID, nummer: str) -> list[UUID]:
    """Give the log ids of what has this number; none where its key is gone."""
    found = []
    for bestand, numbered in NUMBERED.items():
        if bestand.database == logboek.bestand.value:
            houders = numbered(convenant_id, nummer)
            sleutels = Sleutels(bestand, houders)
            found += [log_id for one in houders if (log_id := sleutels.log_id(one)) is not None]
            sleutels.forget()
    return found


def _beeld(row: GevondenRegel, namen: Mapping[UUID, str]) -> LogRegelBeeld:
    return LogRegelBeeld(
        rij=row.id,
        op=row.op,
        medewerker_id=row.medewerker_id,
        naam=namen.get(row.medewerker_id, "") if row.medewerker_id else "",
        organisatie_id=row.organisatie_id,
        rollen=tuple(row.rollen.split()),
        taak=row.taak,
        daad=row.daad,
        artikelen=tuple(row.artikelen.split()),
        gevolg=row.gevolg,
        over=row.log_id.hex[:8] if row.log_id else "",
        redenen=tuple(row.redenen.split()),
    )


def _act_of(logboek: Logboek) -> PlainAct[SearchLog, LogLijst]:
    return PlainAct(
        code=f"search-log-{logboek.naam}",
        articles=("15.2.e",),
        bestand=logboek.bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=SearchLog,
        rule=_rule,
        run=partial(_run, logboek),
    )


search_log = {logboek.naam: register_act(_act_of(logboek)) for logboek in LOGBOEKEN.values()}
"""The rows of the log, by the name of the file."""
