"""What may be done in the casusoverleg. Covenant 9, 10; the plan part of 10.5."""

from collections.abc import Collection, Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, CasusStaat, OrganisatieId, Rol, StukId, Wie, of_kind
from casustafel.convenant.overeenstemming import missing_reasons, on_closing
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.afscherming import settled_reasons
from casustafel.convenant.rules.tafel import open_case, party_seated, preparing, seated, within
from casustafel.convenant.rules.toegang import (
    at_table,
    is_weegploeg,
    may_open_afsluiting,
    may_open_casus,
    may_open_plan,
)
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    right_fault,
    state_fault,
)
from casustafel.convenant.verstrekking import Verstrekking, provision_reasons


@carries_out("8.5")
def takes_in(casus: CasusFeit, signalen: Collection[StukId]) -> bool:
    """Tell whether a casus takes further signals of the weegploeg, named by their ids there. Covenant 8.5.

    Reading: once the plan was closed a casus takes nothing new, and what was chosen stays with the weegploeg; what came
    in before it closed was taken.
    """
    held = {stuk.bij_id for stuk in of_kind(casus.stukken, CasusStuk.SIGNAAL)}
    return casus.kop.staat is not CasusStaat.AFGESLOTEN or set(signalen) <= held


@carries_out("9.2", "10.2.b", "6")
def may_contribute(  # a contribution carries its necessity and its provision
    wie: Wie, casus: CasusFeit, *, omschrijving: str, noodzaak: str, verstrekking: Verstrekking, day: date
) -> Verdict:
    """Say whether a participant may give a signal or other data. Covenant 9.2: relevant and necessary, on a ground."""

    def reasons() -> Iterator[Reason]:
        yield from seated(wie, casus, artikel="9.2", day=day)
        yield from open_case(casus.kop, artikel="9.2")
        yield from text_reason("10.2.b", "omschrijving", omschrijving)
        yield from text_reason("9.2", "noodzaak", noodzaak)
        if wie.soort is not None:
            law = regime(wie.convenant.regime)
            yield from provision_reasons(verstrekking, soort=wie.soort, convenant=wie.convenant, regime=law, day=day)

    return within(wie, may_open_plan(wie, casus.kop, day=day), reasons(), day=day)


def _aims(wie: Wie, *, doelstellingen: Collection[str], doelen: Collection[str]) -> Iterator[Reason]:
    """Ask for purpose (i), (ii) or both, and for one or more of the goals of article 3."""
    law = regime(wie.convenant.regime)
    if not doelstellingen or not set(doelstellingen) <= {d.code for d in law.doelstellingen}:
        text = gettext_noop("Choose which of the two purposes of article 3 this plan serves, or both.")
        yield field_fault("3", "doelstellingen", text)
    if not doelen or not set(doelen) <= {d.code for d in law.plandoelen}:
        yield field_fault("3", "doelen", gettext_noop("Choose one or more of the goals of article 3."))


@carries_out("9.3", "10.2.e", "3", "1.e", "3.i", "3.ii", "3.a", "3.b", "3.c", "3.d", "3.e", "3.f")
def may_write_plan(  # the plan is written whole: goals, measures, their owners
    wie: Wie,
    casus: CasusFeit,
    *,
    doelstellingen: Collection[str],
    doelen: Collection[str],
    toelichting: str,
    maatregelen: Collection[tuple[str, OrganisatieId]],
    day: date,
) -> Verdict:
    """Say whether a concept of the plan may be written or changed.

    Covenant 9.3, 3, 10.2.e. Reading: by a party at the table, or by the uitvoerder in the controller's name; a plan
    names purpose (i), (ii) or both and one or more goals of article 3, and each measure is carried out by somebody at
    the table.
    """

    def reasons() -> Iterator[Reason]:
        if Rol.UITVOERDER in wie.rollen and not at_table(wie, casus.kop, day=day):
            yield from preparing(wie)
        else:
            yield from party_seated(wie, casus, artikel="9.3", day=day)
        yield from open_case(casus.kop, artikel="9.3")
        yield from _aims(wie, doelstellingen=doelstellingen, doelen=doelen)
        yield from text_reason("9.3", "toelichting", toelichting)
        if not maatregelen:
            yield field_fault("9.3", "maatregelen", gettext_noop("A plan has at least one measure."))
        for tekst, eigenaar in maatregelen:
            yield from text_reason("9.3", "maatregelen", tekst)
            organisatie = wie.convenant.organisatie(eigenaar)
            takes_part = organisatie is not None and organisatie.is_in_force_on(day)
            if not takes_part or not casus.kop.is_at_table(eigenaar, day=day):
                text = gettext_noop("Each measure is carried out by somebody at the table.")
                yield field_fault("9.3", "maatregelen", text)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("9.3")
