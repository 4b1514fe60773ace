"""How the covenant is kept, article by article, with how often each rule acted; and the evidence to take along.

Covenant 15.2, 15.3; AVG 5(2). The counts of a log are an act of its own file. Nothing of content is in any of it.
"""

import ast
from collections import Counter, defaultdict
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import ACTS, PlainAct, register_act
from casustafel.acts.invoer import Id, Moment, Niets, Uitvoer
from casustafel.acts.toezicht.bewijs import evidence_of
from casustafel.acts.toezicht.find_incidenten import Incidentaantallen, counts_of
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Logboek
from casustafel.bestand.pas import Pass
from casustafel.convenant.artikel import Status, artikelen, rules_of
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verantwoording import may_export_verantwoording, may_see_verantwoording
from casustafel.convenant.termijn import add_years
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import autorisatie
from casustafel.toezicht import store

ACTIVITY: Final = "verantwoorden hoe het convenant wordt nageleefd"


class Getal(Uitvoer):
    """How many times."""

    wat: str
    aantal: int


class LogTelling(Uitvoer):
    """How often each act was done in a file in the past year, and how often each article was a reason to refuse."""

    bestand: str
    daden: tuple[Getal, ...]
    geweigerd: tuple[Getal, ...]


class ArtikelBeeld(Uitvoer):
    """An article: what it says, how it is kept, by which rules and acts, with which tests."""

    id: str
    titel: str
    strekking: str
    status: Status
    note: str
    regels: tuple[str, ...]
    daden: tuple[str, ...]
    tests: tuple[str, ...]


class Verantwoording(Uitvoer):
    """The articles, with how each is kept."""

    artikelen: tuple[ArtikelBeeld, ...]


class StapVanAutorisatie(Uitvoer):
    """A step of an authorisation, by id: no name."""

    autorisatie_id: Id
    medewerker_id: Id
    organisatie_id: Id
    rol: str
    stap: str
    op: str
    tot: str


class Toetsingsregel(Uitvoer):
    """What was recorded of the security plan, without words and without who."""

    deel: str
    punt: str
    staat: str
    op: str


class Bewijsstuk(Uitvoer):
    """The evidence to take along: articles, plan, facts, counts of incidents, authorisations by id."""

    gemaakt_op: Moment
    regime: str
    verantwoording: Verantwoording
    beveiligingsplan: tuple[Toetsingsregel, ...]
    feiten: dict[str, dict[str, str]]
    incidenten: Incidentaantallen
    autorisaties: tuple[StapVanAutorisatie, ...]


@cache
def tests_by_article() -> dict[str, list[str]]:
    """Find the tests that name an article, where the product is run from its repository; elsewhere there are none."""
    folder = Path(settings.ROOM).parent.parent / "tests"
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        named = {
            arg.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "article"
            for arg in node.args
            if isinstance(arg, ast.Constant)
        }
        for artikel_id in named:
            found[str(artikel_id)].append(str(path.relative_to(folder)))
    return dict(found)


def _articles() -> Verantwoording:
    by_article: defaultdict[str, list[str]] = defaultdict(list)
    for act in ACTS.values():
        for artikel_id in act.articles:
            by_article[artikel_id].append(act.code)
    tests = tests_by_article()
    return Verantwoording(
        artikelen=tuple(
            ArtikelBeeld(
                id=one.id,
                titel=one.titel,
                strekking=one.strekking,
                status=one.status,
                note=one.note,
                regels=tuple(rule.removeprefix("casustafel.convenant.") for rule in rules_of(one.id)),
                daden=tuple(sorted(by_article[one.id])),
                tests=tuple(tests.get(one.id, ())),
            )
            for one in artikelen()
        )
    )


def _may_open(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_see_verantwoording(wie, day=edge.day)


def _open(_pas: Pass, _invoer: Niets) -> Verantwoording:
    return _articles()


def _count_in(logboek: Logboek) -> PlainAct[Niets, LogTelling]:
    def run(pas: Pass, _invoer: Niets) -> LogTelling:
        since = datetime.combine(add_years(pas.day, years=-1), time(), LOCAL)
        done: Counter[str] = Counter()
        refused: Counter[str] = Counter()
        for daad, gevolg, redenen, n in logboek.counted(pas.wie.convenant.id, since=since):
            if gevolg == Gevolg.REFUSED:
                for artikel_id in {_article_of(code) for code in redenen.split()}:
                    refused[artikel_id] += n
            else:
                done[daad] += n
        return LogTelling(bestand=logboek.naam, daden=_numbers(done), geweigerd=_numbers(refused))

    return PlainAct(
        code=f"count-log-{logboek.naam}",
        articles=("15.3", "15.2.e"),
        bestand=logboek.bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_open,
        run=run,
    )


def _article_of(code: str) -> str:
    """Give the article that a reason's code begins with."""
    known = [one.id for one in artikelen() if code.startswith(f"{one.id}-")]
    return max(known, key=len, default="")


def _numbers(found: Counter[str]) -> tuple[Getal, ...]:
    return tuple(Getal(wat=wat, aantal=n) for wat, n in sorted(found.items()) if wat)


def _may_export(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_export_verantwoording(wie, day=edge.day)


def _export(pas: Pass, _invoer: Niets) -> Bewijsstuk:
    wie, day = pas.wie, pas.day
    return Bewijsstuk(
        gemaakt_op=pas.moment,
        regime=wie.convenant.regime,
        verantwoording=_articles(),
        beveiligingsplan=tuple(
            Toetsingsregel(deel=one.deel, punt=one.punt or "", staat=one.staat, op=one.op.isoformat())
            for one in store.plan_facts(wie.convenant.id)
        ),
        feiten={
            punt.value: {fact.wat: fact.waarde for fact in facts} for punt, facts in evidence_of(wie, day=day).items()
        },
        incidenten=counts_of(wie, day=day),
        autorisaties=tuple(_step(*one) for one in autorisatie.history(wie.convenant.id)),
    )


def _step(*found: Any) -> StapVanAutorisatie:
    autorisatie_id, medewerker_id, organisatie_id, rol, stap, op, tot = found
    return StapVanAutorisatie(
        autorisatie_id=autorisatie_id,
        medewerker_id=medewerker_id,
        organisatie_id=organisatie_id,
        rol=rol,
        stap=stap,
        op=op.isoformat(),
        tot=tot.isoformat(),
    )


open_verantwoording = register_act(
    PlainAct(
        code="open-verantwoording",
        articles=("15.3", "18.4"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_open,
        run=_open,
    )
)
export_verantwoording = register_act(
    PlainAct(
        code="export-verantwoording",
        articles=("15.3", "15.2.f", "15.2.g"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.EXPORTED,
        invoer=Niets,
        rule=_may_export,
        run=_export,
    )
)
count_logs: dict[str, PlainAct[Niets, LogTelling]] = {
    logboek.naam: register_act(_count_in(logboek)) for logboek in LOGBOEKEN.values()
}
"""The counts of the logs, by the name of their file."""
