"""The plan as it is shown: its goals, its measures with their progress. Covenant 9.3, 9.4, 10.5."""

from collections import defaultdict
from uuid import UUID

from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg.inhoud import MaatregelInhoud, PlanInhoud, VoortgangInhoud
from casustafel.convenant.feit import Maatregelstaat, StukId


class VoortgangBeeld(Uitvoer):
    """Progress on a measure: who, when, how it goes."""

    op: Dag
    organisatie_id: Id
    tekst: str
    staat: str


class MaatregelBeeld(Uitvoer):
    """A measure: what, who carries it out, by which day, and how it went so far."""

    id: Id
    reeks: Id
    tekst: str
    organisatie_id: Id
    uiterlijk_op: Dag | None
    staat: Maatregelstaat
    voortgang: tuple[VoortgangBeeld, ...]


class PlanBeeld(Uitvoer):
    """A version of the plan: who wrote it when, and who adopted it when, if that was done."""

    id: Id
    versie: int
    op: Dag
    organisatie_id: Id
    vastgesteld_op: Dag | None
    vastgesteld_door: Id | None
    staat: str
    doelstellingen: tuple[str, ...]
    doelen: tuple[str, ...]
    toelichting: str
    steunt_op: tuple[Id, ...]
    maatregelen: tuple[MaatregelBeeld, ...]


def _steps(
    maatregelen: list[Stuk[MaatregelInhoud]], voortgang: list[Stuk[VoortgangInhoud]]
) -> defaultdict[UUID, list[VoortgangBeeld]]:
    """Give the progress by thread of a measure, so that it follows the measure through all versions."""
    reeks_of = {m.id: m.inhoud.reeks for m in maatregelen}
    steps: defaultdict[UUID, list[VoortgangBeeld]] = defaultdict(list)
    for stap in voortgang:
        beeld = VoortgangBeeld(
            op=stap.op, organisatie_id=stap.organisatie_id, tekst=stap.inhoud.tekst, staat=stap.staat
        )
        steps[reeks_of[stap.bij_id]].append(beeld)
    return steps


def plan_beeld(  # reason: one version of the plan has these parts
    plan_id: StukId | None,
    *,
    plannen: list[Stuk[PlanInhoud]],
    maatregelen: list[Stuk[MaatregelInhoud]],
    voortgang: list[Stuk[VoortgangInhoud]],
    is_whole: bool = False,
) -> PlanBeeld | None:
    """Show one version of the plan, numbered from 1; progress follows a measure through all versions.

    What it rests on is shown with `is_whole` only: the plan page is for the externe casuspartner too (10.5).
    """
    numbered = {stuk.id: (number, stuk) for number, stuk in enumerate(plannen, start=1)}
    if plan_id is None or plan_id not in numbered:
        return None
    number, plan = numbered[plan_id]
    steps = _steps(maatregelen, voortgang)
    return PlanBeeld(
        id=plan.id,
        versie=number,
        op=plan.op,
        organisatie_id=plan.organisatie_id,
        vastgesteld_op=plan.inhoud.vastgesteld_op,
        vastgesteld_door=plan.inhoud.vastgesteld_door,
        staat=plan.staat,
        doelstellingen=plan.inhoud.doelstellingen,
        doelen=plan.inhoud.doelen,
        toelichting=plan.inhoud.toelichting,
        steunt_op=plan.inhoud.steunt_op if is_whole else (),
        maatregelen=tuple(
            MaatregelBeeld(
                id=m.id,
                reeks=m.inhoud.reeks,
                tekst=m.inhoud.tekst,
                organisatie_id=m.organisatie_id,
                uiterlijk_op=m.uiterlijk_op,
                staat=Maatregelstaat(m.staat or Maatregelstaat.LOOPT),
                voortgang=tuple(steps[m.inhoud.reeks]),
            )
            for m in maatregelen
            if m.bij_id == plan_id
        ),
    )
