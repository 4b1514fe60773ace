"""The items of a casus with their marks: who may have them, what a plan rests on. Covenant 6, reading *Class*."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from uuid import UUID

from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import AnalyseInhoud, BijdrageInhoud, PlanInhoud, SignaalInhoud
from casustafel.convenant.feit import CasusFeit, OrganisatieFeit, StukId
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.deelname import readers_of
from casustafel.convenant.rules.klasse import Steun, class_reasons, decisions_on, may_have_steun, purpose_reasons
from casustafel.convenant.stuk import AnalyseStaat
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop

Kind = store.Soort


def steun_of(pas: Pass, casus: CasusFeit) -> dict[UUID, Steun]:
    """Open the marks of every signaal, contribution and analysis of a casus, but for analyses to be revised."""
    found = store.stukken.of_kind(pas, casus.kop.id, Kind.ANALYSE, AnalyseInhoud)
    return steun_in(
        signalen=store.stukken.of_kind(pas, casus.kop.id, Kind.SIGNAAL, SignaalInhoud),
        bijdragen=store.stukken.of_kind(pas, casus.kop.id, Kind.BIJDRAGE, BijdrageInhoud),
        analyses=[a for a in found if a.staat != AnalyseStaat.TE_HERZIEN],
    )


def steun_in(
    *,
    signalen: Collection[Stuk[SignaalInhoud]],
    bijdragen: Collection[Stuk[BijdrageInhoud]],
    analyses: Collection[Stuk[AnalyseInhoud]],
) -> dict[UUID, Steun]:
    """Give the marks of pieces that were opened already.

    An analysis names the signals of the weegploeg that it rests on; each copy here says whose copy it is.
    """
    found: dict[UUID, Steun] = {s.id: Steun(id=s.id, merk=s.inhoud.merk) for s in signalen}
    found.update({s.id: Steun(id=s.id, merk=s.inhoud.merk) for s in bijdragen})
    known: dict[UUID, Steun] = dict(found)
    known.update({s.bij_id: found[s.id] for s in signalen})
    found.update({s.id: analysed(s.id, s.inhoud, known=known) for s in analyses})
    return found


def analysed(analyse_id: StukId, inhoud: AnalyseInhoud, *, known: Mapping[UUID, Steun]) -> Steun:
    """Give an analysis with what it rests on; where a part of that is not here, the analysis stands on its own mark."""
    rests = tuple(known[one] for one in inhoud.signalen if one in known)
    is_whole = len(rests) == len(inhoud.signalen)
    return Steun(id=analyse_id, merk=inhoud.merk, rust_op=rests if is_whole else ())


def readable(pas: Pass, casus: CasusFeit, steun: Iterable[Steun]) -> set[UUID]:
    """Give the items that the organisation of the reader may have."""
    return readable_by(pas.wie.organisatie, pas, casus, steun)


def readable_by(organisatie: OrganisatieFeit | None, pas: Pass, casus: CasusFeit, steun: Iterable[Steun]) -> set[UUID]:
    """Give the items that an organisation may have, by their class and the own decisions on them."""
    law, besluiten = regime(pas.wie.convenant.regime), decisions_on(casus)
    return {
        one.id
        for one in steun
        if may_have_steun(one, organisatie=organisatie, besluiten=besluiten, regime=law, day=pas.day)
    }


def support_reasons(  # what is judged is a plan's support and purpose, at writing or at adopting
    pas: Pass,
    casus: CasusFeit,
    *,
    steunt_op: Collection[UUID],
    doelstellingen: Collection[str],
    is_writing: bool = True,
) -> Iterator[Reason]:
    """Say why a plan may not rest on these items: unknown to the writer, not for every reader, for another purpose.

    At adopting, an item that was corrected away is no support any more, and who adopts need not read every item.
    """
    if not steunt_op:
        return
    known = steun_of(pas, casus)
    if is_writing and not set(steunt_op) <= readable(pas, casus, known.values()):
        yield field_fault("9.3", "steunt_op", gettext_noop("Choose data of this casus that you may read."))
        return
    chosen = [known[one] for one in steunt_op if one in known]
    law = regime(pas.wie.convenant.regime)
    yield from class_reasons(
        chosen,
        lezers=readers_of(casus.kop, pas.wie.convenant, day=pas.day),
        besluiten=decisions_on(casus),
        regime=law,
        day=pas.day,
    )
    yield from purpose_reasons(chosen, doelstellingen=doelstellingen, regime=law)


def plans_on(pas: Pass, casus: CasusFeit, *plan_ids: StukId | None) -> list[PlanInhoud]:
    """Open these versions of the plan."""
    found = store.stukken.of_kind(pas, casus.kop.id, Kind.PLAN, PlanInhoud)
    return [stuk.inhoud for stuk in found if stuk.id in plan_ids]


def joining_reasons(pas: Pass, casus: CasusFeit, organisatie: OrganisatieFeit) -> Iterator[Reason]:
    """Say which data of the adopted plan and of the concept may not go to who joins. Covenant 6, 9.1."""
    plans = plans_on(pas, casus, casus.plan_vastgesteld, casus.plan_concept)
    rests_on = {one for plan in plans for one in plan.steunt_op}
    if not rests_on:
        return
    known = steun_of(pas, casus)
    yield from class_reasons(
        [known[one] for one in rests_on if one in known],
        lezers=(organisatie,),
        besluiten=decisions_on(casus),
        regime=regime(pas.wie.convenant.regime),
        day=pas.day,
    )
