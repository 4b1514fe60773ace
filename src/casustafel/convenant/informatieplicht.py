"""The duty to inform: of whom, by which day, and what the notes of covenant 11.4 make of that day. Covenant 11.2-11.5.

A duty is of one person in one file. It has as many parts as there are organisations whose data is held: a kernpartij
may let its own part wait, all of them together the whole. Notes are pieces; what they come to is replayed, never kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import (
    ConvenantFeit,
    Keuze,
    OrganisatieId,
    StandpuntFeit,
    StukFeit,
    StukId,
)
from casustafel.convenant.overeenstemming import Onderwerp, OvereenstemmingFeit, Vraagstaat
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.termijn import last_day

NIEMAND: Final = OrganisatieId(UUID(int=0))
"""Stands for the whole where no organisation is known whose data it is."""
PERSONEN: Final = (CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON)


class Bereik(StrEnum):
    """How far a deferral reaches: the data of the kernpartij that invokes the ground, or all that is held."""

    EIGEN = "eigen"
    ALLEN = "allen"


class Aantekening(StrEnum):
    """What a note on the duty says. Covenant 11.4.

    A deferral has a next day, or a ground that stays until the data leaves the file (`blijvend`); `gevraagd` waits for
    the agreement of the other kernpartijen.
    """

    GEEN_GROND = "geen-grond"
    INSTEMMING = "instemming"
    UITSTEL_EIGEN = "uitstel-eigen"
    UITSTEL_GEVRAAGD = "uitstel-gevraagd"
    UITSTEL_ALLEN = "uitstel-allen"
    BLIJVEND_EIGEN = "blijvend-eigen"
    BLIJVEND_GEVRAAGD = "blijvend-gevraagd"
    BLIJVEND_ALLEN = "blijvend-allen"
    EINDE_EIGEN = "einde-eigen"
    EINDE_ALLEN = "einde-allen"
    GEINFORMEERD = "geinformeerd"
    GEINFORMEERD_DEELS = "geinformeerd-deels"


EIGEN: Final = frozenset({Aantekening.UITSTEL_EIGEN, Aantekening.BLIJVEND_EIGEN})
GEVRAAGD: Final = frozenset({Aantekening.UITSTEL_GEVRAAGD, Aantekening.BLIJVEND_GEVRAAGD})
ALLEN: Final = frozenset({Aantekening.UITSTEL_ALLEN, Aantekening.BLIJVEND_ALLEN})
BLIJVEND: Final = frozenset({Aantekening.BLIJVEND_EIGEN, Aantekening.BLIJVEND_ALLEN})
AGREED: Final = {
    Aantekening.UITSTEL_GEVRAAGD: Aantekening.UITSTEL_ALLEN,
    Aantekening.BLIJVEND_GEVRAAGD: Aantekening.BLIJVEND_ALLEN,
}
"""What a deferral that was asked becomes once all kernpartijen agree."""


class Brieftaal(StrEnum):
    """In which language the letter was that somebody got."""

    NL = "nl"
    EN = "en"


class Verzendwijze(StrEnum):
    """How a letter reached somebody: by post, put into the hand, in a conversation."""

    POST = "post"
    OVERHANDIGD = "overhandigd"
    GESPREK = "gesprek"


class Plichtstaat(StrEnum):
    """How a duty stands: to be done, waiting on a ground, waiting on one that stays, done."""

    OPEN = "open"
    UITGESTELD = "uitgesteld"
    BLIJVEND = "blijvend"
    VERVULD = "vervuld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plicht:
    """The duty to inform one person: the subject, or the person of a piece of the casus.

    `uiterlijk_op` is the last day of the duty itself, `laatste_op` the last day on which this file holds the data,
    `bronnen` are the organisations whose data it is, `aantekeningen` its notes in their order.
    """

    persoon_id: StukId | None
    sinds: date
    uiterlijk_op: date
    laatste_op: date
    slotfase_vanaf: date
    bronnen: frozenset[OrganisatieId]
    aantekeningen: tuple[StukFeit, ...] = ()

    @property
    def delen(self) -> frozenset[OrganisatieId]:
        """Give the parts of the duty: one for each organisation whose data is held."""
        return self.bronnen or frozenset({NIEMAND})

    def is_slotfase(self, day: date) -> bool:
        """Tell whether the data leaves this file within thirty days: only informing, or a ground that stays, counts."""
        return day >= self.slotfase_vanaf


@dataclass(slots=True)
class Verloop:
    """What the notes of a duty come to: who spoke, which deferrals there are, what is left to be told."""

    rest: frozenset[OrganisatieId]
    gesproken: set[OrganisatieId] = field(default_factory=set)
    eigen: dict[OrganisatieId, StukFeit] = field(default_factory=dict)
    allen: StukFeit | None = None
    gevraagd: StukFeit | None = None
    standen: dict[OrganisatieId, Keuze] = field(default_factory=dict)
    geeindigd: dict[OrganisatieId, date] = field(default_factory=dict)
    geinformeerd: StukFeit | None = None

    def of_part(self, deel: OrganisatieId) -> Iterator[StukFeit]:
        """Give the deferrals that reach a part."""
        yield from (one for one in (self.eigen.get(deel), self.allen) if one is not None)

    def holds_for_all(self, day: date) -> bool:
        """Tell whether a ground of all holds on a day."""
        return self.allen is not None and reaches(self.allen, day)

    def waiting(self, day: date) -> frozenset[OrganisatieId]:
        """Give the kernpartijen whose own data waits on a day."""
        return frozenset(deel for deel, own in self.eigen.items() if deel in self.rest and reaches(own, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a duty stands on a day: by when something must be done, and for whose data.

    `open_delen` are the organisations whose data no ground holds back on the day. `moet_blijvend` tells that the data
    leaves this file soon, and that a ground which has a next day counts no longer.
    """

    staat: Plichtstaat
    uiterlijk_op: date | None
    open_delen: frozenset[OrganisatieId]
    is_deels: bool = False
    moet_blijvend: bool = False

    def is_late(self, day: date) -> bool:
        """Tell whether the last day has passed: nobody acted, and the duty is due all the same."""
        return self.uiterlijk_op is not None and day > self.uiterlijk_op


