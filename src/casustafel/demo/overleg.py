"""The invented meetings: one of the weegploeg today, one of the casusoverleg next week, and one that was held."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.overleg.agenda import PlanOverleg, PuntOpAgenda, plan_overleg, put_on_agenda
from casustafel.acts.overleg.bord import OpOverleg
from casustafel.acts.overleg.meet import (
    DiscussPunt,
    FinishOverleg,
    RecordAanwezig,
    discuss_punt,
    finish_overleg,
    record_aanwezig,
    start_overleg,
)
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.convenant.feit import CasusStaat, DossierStaat
from casustafel.convenant.overleg import Bord
from casustafel.demo.table import Table

NEXT_WEEK = timedelta(days=7)
HELD_DAYS_AGO = 21


def load(table: Table) -> None:
    """Plan the meetings, and hold the one that is past."""
    weighed = FindDossiers(staten=(DossierStaat.IN_WEGING, DossierStaat.INFORMATIE_GEVRAAGD))
    found = table.does("gerda", find_dossiers, weighed, days_ago=0).dossiers
    oldest_first = sorted(found, key=lambda dossier: dossier.eerste_signaal_op)
    dossiers = tuple(dossier.id for dossier in oldest_first)
    seated = table.does("gerda", find_casussen, FindCasussen(), days_ago=0).casussen
    casussen = [casus.id for casus in seated if casus.staat is not CasusStaat.AFGESLOTEN]
    today = table.edge(0).day
    held = _plan(table, Bord.WEEGPLOEG, dossiers[:1], op=today - timedelta(days=HELD_DAYS_AGO), days_ago=HELD_DAYS_AGO)
    _hold(table, held, dossiers[:1])
    _plan(table, Bord.WEEGPLOEG, dossiers, op=today, days_ago=0)
    _plan(table, Bord.CASUSOVERLEG, casussen, op=today + NEXT_WEEK, days_ago=0)


def _plan(table: Table, bord: Bord, subjects: Iterable[UUID], *, op: date, days_ago: int) -> UUID:
    invoer = PlanOverleg.model_validate({"op": op, "van": "10:00", "plaats_id": table.organisatie("gerda")})
    overleg_id = table.does("gerda", plan_overleg[bord], invoer, days_ago=days_ago)
    for subject in subjects:
        put = PuntOpAgenda(houder_id=overleg_id, punt_id=subject)
        table.does("gerda", put_on_agenda[bord], put, days_ago=days_ago)
    return overleg_id


def _hold(table: Table, overleg_id: UUID, subjects: tuple[UUID, ...]) -> None:
    bord, days_ago = Bord.WEEGPLOEG, HELD_DAYS_AGO
    table.does("gerda", start_overleg[bord], OpOverleg(houder_id=overleg_id), days_ago=days_ago)
    for name in ("gerda", "omar", "petra"):
        table.does(name, record_aanwezig[bord], RecordAanwezig(houder_id=overleg_id), days_ago=days_ago)
    for subject in subjects:
        discussed = DiscussPunt(houder_id=overleg_id, punt_id=subject)
        table.does("gerda", discuss_punt[bord], discussed, days_ago=days_ago)
    finish = FinishOverleg(houder_id=overleg_id, besproken=subjects)
    table.does("gerda", finish_overleg[bord], finish, days_ago=days_ago)
