"""The security plan: its subjects with what the product shows of itself, reviews, the evaluation. Cov. 15.2, 15.3."""

from collections.abc import Iterable
from typing import Final

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Invoer, Niets, Tekst, Uitvoer
from casustafel.acts.toezicht.bewijs import Bewijs, evidence_of
from casustafel.acts.werk import WerkLijst, WerkRegel
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.beveiliging import (
    NORMEN,
    Beveiligingspunt,
    Plandeel,
    Puntoordeel,
    Puntstaat,
    evaluate_by,
    unreviewed,
)
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules import beveiliging as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import Stap
from casustafel.register import store as register
from casustafel.toezicht import store
from casustafel.toezicht.store import PlanRij

ACTIVITY: Final = "beveiligingsplan bijhouden"


class WritePunt(Invoer):
    """Of which subject the measures are recorded, how far they are, and what they are."""

    punt: Beveiligingspunt
    staat: Puntstaat
    maatregelen: Tekst


class ReviewPunt(Invoer):
    """What a review of the measures of a subject found."""

    punt: Beveiligingspunt
    oordeel: Puntoordeel
    bevinding: Tekst


class EvaluatePlan(Invoer):
    """What the yearly evaluation concludes."""

    conclusie: Tekst


class PlandeelBeeld(Uitvoer):
    """What was recorded, by whom, when."""

    op: Dag
    staat: str
    tekst: str
    door: str


class BewijsBeeld(Uitvoer):
    """A fact that the product shows of itself: what, and how much or which."""

    wat: str
    waarde: str


class PuntBeeld(Uitvoer):
    """A subject of the plan: the controls of BIO2, its measures, their last review, what the product shows."""

    punt: Beveiligingspunt
    normen: tuple[str, ...]
    maatregelen: PlandeelBeeld | None
    toetsing: PlandeelBeeld | None
    is_getoetst: bool
    bewijs: tuple[BewijsBeeld, ...]


class Beveiligingsplan(Uitvoer):
    """The plan: its subjects, the evaluations, newest first, and by which day the next is due."""

    punten: tuple[PuntBeeld, ...]
    evaluaties: tuple[PlandeelBeeld, ...]
    evalueren_voor: Dag


def _shown(row: PlanRij) -> PlandeelBeeld:
    return PlandeelBeeld(op=row.feit.op, staat=row.feit.staat, tekst=row.tekst, door=row.door)


def _last(rows: Iterable[PlanRij], deel: Plandeel, punt: Beveiligingspunt) -> PlandeelBeeld | None:
    found = [row for row in rows if row.feit.deel is deel and row.feit.punt is punt]
    return _shown(found[-1]) if found else None


def _may_open(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_beveiliging(wie, day=edge.day)


def _open(pas: Pass, _invoer: Niets) -> Beveiligingsplan:
    rows = store.plan(pas.wie.convenant.id)
    feiten = [row.feit for row in rows]
    evidence = evidence_of(pas.wie, day=pas.day)
    waiting = unreviewed(feiten)
    return Beveiligingsplan(
        punten=tuple(
            PuntBeeld(
                punt=punt,
                normen=NORMEN[punt],
                maatregelen=_last(rows, Plandeel.MAATREGELEN, punt),
                toetsing=_last(rows, Plandeel.TOETSING, punt),
                is_getoetst=punt not in waiting,
                bewijs=tuple(_fact(one) for one in evidence.get(punt, ())),
            )
            for punt in Beveiligingspunt
        ),
        evaluaties=tuple(_shown(row) for row in reversed(rows) if row.feit.deel is Plandeel.EVALUATIE),
        evalueren_voor=evaluate_by(feiten, pas.wie.convenant),
    )


def _fact(one: Bewijs) -> BewijsBeeld:
    return BewijsBeeld(wat=one.wat, waarde=one.waarde)


def _may_write(wie: Wie, invoer: WritePunt, edge: Edge) -> Verdict:
    return rules.may_write_punt(wie, tekst=invoer.maatregelen, day=edge.day)


def _write(pas: Pass, invoer: WritePunt) -> None:
    _record(pas, Plandeel.MAATREGELEN, invoer.maatregelen, punt=invoer.punt, staat=invoer.staat)


def _may_review(wie: Wie, invoer: ReviewPunt, edge: Edge) -> Verdict:
    found = store.plan_facts(wie.convenant.id)
    return rules.may_review_punt(wie, found, punt=invoer.punt, tekst=invoer.bevinding, day=edge.day)


def _review(pas: Pass, invoer: ReviewPunt) -> None:
    _record(pas, Plandeel.TOETSING, invoer.bevinding, punt=invoer.punt, staat=invoer.oordeel)


def _may_evaluate(wie: Wie, invoer: EvaluatePlan, edge: Edge) -> Verdict:
    return rules.may_evaluate_plan(wie, store.plan_facts(wie.convenant.id), tekst=invoer.conclusie, day=edge.day)


def _evaluate(pas: Pass, invoer: EvaluatePlan) -> None:
    _record(pas, Plandeel.EVALUATIE, invoer.conclusie)


def _record(pas: Pass, deel: Plandeel, tekst: str, *, punt: Beveiligingspunt | None = None, staat: str = "") -> None:
    door = register.handelend(pas.wie)
    store.add_to_plan(pas, deel=deel, punt=punt, staat=staat, tekst=tekst, door=door)


def _may_find_werk(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_find_werk_beveiliging(wie, day=edge.day)


def _waiting(pas: Pass, _invoer: Niets) -> WerkLijst:
    found = store.plan_facts(pas.wie.convenant.id)
    if not rules.asks_of(pas.wie, found, day=pas.day):
        return WerkLijst(werk=())
    regel = WerkRegel(
        stap=Stap.BEVEILIGING,
        artikel="15.3",
        houder_id=pas.wie.convenant.id,
        nummer="",
        uiterlijk_op=evaluate_by(found, pas.wie.convenant),
        bij_id=None,
        herinnerd_op=None,
    )
    return WerkLijst(werk=(regel,))


open_beveiliging = register_act(
    PlainAct(
        code="open-beveiliging",
        articles=("15.2", "15.3"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_open,
        run=_open,
    )
)
find_werk_beveiliging = register_act(
    PlainAct(
        code="find-werk-beveiliging",
        articles=("15.3",),
        bestand=Bestand.REGISTER,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_find_werk,
        run=_waiting,
    )
)
write_punt = register_act(
    PlainAct(
        code="write-beveiligingspunt",
        articles=("15.2", "15.3"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=WritePunt,
        rule=_may_write,
        run=_write,
    )
)
review_punt = register_act(
    PlainAct(
        code="review-beveiligingspunt",
        articles=("15.2", "15.3"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReviewPunt,
        rule=_may_review,
        run=_review,
    )
)
evaluate_plan = register_act(
    PlainAct(
        code="evaluate-beveiliging",
        articles=("15.3",),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=EvaluatePlan,
        rule=_may_evaluate,
        run=_evaluate,
    )
)
