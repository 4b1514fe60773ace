"""Shielding: data that casework does not see, until that is lifted. Covenant 12.5, 12.6; AVG 18.

A whole subject, or single pieces of it. Shielded data stays where it is, for its term; it is in the person's own
overview, and with those who decide on the request. Casework is not told of it, and does nothing with it.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final
from uuid import UUID, uuid5

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit, Rol, StukFeit, Taak, Wie, of_kind
from casustafel.convenant.regime import CONVENANT_2017, Afschermingsgrond, regime
from casustafel.convenant.stuk import AFSCHERMING, VERVALLEN, CasusStuk, DossierStuk
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

AF_TE_SCHERMEN: Final = frozenset(
    {
        *(DossierStuk.SIGNAAL.value, DossierStuk.WEGING.value),
        *(CasusStuk.BIJDRAGE.value, CasusStuk.ANALYSE.value, CasusStuk.VOORTGANG.value, CasusStuk.INBRENG.value),
        *(CasusStuk.ACHTERBLIJVER.value, CasusStuk.NETWERKPERSOON.value),
    }
)
"""The kinds of pieces that are shielded by themselves. Reading: what casework decided (an outcome, a plan, a position)
is shielded with the whole subject: half a plan would say that something is missing."""


# --- what is shielded ---


@carries_out("12.5", "12.6")
def afschermingen_of(stukken: Iterable[StukFeit]) -> tuple[StukFeit, ...]:
    """Give what shields now: a piece beside what it shields, or beside nothing for the whole. Lifted ones are past."""
    return tuple(one for one in of_kind(stukken, AFSCHERMING) if one.staat != VERVALLEN)


@carries_out("12.5", "12.6")
def is_afgeschermd(stukken: Iterable[StukFeit]) -> bool:
    """Tell whether the whole subject is shielded. Covenant 12.5; AVG 18."""
    return any(one.bij_id is None for one in afschermingen_of(stukken))


@carries_out("12.5", "12.6")
def is_shown(stuk: StukFeit, afschermingen: Collection[StukFeit]) -> bool:
    """Tell whether casework has a piece: not where it is shielded, nor where it stands beside one that is.

    Covenant 12.5; AVG 18. Reading: with a piece goes what stands beside it: what corrections kept of it, the copy of a
    signaal in the casus, a decision of its own. What shields is no content, and shields nothing of its own kind.
    """
    kept = {one.bij_id for one in afschermingen if one.staat != VERVALLEN and one.bij_id is not None}
    return stuk.soort == AFSCHERMING or not {stuk.id, stuk.bij_id} & kept


@carries_out("12.5", "12.6")
def sees_afgeschermd(wie: Wie) -> bool:
    """Tell whether shielded pieces are read: by the system, which carries, mends and destroys, and shows nobody."""
    return Rol.SYSTEEM in wie.rollen


@carries_out("12.1", "12.5", "5")
def finds_afgeschermd(wie: Wie) -> bool:
    """Tell whether somebody finds a shielded subject in a list: the uitvoerder for a request, which may be about it.

    Covenant 12.1, 12.3, 5. Reading: number and name, so that no request misses it; nothing of it is opened.
    """
    return Rol.UITVOERDER in wie.rollen and wie.taak is Taak.VERZOEK


def shielded_reason() -> Reason:
    """Give the reason for which nothing of a subject is there; it stands in the log only."""
    return right_fault("12.5", "shielded", gettext_noop("This is kept from casework while it is shielded."))


@carries_out("12.5", "12.6")
def with_shielded(
    asked: Collection[UUID], stukken: Collection[StukFeit], rests_on: Iterable[tuple[UUID, Collection[UUID]]]
) -> frozenset[UUID]:
    """Give the pieces of one file that are shielded with what was asked; `asked` may name pieces of the other file.

    `rests_on` gives of each piece the pieces that it rests on. Reading: an analysis goes with what it rests on, and
    with a piece all that stands beside it.
    """
    found, leans = set(asked), list(rests_on)
    grown = 0
    while grown != len(found):
        grown = len(found)
        found |= {one.id for one in stukken if one.bij_id in found and one.soort != AFSCHERMING}
        found |= {one for one, on in leans if found & set(on)}
    return frozenset(found & {one.id for one in stukken})


# --- what outlives its term ---


OUTLASTING: Final = tuple(g.code for g in CONVENANT_2017.afschermingsgronden if g.blijft_na_termijn)
"""The grounds on which something is kept past its term."""


@carries_out("13.1")
def outlasts(grond: str) -> bool:
    """Tell whether what is shielded on this ground outlives its term, until it is lifted. Covenant 13, reading.

    AVG 18, first paragraph, b and c: the person wants it kept, or needs it for a claim.
    """
    return grond in OUTLASTING


@carries_out("13.1")
def outlasting(stukken: Iterable[StukFeit]) -> tuple[StukFeit, ...]:
    """Give what shields on such a ground, by piece or the whole."""
    return tuple(one for one in afschermingen_of(stukken) if outlasts(one.staat))


@carries_out("13.1")
def rest_of(houder_id: UUID) -> UUID:
    """Give the id of what stays of a dossier when its term ends: made of the old one, so that it is found again."""
    return uuid5(houder_id, AFSCHERMING)


# --- what waits for it ---


def gronden_on(convenant: ConvenantFeit, *, day: date) -> tuple[Afschermingsgrond, ...]:
    """Give the grounds on which something is shielded on a day. AVG 18, first paragraph."""
    return tuple(g for g in regime(convenant.regime).afschermingsgronden if g.geldigheid.is_valid_on(day))


@carries_out("12.5", "12.6", "7.4", "9.4", "13.4")
def settled_reasons(stukken: Iterable[StukFeit], convenant: ConvenantFeit) -> Iterator[Reason]:
    """Say why a decision is not taken: what it rests on is contested, and that is not settled. Covenant 12.5.

    Reading: to the kernpartijen alone, which decide on the request and so know of it. Their terms run on; what nobody
    decides in time lapses as always. What is shielded for good is simply not part of what they decide on.
    """
    waits = {g.code for g in regime(convenant.regime).afschermingsgronden if g.loopt_tot_besluit}
    if any(one.staat in waits for one in afschermingen_of(stukken)):
        text = gettext_noop("Part of what this rests on is shielded: decide on the request of the person first.")
        yield state_fault("12.5", "open-verzoek", text)


@carries_out("12.5", "12.6", "8.3")
def staying_reasons(stukken: Iterable[StukFeit]) -> Iterator[Reason]:
    """Say why pieces do not go to another dossier: something here is shielded, and stays where it is. AVG 18(2)."""
    if afschermingen_of(stukken):
        text = gettext_noop("Something of this dossier is shielded: until that is lifted nothing is moved.")
        yield state_fault("12.5", "blijft", text)


@carries_out("12.5", "12.6")
def grond_reasons(grond: str, convenant: ConvenantFeit, *, day: date) -> Iterator[Reason]:
    """Ask for a ground of AVG 18, first paragraph."""
    if grond not in {g.code for g in gronden_on(convenant, day=day)}:
        text = gettext_noop("Data is shielded on a ground of this list only: choose one.")
        yield field_fault("12.5", "grond", text)


@carries_out("12.5", "12.6")
def may_shield(wie: Wie, *, convenant_id: UUID, grond: str, day: date) -> Verdict:
    """Say whether a file may shield what a request says: the system only, on a ground of the list. Covenant 12.5."""
    seen = _carries(wie, convenant_id=convenant_id, day=day)
    return seen if not seen.is_allowed else refuse_for(grond_reasons(grond, wie.convenant, day=day))


@carries_out("12.5", "12.6")
def may_lift(wie: Wie, *, convenant_id: UUID, day: date) -> Verdict:
    """Say whether a file may lift a shielding, as the request says: the system only. Covenant 12.5; AVG 18(3)."""
    return _carries(wie, convenant_id=convenant_id, day=day)


def _carries(wie: Wie, *, convenant_id: UUID, day: date) -> Verdict:
    own = wie.convenant.id == convenant_id and day >= wie.convenant.in_werking_op
    if own and Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    text = gettext_noop("Only the system carries what was decided on a request into the files.")
    return hide_for([right_fault("12.6", "system", text)])
