"""Who may come near a dossier or a casus at all. Covenant 8.4, 10.4, 10.5, 5, 14.1, 18."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusKop, CasusStaat, DossierKop, Rol, Wie
from casustafel.convenant.partij import KERNPARTIJEN, PARTIJEN, Soort
from casustafel.convenant.rules.afscherming import finds_afgeschermd, shielded_reason
from casustafel.convenant.rules.uitsluiting import may_come_near
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
)
from casustafel.convenant.vooruitzicht import Kop, is_past, outlook

NOT_THERE = hide_for([right_fault("8.4", "not-there", gettext_noop("This does not exist."))])


@carries_out("14.1", "18.1")
def standing(wie: Wie, *, convenant_id: UUID, day: date) -> Iterator[Reason]:
    """Give the reasons why this person has no standing in a covenant at all.

    Covenant 14.1, 15.2.c, 18.1, 18.2. Reading: without the current secrecy text accepted nothing is shown.
    """
    if wie.convenant.id != convenant_id:
        yield right_fault("8.4", "other-convenant", gettext_noop("This belongs to another covenant."))
    if not wie.rollen:
        yield right_fault("15.2.c", "no-authorisation", gettext_noop("There is no valid authorisation for this day."))
    if wie.organisatie and not wie.organisatie.is_in_force_on(day):
        yield right_fault("18.2", "left", gettext_noop("This organisation does not take part on this day."))
    if day < wie.convenant.in_werking_op:
        yield right_fault("18.1", "not-in-force", gettext_noop("The covenant is not in force yet."))
    if not wie.geheimhouding_aanvaard and Rol.SYSTEEM not in wie.rollen:
        yield right_fault("14.1", "secrecy", gettext_noop("The current secrecy text has not been accepted."))


@carries_out("13.1", "13.2", "13.3", "12.5", "12.6")
def away_from(wie: Wie, kop: Kop, *, day: date) -> Iterator[Reason]:
    """Give the reasons why a dossier or casus is not there for casework: gone, or kept from it as a whole. Covenant 13.

    Covenant 12.5; AVG 18. What serves the person (the overview, informing) asks `gone_from`.
    """
    yield from gone_from(wie, kop, day=day)
    if kop.is_afgeschermd:
        yield shielded_reason()


@carries_out("13.1", "13.2", "13.3", "15.2.b")
def gone_from(wie: Wie, kop: Kop, *, day: date) -> Iterator[Reason]:
    """Give the reasons why a dossier or casus is not there for this person: no standing, excluded, or past its term.

    Covenant 13, 15.2.b. Reading: from the day after its last day nobody sees it, whether or not the night's work has
    run.
    """
    away = (*standing(wie, convenant_id=kop.convenant_id, day=day), *may_come_near(wie, {kop.id}).reasons)
    yield from away
    if not away and is_past(kop, wie.convenant, day=day):
        artikel = outlook(kop, wie.convenant).hier_artikel
        yield right_fault(artikel, "past-term", gettext_noop("The term for which this is kept here has ended."))


@carries_out("1.m")
def is_weegploeg(wie: Wie) -> bool:
    """Tell whether this person represents a kernpartij in the weegploeg. Covenant 7.2."""
    return Rol.WEEGPLOEG in wie.rollen and wie.soort in KERNPARTIJEN


def task_reasons(wie: Wie) -> Iterator[Reason]:
    """Ask an uitvoerder for the named task. Covenant 5, reading."""
    if wie.taak is None:
        yield field_fault("5", "taak", gettext_noop("Name the task for which you open this file."))


@carries_out("8.4", "5")
def may_find_dossiers(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of dossiers at all. Covenant 8.4, 5."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    return hide_for(away) if away else _reaches_weegploeg(wie)


def _reaches_weegploeg(wie: Wie) -> Verdict:
    if is_weegploeg(wie) or Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    return hide_for([right_fault("8.4", "kernpartij", gettext_noop("Only kernpartijen have access to this file."))])


@carries_out("8.4", "5")
def may_find_dossier(wie: Wie, kop: DossierKop, *, day: date) -> Verdict:
    """Say whether a dossier of the weegploeg may appear in a list. Covenant 8.4, 5; one that is shielded: 12.1."""
    if finds_afgeschermd(wie):
        return may_serve_subject(wie, kop, day=day)
    return may_open_dossier(wie, kop, day=day)


@carries_out("11.4", "12.3", "8.4", "5")
def may_serve_subject(wie: Wie, kop: DossierKop, *, day: date) -> Verdict:
    """Say whether a dossier may be reached for what serves its subject: also one that is shielded. Covenant 11, 12."""
    away = tuple(gone_from(wie, kop, day=day))
    return hide_for(away) if away else _reaches_weegploeg(wie)


@carries_out("8.4", "5")
def may_open_dossier(wie: Wie, kop: DossierKop, *, day: date) -> Verdict:
    """Say whether the content of a dossier of the weegploeg may be opened. Covenant 8.4, 5."""
    away = tuple(away_from(wie, kop, day=day))
    return hide_for(away) if away else _reaches_weegploeg(wie)


@carries_out("1.b")
def at_table(wie: Wie, kop: CasusKop, *, day: date) -> bool:
    """Tell whether this person sits at the table of the casus with the role that goes with it."""
    return Rol.CASUSOVERLEG in wie.rollen and kop.is_at_table(wie.organisatie_id, day=day)


def _not_at_table() -> Reason:
    return right_fault("10.4", "not-at-table", gettext_noop("Only those at the table of this casus have access."))


@carries_out("10.4", "5")
def may_find_casussen(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of casussen at all. Covenant 10.4, 5."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if Rol.CASUSOVERLEG in wie.rollen or Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    return hide_for([_not_at_table()])


@carries_out("10.4", "5")
def may_open_casus(wie: Wie, kop: CasusKop, *, day: date) -> Verdict:
    """Say whether the casus may be found and opened, apart from items whose class withholds them.

    Covenant 10.4. Reading: parties while at the table; an externe casuspartner has the plan page, and what was
    disclosed to it (10.5).
    """
    away = tuple(away_from(wie, kop, day=day))
    if away:
        return hide_for(away)
    if (at_table(wie, kop, day=day) and wie.soort in PARTIJEN) or Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    return hide_for([_not_at_table()])


@carries_out("10.5")
def may_open_plan(wie: Wie, kop: CasusKop, *, day: date) -> Verdict:
    """Say whether the plan page may be found and opened: everyone at the table, the partner included.

    Covenant 10.5. What a partner may see besides is asked one by one, in `rules.doorverstrekking`.
    """
    away = tuple(away_from(wie, kop, day=day))
    if away:
        return hide_for(away)
    if at_table(wie, kop, day=day):
        return ALLOWED
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    return hide_for([_not_at_table()])


@carries_out("10.4", "9.4")
def may_open_afsluiting(wie: Wie, kop: CasusKop, *, day: date) -> Verdict:
    """Say whether the items of a pending closing may be opened.

    Covenant 9.4, 10.4. Reading: a kernpartij that is not at the table opens them while the decision is pending.
    """
    away = tuple(away_from(wie, kop, day=day))
    if away:
        return hide_for(away)
    if kop.staat is not CasusStaat.AFSLUITING_GEADVISEERD or Rol.SYSTEEM in wie.rollen:
        return hide_for([_not_at_table()])
    return ALLOWED if is_weegploeg(wie) else may_open_casus(wie, kop, day=day)


@carries_out("9.4", "10.4")
def may_find_afsluitingen(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of pending closings at all: a kernpartij in the weegploeg. Covenant 9.4."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    return ALLOWED if is_weegploeg(wie) else hide_for([_not_at_table()])


def is_partner(wie: Wie) -> bool:
    """Tell whether this person speaks for an externe casuspartner. Covenant 1.c."""
    return wie.soort is Soort.EXTERN
