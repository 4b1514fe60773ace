"""The end of a term: a dossier lapses, is marked, taken back once, and destroyed; a casus too. Covenant 7.4, 13."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.bewaring.berichten import drop_berichten, find_werk_vernietigd
from casustafel.acts.bewaring.certificaten import find_certificaten
from casustafel.acts.bewaring.due import installatie, systemen
from casustafel.acts.bewaring.run_nachtwerk import RunNachtwerk, find_nachten, run_nachtwerk
from casustafel.acts.bewaring.termijnen import (
    UntilDay,
    drop_autorisaties,
    drop_convenantstukken,
    drop_overleggen,
    drop_tokens,
    empty_accounts,
)
from casustafel.acts.bewaring.vernietiging import (
    STAPPEN,
    BeginVernietiging,
    FinishVernietiging,
    HearElders,
    WithdrawVernietiging,
)
from casustafel.acts.bewaring.verval import RecordVerval, record_verval
from casustafel.acts.bewaring.vervaldagen import find_vervaldagen, find_werk_vervaldagen
from casustafel.acts.edge import Edge, at
from casustafel.acts.gaafheid import KEURINGEN, check_rows
from casustafel.acts.gate import Act, perform, perform_on
from casustafel.acts.invoer import Niets
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Wie
from casustafel.kluis import store as kluis
from tests.evidence.stage import Stage

LAPSE_DAYS, LONG_DAYS = 150, 6 * 366


def walk(stage: Stage) -> None:
    """Do each act of the system on what was made here, on days ahead."""
    lapsed = stage.dossier().dossier_id
    perform_on(
        record_verval,
        wie=systeem(stage),
        invoer=RecordVerval(houder_id=lapsed),
        edge=_ahead(stage, LAPSE_DAYS),
    )
    destroy(stage, Bestand.WEEGPLOEG, lapsed)
    destroy(stage, Bestand.CASUSOVERLEG, stage.casus().casus_id)
    past = UntilDay(tot_en_met=date(2001, 1, 1))
    for act in (drop_autorisaties, drop_convenantstukken, *drop_overleggen, *drop_berichten, empty_accounts):
        perform(act, wie=systeem(stage), invoer=past, edge=stage.table.edge(0))
    perform(drop_tokens, wie=installatie(), invoer=Niets(), edge=stage.table.edge(0))
    for keuring in KEURINGEN.values():
        assert not list(check_rows(keuring, [systeem(stage)], without=set(), edge=stage.table.edge(0)))
    perform(run_nachtwerk, wie=installatie(), invoer=RunNachtwerk(), edge=stage.table.edge(0))
    looks: tuple[Act[Any, Any], ...] = (*find_vervaldagen, *find_werk_vervaldagen, *find_certificaten.values())
    for look in (*looks, find_nachten):
        stage.does("gerda", look)
    for look in find_werk_vernietigd:
        stage.does("bente", look)


def systeem(stage: Stage) -> Wie:
    """Give the system at work in the covenant of the stage."""
    convenant_id = stage.table.people["gerda"].convenant_id
    return next(one for one in systemen(day=stage.table.edge(0).day) if one.convenant.id == convenant_id)


def dossier_of(casus_id: UUID) -> UUID:
    """Give the dossier that a casus came from."""
    return casusoverleg.dossier_of(casus_id)


def _ahead(stage: Stage, days: int) -> Edge:
    return at(stage.table.now + timedelta(days=days))


def destroy(stage: Stage, bestand: Bestand, houder_id: UUID) -> None:
    """Mark it, take that back, mark it again, destroy its key and remove its rows."""
    stappen, edge, wie = STAPPEN[bestand], _ahead(stage, LONG_DAYS), systeem(stage)
    heard = HearElders(houder_id=houder_id, elders_op=stage.soon(1))
    if stappen.hear is not None:
        perform_on(stappen.hear, wie=wie, invoer=heard, edge=_ahead(stage, 1))
    begin = BeginVernietiging(houder_id=houder_id)
    perform_on(stappen.begin, wie=wie, invoer=begin, edge=edge)
    perform_on(stappen.withdraw, wie=wie, invoer=WithdrawVernietiging(houder_id=houder_id), edge=edge)
    perform_on(stappen.begin, wie=wie, invoer=begin, edge=edge)
    kluis.note_destroyed(bestand, [houder_id])
    kluis.destroy(bestand, [houder_id])
    finish = FinishVernietiging(houder_id=houder_id, tijdperk=kluis.end_epochs())
    perform_on(stappen.finish, wie=wie, invoer=finish, edge=edge)
