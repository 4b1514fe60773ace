"""People and their authorisations: enter, grant, withdraw, find. Covenant 15.2.b, 15.2.c."""

from typing import Final
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Regel, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import MedewerkerId, OrganisatieId, Rol, Wie
from casustafel.convenant.rules import beheer as rules
from casustafel.convenant.rules.autorisatie import Autorisatiestap, lasts_until
from casustafel.convenant.verdict import Verdict
from casustafel.register import store
from casustafel.register.store import autorisatie, uitsluiting
from casustafel.register.store.vervanging import vervangingen

BY_COMMAND: Final = "opdrachtregel"
"""Who granted what was loaded with the command, before there is anybody who could."""


class Grant(Invoer):
    """Who gets which roles, for which organisation. Somebody who is new gets an account."""

    naam: Regel
    email: Regel
    functie: Regel = ""
    organisatie_id: Id
    rollen: tuple[Rol, ...] = ()


class Granted(Uitvoer):
    """The account, and the one-time link with which somebody new sets a password; empty for who has one."""

    medewerker_id: Id
    uitnodiging: str


class Withdraw(Invoer):
    """Which authorisation is withdrawn."""

    autorisatie_id: Id


class AutorisatieBeeld(Uitvoer):
    """An authorisation as the manager sees it."""

    id: Id
    medewerker_id: Id
    naam: str
    email: str
    functie: str
    organisatie: str
    rol: Rol
    vanaf: Dag
    tot: Dag
    is_geheimhouding_aanvaard: bool
    is_gekoppeld: bool
    is_eigen: bool


class DeputyBeeld(Uitvoer):
    """A deputy as the manager sees it: whose role somebody has for a while."""

    id: Id
    naam: str
    organisatie: str
    rol: Rol
    vanaf: Dag
    tot: Dag
    benoemd_door: str
    is_eigen: bool


class People(Uitvoer):
    """Everybody with a valid authorisation in the covenant, and the deputies whose period has not ended."""

    autorisaties: tuple[AutorisatieBeeld, ...]
    plaatsvervangers: tuple[DeputyBeeld, ...]


def _may_grant(wie: Wie, invoer: Grant, edge: Edge) -> Verdict:
    known = store.medewerker_id(invoer.email)
    return rules.may_grant(
        wie,
        medewerker_id=MedewerkerId(known) if known else None,
        organisatie_id=OrganisatieId(invoer.organisatie_id),
        rollen=frozenset(invoer.rollen),
        held=store.held_roles(known, wie.convenant.id, day=edge.day) if known else frozenset(),
        naam=invoer.naam,
        email=invoer.email,
        day=edge.day,
        is_kept_away=known is not None and uitsluiting.is_kept_away(known, convenant_id=wie.convenant.id),
    )


def _grant(pas: Pass, invoer: Grant) -> Granted:
    return grant(pas, invoer, convenant_id=pas.wie.convenant.id, regime_code=pas.wie.convenant.regime)


def grant(pas: Pass, invoer: Grant, *, convenant_id: Id, regime_code: str) -> Granted:
    """Give roles until the end of their term, making the account where there is none. A role that is held stays."""
    medewerker_id = store.medewerker_id(invoer.email)
    if medewerker_id is None:
        medewerker_id = pas.new_id()
        store.add_medewerker(medewerker_id, naam=invoer.naam, email=invoer.email, functie=invoer.functie)
    held = store.held_for(medewerker_id, invoer.organisatie_id, day=pas.day)
    given: list[UUID] = []
    for rol in sorted(set(invoer.rollen) - held):
        autorisatie_id = pas.new_id()
        store.add_autorisatie(
            id=autorisatie_id,
            medewerker_id=medewerker_id,
            convenant_id=convenant_id,
            organisatie_id=invoer.organisatie_id,
            rol=rol.value,
            vanaf=pas.day,
            tot=lasts_until(regime_code, day=pas.day),
            verleend_door=pas.wie.medewerker_id,
        )
        pas.note(autorisatie_id)
        given.append(autorisatie_id)
    door = store.handelend(pas.wie) if pas.wie.medewerker_id else BY_COMMAND
    autorisatie.note(given, stap=Autorisatiestap.VERLEEND, op=pas.day, door=door)
    autorisatie.settle(
        organisatie_id=invoer.organisatie_id, email=invoer.email, held=held | set(invoer.rollen), op=pas.day
    )
    return Granted(medewerker_id=medewerker_id, uitnodiging=store.uitnodiging(medewerker_id))


def _may_withdraw(wie: Wie, invoer: Withdraw, edge: Edge) -> Verdict:
    holder = store.holder_of(invoer.autorisatie_id, convenant_id=wie.convenant.id)
    return rules.may_withdraw(wie, medewerker_id=MedewerkerId(holder) if holder else None, day=edge.day)


def _withdraw(pas: Pass, invoer: Withdraw) -> None:
    store.withdraw(invoer.autorisatie_id, on=pas.day)
    door = store.handelend(pas.wie)
    autorisatie.note([invoer.autorisatie_id], stap=Autorisatiestap.INGETROKKEN, op=pas.day, door=door)
    pas.note(invoer.autorisatie_id)


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_people(wie, day=edge.day)


def _find(pas: Pass, _invoer: Niets) -> People:
    rows = store.autorisaties(pas.wie.convenant.id, day=pas.day)
    return People(
        autorisaties=tuple(
            AutorisatieBeeld(
                id=row.id,
                medewerker_id=row.medewerker_id,
                naam=row.naam,
                email=row.email,
                functie=row.functie,
                organisatie=row.organisatie,
                rol=Rol(row.rol),
                vanaf=row.vanaf,
                tot=row.tot,
                is_geheimhouding_aanvaard=row.is_aanvaard,
                is_gekoppeld=row.is_gekoppeld,
                is_eigen=row.medewerker_id == pas.wie.medewerker_id,
            )
            for row in rows
        ),
        plaatsvervangers=tuple(
            DeputyBeeld(
                id=row.id,
                naam=row.naam,
                organisatie=row.organisatie,
                rol=row.rol,
                vanaf=row.vanaf,
                tot=row.tot,
                benoemd_door=row.benoemd_door,
                is_eigen=row.medewerker_id == pas.wie.medewerker_id,
            )
            for row in vervangingen(convenant_id=pas.wie.convenant.id, organisatie_id=None, day=pas.day)
        ),
    )


grant_autorisatie = register_act(
    PlainAct(
        code="grant-autorisatie",
        articles=("15.2.b", "15.2.c"),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.CHANGED,
        invoer=Grant,
        needs_fresh_sign_in=True,
        rule=_may_grant,
        run=_grant,
    )
)

withdraw_autorisatie = register_act(
    PlainAct(
        code="withdraw-autorisatie",
        articles=("15.2.c",),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.CHANGED,
        invoer=Withdraw,
        needs_fresh_sign_in=True,
        rule=_may_withdraw,
        run=_withdraw,
    )
)

find_people = register_act(
    PlainAct(
        code="find-people",
        articles=("15.2.c",),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)
