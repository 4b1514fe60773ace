"""The duty to inform: of whom, by which day, and what the notes of covenant 11.4 make of that day. Covenant 11.2-11.5.

A duty is of one person in one file. It has as many parts as there are organisations whose data is held: a kernpartij
may let its own part wait, all of them together the whole. Notes are pieces; what they come to is replayed, never kept.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.bewaring import A_DAY, BewaarFeit, Houdersoort, archive_from
from casustafel.convenant.doorverstrekking import doorverstrekkingen_of
from casustafel.convenant.feit import (
    CasusFeit,
    CasusStaat,
    ConvenantFeit,
    DossierFeit,
    DossierKop,
    DossierStaat,
    Keuze,
    OrganisatieId,
    StandpuntFeit,
    StukFeit,
    StukId,
    of_kind,
)
from casustafel.convenant.overeenstemming import Onderwerp, OvereenstemmingFeit, Vraagstaat
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.stuk import CasusStuk, DossierStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.vooruitzicht import Kop, outlook

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


@carries_out("11.5", "13.1", "13.2")
def last_day_here(kop: Kop, convenant: ConvenantFeit) -> date:
    """Give the last day on which the file of casework holds the data, if nothing more is done.

    Covenant 11.5, 13. Reading: a ground cannot be reconsidered in the archive, so that moving there counts like
    destruction: before it the person is informed, or a ground that stays is recorded.
    """
    ahead = outlook(kop, convenant)
    if ahead.archief_op is None:
        return ahead.tot
    is_dossier = isinstance(kop, DossierKop)
    feit = BewaarFeit(
        id=kop.id,
        convenant_id=kop.convenant_id,
        soort=Houdersoort.DOSSIER if is_dossier else Houdersoort.CASUS,
        nummer=kop.nummer,
        verwerkt_op=kop.verwerkt_op,
        is_afgesloten=kop.staat in {DossierStaat.AFGESLOTEN, CasusStaat.AFGESLOTEN},
    )
    return archive_from(feit, convenant, elders_op=kop.elders_op) - A_DAY


@carries_out("11.5")
def final_phase_from(laatste_op: date, convenant: ConvenantFeit) -> date:
    """Give the day from which the kernpartijen inform or record a ground that stays: thirty days before. Cov. 11.5."""
    ahead = last_day(laatste_op, termijn=regime(convenant.regime).term(TermijnCode.INFORMEREN_VOOR_VERNIETIGING))
    return laatste_op - (ahead - laatste_op)


def _plicht(  # a duty is these
    kop: Kop,
    convenant: ConvenantFeit,
    *,
    persoon_id: StukId | None,
    sinds: date,
    uiterlijk_op: date,
    bronnen: Iterable[OrganisatieId],
    notes: Iterable[StukFeit],
) -> Plicht:
    laatste_op = last_day_here(kop, convenant)
    return Plicht(
        persoon_id=persoon_id,
        sinds=sinds,
        uiterlijk_op=uiterlijk_op,
        laatste_op=laatste_op,
        slotfase_vanaf=final_phase_from(laatste_op, convenant),
        bronnen=frozenset(bronnen),
        aantekeningen=tuple(note for note in notes if note.bij_id == persoon_id),
    )


@carries_out("11.2", "11.4")
def plichten_of_dossier(dossier: DossierFeit, convenant: ConvenantFeit, *, day: date) -> tuple[Plicht, ...]:
    """Give the duty towards the subject of a dossier; a dossier that went over into another one has none of its own.

    Covenant 11.2. Reading: also where nobody decided in time, and where nothing followed.
    """
    kop = dossier.kop
    if kop.staat is DossierStaat.OPGEGAAN:
        return ()
    uitkomst_op = kop.besloten_op or outcome_2_on(kop, convenant, day=day)
    signalen = of_kind(dossier.stukken, DossierStuk.SIGNAAL)
    return (
        _plicht(
            kop,
            convenant,
            persoon_id=None,
            sinds=kop.eerste_signaal_op,
            uiterlijk_op=inform_by(kop.eerste_signaal_op, convenant, uitkomst_op=uitkomst_op),
            bronnen=(s.organisatie_id for s in signalen if s.organisatie_id is not None),
            notes=of_kind(dossier.stukken, DossierStuk.INFORMEREN),
        ),
    )


def _disclosed_on(casus: CasusFeit, persoon: StukFeit) -> date | None:
    """Give the first day on which data of the organisation that recorded a person was disclosed. Covenant 10.5."""
    days = []
    for given in doorverstrekkingen_of(casus):
        if given.staat is not Vraagstaat.AANGENOMEN or persoon.organisatie_id not in given.bronnen:
            continue
        agreed = [s.op for s in of_kind(casus.stukken, CasusStuk.STANDPUNT) if s.bij_id == given.id]
        days.append(max([given.gevraagd_op, *agreed]))
    return min((day for day in days if day >= persoon.op), default=None)


@carries_out("11.2", "11.4")
def plichten_of_casus(casus: CasusFeit, convenant: ConvenantFeit) -> tuple[Plicht, ...]:
    """Give the duty towards each achterblijver and person of the network, needed or no longer. Covenant 11.2, 11.5.

    Reading: everyone recorded is a betrokkene; the subject is informed from the dossier of the weegploeg. The first
    disclosure of anything of the party that recorded a person counts.
    """
    notes = of_kind(casus.stukken, CasusStuk.INFORMEREN)
    return tuple(
        _plicht(
            casus.kop,
            convenant,
            persoon_id=persoon.id,
            sinds=persoon.op,
            uiterlijk_op=inform_by(persoon.op, convenant, verstrekt_op=_disclosed_on(casus, persoon)),
            bronnen=(persoon.organisatie_id,) if persoon.organisatie_id is not None else (),
            notes=notes,
        )
        for persoon in of_kind(casus.stukken, *PERSONEN)
    )


def plicht_of(plichten: Iterable[Plicht], persoon_id: UUID | None) -> Plicht | None:
    """Find the duty towards one person."""
    return next((plicht for plicht in plichten if plicht.persoon_id == persoon_id), None)


def replay(plicht: Plicht) -> Verloop:
    """Give what the notes of a duty come to, one after the other."""
    found = Verloop(plicht.delen)
    for note in plicht.aantekeningen:
        _take(found, note, note.organisatie_id or NIEMAND)
    return found


def _take(found: Verloop, note: StukFeit, organisatie_id: OrganisatieId) -> None:
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


@carries_out("11.5", "13.1", "13.2")
def untold(stukken: Collection[StukFeit], *, soort: Houdersoort) -> int:
    """Count, of what leaves a file, the people who were not told all and had no ground that stays. Covenant 11.5.

    From the plain pieces alone, once the data is past its last day; nothing of it says who they were.
    """
    signalen = of_kind(stukken, DossierStuk.SIGNAAL)
    notes = of_kind(stukken, DossierStuk.INFORMEREN)
    people: list[tuple[StukId | None, set[OrganisatieId]]] = [
        (persoon.id, {persoon.organisatie_id or NIEMAND}) for persoon in of_kind(stukken, *PERSONEN)
    ]
    if signalen and soort is not Houdersoort.CASUS:
        people.append((None, {s.organisatie_id or NIEMAND for s in signalen}))
    return sum(_is_untold(bronnen, [n for n in notes if n.bij_id == persoon_id]) for persoon_id, bronnen in people)


def _is_untold(bronnen: Iterable[OrganisatieId], notes: Iterable[StukFeit]) -> bool:
    found = Verloop(frozenset(bronnen))
    for note in notes:
        _take(found, note, note.organisatie_id or NIEMAND)
    return any(not any(n.staat in BLIJVEND for n in found.of_part(deel)) for deel in found.rest)
