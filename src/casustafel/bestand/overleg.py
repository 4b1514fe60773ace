"""The meetings of a board: planned and read the same way in both files. Covenant 7.3, 9.1. Nothing is sealed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefOverleg
from casustafel.bestand.pas import Pass
from casustafel.bestand.tabel import AanwezigeTabel, AgendaPuntTabel, OverlegTabel
from casustafel.convenant.feit import CasusFeit, ConvenantId, DossierFeit, MedewerkerId, OrganisatieId
from casustafel.convenant.overleg import TO_COME, AanwezigeFeit, Bord, OverlegFeit, OverlegStaat, PuntFeit

Overleg = TypeVar("Overleg", bound=OverlegTabel)
Punt = TypeVar("Punt", bound=AgendaPuntTabel)
Aanwezige = TypeVar("Aanwezige", bound=AanwezigeTabel)
Facts = Callable[[Collection[UUID]], Mapping[UUID, DossierFeit] | Mapping[UUID, CasusFeit]]
NUMBERS = 90_000


class Overleggen(Generic[Overleg, Punt, Aanwezige]):
    """The tables of meetings of one file."""

    def __init__(
        self, bestand: Bestand, *, overleg: type[Overleg], punt: type[Punt], aanwezige: type[Aanwezige], facts: Facts
    ) -> None:
        """Take the file of the board, its own tables, and what loads the facts on its dossiers or casussen."""
        self.bord = Bord(bestand.value)
        self._overleg = overleg._default_manager
        self._punt = punt._default_manager
        self._aanwezige = aanwezige._default_manager
        self._facts = facts

    def ids(self, convenant_id: UUID, *, staten: Collection[OverlegStaat], vanaf: date | None = None) -> list[UUID]:
        """Give the meetings of a covenant in these states, the next one first; with `vanaf` from that day on."""
        rows = self._overleg.filter(convenant_id=convenant_id, staat__in=[staat.value for staat in staten])
        if vanaf is not None:
            rows = rows.filter(op__gte=vanaf)
        return list(rows.order_by("op", "van", "nummer").values_list("id", flat=True))

    def facts(self, ids: Collection[UUID], *, lock: bool) -> dict[UUID, OverlegFeit]:
        """Load the facts on meetings and on what is on their agendas, in a constant number of queries."""
        rows = self._overleg.filter(pk__in=list(ids))
        found = list(rows.select_for_update() if lock else rows)
        punten = self._punten([row.id for row in found])
        aanwezig = self._aanwezigen([row.id for row in found])
        by_id = {row.id: self._feit(row, punten[row.id], aanwezig[row.id]) for row in found}
        return {overleg_id: by_id[overleg_id] for overleg_id in ids if overleg_id in by_id}

    def _punten(self, ids: Collection[UUID]) -> Mapping[UUID, list[PuntFeit]]:
        rows = list(self._punt.filter(overleg_id__in=list(ids)).order_by("volg", "id"))
        known = self._facts({row.houder_id for row in rows})
        punten: defaultdict[UUID, list[PuntFeit]] = defaultdict(list)
        for row in rows:
            feit = known.get(row.houder_id)
            if feit is not None:
                punten[row.overleg_id].append(PuntFeit(feit=feit, is_besproken=row.is_besproken))
        return punten

    def _aanwezigen(self, ids: Collection[UUID]) -> Mapping[UUID, list[AanwezigeFeit]]:
        aanwezig: defaultdict[UUID, list[AanwezigeFeit]] = defaultdict(list)
        for row in self._aanwezige.filter(overleg_id__in=list(ids)).order_by("id"):
            aanwezig[row.overleg_id].append(
                AanwezigeFeit(
                    organisatie_id=OrganisatieId(row.organisatie_id),
                    medewerker_id=MedewerkerId(row.medewerker_id) if row.medewerker_id else None,
                )
            )
        return aanwezig

    def _feit(self, row: Overleg, punten: Iterable[PuntFeit], aanwezig: Iterable[AanwezigeFeit]) -> OverlegFeit:
        return OverlegFeit(
            id=row.id,
            convenant_id=ConvenantId(row.convenant_id),
            bord=self.bord,
            nummer=row.nummer,
            op=row.op,
            van=row.van,
            plaats_id=OrganisatieId(row.plaats_id) if row.plaats_id else None,
            gepland_door=OrganisatieId(row.organisatie_id) if row.organisatie_id else None,
            staat=OverlegStaat(row.staat),
            huidig=row.huidig_id,
            punten=tuple(punten),
            aanwezig=tuple(aanwezig),
        )

    def plan(self, pas: Pass, *, op: date, van: str, plaats_id: UUID | None) -> UUID:
        """Plan a meeting. Its number is drawn, so that it counts nothing that somebody may not know of."""
        row = self._overleg.create(
            id=pas.new_id(),
            convenant_id=pas.wie.convenant.id,
            nummer=self._draw(pas),
            op=op,
            van=van,
            plaats_id=plaats_id,
            organisatie_id=pas.wie.organisatie_id,
            staat=OverlegStaat.GEPLAND.value,
        )
        pas.note(row.id)
        return row.id

    def move(self, pas: Pass, overleg_id: UUID, *, op: date, van: str, plaats_id: UUID | None) -> None:
        """Put a meeting on another day, time or place; who was present on the old day is not on the new one."""
        self._overleg.filter(pk=overleg_id).update(op=op, van=van, plaats_id=plaats_id)
        self._aanwezige.filter(overleg_id=overleg_id).delete()
        pas.note(overleg_id)

    def _draw(self, pas: Pass) -> str:
        while True:
            nummer = f"O-{pas.day.year}-{pas.new_id().int % NUMBERS + 10_000}"
            if not self._overleg.filter(convenant_id=pas.wie.convenant.id, nummer=nummer).exists():
                return nummer

    def put(self, pas: Pass, overleg_id: UUID, houder_id: UUID) -> None:
        """Put a subject at the end of the agenda."""
        last = self._punt.filter(overleg_id=overleg_id).order_by("-volg").values_list("volg", flat=True).first()
        self._punt.create(overleg_id=overleg_id, houder_id=houder_id, volg=(last or 0) + 1)
        pas.note(overleg_id)

    def drop(self, pas: Pass, overleg_id: UUID, houder_id: UUID) -> None:
        """Take a subject off the agenda."""
        self._punt.filter(overleg_id=overleg_id, houder_id=houder_id).delete()
        pas.note(overleg_id)

    def forget(self, houder_id: UUID) -> None:
        """Take a dossier or casus off every agenda; a past meeting goes with the last of its subjects. Covenant 13."""
        own = self._punt.filter(houder_id=houder_id)
        met = list(own.values_list("overleg_id", flat=True))
        own.delete()
        self._overleg.filter(huidig_id=houder_id).update(huidig_id=None)
        kept = set(self._punt.filter(overleg_id__in=met).values_list("overleg_id", flat=True))
        empty = self._overleg.filter(
            pk__in=set(met) - kept, staat__in=[staat.value for staat in set(OverlegStaat) - TO_COME]
        )
        gone = list(empty.values_list("id", flat=True))
        self._aanwezige.filter(overleg_id__in=gone).delete()
        empty.delete()

    def history(self, houder_id: UUID) -> tuple[ArchiefOverleg, ...]:
        """Give the past meetings that had a dossier or casus on their agenda, oldest first. Covenant 13.2."""
        points = dict(self._punt.filter(houder_id=houder_id).values_list("overleg_id", "is_besproken"))
        past = self._overleg.filter(pk__in=list(points)).exclude(staat__in=[staat.value for staat in TO_COME])
        met = list(past.order_by("op", "nummer"))
        present = self._aanwezigen([row.id for row in met])
        return tuple(
            ArchiefOverleg(
                nummer=row.nummer,
                op=row.op,
                is_besproken=points[row.id],
                organisaties=tuple(dict.fromkeys(one.organisatie_id for one in present[row.id])),
                medewerkers=tuple(one.medewerker_id for one in present[row.id] if one.medewerker_id),
            )
            for row in met
        )

    def drop_empty(self, pas: Pass, *, until: date) -> int:
        """Delete the meetings of up to a day that have nothing on their agenda; tells how many. Covenant 13.1."""
        past = self._overleg.filter(convenant_id=pas.wie.convenant.id, op__lte=until)
        ids = set(past.values_list("id", flat=True))
        ids -= set(self._punt.filter(overleg_id__in=list(ids)).values_list("overleg_id", flat=True))
        self._aanwezige.filter(overleg_id__in=list(ids)).delete()
        self._overleg.filter(pk__in=list(ids)).delete()
        for overleg_id in sorted(ids):
            pas.note(overleg_id)
        return len(ids)

    def order(self, pas: Pass, overleg_id: UUID, houder_ids: Collection[UUID]) -> None:
        """Put these subjects in this order, on the places that they have together; others keep theirs."""
        rows = {row.houder_id: row for row in self._punt.filter(overleg_id=overleg_id, houder_id__in=list(houder_ids))}
        places = sorted(row.volg for row in rows.values())
        for houder_id, volg in zip(houder_ids, places, strict=True):
            self._punt.filter(pk=rows[houder_id].pk).update(volg=volg)
        pas.note(overleg_id)

    def come(self, pas: Pass, overleg_id: UUID, *, organisatie_id: UUID, medewerker_id: UUID | None) -> None:
        """Record once that an organisation, or somebody of it, is present."""
        self._aanwezige.get_or_create(
            overleg_id=overleg_id,
            organisatie_id=organisatie_id,
            medewerker_id=medewerker_id,
            defaults={"op": pas.moment},
        )
        pas.note(overleg_id)

    def go_to(self, pas: Pass, overleg_id: UUID, houder_id: UUID | None) -> None:
        """Go on to a subject, or to none; one that was reached counts as discussed."""
        self._punt.filter(overleg_id=overleg_id, houder_id=houder_id).update(is_besproken=True)
        self._overleg.filter(pk=overleg_id).update(huidig_id=houder_id)
        pas.note(overleg_id)

    def set_staat(self, pas: Pass, overleg_id: UUID, staat: OverlegStaat) -> None:
        """Set how far a meeting is; no subject is being discussed then."""
        self._overleg.filter(pk=overleg_id).update(staat=staat.value, huidig_id=None)
        pas.note(overleg_id)

    def mark(self, overleg_id: UUID, *, seen: Collection[UUID], besproken: Collection[UUID]) -> None:
        """Note which of the subjects that were seen have been discussed; others stay as they are."""
        rows = self._punt.filter(overleg_id=overleg_id)
        rows.filter(houder_id__in=list(seen)).update(is_besproken=False)
        rows.filter(houder_id__in=list(besproken)).update(is_besproken=True)
