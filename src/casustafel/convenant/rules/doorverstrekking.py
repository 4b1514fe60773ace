"""What may be disclosed to a partner beyond the plan, and who must agree. Covenant 10.5.i-iii, 14.2, 6.

Reading: every party in force agrees. One that is not at the table sees a random number, the necessity, the kinds of
data and the kind of partner, and nothing of the casus; the party whose data it is sees its own items besides.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import CasusFeit, Keuze, OrganisatieId, Rol, StandpuntFeit, Wie
from casustafel.convenant.overeenstemming import (
    Onderwerp,
    Vraagstaat,
    is_agreed,
    may_speak,
    open_reasons,
    with_position,
    withdrawal_reasons,
)
from casustafel.convenant.partij import PARTIJEN, Soort
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.klasse import Steun, decisions_on, may_have_steun
from casustafel.convenant.rules.tafel import known, open_case, party_seated, within
from casustafel.convenant.rules.toegang import at_table, away_from, is_partner, may_open_casus, standing
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    right_fault,
    state_fault,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """What is asked: for which partner, for which need, how many items, and until which day."""

    partner_id: OrganisatieId
    noodzaak: tuple[str, ...]
    toelichting: str
    aantal: int
    tot: date | None


@carries_out("10.5.i", "10.5.iii")
def may_request_doorverstrekking(wie: Wie, casus: CasusFeit, *, aanvraag: Aanvraag, day: date) -> Verdict:
    """Say whether a party at the table may ask to disclose items to a partner.

    Covenant 10.5.i: to a partner of annex 1 at this table, as far as its contribution needs them. Reading: the need is
    one or more of a fixed list, with words for those at the table, and the disclosure has a last day.
    """

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="10.5.i", day=day)
        yield from open_case(casus.kop, artikel="10.5.i")
        yield from _partner(wie, casus, aanvraag.partner_id, day=day)
        listed = {n.code for n in regime(wie.convenant.regime).noodzaken_on(day)}
        if not aanvraag.noodzaak or not set(aanvraag.noodzaak) <= listed:
            text = gettext_noop("Choose one or more reasons of the list: why does this partner need the data?")
            yield field_fault("10.5.i", "noodzaak", text)
        yield from text_reason("10.5.i", "toelichting", aanvraag.toelichting)
        if not aanvraag.aantal:
            yield field_fault("10.5.iii", "gegevens", gettext_noop("Choose the data, one by one."))
        if aanvraag.tot is None or aanvraag.tot < day:
            yield field_fault("10.5.i", "tot", gettext_noop("Give a last day that is not before today."))

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


def _partner(wie: Wie, casus: CasusFeit, partner_id: OrganisatieId, *, day: date) -> Iterator[Reason]:
    partner = wie.convenant.organisatie(partner_id)
    takes_part = partner is not None and partner.soort is Soort.EXTERN and partner.is_in_force_on(day)
    if not takes_part or not casus.kop.is_at_table(partner_id, day=day):
        text = gettext_noop("Choose an external partner of annex 1 that is at the table of this casus.")
        yield field_fault("10.5", "organisatie_id", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keus:
    """What was chosen for which partner: how many items, and those of them that the one who asks may read, by kind."""

    partner_id: OrganisatieId
    aantal: int
    gevonden: Collection[tuple[str, Steun]]


@carries_out("10.5.i", "10.5.iii", "6")
def item_reasons(wie: Wie, casus: CasusFeit, keus: Keus, *, day: date) -> Iterator[Reason]:
    """Say which chosen items may not be disclosed. Covenant 10.5.i, 6.

    Reading: a classed item goes to a partner only where its class allows that, or where the police or the OM decided
    that this partner may have it; the class is named.
    """
    law = regime(wie.convenant.regime)
    if len(keus.gevonden) != keus.aantal:
        yield field_fault("10.5.iii", "gegevens", gettext_noop("Choose from the data that you may read in this casus."))
    kinds = {soort.code for soort in law.gegevenssoorten_on(day)}
    if any(soort not in kinds for soort, _steun in keus.gevonden):
        yield field_fault("10.5.iii", "gegevens", gettext_noop("Data of this kind is not disclosed."))
    partner, besluiten = wie.convenant.organisatie(keus.partner_id), decisions_on(casus)
    withheld = {
        klasse
        for _soort, steun in keus.gevonden
        if not may_have_steun(steun, organisatie=partner, besluiten=besluiten, regime=law, day=day)
        for klasse in steun.merk.klassen
    }
    for klasse in sorted(withheld):
        text = gettext_noop(
            "Data of class %(klasse)s may not go to this partner. Leave it out, or let the party whose data it is "
            "decide that the partner may have it."
        )
        yield field_fault("6", "gegevens", text, klasse=klasse)


def _not_asked() -> Reason:
    return right_fault("10.5.ii", "not-asked", gettext_noop("Nothing is asked here."))


@carries_out("10.5.ii")
def may_open_toestemming(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> Verdict:
    """Say whether the question for permission may be found and opened, by its number. Covenant 10.5.ii.

    Reading: by the representative of each party in force, at the table or not, as long as it matters.
    """
    away = tuple(away_from(wie, doorverstrekking.casus.kop, day=day))
    if away:
        return hide_for(away)
    is_asked = may_speak(wie, Onderwerp.DOORVERSTREKKING, day=day) and doorverstrekking.is_pending_on(day)
    return ALLOWED if is_asked else hide_for([_not_asked()])


@carries_out("10.5.ii")
def may_find_toestemmingen(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of questions for permission at all: who speaks for a party."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    return ALLOWED if may_speak(wie, Onderwerp.DOORVERSTREKKING, day=day) else hide_for([_not_asked()])


@carries_out("10.5.ii", "4")
def may_take_standpunt_doorverstrekking(
    wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, motivering: str, day: date
) -> Verdict:
    """Say whether a party may agree or refuse, with a reason, while the question is open. Covenant 10.5.ii."""

    def reasons() -> Iterator[Reason]:
        yield from open_reasons(doorverstrekking.vraag)
        yield from text_reason("10.5.ii", "motivering", motivering)

    return within(wie, may_open_toestemming(wie, doorverstrekking, day=day), reasons(), day=day)


@carries_out("10.5.ii", "4")
def may_withdraw_standpunt_doorverstrekking(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> Verdict:
    """Say whether a party may take its position back, while the question is open. Covenant 10.5.ii."""
    seen = may_open_toestemming(wie, doorverstrekking, day=day)
    return within(wie, seen, withdrawal_reasons(wie, doorverstrekking.vraag), day=day)


def _sees(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> Verdict:
    """See it as a party that is asked, or at the table."""
    asked = may_open_toestemming(wie, doorverstrekking, day=day)
    return asked if asked.is_allowed else may_open_casus(wie, doorverstrekking.casus.kop, day=day)


@carries_out("10.5.ii")
def may_withdraw_doorverstrekking(
    wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, reden: str, day: date
) -> Verdict:
    """Say whether a disclosure may be withdrawn, with a reason. Covenant 10.5.ii.

    Reading: the request by the party that asked; the permission by each party that gave it, or by a party at the table.
    It takes data away from somebody, so it stays possible where no casework is done (18.3).
    """

    def reasons() -> Iterator[Reason]:
        yield from text_reason("10.5.ii", "reden", reden)
        if not doorverstrekking.is_pending_on(day):
            yield state_fault("10.5.ii", "ended", gettext_noop("This disclosure has ended already."))
        elif doorverstrekking.staat is Vraagstaat.OPEN:
            if wie.soort not in PARTIJEN or wie.organisatie_id != doorverstrekking.gevraagd_door:
                text = gettext_noop("Only the party that asked withdraws the request.")
                yield right_fault("10.5.ii", "requester", text)
        elif not _gave(wie, doorverstrekking, day=day) and not _is_seated(wie, doorverstrekking, day=day):
            text = gettext_noop("Only a party that gave its permission, or a party at the table, withdraws it.")
            yield right_fault("10.5.ii", "giver", text)

    return known(_sees(wie, doorverstrekking, day=day), reasons())


def _gave(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> bool:
    agreed = doorverstrekking.keuze_of(wie.organisatie_id) is Keuze.INSTEMMEN
    return agreed and may_speak(wie, Onderwerp.DOORVERSTREKKING, day=day)


def _is_seated(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> bool:
    return at_table(wie, doorverstrekking.casus.kop, day=day) and wie.soort in PARTIJEN


@carries_out("10.5.ii")
def is_granted_with(doorverstrekking: DoorverstrekkingFeit, standpunt: StandpuntFeit, *, wie: Wie, day: date) -> bool:
    """Tell whether every party in force agrees, once this position is taken. Covenant 10.5.ii."""
    return is_agreed(with_position(doorverstrekking.vraag, standpunt), wie.convenant, day=day)


@carries_out("10.5", "10.5.ii", "14.2")
def may_open_doorverstrekking(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> Verdict:
    """Say whether the partner may see the items. Covenant 10.5, 14.2.

    Reading: once every party agreed, up to and including the last day, while the partner takes part and is at the
    table, and only by its people who accepted the current secrecy text.
    """
    away = tuple(away_from(wie, doorverstrekking.casus.kop, day=day))
    if away:
        return hide_for(away)
    is_for = is_partner(wie) and wie.organisatie_id == doorverstrekking.partner_id
    is_here = at_table(wie, doorverstrekking.casus.kop, day=day)
    is_agreed_on = doorverstrekking.staat is Vraagstaat.AANGENOMEN and doorverstrekking.is_pending_on(day)
    if is_for and is_here and is_agreed_on:
        return ALLOWED
    return hide_for([right_fault("10.5", "not-disclosed", gettext_noop("Nothing was disclosed here."))])


@carries_out("10.5", "14.2")
def may_find_doorverstrekkingen(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of what was disclosed to it at all: who sits at a table for a partner."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if is_partner(wie) and Rol.CASUSOVERLEG in wie.rollen:
        return ALLOWED
    return hide_for([right_fault("10.5", "partner", gettext_noop("This is for partners only."))])
