"""Who is kept away from one subject, though a role would let them come near. Covenant 15.2.b, 15.2.d.

Reading: somebody whose own name it is, or who knows the person, does not see the file; excluded means hidden, in every
file that the subject is in. The uitvoerder is never excluded from one subject: an answer to a request must be whole.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import MedewerkerId, OrganisatieId, Rol, Wie
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


class Uitsluitgrond(StrEnum):
    """Why somebody does not see one subject. No more is kept of it: it is a datum on the person excluded too."""

    EIGEN_NAAM = "eigen-naam"
    FAMILIE = "familie"
    BEKENDE = "bekende"
    BELANG = "belang"


@dataclass(frozen=True, slots=True, kw_only=True)
class GekozenFeit:
    """Who is to be excluded: of which organisation, with which roles, and whether that was done before."""

    medewerker_id: MedewerkerId
    organisaties: frozenset[OrganisatieId]
    rollen: frozenset[Rol]
    is_uitgesloten: bool = False


EXCLUDED = right_fault("15.2.b", "excluded", gettext_noop("This person was excluded from this subject."))


@carries_out("15.2.b", "15.2.d")
def may_come_near(wie: Wie, houders: Collection[UUID]) -> Verdict:
    """Say whether nothing keeps somebody away from these dossiers, casussen or subjects in the archive.

    The gate asks it of every act, before the rule of the act itself.
    """
    return hide_for([EXCLUDED] if not wie.uitgesloten.isdisjoint(houders) else [])


@carries_out("15.2.b")
def may_exclude(opens: Verdict, wie: Wie, gekozen: GekozenFeit | None, *, day: date) -> Verdict:
    """Say whether somebody may be excluded from a subject, by who may open it (`opens`). Covenant 15.2.b.

    Reading: oneself, somebody of the own organisation, or, by the uitvoerder, anybody of the covenant.
    """
    if not opens.is_allowed:
        return opens
    return refuse_for(_reasons(wie, gekozen, day=day))


def _reasons(wie: Wie, gekozen: GekozenFeit | None, *, day: date) -> Iterator[Reason]:
    if gekozen is None or not decides_on(wie, gekozen.organisaties, day=day):
        text = gettext_noop("Choose yourself, or somebody of your own organisation.")
        yield field_fault("15.2.b", "medewerker_id", text)
    elif Rol.UITVOERDER in gekozen.rollen:
        text = gettext_noop(
            "The uitvoerder gathers what a person asks for, and must see all of it. Ask the manager of authorisations "
            "to let a colleague do this work."
        )
        yield right_fault("15.2.b", "uitvoerder", text)
    elif gekozen.is_uitgesloten:
        yield state_fault("15.2.b", "excluded-before", gettext_noop("This person was excluded already."))


def decides_on(wie: Wie, organisaties: Collection[OrganisatieId], *, day: date) -> bool:
    """Tell whether somebody says who of these organisations is kept away: a colleague, or the uitvoerder."""
    organisatie = wie.organisatie
    is_own = organisatie is not None and organisatie.is_in_force_on(day) and organisatie.id in organisaties
    return is_own or Rol.UITVOERDER in wie.rollen


@carries_out("15.2.b")
def may_end_uitsluiting(opens: Verdict, wie: Wie, uitgesloten: GekozenFeit | None, *, day: date) -> Verdict:
    """Say whether an exclusion may end: by a colleague of who was excluded, or by the uitvoerder. Covenant 15.2.b."""
    if not opens.is_allowed:
        return opens
    if uitgesloten is None or not decides_on(wie, uitgesloten.organisaties, day=day):
        text = gettext_noop("A colleague of this person ends this, or the uitvoerder.")
        return refuse_for([field_fault("15.2.b", "uitsluiting_id", text)])
    return ALLOWED
