"""Carry out the other terms: log rows, authorisations, acceptances, deputies, accounts, tokens. Covenant 13.1, 15.2."""

from datetime import date, datetime, time, timedelta
from typing import Any

from casustafel.acts.bewaring.vernietiging import ACTIVITY
from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Invoer, Niets
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import ROUND, Logboek
from casustafel.bestand.overleg import Overleggen
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.rules.bewaring import may_run_nachtwerk
from casustafel.convenant.termijn import ended_before
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as maatregelen
from casustafel.register.store import autorisatie, verloop, voorstel
from casustafel.register.store import bewaring as register
from casustafel.toezicht import store as toezicht
from casustafel.weegploeg import store as weegploeg


class UntilDay(Invoer):
    """The last day on which what goes may have begun or ended."""

    tot_en_met: Dag


def ended_by(convenant: ConvenantFeit, code: TermijnCode, *, day: date) -> date:
    """Give the latest day whose term has ended on `day`, by the covenant's own term."""
    return ended_before(day, termijn=term_of(convenant, code))


def _rule(wie: Wie, _invoer: Invoer, _edge: Edge) -> Verdict:
    return may_run_nachtwerk(wie)


def _drop_ended(pas: Pass, invoer: UntilDay) -> int:
    convenant_id, until = pas.wie.convenant.id, invoer.tot_en_met
    return register.drop_ended(convenant_id, until=until) + autorisatie.drop_vragen(convenant_id, until=until)


def _empty_accounts(_pas: Pass, invoer: UntilDay) -> int:
    return register.empty_accounts(until=invoer.tot_en_met)


def _drop_expired(pas: Pass, _invoer: Niets) -> int:
    return register.drop_expired(at=pas.moment)


def _drop_convenantstukken(pas: Pass, invoer: UntilDay) -> int:
    convenant_id, until = pas.wie.convenant.id, invoer.tot_en_met
    drops = (
        verloop.drop_geschillen,
        verloop.drop_opzeggingen,
        verloop.drop_evaluaties,
        verloop.drop_verificaties,
        voorstel.drop_voorstellen,
        maatregelen.drop_maatregelen,
        toezicht.drop_plan,
    )
    return sum(drop(convenant_id, until=until) for drop in drops)


def _drop_meetings(bestand: Bestand, overleggen: Overleggen[Any, Any, Any]) -> PlainAct[UntilDay, int]:
    def run(pas: Pass, invoer: UntilDay) -> int:
        return overleggen.drop_empty(pas, until=invoer.tot_en_met)

    return PlainAct(
        code=f"drop-overleggen-{bestand.value}",
        articles=("13.1", "7.3" if bestand is Bestand.WEEGPLOEG else "9.1"),
        bestand=bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=UntilDay,
        rule=_rule,
        run=run,
    )


drop_overleggen = tuple(
    register_act(_drop_meetings(bestand, store.overleggen))
    for bestand, store in ((Bestand.WEEGPLOEG, weegploeg), (Bestand.CASUSOVERLEG, casusoverleg))
)
drop_convenantstukken = register_act(
    PlainAct(
        code="drop-convenantstukken",
        articles=("13.1", "4", "17", "18.2", "18.4", "B1.3", "B2.b"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=UntilDay,
        rule=_rule,
        run=_drop_convenantstukken,
    )
)
drop_autorisaties = register_act(
    PlainAct(
        code="drop-autorisaties",
        articles=("13.1", "15.2.c", "14.1"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=UntilDay,
        rule=_rule,
        run=_drop_ended,
    )
)
empty_accounts = register_act(
    PlainAct(
        code="empty-accounts",
        articles=("13.1", "15.2.c"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=UntilDay,
        rule=_rule,
        run=_empty_accounts,
    )
)
drop_tokens = register_act(
    PlainAct(
        code="drop-tokens",
        articles=("13.1", "15.2.d"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=Niets,
        rule=_rule,
        run=_drop_expired,
    )
)


def expire_logs(convenanten: list[ConvenantFeit], *, day: date) -> int:
    """Destroy the log rows of before their term, with their salts, in every file; the hashes of their leaves stay.

    No act: a row about the end of a row would never end. Reading: one term for all logs of an installation, the
    shortest of its covenants.
    """
    if not convenanten:
        return 0
    last = max(ended_by(convenant, TermijnCode.LOGREGEL, day=day) for convenant in convenanten)
    before = datetime.combine(last + timedelta(days=1), time(), LOCAL)
    return sum(_expire(logboek, before) for logboek in LOGBOEKEN.values())


def _expire(logboek: Logboek, before: datetime) -> int:
    gone, done = 0, ROUND
    while done:
        done = logboek.expire(before)
        gone += done
    return gone