def reaches(note: StukFeit, day: date) -> bool:
    """Tell whether a deferral holds on a day: up to and including its own day."""
    return note.uiterlijk_op is not None and day <= note.uiterlijk_op


@carries_out("11.2", "11.5")
def inform_by(
    sinds: date, convenant: ConvenantFeit, *, uitkomst_op: date | None = None, verstrekt_op: date | None = None
) -> date:
    """Give the last day of the duty to inform a person who was first recorded on a day.

    Covenant 11.2. Reading: on the outcome of the weegploeg, and at the latest one month after the person was first
    recorded or at first disclosure (AVG 14(3)); what comes first counts.
    """
    month = last_day(sinds, termijn=regime(convenant.regime).term(TermijnCode.INFORMEREN))
    return min([month, *(day for day in (uitkomst_op, verstrekt_op) if day is not None)])


@carries_out("11.5")
def defer_until(convenant: ConvenantFeit, *, day: date) -> date:
    """Give the latest day to which may be deferred. Covenant 11.5. Reading: reconsidered every three months."""
    return last_day(day, termijn=regime(convenant.regime).term(TermijnCode.UITSTEL_HEROVERWEGEN))


def plicht_of(plichten: Iterable[Plicht], persoon_id: UUID | None) -> Plicht | None:
    """Find the duty towards one person."""
    return next((plicht for plicht in plichten if plicht.persoon_id == persoon_id), None)


def replay(plicht: Plicht) -> Verloop:
    """Give what the notes of a duty come to, one after the other."""
    found = Verloop(plicht.delen)
    for note in plicht.aantekeningen:
        take_note(found, note, note.organisatie_id or NIEMAND)
    return found


