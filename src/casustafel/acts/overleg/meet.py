"""Hold a meeting: begin, say who is present, go on to a subject, finish, or call it off. Covenant 7.3, 9.1, 9.4.

A meeting decides nothing. What is decided there are the acts of the covenant, each by who may do it.
"""

from collections.abc import Callable
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id
from casustafel.acts.overleg.bord import KAMERS, VERWERKING, Kamer, OpOverleg, version
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import OrganisatieId, Wie
from casustafel.convenant.overleg import OverlegFeit, OverlegStaat
from casustafel.convenant.rules import overleg as rules
from casustafel.convenant.verdict import Verdict


class RecordAanwezig(OpOverleg):
    """Which organisation; none means the own one of who says so."""

    organisatie_id: Id | None = None


class DiscussPunt(OpOverleg):
    """Which subject; none means that the meeting is between two subjects."""

    punt_id: Id | None = None


class FinishOverleg(OpOverleg):
    """Which subjects have been discussed."""

    besproken: tuple[Id, ...] = ()


def _move(
    kamer: Kamer, name: str, rule: Callable[..., Verdict], *, to: OverlegStaat
) -> HolderAct[OpOverleg, OverlegFeit, None]:
    def run(pas: Pass, overleg: OverlegFeit, _invoer: OpOverleg) -> None:
        kamer.overleggen.set_staat(pas, overleg.id, to)

    return HolderAct(
        code=f"{name}-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=OpOverleg,
        facts=kamer.facts,
        version=version,
        rule=lambda wie, overleg, _invoer, edge: rule(wie, overleg, day=edge.day),
        run=run,
    )


def _come(kamer: Kamer) -> HolderAct[RecordAanwezig, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: RecordAanwezig, edge: Edge) -> Verdict:
        organisatie_id = OrganisatieId(invoer.organisatie_id) if invoer.organisatie_id else None
        return rules.may_record_aanwezig(wie, overleg, organisatie_id=organisatie_id, day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: RecordAanwezig) -> None:
        own = pas.wie.organisatie_id
        is_own = invoer.organisatie_id is None
        organisatie_id = own if is_own else invoer.organisatie_id
        if organisatie_id is not None:
            medewerker_id = pas.wie.medewerker_id if is_own else None
            kamer.overleggen.come(pas, overleg.id, organisatie_id=organisatie_id, medewerker_id=medewerker_id)

    return HolderAct(
        code=f"record-aanwezig-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=RecordAanwezig,
        facts=kamer.facts,
        version=version,
        rule=rule,
        run=run,
    )


def _discuss(kamer: Kamer) -> HolderAct[DiscussPunt, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: DiscussPunt, edge: Edge) -> Verdict:
        return rules.may_discuss_punt(wie, overleg, invoer.punt_id, day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: DiscussPunt) -> None:
        kamer.overleggen.go_to(pas, overleg.id, invoer.punt_id)

    return HolderAct(
        code=f"discuss-punt-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=DiscussPunt,
        facts=kamer.facts,
        version=version,
        reach=_subject,
        rule=rule,
        run=run,
    )


def _subject(invoer: DiscussPunt) -> list[UUID]:
    return [invoer.punt_id] if invoer.punt_id else []


def _finish(kamer: Kamer) -> HolderAct[FinishOverleg, OverlegFeit, None]:
    def rule(wie: Wie, overleg: OverlegFeit, invoer: FinishOverleg, edge: Edge) -> Verdict:
        return rules.may_finish_overleg(wie, overleg, invoer.besproken, day=edge.day)

    def run(pas: Pass, overleg: OverlegFeit, invoer: FinishOverleg) -> None:
        seen = [punt.houder_id for punt in rules.visible(pas.wie, overleg, day=pas.day)]
        kamer.overleggen.mark(overleg.id, seen=seen, besproken=invoer.besproken)
        kamer.overleggen.set_staat(pas, overleg.id, OverlegStaat.AFGEROND)

    return HolderAct(
        code=f"finish-overleg-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.CHANGED,
        invoer=FinishOverleg,
        facts=kamer.facts,
        version=version,
        rule=rule,
        run=run,
    )


start_overleg = {
    bord: register_act(_move(kamer, "start-overleg", rules.may_start_overleg, to=OverlegStaat.BEZIG))
    for bord, kamer in KAMERS.items()
}
cancel_overleg = {
    bord: register_act(_move(kamer, "cancel-overleg", rules.may_cancel_overleg, to=OverlegStaat.AFGELAST))
    for bord, kamer in KAMERS.items()
}
record_aanwezig = {bord: register_act(_come(kamer)) for bord, kamer in KAMERS.items()}
discuss_punt = {bord: register_act(_discuss(kamer)) for bord, kamer in KAMERS.items()}
finish_overleg = {bord: register_act(_finish(kamer)) for bord, kamer in KAMERS.items()}
