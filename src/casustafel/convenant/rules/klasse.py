"""Class that travels: own decisions of police and OM, and what a plan may rest on. Covenant 6, reading *Class*."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import (
    CasusFeit,
    CasusStaat,
    OrganisatieFeit,
    OrganisatieId,
    StukFeit,
    StukId,
    Wie,
    of_kind,
)
from casustafel.convenant.partij import KERNPARTIJEN, Soort
from casustafel.convenant.regime import Klasse, Regime
from casustafel.convenant.rules.tafel import within
from casustafel.convenant.rules.toegang import at_table, may_open_casus
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    refuse_for,
    right_fault,
    state_fault,
)
from casustafel.convenant.verstrekking import EigenBesluit, Merk, may_have

WITHDRAWN = "ingetrokken"
ONDERZOEK = frozenset({Klasse.WPG_9, Klasse.WPG_10A, Klasse.WPG_10C})


@dataclass(frozen=True, slots=True, kw_only=True)
class Steun:
    """An item that an analysis or a plan may rest on: its mark, and what it rests on itself."""

    id: StukId
    merk: Merk
    rust_op: tuple["Steun", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadpleging:
    """Who was consulted before a decision of one's own on investigation data, and when. Besluit B2.c."""

    bevoegd_functionaris: str = ""
    bevoegd_functionaris_op: date | None = None
    om_geraadpleegd: str = ""
    om_geraadpleegd_op: date | None = None


def decisions_on(casus: CasusFeit) -> frozenset[EigenBesluit]:
    """Give the own decisions that stand in a casus: which item may go to which organisation."""
    return frozenset(
        EigenBesluit(item_id=s.bij_id, organisatie_id=s.organisatie_id)
        for s in of_kind(casus.stukken, CasusStuk.EIGEN_BESLUIT)
        if s.staat != WITHDRAWN and s.bij_id is not None and s.organisatie_id is not None
    )


@carries_out("6", "8.5", "10.2.d")
def may_have_steun(
    steun: Steun,
    *,
    organisatie: OrganisatieFeit | None,
    besluiten: Collection[EigenBesluit],
    regime: Regime,
    day: date,
) -> bool:
    """Tell whether an organisation may have an item; what rests on items may be had by who may have each of them.

    Covenant 6, 8.5. Reading: the copy of 8.5 passes this check per reader.
    """

    def has(one: Steun) -> bool:
        if may_have(one.merk, item_id=one.id, organisatie=organisatie, besluiten=besluiten, regime=regime, day=day):
            return True
        return bool(one.rust_op) and all(has(part) for part in one.rust_op)

    return has(steun)


@carries_out("6", "9.3", "10.5")
def class_reasons(
    steun: Collection[Steun],
    *,
    lezers: Collection[OrganisatieFeit],
    besluiten: Collection[EigenBesluit],
    regime: Regime,
    day: date,
) -> Iterator[Reason]:
    """Name each class and organisation that do not go together.

    Covenant 6. Reading: classed data enters a plan only if every reader may have it, the externe casuspartner too.
    """
    for lezer in lezers:
        klassen = {
            klasse
            for one in steun
            if not may_have_steun(one, organisatie=lezer, besluiten=besluiten, regime=regime, day=day)
            for klasse in one.merk.klassen
        }
        for klasse in sorted(klassen):
            text = gettext_noop(
                "Data of class %(klasse)s may not go to %(organisatie)s. Leave it out of the plan, or let the party "
                "whose data it is decide that this organisation may have it."
            )
            yield state_fault("6", "class", text, klasse=klasse, organisatie=lezer.naam)


@carries_out("6", "3.i", "3.ii", "B1.1")
def purpose_reasons(steun: Collection[Steun], *, doelstellingen: Collection[str], regime: Regime) -> Iterator[Reason]:
    """Ask a plan to serve the purpose for which the data that it rests on was provided. Covenant 3, 6; Besluit B1.1."""
    served = {d.code: d.doelstelling for d in regime.verstrekkingsdoelen}
    given = {served[band.doel] for one in steun for band in one.merk.banden if band.doel in served}
    for missing in sorted(given - set(doelstellingen)):
        text = gettext_noop(
            "This plan rests on data that was provided for purpose (%(doel)s) of article 3: a plan that uses it serves "
            "that purpose too."
        )
        yield field_fault("3", "doelstellingen", text, doel=missing)


