"""Load people and their roles from a file, by the operator: the first people, or many at once. Covenant 15.2.c."""

from pydantic import Field

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer, Regel, Uitvoer
from casustafel.acts.register.people import Grant, grant
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.beheer import may_load_people
from casustafel.convenant.verdict import Verdict
from casustafel.register import store


class AutorisatieInvoer(Invoer):
    """The roles of somebody for one organisation, by the codes of the covenant file."""

    convenant: Regel
    organisatie: Regel
    rollen: tuple[Rol, ...] = Field(min_length=1)


class MedewerkerInvoer(Invoer):
    """Somebody, with the roles that they get."""

    naam: Regel = Field(min_length=1)
    email: Regel = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    functie: Regel = ""
    autorisatie: tuple[AutorisatieInvoer, ...] = Field(min_length=1)


class LoadPeople(Invoer):
    """A people file."""

    medewerker: tuple[MedewerkerInvoer, ...] = Field(min_length=1)


class Invited(Uitvoer):
    """Somebody who was loaded, and the one-time link with which somebody new sets a password."""

    medewerker_id: Id
    email: str
    uitnodiging: str


def _seats(invoer: LoadPeople) -> set[tuple[str, str]]:
    return {(a.convenant, a.organisatie) for medewerker in invoer.medewerker for a in medewerker.autorisatie}


def _rule(wie: Wie, invoer: LoadPeople, edge: Edge) -> Verdict:
    unknown = sorted("/".join(seat) for seat in _seats(invoer) if store.organisatie_of(*seat) is None)
    seats = [
        (f"{m.email}: {a.convenant}/{a.organisatie}", seat.soort, frozenset(a.rollen), _beside(invoer, m, a, edge=edge))
        for m in invoer.medewerker
        for a in m.autorisatie
        if (seat := store.organisatie_of(a.convenant, a.organisatie)) is not None
    ]
    return may_load_people(wie, unknown=unknown, seats=seats)


def _beside(
    invoer: LoadPeople, medewerker: MedewerkerInvoer, autorisatie: AutorisatieInvoer, *, edge: Edge
) -> frozenset[Rol]:
    """Give the roles that somebody has in a covenant beside one seat: in the file, and held already."""
    same = [m for m in invoer.medewerker if m.email.lower() == medewerker.email.lower()]
    given = {r for m in same for a in m.autorisatie if a.convenant == autorisatie.convenant for r in a.rollen}
    known, convenant_id = store.medewerker_id(medewerker.email), store.convenant_id(autorisatie.convenant)
    if known is None or convenant_id is None:
        return frozenset(given)
    return frozenset(given) | store.held_roles(known, convenant_id, day=edge.day)


def _run(pas: Pass, invoer: LoadPeople) -> tuple[Invited, ...]:
    return tuple(_load(pas, medewerker) for medewerker in invoer.medewerker)


def _load(pas: Pass, medewerker: MedewerkerInvoer) -> Invited:
    granted = None
    for autorisatie in medewerker.autorisatie:
        seat = store.organisatie_of(autorisatie.convenant, autorisatie.organisatie)
        if seat is None:
            continue
        invoer = Grant(
            naam=medewerker.naam,
            email=medewerker.email,
            functie=medewerker.functie,
            organisatie_id=seat.id,
            rollen=autorisatie.rollen,
        )
        granted = grant(pas, invoer, convenant_id=seat.convenant_id, regime_code=seat.regime)
    if granted is None:
        msg = "A person without any seat passed the rule."
        raise ValueError(msg)
    return Invited(medewerker_id=granted.medewerker_id, email=medewerker.email.lower(), uitnodiging=granted.uitnodiging)


load_people = register_act(
    PlainAct(
        code="load-people",
        articles=("15.2.c",),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.CHANGED,
        invoer=LoadPeople,
        rule=_rule,
        run=_run,
    )
)
