"""Proposals to change the covenant and its annexes: who makes them, who agrees, what follows. Covenant 4, 1.c, 1.g."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, assert_never

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Keuze, OrganisatieFeit, Rol, Wie
from casustafel.convenant.overeenstemming import (
    OvereenstemmingFeit,
    open_reasons,
    reminder_reasons,
    speaking_reasons,
    withdrawal_reasons,
)
from casustafel.convenant.partij import KERNPARTIJEN, PARTIJEN, Soort
from casustafel.convenant.rules.toegang import NOT_THERE, is_weegploeg, standing
from casustafel.convenant.rules.weegploeg import representative, text_reason, working_reasons
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)
from casustafel.convenant.voorstel import (
    TEKSTEN,
    Bestaand,
    Onderdeel,
    PartnerEindeInhoud,
    PartnerInhoud,
    ReferentiekaderInhoud,
    TekstInhoud,
    ToetredingInhoud,
    VoorstelInhoud,
    VoorstelSoort,
    begins_on,
    soort_of,
)

CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_CODE: Final = 50
MOST_VERSIE: Final = 20
MOST_NAAM: Final = 200
MOST_CRITERIUM: Final = 500


@carries_out("4", "5")
def may_see_voorstellen(wie: Wie, *, day: date) -> Verdict:
    """Say whether proposals may be seen: by the kernpartijen, and the uitvoerder that prepares. Covenant 4, 5."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if is_weegploeg(wie) or (Rol.UITVOERDER in wie.rollen and wie.soort in PARTIJEN):
        return ALLOWED
    text = gettext_noop("Only kernpartijen decide on the covenant.")
    return hide_for([right_fault("4", "kernpartij", text)])


def _within(wie: Wie, reasons: Iterator[Reason], *, day: date) -> Verdict:
    seen = may_see_voorstellen(wie, day=day)
    return refuse_for(reasons) if seen.is_allowed else seen


def _complete(wie: Wie, soort: VoorstelSoort, *, day: date) -> Iterator[Reason]:
    """Ask for all kernpartijen, except where one is to take the place of one that is missing. Covenant 18.3."""
    if soort is not VoorstelSoort.TOETREDING:
        yield from working_reasons(wie, day=day)


@carries_out("4", "1.c", "1.g", "11.1", "18.3")
def may_propose(wie: Wie, inhoud: VoorstelInhoud, *, reden: str, bestaand: Bestaand, day: date) -> Verdict:
    """Say whether a change of the covenant may be put to the kernpartijen, by one of them. Covenant 4.

    Reading: annexes change only while all three kernpartijen take part; who fills the place of one that is missing
    is agreed on by those that remain (18.3).
    """

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="4")
        yield from _complete(wie, soort_of(inhoud), day=day)
        yield from text_reason("4", "reden", reden)
        yield from content_reasons(inhoud, bestaand=bestaand, day=day)
        chosen = inhoud.tot if isinstance(inhoud, PartnerEindeInhoud) else inhoud.vanaf
        if chosen is not None and chosen < day:
            name = "tot" if isinstance(inhoud, PartnerEindeInhoud) else "vanaf"
            yield field_fault("4", name, gettext_noop("Choose today or a later day: what is past is not changed."))

    return _within(wie, reasons(), day=day)


def content_reasons(inhoud: VoorstelInhoud, *, bestaand: Bestaand, day: date) -> Iterator[Reason]:
    """Say what is wrong with a change itself, when it is proposed and again when it would be adopted."""
    match inhoud:
        case PartnerInhoud():
            yield from _organisatie_reasons(inhoud, artikel="1.c", bestaand=bestaand)
        case PartnerEindeInhoud():
            yield from _einde_reasons(inhoud, bestaand=bestaand, day=day)
        case TekstInhoud():
            yield from _tekst_reasons(inhoud, bestaand=bestaand)
        case ReferentiekaderInhoud():
            yield from _kader_reasons(inhoud, bestaand=bestaand)
        case ToetredingInhoud():
            yield from _organisatie_reasons(inhoud, artikel="18.3", bestaand=bestaand)
            yield from _place_reasons(inhoud, bestaand=bestaand, day=day)
        case _:
            assert_never(inhoud)


