"""Of whom the duty to inform is: the subject of a dossier, the persons of a casus, who left. Covenant 11."""

from collections.abc import Collection, Iterable
from datetime import date

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
    OrganisatieId,
    StukFeit,
    StukId,
    of_kind,
)
from casustafel.convenant.informatieplicht import (
    BLIJVEND,
    NIEMAND,
    PERSONEN,
    Plicht,
    Verloop,
    inform_by,
    take_note,
)
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.stuk import CasusStuk, DossierStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.vooruitzicht import Kop, outlook


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
        take_note(found, note, note.organisatie_id or NIEMAND)
    return any(not any(n.staat in BLIJVEND for n in found.of_part(deel)) for deel in found.rest)
