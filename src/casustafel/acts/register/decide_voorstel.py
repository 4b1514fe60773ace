"""Positions on a proposal, and what follows: with the agreement of the last it is adopted. Covenant 4, 18.3."""

from datetime import date

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer, Tekst
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Keuze, Wie
from casustafel.convenant.overeenstemming import Vraagstaat, is_agreed
from casustafel.convenant.rules import bijlage as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.vooruitzicht import convenantstukken_from
from casustafel.register.store import voorstel as store


class OpVoorstel(Invoer):
    """Which proposal."""

    voorstel_id: Id


class TakeStandpuntVoorstel(OpVoorstel):
    """Where the own party stands, and why."""

    keuze: Keuze
    motivering: Tekst


def kept_voorstel(wie: Wie, voorstel_id: Id, *, day: date) -> store.VoorstelRij | None:
    """Find a proposal of the covenant that is not past its term. Covenant 13.1."""
    vanaf = convenantstukken_from(wie.convenant, day=day)
    return store.voorstel(voorstel_id, convenant_id=wie.convenant.id, vanaf=vanaf)


def _may_take(wie: Wie, invoer: TakeStandpuntVoorstel, edge: Edge) -> Verdict:
    found = kept_voorstel(wie, invoer.voorstel_id, day=edge.day)
    return rules.may_take_standpunt_voorstel(
        wie,
        found.vraag if found else None,
        found.inhoud if found else None,
        keuze=invoer.keuze,
        motivering=invoer.motivering,
        bestaand=store.bestaand(wie.convenant),
        day=edge.day,
    )


def _take(pas: Pass, invoer: TakeStandpuntVoorstel) -> None:
    keuze, day = invoer.keuze, pas.day
    store.take_standpunt(invoer.voorstel_id, pas.wie, keuze=keuze, motivering=invoer.motivering, day=day)
    pas.note(invoer.voorstel_id)
    found = kept_voorstel(pas.wie, invoer.voorstel_id, day=day)
    if found is not None and is_agreed(found.vraag, pas.wie.convenant, day=day):
        store.settle(found.id, staat=Vraagstaat.AANGENOMEN, day=day)
        store.adopt(pas.wie.convenant.id, found.inhoud, day=day, new_id=pas.new_id)


def _may_take_back(wie: Wie, invoer: OpVoorstel, edge: Edge) -> Verdict:
    found = kept_voorstel(wie, invoer.voorstel_id, day=edge.day)
    return rules.may_withdraw_standpunt_voorstel(wie, found.vraag if found else None, day=edge.day)


def _take_back(pas: Pass, invoer: OpVoorstel) -> None:
    store.withdraw_standpunt(invoer.voorstel_id, pas.wie)
    pas.note(invoer.voorstel_id)


def _may_withdraw(wie: Wie, invoer: OpVoorstel, edge: Edge) -> Verdict:
    found = kept_voorstel(wie, invoer.voorstel_id, day=edge.day)
    return rules.may_withdraw_voorstel(wie, found.vraag if found else None, day=edge.day)


def _withdraw(pas: Pass, invoer: OpVoorstel) -> None:
    store.settle(invoer.voorstel_id, staat=Vraagstaat.INGETROKKEN, day=pas.day)
    pas.note(invoer.voorstel_id)


def _may_remind(wie: Wie, invoer: OpVoorstel, edge: Edge) -> Verdict:
    found = kept_voorstel(wie, invoer.voorstel_id, day=edge.day)
    return rules.may_remind_voorstel(wie, found.vraag if found else None, day=edge.day)


def _remind(pas: Pass, invoer: OpVoorstel) -> None:
    store.remind(invoer.voorstel_id, day=pas.day)
    pas.note(invoer.voorstel_id)


take_standpunt_voorstel = register_act(
    PlainAct(
        code="take-standpunt-voorstel",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=TakeStandpuntVoorstel,
        needs_fresh_sign_in=True,
        rule=_may_take,
        run=_take,
    )
)

withdraw_standpunt_voorstel = register_act(
    PlainAct(
        code="withdraw-standpunt-voorstel",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=OpVoorstel,
        rule=_may_take_back,
        run=_take_back,
    )
)

withdraw_voorstel = register_act(
    PlainAct(
        code="withdraw-voorstel",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=OpVoorstel,
        rule=_may_withdraw,
        run=_withdraw,
    )
)

remind_voorstel = register_act(
    PlainAct(
        code="remind-voorstel",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=OpVoorstel,
        rule=_may_remind,
        run=_remind,
    )
)
