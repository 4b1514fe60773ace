"""Load the demo: the example covenant and people, who accept the secrecy text, and their dossiers."""

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from casustafel.acts.edge import Edge, at
from casustafel.acts.gate import do, enter
from casustafel.acts.invitation import set_first_password
from casustafel.acts.places import Place, places
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import Invited, LoadPeople, load_people
from casustafel.acts.register.operator import operator
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.demo.archief import load as load_archief
from casustafel.demo.beveiliging import load as load_plan
from casustafel.demo.convenant import load as load_covenant
from casustafel.demo.dossiers import load as load_dossiers
from casustafel.demo.example import example
from casustafel.demo.incidenten import load as load_incidents
from casustafel.demo.mending import load as mend
from casustafel.demo.overleg import load as load_meetings
from casustafel.demo.table import Table
from casustafel.demo.verzoeken import load as load_requests

PAST_DAYS = 150
MARK = "demo.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One of the invented people, with what a visitor of the demo needs to be that person."""

    medewerker_id: str
    naam: str
    functie: str
    organisatie: str
    rollen: tuple[str, ...]
    email: str
    wachtwoord: str
    token: str


def load(*, data: Path, edge: Edge) -> list[Persona]:
    """Load the demo into an empty installation. Raises `Refused` where it has been loaded before."""
    past = at(edge.now - timedelta(days=PAST_DAYS))
    convenant = LoadConvenant.model_validate(example("convenant.toml"))
    do(load_convenant, wie=operator(), invoer=convenant, edge=past)
    people = LoadPeople.model_validate(example("mensen.toml"))
    invited = do(load_people, wie=operator(), invoer=people, edge=past)
    seats = {one.email.partition("@")[0]: _sign(one, convenant, edge=past) for one in invited}
    table = Table(people={name: seat.plaats for name, seat in seats.items()}, now=edge.now)
    load_dossiers(table)
    mend(table)
    load_meetings(table)
    load_covenant(table)
    load_archief(table)
    load_requests(table)
    load_incidents(table)
    load_plan(table)
    personas = [_persona(one, people, seats[one.email.partition("@")[0]], edge=edge) for one in invited]
    _mark(data, personas)
    return personas


def _sign(one: Invited, convenant: LoadConvenant, *, edge: Edge) -> Place:
    (place,) = places(one.medewerker_id, edge=edge)
    wie = enter(place.plaats, edge=edge)
    invoer = AcceptGeheimhouding(versie=convenant.geheimhouding.versie)
    do(accept_geheimhouding, wie=wie, invoer=invoer, edge=edge)
    return place


def _persona(one: Invited, people: LoadPeople, place: Place, *, edge: Edge) -> Persona:
    entered = next(m for m in people.medewerker if m.email == one.email)
    password = edge.new_secret()
    set_first_password(one.uitnodiging, password)
    wie = enter(place.plaats, edge=edge)
    token = do(create_token, wie=wie, invoer=CreateToken(naam="demo"), edge=edge)
    return Persona(
        medewerker_id=str(one.medewerker_id),
        naam=entered.naam,
        functie=entered.functie,
        organisatie=place.organisatie,
        rollen=tuple(rol.value for a in entered.autorisatie for rol in a.rollen),
        email=one.email,
        wachtwoord=password,
        token=token.token,
    )


def _mark(data: Path, personas: list[Persona]) -> None:
    """Mark the installation as a demo, with who there is to be; no password or token is kept."""
    shown = [
        {
            "medewerker_id": p.medewerker_id,
            "naam": p.naam,
            "functie": p.functie,
            "organisatie": p.organisatie,
            "rollen": p.rollen,
        }
        for p in personas
    ]
    (data / MARK).write_text(json.dumps(shown, ensure_ascii=False, indent=1), encoding="utf-8")


__all__ = ["MARK", "Persona", "load"]
