"""Evaluations of the covenant, and the verification of the law that it is under. Covenant 18.4, B1.3."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Invoer, Niets, Regel, Tekst, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules import verloop as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.vooruitzicht import convenantstuk_until, convenantstukken_from
from casustafel.register.store import verloop as store


class RecordEvaluatie(Invoer):
    """When the covenant was evaluated, by whom, with which conclusion, and when again if that was agreed."""

    op: Dag
    uitgevoerd_door: Regel
    conclusie: Tekst
    volgende_op: Dag | None = None


class VerifyRegime(Invoer):
    """What was verified, in words."""

    toelichting: Tekst


class EvaluatieBeeld(Uitvoer):
    """An evaluation."""

    op: Dag
    uitgevoerd_door: str
    conclusie: str
    volgende_op: Dag | None
    door: str
    bewaard_tot: Dag


class Evaluaties(Uitvoer):
    """The evaluations of the covenant, and the day by which the next is due, if any."""

    uiterlijk_op: Dag | None
    evaluaties: tuple[EvaluatieBeeld, ...]


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_evaluatie(wie, day=edge.day)


def _find(pas: Pass, _invoer: Niets) -> Evaluaties:
    rows = store.evaluaties(pas.wie.convenant.id)
    vanaf = convenantstukken_from(pas.wie.convenant, day=pas.day)
    volgende_op = rows[0].volgende_op if rows else None
    return Evaluaties(
        uiterlijk_op=rules.evaluatie_due(pas.wie, volgende_op=volgende_op, is_evaluated=bool(rows)),
        evaluaties=tuple(
            EvaluatieBeeld(
                op=row.op,
                uitgevoerd_door=row.uitgevoerd_door,
                conclusie=row.conclusie,
                volgende_op=row.volgende_op,
                door=row.door,
                bewaard_tot=convenantstuk_until(row.op, pas.wie.convenant),
            )
            for row in rows
            if row.op >= vanaf
        ),
    )


def _may_record(wie: Wie, invoer: RecordEvaluatie, edge: Edge) -> Verdict:
    return rules.may_record_evaluatie(
        wie,
        op=invoer.op,
        uitgevoerd_door=invoer.uitgevoerd_door,
        conclusie=invoer.conclusie,
        volgende_op=invoer.volgende_op,
        day=edge.day,
    )


def _record(pas: Pass, invoer: RecordEvaluatie) -> None:
    store.add_evaluatie(
        pas.wie,
        op=invoer.op,
        uitgevoerd_door=invoer.uitgevoerd_door,
        conclusie=invoer.conclusie,
        volgende_op=invoer.volgende_op,
    )
    pas.note(pas.wie.convenant.id)


def _may_verify(wie: Wie, invoer: VerifyRegime, edge: Edge) -> Verdict:
    return rules.may_verify_regime(wie, toelichting=invoer.toelichting, day=edge.day)


def _verify(pas: Pass, invoer: VerifyRegime) -> None:
    store.verify_regime(pas.wie, toelichting=invoer.toelichting, day=pas.day)
    pas.note(pas.wie.convenant.id)


find_evaluaties = register_act(
    PlainAct(
        code="find-evaluaties",
        articles=("18.4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)

record_evaluatie = register_act(
    PlainAct(
        code="record-evaluatie",
        articles=("18.4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=RecordEvaluatie,
        rule=_may_record,
        run=_record,
    )
)

verify_regime = register_act(
    PlainAct(
        code="verify-regime",
        articles=("B1.3",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=VerifyRegime,
        needs_fresh_sign_in=True,
        rule=_may_verify,
        run=_verify,
    )
)