def _organisatie_reasons(
    inhoud: PartnerInhoud | ToetredingInhoud, *, artikel: str, bestaand: Bestaand
) -> Iterator[Reason]:
    if not CODE.fullmatch(inhoud.code) or len(inhoud.code) > MOST_CODE:
        text = gettext_noop("A code is short: small letters, digits and single hyphens.")
        yield field_fault(artikel, "code", text)
    elif inhoud.code in bestaand.codes:
        yield field_fault(artikel, "code", gettext_noop("This code is used already."))
    for name, value in (("naam", inhoud.naam), ("contact", inhoud.contact)):
        yield from text_reason(artikel, name, value)
        if len(value) > MOST_NAAM:
            yield field_fault(artikel, name, gettext_noop("This is too long."))


def _einde_reasons(inhoud: PartnerEindeInhoud, *, bestaand: Bestaand, day: date) -> Iterator[Reason]:
    partner = next((o for o in bestaand.organisaties if o.id == inhoud.organisatie_id), None)
    if partner is None or partner.soort is not Soort.EXTERN or (partner.tot is not None and partner.tot <= day):
        yield field_fault("1.c", "organisatie_id", gettext_noop("Choose a partner that stands in annex 1."))


def _versie_reasons(versienaam: str, *, onderdeel: str, artikel: str, bestaand: Bestaand) -> Iterator[Reason]:
    yield from text_reason(artikel, "versienaam", versienaam)
    if len(versienaam) > MOST_VERSIE:
        yield field_fault(artikel, "versienaam", gettext_noop("This is too long."))
    if (onderdeel, versienaam) in bestaand.versies:
        yield field_fault(artikel, "versienaam", gettext_noop("There is a version of this name already."))


def _tekst_reasons(inhoud: TekstInhoud, *, bestaand: Bestaand) -> Iterator[Reason]:
    if inhoud.onderdeel not in TEKSTEN:
        yield field_fault("11.1", "onderdeel", gettext_noop("This part of the covenant is a list, not a text."))
    yield from _versie_reasons(inhoud.versienaam, onderdeel=inhoud.onderdeel, artikel="11.1", bestaand=bestaand)
    yield from text_reason("11.1", "tekst", inhoud.tekst)


def _kader_reasons(inhoud: ReferentiekaderInhoud, *, bestaand: Bestaand) -> Iterator[Reason]:
    yield from _versie_reasons(inhoud.versienaam, onderdeel=Onderdeel.BIJLAGE_3, artikel="1.g", bestaand=bestaand)
    codes = [code for code, _tekst in inhoud.criteria]
    well_formed = all(
        CODE.fullmatch(code) and len(code) <= MOST_CODE and 0 < len(tekst.strip()) <= MOST_CRITERIUM
        for code, tekst in inhoud.criteria
    )
    if not codes or not well_formed or len(set(codes)) != len(codes):
        text = gettext_noop("Give one or more criteria, each with a code of its own and a text.")
        yield field_fault("1.g", "criteria", text)


def _place_reasons(inhoud: ToetredingInhoud, *, bestaand: Bestaand, day: date) -> Iterator[Reason]:
    """Ask for an empty place: no party of the kind takes part any more on the first day. Covenant 18.3."""
    if inhoud.soort not in KERNPARTIJEN:
        yield field_fault("18.3", "soort", gettext_noop("Only a kernpartij joins in the place of another."))
        return
    begin = begins_on(inhoud, aangenomen_op=day)
    if any(_is_there(o, inhoud.soort, begin=begin) for o in bestaand.organisaties):
        text = gettext_noop("A kernpartij of this kind still takes part on that day.")
        yield field_fault("18.3", "soort", text)


def _is_there(organisatie: OrganisatieFeit, soort: Soort, *, begin: date) -> bool:
    return organisatie.soort is soort and (organisatie.tot is None or begin < organisatie.tot)


