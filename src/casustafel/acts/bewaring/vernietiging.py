"""Take a dossier or casus out of its file for good, in steps that can be repeated. Covenant 13.1, 13.3.

The same three acts in each file: mark it, finish once its key is destroyed, and the way back until then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, OpHouder, Versie
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.bewaring import BewaarFeit, Certificaat, Wijze, ground_of
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules import bewaring as rules
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import uitsluiting
from casustafel.toezicht import store as toezicht
from casustafel.weegploeg import store as weegploeg

ACTIVITY = "bewaren en vernietigen"
In = TypeVar("In", bound=OpHouder)


class BeginVernietiging(OpHouder):
    """Which one, and the day of the last casework on the same subject in the other file, if there is any."""

    elders_op: Dag | None = None


class FinishVernietiging(OpHouder):
    """Which one, and the first epoch of keys under which nothing of it is wrapped."""

    tijdperk: Versie


class HearElders(OpHouder):
    """Which one, and the day of the last casework on the same subject in the other file."""

    elders_op: Dag


class WithdrawVernietiging(OpHouder):
    """Which one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stappen:
    """The acts that destroy in one file."""

    bestand: Bestand
    tabellen: Vernietiging
    begin: HolderAct[BeginVernietiging, BewaarFeit, None]
    withdraw: HolderAct[WithdrawVernietiging, BewaarFeit, None]
    finish: HolderAct[FinishVernietiging, BewaarFeit, Certificaat | None]
    hear: HolderAct[HearElders, BewaarFeit, None] | None
    facts: Callable[..., dict[UUID, BewaarFeit]]
    marked: Callable[[], list[UUID]]


def _has_key(pas: Pass, feit: BewaarFeit) -> bool:
    return pas.sleutels.log_id(feit.id) is not None


def _may_begin(wie: Wie, feit: BewaarFeit, invoer: BeginVernietiging, edge: Edge) -> Verdict:
    return rules.may_begin_vernietiging(wie, feit, elders_op=invoer.elders_op, day=edge.day)


def _may_hear(wie: Wie, feit: BewaarFeit, invoer: HearElders, edge: Edge) -> Verdict:
    return rules.may_hear_elders(wie, feit, elders_op=invoer.elders_op, day=edge.day)


def _may_withdraw(wie: Wie, feit: BewaarFeit, _invoer: WithdrawVernietiging, edge: Edge) -> Verdict:
    return rules.may_withdraw_vernietiging(wie, feit, has_key=True, day=edge.day)


def _may_finish(wie: Wie, feit: BewaarFeit, _invoer: FinishVernietiging, edge: Edge) -> Verdict:
    return rules.may_finish_vernietiging(wie, feit, has_key=False, day=edge.day)


def _is_reversible(pas: Pass, feit: BewaarFeit, _invoer: WithdrawVernietiging) -> Verdict:
    return rules.may_withdraw_vernietiging(pas.wie, feit, has_key=_has_key(pas, feit), day=pas.day)


def _is_keyless(pas: Pass, feit: BewaarFeit, _invoer: FinishVernietiging) -> Verdict:
    return rules.may_finish_vernietiging(pas.wie, feit, has_key=_has_key(pas, feit), day=pas.day)


def _version(_feit: BewaarFeit) -> int:
    return 0


def steps_in(  # reason: the three acts of a file, declared together
    bestand: Bestand,
    *,
    naam: str,
    vernietiging: Vernietiging,
    facts: Callable[..., dict[UUID, BewaarFeit]],
    hears: Callable[..., None] | None = None,
) -> Stappen:
    """Declare the acts of one file; `naam` ends their codes. The archive holds a subject whole: it hears of nobody."""

    def begin(pas: Pass, feit: BewaarFeit, _invoer: BeginVernietiging) -> None:
        vernietiging.begin(pas, feit.id)

    def withdraw(pas: Pass, feit: BewaarFeit, _invoer: WithdrawVernietiging) -> None:
        vernietiging.withdraw(pas, feit.id)

    def hear(pas: Pass, feit: BewaarFeit, invoer: HearElders) -> None:
        if hears is not None:
            hears(pas, feit.id, elders_op=invoer.elders_op)

    def finish(pas: Pass, feit: BewaarFeit, invoer: FinishVernietiging) -> Certificaat | None:
        artikel, wijze = ground_of(feit, pas.wie.convenant, day=pas.day)
        if wijze is Wijze.VERNIETIGD or bestand is Bestand.CASUSOVERLEG:  # the archive knows a subject by its dossier
            uitsluiting.drop(feit.id)
        return vernietiging.finish(
            pas, feit.id, soort=feit.soort, wijze=wijze, artikel=artikel, tijdperk=invoer.tijdperk
        )

    def act(step: str, invoer: type[In], **parts: Any) -> HolderAct[In, BewaarFeit, Any]:
        return register_act(
            HolderAct(
                code=f"{step}-{naam}",
                articles=("13.1", "13.3"),
                bestand=bestand,
                verwerking=ACTIVITY,
                gevolg=Gevolg.CHANGED,
                invoer=invoer,
                facts=facts,
                version=_version,
                **parts,
            )
        )

    return Stappen(
        bestand=bestand,
        tabellen=vernietiging,
        facts=facts,
        marked=vernietiging.marked,
        begin=act("begin-vernietiging", BeginVernietiging, rule=_may_begin, run=begin),
        withdraw=act(
            "withdraw-vernietiging", WithdrawVernietiging, rule=_may_withdraw, run=withdraw, toets=_is_reversible
        ),
        finish=act("finish-vernietiging", FinishVernietiging, rule=_may_finish, run=finish, toets=_is_keyless),
        hear=act("hear-elders", HearElders, rule=_may_hear, run=hear) if hears is not None else None,
    )


IN_WEEGPLOEG = steps_in(
    Bestand.WEEGPLOEG,
    naam="weegploeg",
    vernietiging=weegploeg.vernietiging,
    facts=weegploeg.bewaring,
    hears=weegploeg.hear,
)
IN_CASUSOVERLEG = steps_in(
    Bestand.CASUSOVERLEG,
    naam="casusoverleg",
    vernietiging=casusoverleg.vernietiging,
    facts=casusoverleg.bewaring,
    hears=casusoverleg.hear,
)
IN_ARCHIEF = steps_in(Bestand.ARCHIEF, naam="archief", vernietiging=archief.vernietiging, facts=archief.bewaring)
IN_BETROKKENE = steps_in(
    Bestand.BETROKKENE, naam="betrokkene", vernietiging=betrokkene.vernietiging, facts=betrokkene.bewaring
)
IN_TOEZICHT = steps_in(Bestand.TOEZICHT, naam="toezicht", vernietiging=toezicht.vernietiging, facts=toezicht.bewaring)
STAPPEN: dict[Bestand, Stappen] = {
    one.bestand: one for one in (IN_CASUSOVERLEG, IN_WEEGPLOEG, IN_ARCHIEF, IN_BETROKKENE, IN_TOEZICHT)
}
"""The files that hold a subject, in the order in which they are marked: the casus before the dossier it came from."""