def _item(casus: CasusFeit, item_id: StukId | None) -> StukFeit | None:
    items = of_kind(casus.stukken, CasusStuk.SIGNAAL, CasusStuk.BIJDRAGE)
    return next((s for s in items if s.id == item_id), None)


def _owner(wie: Wie, casus: CasusFeit, item_id: StukId | None, *, day: date) -> Iterator[Reason]:
    if not at_table(wie, casus.kop, day=day) or wie.soort not in {Soort.POLITIE, Soort.OM}:
        text = gettext_noop("Only the police and the OM at the table decide this, each on its own data.")
        yield right_fault("6", "owner", text)
    item = _item(casus, item_id)
    if item is None or item.organisatie_id != wie.organisatie_id:
        yield field_fault("6", "item_id", gettext_noop("This is not data of your organisation in this casus."))


@carries_out("6")
def may_decide_eigen(  # an own decision is which item, for whom, on which ground
    wie: Wie,
    casus: CasusFeit,
    *,
    item_id: StukId,
    organisatie_id: OrganisatieId,
    bepaling: str,
    reden: str,
    day: date,
) -> Verdict:
    """Say whether police or OM may record its own decision that a casuspartij or partner may have an item of its own.

    Covenant 6. Reading: *Class*: default no; this decision names its ground, and is theirs alone to take.
    """

    def reasons() -> Iterator[Reason]:
        yield from _owner(wie, casus, item_id, day=day)
        if casus.kop.staat is CasusStaat.AFGESLOTEN:
            yield state_fault("6", "closed", gettext_noop("The plan is closed: no more data goes to others."))
        organisatie = wie.convenant.organisatie(organisatie_id)
        if organisatie is None or not organisatie.is_in_force_on(day) or organisatie.soort in KERNPARTIJEN:
            text = gettext_noop("Choose a casuspartij or an externe casuspartner of this covenant.")
            yield field_fault("6", "organisatie_id", text)
        elif EigenBesluit(item_id=item_id, organisatie_id=organisatie_id) in decisions_on(casus):
            yield state_fault("6", "decided", gettext_noop("This was decided for this organisation already."))
        yield from text_reason("6", "bepaling", bepaling)
        yield from text_reason("6", "reden", reden)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("6", "B2.c")
def eigen_besluit_reasons(merk: Merk, raadpleging: Raadpleging, *, day: date) -> Iterator[Reason]:
    """Say what an own decision on this item lacks: for Wpg 9, 10(1)(a), 10(1)(c) both were consulted. Besluit B2.c."""
    if not merk.klassen:
        yield state_fault("6", "no-class", gettext_noop("This data has no class: there is nothing to decide on."))
    if not set(merk.klassen) & ONDERZOEK:
        return
    for name in ("bevoegd_functionaris", "om_geraadpleegd"):
        if not getattr(raadpleging, name).strip():
            yield field_fault("B2.c", name, gettext_noop("Say who was consulted before this decision."))
        on = getattr(raadpleging, f"{name}_op")
        if on is None or on > day:
            yield field_fault("B2.c", f"{name}_op", gettext_noop("Say on which day, not after today."))


@carries_out("6")
def may_withdraw_eigen(wie: Wie, casus: CasusFeit, *, besluit_id: StukId, day: date) -> Verdict:
    """Say whether an own decision may be withdrawn: by the party whose data it is, once. Covenant 6.

    Reading: it works at once for the item; the plan is weighed again when it is next written or adopted.
    """
    besluit = next((s for s in of_kind(casus.stukken, CasusStuk.EIGEN_BESLUIT) if s.id == besluit_id), None)

    def reasons() -> Iterator[Reason]:
        yield from _owner(wie, casus, besluit.bij_id if besluit else None, day=day)
        if besluit is not None and besluit.staat == WITHDRAWN:
            yield state_fault("6", "withdrawn", gettext_noop("This decision has been withdrawn already."))

    seen = may_open_casus(wie, casus.kop, day=day)
    return seen if not seen.is_allowed else refuse_for(reasons())