@carries_out("4", "18.3")
def may_take_standpunt_voorstel(
    wie: Wie,
    vraag: OvereenstemmingFeit | None,
    inhoud: VoorstelInhoud | None,
    *,
    keuze: Keuze,
    motivering: str,
    bestaand: Bestaand,
    day: date,
) -> Verdict:
    """Say whether this party may take its position on a proposal. Covenant 4.

    Reading: with the agreement of the last kernpartij the change is adopted on that day; so it must still be possible.
    """
    if vraag is None or inhoud is None:
        return _unknown(wie, day=day)

    def reasons() -> Iterator[Reason]:
        yield from _complete(wie, soort_of(inhoud), day=day)
        yield from speaking_reasons(wie, vraag.onderwerp, day=day)
        yield from open_reasons(vraag)
        yield from text_reason("4", "motivering", motivering)
        if keuze is Keuze.INSTEMMEN and any(content_reasons(inhoud, bestaand=bestaand, day=day)):
            text = gettext_noop("This can no longer be adopted as it was proposed. Withdraw it, and propose it anew.")
            yield state_fault("4", "outdated", text)

    return _within(wie, reasons(), day=day)


@carries_out("4")
def may_withdraw_standpunt_voorstel(wie: Wie, vraag: OvereenstemmingFeit | None, *, day: date) -> Verdict:
    """Say whether a party may take its position on a proposal back: while nothing was decided. Covenant 4."""
    if vraag is None:
        return _unknown(wie, day=day)
    onderwerp = vraag.onderwerp
    speaking = (*speaking_reasons(wie, onderwerp, day=day), *withdrawal_reasons(wie, vraag))
    return _within(wie, iter(speaking), day=day)


@carries_out("4")
def may_withdraw_voorstel(wie: Wie, vraag: OvereenstemmingFeit | None, *, day: date) -> Verdict:
    """Say whether a proposal may be withdrawn: by the kernpartij that made it, while it is open. Covenant 4."""
    if vraag is None:
        return _unknown(wie, day=day)

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="4")
        yield from open_reasons(vraag)
        if vraag.gevraagd_door != wie.organisatie_id:
            yield right_fault("4", "proposer", gettext_noop("Only the kernpartij that proposed this withdraws it."))

    return _within(wie, reasons(), day=day)


@carries_out("4", "5")
def may_remind_voorstel(wie: Wie, vraag: OvereenstemmingFeit | None, *, day: date) -> Verdict:
    """Say whether who is silent on a proposal may be reminded, by a kernpartij or the uitvoerder. Covenant 4, 5."""
    if vraag is None:
        return _unknown(wie, day=day)
    return _within(wie, reminder_reasons(vraag, wie.convenant, day=day), day=day)


@carries_out("4", "5")
def may_open_voorstel(wie: Wie, vraag: OvereenstemmingFeit | None, *, day: date) -> Verdict:
    """Say whether a proposal may be opened. Covenant 4, 5."""
    return _unknown(wie, day=day) if vraag is None else may_see_voorstellen(wie, day=day)


def _unknown(wie: Wie, *, day: date) -> Verdict:
    seen = may_see_voorstellen(wie, day=day)
    return NOT_THERE if seen.is_allowed else seen


@carries_out("11.1", "5")
def may_record_publicatie(wie: Wie, *, referentie: str, op: date, day: date) -> Verdict:
    """Say whether may be recorded where a part of the covenant was published. Covenant 11.1.

    Reading: by a kernpartij, or by the uitvoerder that does what they ask (5): it decides nothing.
    """

    def reasons() -> Iterator[Reason]:
        yield from text_reason("11.1", "referentie", referentie)
        if len(referentie) > MOST_NAAM:
            yield field_fault("11.1", "referentie", gettext_noop("This is too long."))
        if op > day:
            yield field_fault("11.1", "op", gettext_noop("This day has not come yet."))

    return _within(wie, reasons(), day=day)
