"""Fill an empty folder with an installation full of invented casework: `python -m bench.casework --data DIR --size N`.

Everything is done by invented people, through the gate: an act for each signaal, three signals a dossier. Of every
twenty dossiers three are of the town whose token is measured; the others are spread over six more towns, so that a
list is a filter here as it is on the peer. They come in over the last months, oldest first.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "casustafel.conf.settings"
if __name__ == "__main__":  # the folder of the installation must be known before the settings are read
    _parser = argparse.ArgumentParser(prog="python -m bench.casework", description=__doc__)
    _parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="an empty folder")
    _parser.add_argument("--size", type=int, required=True, metavar="N", help="how many dossiers")
    _arguments = _parser.parse_args()
    os.environ["CASUSTAFEL_DATA"] = str(_arguments.data.resolve())
    django.setup()

from django.db import connections, transaction

from bench.request import PAGE, UNIQUE
from bench.side import MANIFEST
from casustafel.acts.edge import Edge, at, edge
from casustafel.acts.gate import do, enter
from casustafel.acts.places import Plaats, places
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import LoadPeople, load_people
from casustafel.acts.register.operator import operator
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.acts.weegploeg.submit_signaal import (
    NawInvoer,
    SubmitNewSignaal,
    SubmitSignaal,
    submit_new_signaal,
    submit_signaal,
)
from casustafel.bestand.bestand import DATABASES, Bestand
from casustafel.conf.install import migrate
from casustafel.convenant.feit import Wie
from casustafel.demo.example import example
from casustafel.demo.steps import GEMEENTE, OM, POLITIE

# Within the term in which the weegploeg decides (covenant 7.4), also when the folder is a month old (bench/side.py).
PAST_DAYS = 40
TOWNS = ("lindewaard", "elzendrecht", "hazelbrug", "wilgenoord", "sparrenstad", "meidoornzijl", "kastanjehout")
# As on the peer (bench/peer/workload.py): of every twenty, three are seen.
EVERY, SEEN = 20, 3
BATCH = 200
SECONDS_A_NOTE = 10
TEXT = "wat er is gezien, gehoord en gedaan (verzonnen), " * 6


@dataclass(frozen=True, slots=True)
class Giver:
    """One of the invented people who bring signals in, and the provision that their party makes."""

    name: str
    verstrekking: VerstrekkingInvoer


GIVERS = (Giver("gerda", GEMEENTE), Giver("petra", POLITIE), Giver("omar", OM))
MEASURED = GIVERS[0]

# The places of the invented people of a town, by first name.
Town = dict[str, Plaats]


def fill(*, data: Path, size: int) -> None:
    """Make the installation, its people and `size` dossiers, and write what the requests need."""
    migrate()
    loosen()
    now = edge()
    towns = [seat(code, past=at(now.now - timedelta(days=PAST_DAYS + 1))) for code in TOWNS]
    mine = [dossier for town, dossier in dossiers(towns, size=size, now=now) if town is towns[0]]
    if len(mine) < PAGE:
        sys.exit(f"Of {size} dossiers only {len(mine)} are in the list: too few for a page of {PAGE}.")
    wie = enter(towns[0][MEASURED.name], edge=now)
    token = do(create_token, wie=wie, invoer=CreateToken(naam="bench"), edge=now).token
    manifest = {"token": token, "dossiers": mine, "signaal": NEW_SIGNAAL}
    (data / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    connections.close_all()


def loosen() -> None:
    """Let these connections, not the installation, do without waiting for the disk: what breaks off is made anew."""
    for alias in DATABASES:
        with connections[alias].cursor() as cursor:
            cursor.execute("PRAGMA synchronous = OFF")


def seat(code: str, *, past: Edge) -> Town:
    """Load the example covenant and its people for a town; those who bring signals in accept the secrecy text."""
    convenant = LoadConvenant.model_validate({**example("convenant.toml"), "code": code, "gemeente": code.title()})
    do(load_convenant, wie=operator(), invoer=convenant, edge=past)
    text = LoadPeople.model_validate(example("mensen.toml")).model_dump_json()
    people = LoadPeople.model_validate_json(text.replace('"lindewaard"', f'"{code}"').replace("@", f"@{code}."))
    town: Town = {}
    for one in do(load_people, wie=operator(), invoer=people, edge=past):
        (place,) = places(one.medewerker_id, edge=past)
        accepted = AcceptGeheimhouding(versie=convenant.geheimhouding.versie)
        do(accept_geheimhouding, wie=enter(place.plaats, edge=past), invoer=accepted, edge=past)
        town[one.email.partition("@")[0]] = place.plaats
    return town


def dossiers(towns: Sequence[Town], *, size: int, now: Edge) -> Iterator[tuple[Town, str]]:
    """Make dossiers, in batches that each are one transaction a file; yield the town and the id of each."""
    noted = time.monotonic()
    for first in range(0, size, BATCH):
        day = at(now.now - timedelta(days=PAST_DAYS - PAST_DAYS * first // size))
        with together():
            # Who they are is read once a batch, as in one request.
            people = [{name: enter(plaats, edge=day) for name, plaats in town.items()} for town in towns]
            for number in range(first, min(first + BATCH, size)):
                place = town_of(number)
                yield towns[place], dossier(people[place], number=number, day=day)
        if time.monotonic() - noted > SECONDS_A_NOTE:
            noted = time.monotonic()
            print(f"{min(first + BATCH, size):,} of {size:,} dossiers", file=sys.stderr, flush=True)


def town_of(number: int) -> int:
    """Return the place of the town that has the dossier with this number."""
    return 0 if number % EVERY < SEEN else 1 + number % (len(TOWNS) - 1)


@contextmanager
def together() -> Iterator[None]:
    """Keep what happens in the files of the weegploeg and the keys in one transaction each, the keys' first."""
    with ExitStack() as stack:
        for alias in (Bestand.WEEGPLOEG, Bestand.KLUIS):
            stack.enter_context(transaction.atomic(using=alias.value))
        yield


def dossier(people: dict[str, Wie], *, number: int, day: Edge) -> str:
    """Let three parties bring a signaal in on one subject; return the id of the dossier."""
    first, *others = (GIVERS[(number + shift) % len(GIVERS)] for shift in range(len(GIVERS)))
    naw = NawInvoer(naam=f"Voornaam{number} Verzonnen{number}", adres=f"Straat {number}", leeftijdsgroep="18+")
    begun = do(
        submit_new_signaal,
        wie=people[first.name],
        invoer=SubmitNewSignaal(
            subject=naw,
            verblijft_in_nederland=True,
            radicaliseert=True,
            omschrijving=tekst(number),
            verstrekking=first.verstrekking,
        ),
        edge=day,
    )
    for other in others:
        invoer = SubmitSignaal(
            houder_id=begun.dossier_id, versie=1, omschrijving=tekst(number), verstrekking=other.verstrekking
        )
        do(submit_signaal, wie=people[other.name], invoer=invoer, edge=day)
    return str(begun.dossier_id)


def tekst(number: int) -> str:
    """Return the text of a signaal."""
    return f"Signaal bij {number}: {TEXT}"


NEW_SIGNAAL = {
    "versie": 1,
    "omschrijving": f"Nieuw signaal {UNIQUE}: {TEXT}",
    "waar": "op straat",
    "wanneer": "gisteren",
    "verstrekking": MEASURED.verstrekking.model_dump(mode="json", by_alias=True, exclude_defaults=True),
}


if __name__ == "__main__":
    fill(data=_arguments.data.resolve(), size=_arguments.size)  # type: ignore[possibly-undefined]  # the same condition set it
