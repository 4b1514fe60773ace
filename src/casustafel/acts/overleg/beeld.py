"""What somebody sees of a meeting: their own agenda, and a mark by which a screen knows that it changed."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from uuid import UUID

from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.bestand.inhoud import Naw
from casustafel.convenant.feit import UNDECIDED, CasusFeit, CasusStaat, DossierFeit, OrganisatieId, Wie
from casustafel.convenant.overleg import OverlegFeit, OverlegStaat, PuntFeit
from casustafel.convenant.rules.overleg import expected, huidig, visible
from casustafel.convenant.rules.toegang import is_partner, may_open_casus
from casustafel.convenant.vooruitzicht import overleg_outlook

MARK = 24


class StandpuntStand(Uitvoer):
    """Where a kernpartij stands: its choice alone, without its reasons."""

    organisatie_id: Id
    keuze: str


class AgendaPuntBeeld(Uitvoer):
    """A subject on the reader's agenda. The name is empty for an externe casuspartner, who has the plan page only."""

    id: Id
    nummer: str
    naam: str
    staat: str
    is_besproken: bool
    is_huidig: bool
    is_plan_alleen: bool
    vraagt_standpunt: bool
    standpunten: tuple[StandpuntStand, ...]


class OverlegBeeld(Uitvoer):
    """A meeting as its reader may know it: what they do not see of it counts nowhere."""

    id: Id
    nummer: str
    op: Dag
    van: str
    plaats_id: Id | None
    gepland_door: Id | None
    staat: OverlegStaat
    punten: tuple[AgendaPuntBeeld, ...]
    verwacht: tuple[Id, ...]
    aanwezig: tuple[Id, ...]
    is_zelf_aanwezig: bool
    stand: str
    bewaard_tot: Dag
    bewaard_artikel: str


class OverlegRegel(Uitvoer):
    """A meeting in a list: when, and how far it is."""

    id: Id
    nummer: str
    op: Dag
    van: str
    plaats_id: Id | None
    staat: OverlegStaat


class OverlegLijst(Uitvoer):
    """The meetings of a board that exist for the reader, the next one first."""

    overleggen: tuple[OverlegRegel, ...]


class OverlegStand(Uitvoer):
    """The mark of a meeting as it stands for the reader, and whether it is another than they had."""

    stand: str
    is_nieuw: bool


class OverlegAfspraak(Uitvoer):
    """What a calendar gets: a number, a day and a time. No subject, no dossier, nobody's name."""

    id: Id
    nummer: str
    op: Dag
    van: str
    is_afgelast: bool


def _standpunten(wie: Wie, feit: DossierFeit | CasusFeit, *, day: date) -> tuple[StandpuntStand, ...]:
    if isinstance(feit, CasusFeit) and not may_open_casus(wie, feit.kop, day=day).is_allowed:
        return ()
    kern = {partij.id for partij in wie.convenant.kernpartijen_on(day)}
    return tuple(
        StandpuntStand(organisatie_id=s.organisatie_id, keuze=s.uitkomst or s.keuze)
        for s in sorted(feit.standpunten, key=lambda s: s.organisatie_id)
        if s.organisatie_id in kern
    )


def _asks(wie: Wie, feit: DossierFeit | CasusFeit, *, day: date) -> bool:
    """Tell whether the kernpartijen are asked where they stand, in what this reader sees."""
    if isinstance(feit, DossierFeit):
        return feit.kop.staat in UNDECIDED and bool(feit.gewogen)
    return feit.kop.staat is CasusStaat.AFSLUITING_GEADVISEERD and may_open_casus(wie, feit.kop, day=day).is_allowed


def _present(wie: Wie, overleg: OverlegFeit, *, day: date) -> tuple[OrganisatieId, ...]:
    """Give who is present, of those that this reader knows to be at the table."""
    known = expected(wie, overleg, day=day) | {wie.organisatie_id}
    return tuple(dict.fromkeys(a.organisatie_id for a in overleg.aanwezig if a.organisatie_id in known))


def _agenda(wie: Wie, overleg: OverlegFeit, names: Mapping[UUID, Naw], *, day: date) -> tuple[AgendaPuntBeeld, ...]:
    current = huidig(wie, overleg, day=day)
    return tuple(_punt(wie, punt, names, current=current, day=day) for punt in visible(wie, overleg, day=day))


def _punt(wie: Wie, punt: PuntFeit, names: Mapping[UUID, Naw], *, current: UUID | None, day: date) -> AgendaPuntBeeld:
    kop = punt.feit.kop
    return AgendaPuntBeeld(
        id=kop.id,
        nummer=kop.nummer,
        naam=names[kop.id].naam if kop.id in names else "",
        staat=kop.staat.value,
        is_besproken=punt.is_besproken,
        is_huidig=kop.id == current,
        is_plan_alleen=isinstance(punt.feit, CasusFeit) and is_partner(wie),
        vraagt_standpunt=_asks(wie, punt.feit, day=day),
        standpunten=_standpunten(wie, punt.feit, day=day),
    )


def stand_of(wie: Wie, overleg: OverlegFeit, *, day: date) -> str:
    """Give the mark of a meeting as this reader may know it: equal as long as nothing changed for them."""
    seen = {
        "staat": overleg.staat.value,
        "aanwezig": [str(organisatie) for organisatie in _present(wie, overleg, day=day)],
        "punten": [punt.model_dump(mode="json") for punt in _agenda(wie, overleg, {}, day=day)],
    }
    return sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()[:MARK]


def beeld_of(wie: Wie, overleg: OverlegFeit, names: Mapping[UUID, Naw], *, day: date) -> OverlegBeeld:
    """Give a meeting as this reader may know it; it goes with the last of the subjects that they see. Covenant 13."""
    kept = overleg_outlook(overleg.op, [p.feit.kop for p in visible(wie, overleg, day=day)], wie.convenant)
    return OverlegBeeld(
        id=overleg.id,
        nummer=overleg.nummer,
        op=overleg.op,
        van=overleg.van,
        plaats_id=overleg.plaats_id,
        gepland_door=overleg.gepland_door,
        staat=overleg.staat,
        punten=_agenda(wie, overleg, names, day=day),
        verwacht=tuple(sorted(expected(wie, overleg, day=day))),
        aanwezig=_present(wie, overleg, day=day),
        is_zelf_aanwezig=wie.medewerker_id in {a.medewerker_id for a in overleg.aanwezig},
        stand=stand_of(wie, overleg, day=day),
        bewaard_tot=kept.tot,
        bewaard_artikel=kept.artikel,
    )


def regel_of(overleg: OverlegFeit) -> OverlegRegel:
    """Give a meeting as a list has it."""
    return OverlegRegel(
        id=overleg.id,
        nummer=overleg.nummer,
        op=overleg.op,
        van=overleg.van,
        plaats_id=overleg.plaats_id,
        staat=overleg.staat,
    )
