"""What the duty to inform needs of the file that it is in, the same in both. Covenant 11, 8.1, 10.1."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from casustafel.acts.casusoverleg.may_have import may_have
from casustafel.acts.invoer import Id, OpHouder, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import InformerenInhoud
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.gegevens import personen
from casustafel.convenant.feit import CasusFeit, DossierFeit, StukId, Wie
from casustafel.convenant.informatieplicht import Aantekening, Plicht, plicht_of
from casustafel.convenant.plichten import plichten_of_casus, plichten_of_dossier
from casustafel.convenant.rules.informatieplicht import may_open_informeren, may_open_informeren_casus
from casustafel.convenant.rules.toegang import may_open_casus, may_open_dossier
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg

VERWERKING: Final = "betrokkenen informeren"
Feit = DossierFeit | CasusFeit


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kamer:
    """A file with people in it: its facts, its duties, who may look at them, and the names of the people.

    `naam` ends the codes of the acts; `may_open_all` says who may open the rest of the file; `names` gives those names
    that the reader may have.
    """

    naam: str
    bestand: Bestand
    store: Any
    facts: Callable[..., dict[UUID, Any]]
    version: Callable[[Any], int]
    plichten: Callable[[Any, Wie, date], tuple[Plicht, ...]]
    may_open: Callable[..., Verdict]
    may_open_all: Callable[..., Verdict]
    names: Callable[[Pass, Any], Mapping[UUID | None, str]]

    def code(self, name: str) -> str:
        """Give the code of an act in this file."""
        return f"{name}{self.naam}"

    def plicht(self, wie: Wie, feit: Any, persoon_id: UUID | None, *, day: date) -> Plicht | None:
        """Find the duty towards one person."""
        return plicht_of(self.plichten(feit, wie, day), persoon_id)

    def note(  # a note is these
        self,
        pas: Pass,
        feit: Any,
        staat: Aantekening,
        *,
        persoon_id: UUID | None,
        tot: date | None = None,
        **inhoud: Any,
    ) -> StukId:
        """Write a note on the duty into the file. This is no casework: the day of the last processing stays."""
        note_id: StukId = self.store.stukken.add(
            pas,
            InformerenInhoud(
                door=register.handelend(pas.wie), als_plaatsvervanger=pas.wie.is_plaatsvervanger, **inhoud
            ),
            houder_id=feit.kop.id,
            soort=self.store.Soort.INFORMEREN,
            organisatie_id=pas.wie.organisatie_id,
            bij_id=persoon_id,
            uiterlijk_op=tot,
            staat=staat,
        )
        self.store.mend(pas, feit.kop.id)
        return note_id

    def notes(self, pas: Pass, feit: Any) -> list[Stuk[InformerenInhoud]]:
        """Open all notes of a file, oldest first."""
        found: list[Stuk[InformerenInhoud]] = self.store.stukken.of_kind(
            pas, feit.kop.id, self.store.Soort.INFORMEREN, InformerenInhoud
        )
        return found


def _in_dossier(dossier: DossierFeit, wie: Wie, day: date) -> tuple[Plicht, ...]:
    return plichten_of_dossier(dossier, wie.convenant, day=day)


def _in_casus(casus: CasusFeit, wie: Wie, _day: date) -> tuple[Plicht, ...]:
    return plichten_of_casus(casus, wie.convenant)


def _subject(pas: Pass, dossier: DossierFeit) -> Mapping[UUID | None, str]:
    return {None: weegploeg.naw_of(pas, dossier.kop.id).naam}


def _persons(pas: Pass, casus: CasusFeit) -> Mapping[UUID | None, str]:
    """Give the names that the organisation of the reader may have, by the class of what was recorded. Covenant 6."""
    found = personen(pas, casus.kop.id).values()
    return {p.id: p.inhoud.naam for p in found if may_have(pas, casus, p.id, p.inhoud.merk)}


DOSSIER: Final = Kamer(
    naam="",
    bestand=Bestand.WEEGPLOEG,
    store=weegploeg,
    facts=weegploeg.facts,
    version=weegploeg.version,
    plichten=_in_dossier,
    may_open=may_open_informeren,
    may_open_all=may_open_dossier,
    names=_subject,
)
CASUS: Final = Kamer(
    naam="-casus",
    bestand=Bestand.CASUSOVERLEG,
    store=casusoverleg,
    facts=casusoverleg.facts,
    version=casusoverleg.version,
    plichten=_in_casus,
    may_open=may_open_informeren_casus,
    may_open_all=may_open_casus,
    names=_persons,
)


class OverSubject(Wijzigend):
    """About the subject of a dossier."""

    @property
    def wie_id(self) -> UUID | None:
        """Give the piece of the person; the subject has none."""
        return None


class OverPersoon(Wijzigend):
    """About a person of a casus."""

    persoon_id: Id

    @property
    def wie_id(self) -> UUID | None:
        """Give the piece of the person."""
        return self.persoon_id


class VanSubject(OpHouder):
    """Of the subject of a dossier."""

    @property
    def wie_id(self) -> UUID | None:
        """Give the piece of the person; the subject has none."""
        return None


class VanPersoon(OpHouder):
    """Of a person of a casus."""

    persoon_id: Id

    @property
    def wie_id(self) -> UUID | None:
        """Give the piece of the person."""
        return self.persoon_id
