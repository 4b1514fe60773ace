"""Notice to leave the covenant: seen, given, taken back. Covenant 18.2."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Invoer, Niets, Tekst, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules import verloop as rules
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import verloop as store


class OpzeggingBeeld(Uitvoer):
    """The notice of the own organisation: given or not, and the first day on which it has left or would have.

    `mensen` is how many of its people lose their access on that day.
    """

    is_gegeven: bool
    op: Dag | None
    tot: Dag
    door: str
    is_kernpartij: bool
    mensen: int


class WithdrawOpzegging(Invoer):
    """Why a notice is taken back."""

    reden: Tekst


def _may_open(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_opzegging(wie, day=edge.day)


def _open(pas: Pass, _invoer: Niets) -> OpzeggingBeeld:
    given = store.opzegging(pas.wie)
    return OpzeggingBeeld(
        is_gegeven=given is not None,
        op=given.op if given else None,
        tot=given.tot if given else rules.leaves_on(pas.day, pas.wie),
        door=given.door if given else "",
        is_kernpartij=is_weegploeg(pas.wie),
        mensen=store.people_of(pas.wie, day=pas.day),
    )


def _may_give(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_give_opzegging(wie, day=edge.day)


def _give(pas: Pass, _invoer: Niets) -> None:
    opzegging_id = pas.new_id()
    store.give_opzegging(opzegging_id, pas.wie, op=pas.day, tot=rules.leaves_on(pas.day, pas.wie))
    pas.note(opzegging_id)


def _may_withdraw(wie: Wie, invoer: WithdrawOpzegging, edge: Edge) -> Verdict:
    seen = rules.may_see_opzegging(wie, day=edge.day)
    given = store.opzegging(wie) if seen.is_allowed else None
    return rules.may_withdraw_opzegging(wie, tot=given.tot if given else None, reden=invoer.reden, day=edge.day)


def _withdraw(pas: Pass, invoer: WithdrawOpzegging) -> None:
    given = store.opzegging(pas.wie)
    store.withdraw_opzegging(pas.wie, on=pas.day, reden=invoer.reden)
    if given is not None:
        pas.note(given.id)


open_opzegging = register_act(
    PlainAct(
        code="open-opzegging",
        articles=("18.2",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_open,
        run=_open,
    )
)

give_opzegging = register_act(
    PlainAct(
        code="give-opzegging",
        articles=("18.2",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=Niets,
        needs_fresh_sign_in=True,
        rule=_may_give,
        run=_give,
    )
)

withdraw_opzegging = register_act(
    PlainAct(
        code="withdraw-opzegging",
        articles=("18.2",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawOpzegging,
        rule=_may_withdraw,
        run=_withdraw,
    )
)
