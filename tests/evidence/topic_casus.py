"""Walk the table of a casus: advice, analysis, persons, versions, reviews, corrections and the periodic check."""

from dataclasses import replace
from typing import Any

from casustafel.acts.casusoverleg.advies import ask_advies, open_adviezen, record_antwoord
from casustafel.acts.casusoverleg.analyse import analyse, open_analyse
from casustafel.acts.casusoverleg.contribute import contribute
from casustafel.acts.casusoverleg.controle import confirm_gegevens, open_casus_controle, record_controle, start_controle
from casustafel.acts.casusoverleg.correctie import correct_bijdrage
from casustafel.acts.casusoverleg.evaluatie import close_evaluatie, give_inbreng, open_evaluaties, start_evaluatie
from casustafel.acts.casusoverleg.netwerk import add_achterblijver, add_netwerkpersoon, correct_persoon, end_persoon
from casustafel.acts.casusoverleg.open_netwerk import open_netwerk
from casustafel.acts.casusoverleg.versies import open_maatregelen, open_versie, open_versies
from casustafel.convenant.feit import Taak
from tests.evidence.stage import CRITERIUM, Stage

RAAD = {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"}


def checker(stage: Stage) -> Stage:
    """Let the uitvoerder name the task of checking."""
    people = stage.table.people
    ulla = replace(people["ulla"], taak=Taak.CONTROLEREN)
    return replace(stage, table=replace(stage.table, people={**people, "ulla": ulla}))


def walk(stage: Stage) -> None:
    """Do every act of the table, from a question for advice to the result of a check."""
    casus = stage.casus().casus_id
    advies = stage.does("rik", ask_advies, houder_id=casus)
    stage.does("rik", record_antwoord, houder_id=casus, advies_id=advies)
    bijdrage = stage.does("rik", contribute, houder_id=casus, verstrekking=RAAD)
    stage.does("rik", analyse, houder_id=casus, criterium=CRITERIUM, rust_op=[bijdrage])
    stage.does("rik", correct_bijdrage, houder_id=casus, bijdrage_id=bijdrage)
    _persons(stage, casus)
    _review(stage, casus)
    _check(checker(stage), casus, juist=[bijdrage])
    for act in (open_adviezen, open_analyse, open_netwerk, open_versies, open_maatregelen, open_evaluaties):
        stage.does("rik", act, houder_id=casus)
    plan = stage.does("rik", open_versies, houder_id=casus).versies[0]
    stage.does("bente", open_versie, houder_id=casus, plan_id=plan.id)
    stage.does("rik", open_casus_controle, houder_id=casus)


def _persons(stage: Stage, casus: Any) -> None:
    left = stage.does("rik", add_achterblijver, houder_id=casus, hulp="ja", verstrekking=RAAD)
    near = stage.does("rik", add_netwerkpersoon, houder_id=casus, verstrekking=RAAD)
    stage.does("rik", correct_persoon, houder_id=casus, persoon_id=near)
    stage.does("rik", end_persoon, houder_id=casus, persoon_id=left)
    stage.does("rik", end_persoon, houder_id=casus, persoon_id=near)


def _review(stage: Stage, casus: Any) -> None:
    ronde = stage.does("rik", start_evaluatie, houder_id=casus, uiterlijk_op=stage.soon())
    stage.does("bente", give_inbreng, houder_id=casus, evaluatie_id=ronde, keuze="doorgaan")
    stage.does("rik", close_evaluatie, houder_id=casus, evaluatie_id=ronde)


def _check(stage: Stage, casus: Any, *, juist: list[Any]) -> None:
    check = stage.does("ulla", start_controle, houder_id=casus, uiterlijk_op=stage.soon())
    stage.does("rik", confirm_gegevens, houder_id=casus, controle_id=check, juist=juist)
    stage.does("ulla", record_controle, houder_id=casus, controle_id=check, verblijf="bevestigd")
