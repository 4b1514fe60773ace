"""Record that what there is was gathered, and which dossiers a request is about. Covenant 12.3, 12.5."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.archief import store as archief
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import TrefferInhoud
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.bewaring import BewaarFeit, last_processing_on, retention_of
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.rules.verzoek import may_record_treffers, may_record_verzameld
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.weegploeg import store as weegploeg


class RecordTreffers(Wijzigend):
    """In which dossiers the person stands, by their id in the weegploeg or the archive."""

    dossiers: tuple[Id, ...]


class RecordVerzameld(Wijzigend):
    """Which dossiers the request is about, by their id in the weegploeg or the archive; none where none was found."""

    dossiers: tuple[Id, ...] = ()


def _there(dossiers: Collection[UUID], convenant: ConvenantFeit) -> dict[UUID, BewaarFeit]:
    """Give the dossiers of this covenant that are kept, in the weegploeg or else in the archive."""
    found = {**archief.bewaring(dossiers, lock=False), **weegploeg.bewaring(dossiers, lock=False)}
    return {
        one: feit
        for one, feit in found.items()
        if feit.convenant_id == convenant.id and (feit.vernietigen_op is None or feit.gearchiveerd_op is not None)
    }


def _kept_until(found: Collection[BewaarFeit], convenant: ConvenantFeit, *, day: date) -> date | None:
    """Give the first last day of these dossiers: an answer is due before anything of it goes. Covenant 12.3."""
    casussen = casusoverleg.bewaring([one.elders_id for one in found if one.elders_id], lock=False)
    days = []
    for feit in found:
        casus = casussen.get(feit.elders_id) if feit.elders_id else None
        elders_op = last_processing_on(casus, elders_op=None) if casus else None
        days.append(retention_of(feit, convenant, elders_op=elders_op, day=day).tot)
    return min(days, default=None)


def _may(wie: Wie, feit: VerzoekFeit, invoer: RecordVerzameld, edge: Edge) -> Verdict:
    found = _there(invoer.dossiers, wie.convenant)
    dossiers = invoer.dossiers if set(invoer.dossiers) == set(found) else None
    return may_record_verzameld(wie, feit, dossiers=dossiers, day=edge.day)


def _add(pas: Pass, feit: VerzoekFeit, dossiers: Collection[UUID]) -> None:
    """Note the dossiers that were not named yet, and until when what the request is about is kept."""
    found = _there({*dossiers, *feit.treffers}, pas.wie.convenant)
    for one in found.values():
        if one.id not in feit.treffers:
            store.stukken.add(
                pas, TrefferInhoud(nummer=one.nummer), houder_id=feit.id, soort=VerzoekStuk.TREFFER, bij_id=one.id
            )
    store.note_kept_until(pas, feit, _kept_until(found.values(), pas.wie.convenant, day=pas.day))


def _may_name(wie: Wie, feit: VerzoekFeit, invoer: RecordTreffers, edge: Edge) -> Verdict:
    found = _there(invoer.dossiers, wie.convenant)
    dossiers = invoer.dossiers if set(invoer.dossiers) == set(found) else None
    return may_record_treffers(wie, feit, dossiers=dossiers, day=edge.day)


def _name(pas: Pass, feit: VerzoekFeit, invoer: RecordTreffers) -> None:
    _add(pas, feit, invoer.dossiers)
    store.advance(pas, feit.id, feit.staat)


def _record(pas: Pass, feit: VerzoekFeit, invoer: RecordVerzameld) -> None:
    _add(pas, feit, invoer.dossiers)
    store.advance(pas, feit.id, Verzoekstaat.VERZAMELD)


record_treffers = change("record-treffers", articles=("12.3",), invoer=RecordTreffers, rule=_may_name, run=_name)
record_verzameld = change("record-verzameld", articles=("12.3", "12.5"), invoer=RecordVerzameld, rule=_may, run=_record)
