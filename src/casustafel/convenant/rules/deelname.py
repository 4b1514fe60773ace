"""Who joins the table of a casus and who leaves it. Covenant 9.1, 1.b, 1.c.

Reading: the parties at the table say whom the plan needs; the uitvoerder prepares and never decides.
"""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import (
    CasusFeit,
    CasusKop,
    CasusStaat,
    ConvenantFeit,
    DeelnemerFeit,
    OrganisatieFeit,
    OrganisatieId,
    Wie,
)
from casustafel.convenant.partij import PARTIJEN, Soort
from casustafel.convenant.rules.tafel import within
from casustafel.convenant.rules.toegang import at_table, may_open_casus
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    right_fault,
    state_fault,
)


def seat_of(kop: CasusKop, organisatie_id: OrganisatieId, *, day: date) -> DeelnemerFeit | None:
    """Find the seat that an organisation has on the day or will have; one that has ended is none."""
    return next(
        (d for d in kop.deelnemers if d.organisatie_id == organisatie_id and (d.tot is None or day < d.tot)), None
    )


def readers_of(kop: CasusKop, convenant: ConvenantFeit, *, day: date) -> tuple[OrganisatieFeit, ...]:
    """Give who sits at the table on the day, and who is about to: whoever reads the plan."""
    found = [convenant.organisatie(d.organisatie_id) for d in kop.deelnemers if d.tot is None or day < d.tot]
    return tuple(dict.fromkeys(o for o in found if o is not None))


def partners_at(kop: CasusKop, convenant: ConvenantFeit, *, day: date) -> tuple[OrganisatieFeit, ...]:
    """Give the externe casuspartners in force that sit at the table on the day. Covenant 10.5."""
    found = convenant.organisaties
    return tuple(
        o for o in found if o.soort is Soort.EXTERN and o.is_in_force_on(day) and kop.is_at_table(o.id, day=day)
    )


def _decides(wie: Wie, casus: CasusFeit, *, day: date) -> Iterator[Reason]:
    if not at_table(wie, casus.kop, day=day) or wie.soort not in PARTIJEN:
        text = gettext_noop("Only a party at the table of this casus says whom the plan needs.")
        yield right_fault("9.1", "party", text)
    if casus.kop.staat is CasusStaat.AFGESLOTEN:
        yield state_fault("9.1", "closed", gettext_noop("The plan of this casus has been closed."))


def _from(value: date | None, *, name: str, day: date) -> Iterator[Reason]:
    if value is None or value < day:
        text = gettext_noop("Choose today or a day to come: nobody joined or left before it was recorded.")
        yield field_fault("9.1", name, text)


@carries_out("9.1", "1.b", "1.c", "10.4")
def may_admit_deelnemer(  # joining is who, from when, and why
    wie: Wie, casus: CasusFeit, *, organisatie_id: OrganisatieId, vanaf: date | None, reden: str, day: date
) -> Verdict:
    """Say whether an organisation may join the table: a party in force, or a partner of annex 1 in force, once.

    Covenant 9.1, 1.c. Reading: a party at the table says so, with the reason. Who left may join again.
    """

    def reasons() -> Iterator[Reason]:
        yield from _decides(wie, casus, day=day)
        yield from _from(vanaf, name="vanaf", day=day)
        organisatie = wie.convenant.organisatie(organisatie_id)
        if organisatie is None or not organisatie.is_in_force_on(vanaf or day):
            text = gettext_noop("Choose a party of this covenant or a partner of annex 1 that takes part on that day.")
            yield field_fault("9.1", "organisatie_id", text)
        elif any(d.tot is None or (vanaf or day) < d.tot for d in _seats(casus.kop, organisatie_id)):
            yield state_fault("9.1", "seated", gettext_noop("This organisation is at the table already."))
        yield from text_reason("9.1", "reden", reden)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


def _seats(kop: CasusKop, organisatie_id: OrganisatieId) -> Iterator[DeelnemerFeit]:
    yield from (d for d in kop.deelnemers if d.organisatie_id == organisatie_id)


@carries_out("9.1", "9.3", "10.4")
def may_end_deelname(  # leaving is who, from when, and why
    wie: Wie, casus: CasusFeit, *, organisatie_id: OrganisatieId, tot: date | None, reden: str, day: date
) -> Verdict:
    """Say whether an organisation may leave the table; it has no access from that day on.

    Covenant 9.1. Reading: its measures go to another first, and the last party stays while the casus is open.
    """

    def reasons() -> Iterator[Reason]:
        yield from _decides(wie, casus, day=day)
        yield from _from(tot, name="tot", day=day)
        seat = seat_of(casus.kop, organisatie_id, day=day)
        if seat is None:
            yield field_fault("9.1", "organisatie_id", gettext_noop("This organisation is not at the table."))
            return
        if tot is not None and tot < seat.vanaf:
            text = gettext_noop("Nobody leaves before the day of joining.")
            yield field_fault("9.1", "tot", text)
        yield from _measures(casus, organisatie_id)
        yield from _last(wie.convenant, casus.kop, organisatie_id, on=tot or day)
        yield from text_reason("9.1", "reden", reden)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


def _measures(casus: CasusFeit, organisatie_id: OrganisatieId) -> Iterator[Reason]:
    own = [m for m in casus.maatregelen if m.plan_id == casus.plan_vastgesteld and m.organisatie_id == organisatie_id]
    if own:
        text = gettext_noop(
            "The adopted plan has %(count)s measures of this organisation. Change the plan first: give them to another "
            "at the table, or drop them."
        )
        yield state_fault("9.3", "measures", text, count=str(len(own)))


def _last(convenant: ConvenantFeit, kop: CasusKop, organisatie_id: OrganisatieId, *, on: date) -> Iterator[Reason]:
    """Keep one party at the table: a casus that nobody may open could never be closed."""
    parties = {o.id for o in convenant.organisaties if o.soort in PARTIJEN and o.is_in_force_on(on)}
    staying = {d.organisatie_id for d in kop.deelnemers if d.is_at_table_on(on)} - {organisatie_id}
    if not staying & parties:
        text = gettext_noop("The last party at the table stays while the casus is open.")
        yield state_fault("9.1", "last-party", text)
