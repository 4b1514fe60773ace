"""What a term may have ended for: ids and days only, nothing of its content. No act, as what waits in an outbox."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.acts.bewaring.vernietiging import (
    IN_ARCHIEF,
    IN_BETROKKENE,
    IN_CASUSOVERLEG,
    IN_TOEZICHT,
    IN_WEEGPLOEG,
    STAPPEN,
    Stappen,
)
from casustafel.archief import store as archief
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort, last_processing_on, must_archive, must_destroy
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.rules.afscherming import rest_of
from casustafel.kluis import store as kluis
from casustafel.register import store as register
from casustafel.toezicht import store as toezicht
from casustafel.weegploeg import store as weegploeg

__all__ = [
    "Delen",
    "archived",
    "elders_of",
    "incidents",
    "installatie",
    "is_leaving_whole",
    "leaving",
    "linked",
    "marked",
    "orphans",
    "parts_of",
    "requests",
    "subjects",
    "systemen",
]

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Delen:
    """What the files hold of one subject: by file, the casus before the dossier."""

    feiten: tuple[tuple[Stappen, BewaarFeit], ...]

    def elders_op(self, feit: BewaarFeit) -> date | None:
        """Give the day of the last casework in the other file."""
        return max((other.verwerkt_op for _stappen, other in self.feiten if other.id != feit.id), default=None)

    def is_past(self, convenant: ConvenantFeit, *, day: date) -> bool:
        """Tell whether every part is past its term, or was moved."""
        return all(
            feit.gearchiveerd_op is not None or must_destroy(feit, convenant, elders_op=self.elders_op(feit), day=day)
            for _stappen, feit in self.feiten
        )

    def goes_to_archief(self, convenant: ConvenantFeit, *, day: date) -> bool:
        """Tell whether every part is due to be moved to the archive, or is on its way there."""
        return all(
            feit.gearchiveerd_op is not None or must_archive(feit, convenant, elders_op=self.elders_op(feit), day=day)
            for _stappen, feit in self.feiten
        )

    @property
    def last_on(self) -> date:
        """Give the day of the last casework in any file."""
        return max(last_processing_on(feit, elders_op=None) for _stappen, feit in self.feiten)


def subjects(convenant_id: UUID, *, until: date, afgesloten_until: date) -> Iterator[Delen]:
    """Give the subjects of a covenant that were not put on the agenda, or that nobody worked on since a day.

    Of those that were closed the second day counts. Also those of which a part is on its way out: what a crash left
    behind.
    """
    left = casusoverleg.bewaring(casusoverleg.vernietiging.marked(), lock=False).values()
    half = [*weegploeg.vernietiging.marked(), *(casus.elders_id for casus in left if casus.elders_id)]
    ids = list(dict.fromkeys([*weegploeg.ageing(convenant_id, until=until, afgesloten_until=afgesloten_until), *half]))
    for start in range(0, len(ids), BATCH):
        for dossier in weegploeg.bewaring(ids[start : start + BATCH], lock=False).values():
            if dossier.convenant_id == convenant_id:
                yield parts_of(dossier)


def linked(convenant_id: UUID, *, until: date) -> Iterator[Delen]:
    """Give the subjects with a casus of which one file was not worked on since a day."""
    ids = [*weegploeg.ageing(convenant_id, until=until), *casusoverleg.ageing(convenant_id, until=until)]
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), BATCH):
        found = weegploeg.bewaring(wanted[start : start + BATCH], lock=False).values()
        casussen = casusoverleg.bewaring([one.elders_id for one in found if one.elders_id], lock=False)
        for dossier in found:
            casus = casussen.get(dossier.elders_id) if dossier.elders_id else None
            if casus is not None:
                yield Delen(feiten=((IN_CASUSOVERLEG, casus), (IN_WEEGPLOEG, dossier)))


def archived(convenant_id: UUID, *, until: date) -> Iterator[Delen]:
    """Give the subjects in the archive of a covenant on which nobody worked since a day."""
    ids = archief.ageing(convenant_id, until=until)
    for start in range(0, len(ids), BATCH):
        for feit in archief.bewaring(ids[start : start + BATCH], lock=False).values():
            yield Delen(feiten=((IN_ARCHIEF, feit),))


def requests(convenant_id: UUID, *, until: date) -> Iterator[Delen]:
    """Give the requests answered up to a day that are about no dossier, and those of which every dossier is gone.

    Covenant 12.3, 13.1. Reading: a request goes with its dossier, and one that is about none a year after its answer.
    """
    ids = betrokkene.ageing(convenant_id, until=until)
    for start in range(0, len(ids), BATCH):
        page = ids[start : start + BATCH]
        about = betrokkene.dossiers_of(page)
        held = _held({one for some in about.values() for one in some})
        for feit in betrokkene.bewaring(page, lock=False).values():
            if not about[feit.id] & held:
                yield Delen(feiten=((IN_BETROKKENE, feit),))


def incidents(convenant_id: UUID, *, until: date) -> Iterator[Delen]:
    """Give the incidents that were settled up to a day. Covenant 13.1, 15.2.g. Reading: kept three years after that."""
    ids = toezicht.ageing(convenant_id, until=until)
    for start in range(0, len(ids), BATCH):
        for feit in toezicht.bewaring(ids[start : start + BATCH], lock=False).values():
            yield Delen(feiten=((IN_TOEZICHT, feit),))


def _held(dossier_ids: set[UUID]) -> set[UUID]:
    """Give the dossiers that are kept somewhere: in the weegploeg, or in the archive."""
    rest = {rest_of(one): one for one in dossier_ids}
    ids = {*dossier_ids, *rest}
    found = [*weegploeg.bewaring(ids, lock=False).values(), *archief.bewaring(ids, lock=False).values()]
    return {
        rest.get(feit.id, feit.id) for feit in found if feit.vernietigen_op is None or feit.gearchiveerd_op is not None
    }


def parts_of(dossier: BewaarFeit) -> Delen:
    """Give what the files hold of the subject of a dossier."""
    casus = casusoverleg.bewaring([dossier.elders_id], lock=False) if dossier.elders_id else {}
    return Delen(feiten=(*((IN_CASUSOVERLEG, one) for one in casus.values()), (IN_WEEGPLOEG, dossier)))


def elders_of(feit: BewaarFeit) -> BewaarFeit | None:
    """Give the other part of a subject, or nothing where there is none any more."""
    if feit.elders_id is None:
        return None
    load = casusoverleg.bewaring if feit.soort is Houdersoort.DOSSIER else weegploeg.bewaring
    return load([feit.elders_id], lock=False).get(feit.elders_id)


def leaving(houder_id: UUID) -> tuple[Stappen, BewaarFeit] | None:
    """Give the dossier or casus with this id, with the acts of its file, or nothing where it left."""
    for stappen in (IN_CASUSOVERLEG, IN_WEEGPLOEG):
        found = stappen.facts([houder_id], lock=False)
        if found:
            return stappen, found[houder_id]
    return None


def is_leaving_whole(feit: BewaarFeit) -> bool:
    """Tell whether the other part of a subject that goes to the archive goes too, or went. Covenant 13.2."""
    other = elders_of(feit)
    return other is None or other.gearchiveerd_op is not None


def marked() -> list[tuple[Stappen, BewaarFeit]]:
    """Give everything that is on its way out, with the acts of its file."""
    return [
        (stappen, feit) for stappen in STAPPEN.values() for feit in stappen.facts(stappen.marked(), lock=False).values()
    ]


def systemen(*, day: date) -> Iterator[Wie]:
    """Give the system at work in each covenant."""
    for convenant_id in register.convenant_ids():
        wie = register.systeem(convenant_id, day=day)
        if wie is not None:
            yield wie


def installatie() -> Wie:
    """Give the system at work for the installation."""
    return register.installatie()


def orphans(*, made_before: date) -> Iterator[tuple[Stappen, set[UUID]]]:
    """Give the keys of before a day that belong to no record, by file: what a crash left of a record's making.

    The keys are read before the records, so that a record that is made meanwhile is never taken for missing. A casus
    that a hand-over names is a record to come, and so is a subject on its way to the archive.
    """
    known = {
        IN_WEEGPLOEG.bestand: weegploeg.all_ids,
        IN_CASUSOVERLEG.bestand: _casussen,
        IN_ARCHIEF.bestand: _archived_or_to_be,
        IN_BETROKKENE.bestand: betrokkene.vernietiging.all_ids,
        IN_TOEZICHT.bestand: toezicht.vernietiging.all_ids,
    }
    for stappen in STAPPEN.values():
        keys = kluis.holders(stappen.bestand, made_before=made_before)
        yield stappen, keys - known[stappen.bestand]()


def _casussen() -> set[UUID]:
    return weegploeg.all_casus_ids() | casusoverleg.all_ids()


def _archived_or_to_be() -> set[UUID]:
    return archief.all_ids() | weegploeg.all_ids() | casusoverleg.all_dossier_ids()