def take_note(found: Verloop, note: StukFeit, organisatie_id: OrganisatieId) -> None:
    """Take one note into what came before it."""
    kind = Aantekening(note.staat)
    if kind in {Aantekening.GEINFORMEERD, Aantekening.GEINFORMEERD_DEELS}:
        held = {deel for deel, own in found.eigen.items() if reaches(own, note.op)}
        found.rest = found.rest & held if kind is Aantekening.GEINFORMEERD_DEELS else frozenset()
        found.geinformeerd, found.gevraagd = note, None
        return
    if kind is Aantekening.EINDE_ALLEN:
        if found.allen is not None:
            found.geeindigd.update(dict.fromkeys(found.rest, note.op))
        found.allen = found.gevraagd = None
        return
    found.gesproken.add(organisatie_id)
    if kind in EIGEN:
        found.eigen[organisatie_id] = note
    elif kind in GEVRAAGD:
        found.gevraagd, found.standen = note, {organisatie_id: Keuze.INSTEMMEN}
    elif kind in ALLEN:
        found.allen, found.gevraagd = note, None
    elif kind is Aantekening.EINDE_EIGEN:
        found.eigen.pop(organisatie_id, None)
        found.geeindigd[organisatie_id] = note.op
    else:
        found.standen[organisatie_id] = Keuze.INSTEMMEN if kind is Aantekening.INSTEMMING else Keuze.ONTHOUDEN


@carries_out("11.3", "4")
def on_deferral(plicht: Plicht, *, day: date) -> tuple[StukId, OvereenstemmingFeit] | None:
    """Give the deferral of all that is held that was asked, open until all agree or its day has passed. Cov. 11.3."""
    found = replay(plicht)
    asked = found.gevraagd
    if asked is None or not reaches(asked, day):
        return None
    return asked.id, OvereenstemmingFeit(
        onderwerp=Onderwerp.UITSTEL,
        staat=Vraagstaat.OPEN,
        gevraagd_op=asked.op,
        gevraagd_door=asked.organisatie_id,
        standpunten=tuple(StandpuntFeit(organisatie_id=o, keuze=k) for o, k in found.standen.items()),
    )


@carries_out("11.2", "11.4", "11.5")
def stand_of(plicht: Plicht, *, day: date) -> Stand:
    """Say how a duty stands on a day.

    Covenant 11.2-11.5. Reading: a deferral holds up to and including its own day, and is a ground for the data that it
    reaches; when it ends, or was withdrawn, the duty is due on that day. Without a ground on the last day the duty is
    due. Whoever was informed without the data of a kernpartij that let it wait, is informed of the rest later.
    """
    found = replay(plicht)
    is_deels = found.geinformeerd is not None
    if not found.rest:
        return Stand(staat=Plichtstaat.VERVULD, uiterlijk_op=None, open_delen=frozenset())
    held = {deel: [n for n in found.of_part(deel) if reaches(n, day)] for deel in found.rest}
    asked = {deel for deel, notes in held.items() if not any(n.staat in BLIJVEND for n in notes)}
    if not asked:
        return Stand(staat=Plichtstaat.BLIJVEND, uiterlijk_op=None, open_delen=frozenset(), is_deels=is_deels)
    open_delen = frozenset(deel for deel in asked if not held[deel])
    return Stand(
        staat=Plichtstaat.OPEN if open_delen else Plichtstaat.UITGESTELD,
        uiterlijk_op=min(_last_on(plicht, found, deel) for deel in open_delen or asked),
        open_delen=open_delen,
        is_deels=is_deels,
        moet_blijvend=plicht.is_slotfase(day),
    )


def _last_on(plicht: Plicht, found: Verloop, deel: OrganisatieId) -> date:
    """Give the last day of one part: of the duty, of its deferral, or of the withdrawal; never past the data's own."""
    days = [plicht.uiterlijk_op, *(n.uiterlijk_op for n in found.of_part(deel) if n.uiterlijk_op is not None)]
    if deel in found.geeindigd:
        days.append(found.geeindigd[deel])
    return min(max(days), plicht.laatste_op)


@carries_out("11.5", "13.1")
def unmet(plichten: Iterable[Plicht], *, day: date) -> int:
    """Count the people who were not informed, and of whom no ground that stays was recorded. Covenant 11.5."""
    met = {Plichtstaat.VERVULD, Plichtstaat.BLIJVEND}
    return sum(stand_of(plicht, day=day).staat not in met for plicht in plichten)
