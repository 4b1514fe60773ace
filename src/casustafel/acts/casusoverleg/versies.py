"""Open the versions of the plan, one of them, and its measures through all of them. Covenant 9.3, 9.4, 10.5."""

from collections.abc import Iterator

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.plan_beeld import MaatregelBeeld, PlanBeeld, plan_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules.toegang import NOT_THERE, is_partner, may_open_plan
from casustafel.convenant.verdict import ALLOWED, Verdict


class OpenVersies(OpHouder):
    """Of which casus."""


class OpenVersie(OpHouder):
    """Which version of the plan of which casus."""

    plan_id: Id


class OpenMaatregelen(OpHouder):
    """Of which casus."""


class VersiesBeeld(Bewaard):
    """The versions of the plan, oldest first; an externe casuspartner sees those that were adopted."""

    id: Id
    nummer: str
    staat: CasusStaat
    versies: tuple[PlanBeeld, ...]


class VersieBeeld(Bewaard):
    """One version of the plan, and the one before it that the reader may see."""

    id: Id
    nummer: str
    staat: CasusStaat
    plan: PlanBeeld
    vorige: PlanBeeld | None


class MaatregelReeks(Uitvoer):
    """A measure through all versions: as it stands last, in which versions, and whether it is in the plan now."""

    maatregel: MaatregelBeeld
    versies: tuple[int, ...]
    is_in_plan: bool


class MaatregelenBeeld(Bewaard):
    """The measures through all versions of the plan, in the order in which they came."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    maatregelen: tuple[MaatregelReeks, ...]


def _versions(pas: Pass, casus: CasusFeit) -> Iterator[PlanBeeld]:
    """Give the versions that the reader may see. Reading at 10.5: the plan is what was adopted."""
    pieces = store.open_plan(pas, casus.kop.id)
    for stuk in pieces.plannen:
        plan = plan_beeld(stuk.id, plannen=pieces.plannen, maatregelen=pieces.maatregelen, voortgang=pieces.voortgang)
        if plan and (plan.vastgesteld_op or not is_partner(pas.wie)):
            yield plan


def _show_all(pas: Pass, casus: CasusFeit, _invoer: OpenVersies) -> VersiesBeeld:
    kop = casus.kop
    return VersiesBeeld(
        id=kop.id,
        nummer=kop.nummer,
        bewaring=bewaring_beeld(kop, pas.wie.convenant),
        staat=kop.staat,
        versies=tuple(_versions(pas, casus)),
    )


def _show_one(pas: Pass, casus: CasusFeit, invoer: OpenVersie) -> VersieBeeld:
    versions = list(_versions(pas, casus))
    place = next(n for n, plan in enumerate(versions) if plan.id == invoer.plan_id)
    vorige = versions[place - 1] if place else None
    kop = casus.kop
    return VersieBeeld(
        id=kop.id,
        nummer=kop.nummer,
        bewaring=bewaring_beeld(kop, pas.wie.convenant),
        staat=kop.staat,
        plan=versions[place],
        vorige=vorige,
    )


def _show_measures(pas: Pass, casus: CasusFeit, _invoer: OpenMaatregelen) -> MaatregelenBeeld:
    last: dict[Id, MaatregelBeeld] = {}
    seen: dict[Id, list[int]] = {}
    current: set[Id] = set()
    for plan in _versions(pas, casus):
        for maatregel in plan.maatregelen:
            last[maatregel.reeks] = maatregel
            seen.setdefault(maatregel.reeks, []).append(plan.versie)
            if plan.id == casus.plan_vastgesteld:
                current.add(maatregel.reeks)
    return MaatregelenBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        maatregelen=tuple(
            MaatregelReeks(maatregel=maatregel, versies=tuple(seen[reeks]), is_in_plan=reeks in current)
            for reeks, maatregel in last.items()
        ),
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpHouder, edge: Edge) -> Verdict:
    return may_open_plan(wie, casus.kop, day=edge.day)


def _is_theirs(pas: Pass, casus: CasusFeit, invoer: OpenVersie) -> Verdict:
    """Hide a version that does not exist, or that this reader does not see."""
    return ALLOWED if invoer.plan_id in {plan.id for plan in _versions(pas, casus)} else NOT_THERE


open_versies = register_act(
    HolderAct(
        code="open-versies",
        articles=("9.3", "10.5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenVersies,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show_all,
    )
)

open_versie = register_act(
    HolderAct(
        code="open-versie",
        articles=("9.3", "10.5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenVersie,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        toets=_is_theirs,
        run=_show_one,
    )
)

open_maatregelen = register_act(
    HolderAct(
        code="open-maatregelen",
        articles=("9.4", "10.5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenMaatregelen,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show_measures,
    )
)