def may_adopt_plan(wie: Wie, casus: CasusFeit, *, day: date) -> Verdict:
    """Say whether the concept may be adopted. Covenant 9.3. Reading: a party at the table records it, no uitvoerder."""

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="9.3", day=day)
        yield from open_case(casus.kop, artikel="9.3")
        if casus.plan_concept is None:
            yield state_fault("9.3", "no-concept", gettext_noop("There is no concept of the plan to adopt."))
        owners = {m.organisatie_id for m in casus.maatregelen if m.plan_id == casus.plan_concept}
        if not all(casus.kop.is_at_table(owner, day=day) for owner in owners):
            text = gettext_noop("Somebody who carries out a measure of the concept has left: change the concept first.")
            yield state_fault("9.3", "owner-left", text)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("9.4")
def may_record_voortgang(wie: Wie, casus: CasusFeit, *, maatregel_id: StukId, tekst: str, day: date) -> Verdict:
    """Say whether progress may be recorded on a measure of the adopted plan.

    Covenant 9.4. Reading: by who carries the measure out, or by the uitvoerder on its behalf.
    """

    def reasons() -> Iterator[Reason]:
        yield from open_case(casus.kop, artikel="9.4")
        own = [m for m in casus.maatregelen if m.plan_id == casus.plan_vastgesteld and m.id == maatregel_id]
        if Rol.UITVOERDER in wie.rollen and not at_table(wie, casus.kop, day=day):
            yield from preparing(wie)
        else:
            own = [m for m in own if m.organisatie_id == wie.organisatie_id]
        if not own:
            text = gettext_noop("This is not a measure of your organisation in the adopted plan.")
            yield field_fault("9.4", "maatregel_id", text)
        yield from text_reason("9.4", "tekst", tekst)

    return within(wie, may_open_plan(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("9.4")
def may_advise_afsluiting(wie: Wie, casus: CasusFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether the casusoverleg may advise the kernpartijen to close. Covenant 9.4."""

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="9.4", day=day)
        yield from open_case(casus.kop, artikel="9.4")
        if casus.kop.staat is not CasusStaat.PLAN_VASTGESTELD:
            yield state_fault("9.4", "no-plan", gettext_noop("Closing is advised on an adopted plan, once."))
        yield from text_reason("9.4", "motivering", motivering)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


def _pending(casus: CasusFeit) -> Iterator[Reason]:
    if casus.kop.staat is not CasusStaat.AFSLUITING_GEADVISEERD:
        yield state_fault("9.4", "no-advice", gettext_noop("The casusoverleg has not advised closing."))


def _decides_closing(wie: Wie, casus: CasusFeit, *, day: date) -> Verdict:
    """See a pending closing as a kernpartij, or the casus at the table."""
    pending = may_open_afsluiting(wie, casus.kop, day=day)
    return pending if pending.is_allowed else may_open_casus(wie, casus.kop, day=day)


def _kernpartij(wie: Wie) -> Iterator[Reason]:
    if not is_weegploeg(wie):
        text = gettext_noop("The kernpartijen decide on closing, each by its representative in the weegploeg.")
        yield right_fault("9.4", "kernpartij", text)


def settled_of_kernpartij(wie: Wie, casus: CasusFeit) -> Iterator[Reason]:
    """Say what is not settled to a kernpartij alone: who else sits at the table does not learn of it. AVG 18."""
    if is_weegploeg(wie):
        yield from settled_reasons(casus.stukken, wie.convenant)


@carries_out("9.4", "4")
def may_take_standpunt_afsluiting(wie: Wie, casus: CasusFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether a kernpartij may take its position on closing. Covenant 9.4, 4."""

    def reasons() -> Iterator[Reason]:
        yield from _kernpartij(wie)
        yield from _pending(casus)
        yield from text_reason("9.4", "motivering", motivering)
        yield from settled_of_kernpartij(wie, casus)

    return within(wie, _decides_closing(wie, casus, day=day), reasons(), day=day)


@carries_out("9.4", "10.2.h", "4")
def may_close_casus(wie: Wie, casus: CasusFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether the kernpartijen may close the plan. Covenant 9.4, 10.2.h. Reading: each of them agrees."""

    def reasons() -> Iterator[Reason]:
        yield from _kernpartij(wie)
        yield from _pending(casus)
        yield from text_reason("9.4", "motivering", motivering)
        if casus.kop.staat is not CasusStaat.AFSLUITING_GEADVISEERD:
            return
        yield from settled_of_kernpartij(wie, casus)
        yield from missing_reasons(on_closing(casus), wie.convenant, day=day)

    return within(wie, _decides_closing(wie, casus, day=day), reasons(), day=day)
