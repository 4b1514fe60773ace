"""How far a dossier is, and which steps its reader may take now. A convenience: each act decides for itself."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.weegploeg.open_dossier import DossierBeeld
from casustafel.convenant.feit import UNDECIDED, DossierStaat, Uitkomst, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.werk import Stap
from casustafel.web.part import Link, Step
from casustafel.web.words import DOSSIER_STATES, STEPS

REACHED = {
    DossierStaat.NIEUW: 0,
    DossierStaat.IN_WEGING: 1,
    DossierStaat.INFORMATIE_GEVRAAGD: 1,
    DossierStaat.AGENDEREN: 2,
    DossierStaat.NIET_AGENDEREN: 2,
    DossierStaat.OVERGEDRAGEN: 3,
    DossierStaat.AFGESLOTEN: 4,
    DossierStaat.OPGEGAAN: 1,
}


def steps_of(beeld: DossierBeeld) -> list[Step]:
    """Give the steps of a dossier; one that does not go to the casusoverleg ends at the decision."""
    if beeld.staat is DossierStaat.OPGEGAAN:
        return _gone_over(beeld)
    here = REACHED[beeld.staat]
    decided = beeld.beslissing
    is_asked = beeld.staat is DossierStaat.INFORMATIE_GEVRAAGD
    labels: list[tuple[str, str | date]] = [
        (str(DOSSIER_STATES[DossierStaat.NIEUW]), beeld.eerste_signaal_op),
        (str(DOSSIER_STATES[DossierStaat.IN_WEGING]), str(DOSSIER_STATES[beeld.staat]) if is_asked else ""),
        (
            str(DOSSIER_STATES[DossierStaat(decided.uitkomst)]) if decided else _("Decided"),
            decided.op if decided else "",
        ),
    ]
    if beeld.staat is not DossierStaat.NIET_AGENDEREN:
        labels += [
            (str(DOSSIER_STATES[DossierStaat.OVERGEDRAGEN]), ""),
            (str(DOSSIER_STATES[DossierStaat.AFGESLOTEN]), beeld.afsluiting.op if beeld.afsluiting else ""),
        ]
    return [Step(label=label, note=note, state=_state(place, here)) for place, (label, note) in enumerate(labels)]


def _gone_over(beeld: DossierBeeld) -> list[Step]:
    first, last = DOSSIER_STATES[DossierStaat.NIEUW], DOSSIER_STATES[DossierStaat.OPGEGAAN]
    return [
        Step(label=str(first), note=beeld.eerste_signaal_op, state="done"),
        Step(label=str(last), note=beeld.verplaatsingen[-1].op, state="current"),
    ]


def _state(place: int, here: int) -> str:
    if place == here:
        return "current"
    return "done" if place < here else "todo"


def agreed_outcome(beeld: DossierBeeld, wie: Wie, *, day: date) -> Uitkomst | None:
    """Give the outcome that every kernpartij agrees with, if there is one. Covenant 7.4, 4."""
    needed = {partij.id for partij in wie.convenant.kernpartijen_on(day)}
    for uitkomst in Uitkomst:
        if needed <= {s.organisatie_id for s in beeld.standpunten if s.keuze == uitkomst}:
            return uitkomst
    return None


def next_steps(beeld: DossierBeeld, wie: Wie, *, day: date) -> list[Link]:
    """Give the steps that this reader may take; `current` marks those that wait for them, which come first."""
    if not is_weegploeg(wie) or beeld.staat is DossierStaat.OPGEGAAN:
        return []
    again = Link(url=reverse("signaal-again", args=[beeld.id]), label=_("Bring in a new signaal on this person"))
    if is_settled(beeld) and beeld.staat is not DossierStaat.AGENDEREN:
        return [*_supplement(beeld), again]
    if beeld.staat in UNDECIDED:
        steps = list(_undecided(beeld, wie, day=day))
        return sorted(steps, key=lambda step: not step.current)
    if beeld.staat is DossierStaat.AGENDEREN:
        if not beeld.betrokken:
            return [_link(beeld, Stap.NAME, current=True), again]
        change = _("Change who must be involved")
        return [_link(beeld, Stap.HAND_OVER, current=True), _link(beeld, Stap.NAME, label=change), again]
    return []


def _supplement(beeld: DossierBeeld) -> list[Link]:
    """Offer to let signals follow to the casus, where there are any that did not go."""
    if beeld.staat is not DossierStaat.OVERGEDRAGEN or all(s.is_overgedragen for s in beeld.signalen):
        return []
    return [Link(url=reverse("supplement-overdracht", args=[beeld.id]), label=_("Let further signals follow"))]


def is_settled(beeld: DossierBeeld) -> bool:
    """Tell whether there is an outcome, recorded or come of itself: a new signaal opens a new dossier. Covenant 7.4."""
    return beeld.staat not in UNDECIDED or beeld.niet_geagendeerd_sinds is not None


def _link(beeld: DossierBeeld, stap: Stap, *, label: str = "", current: bool = False) -> Link:
    return Link(url=reverse(stap.value, args=[beeld.id]), label=label or str(STEPS[stap]), current=current)


def _undecided(beeld: DossierBeeld, wie: Wie, *, day: date) -> Iterator[Link]:
    for vraag in beeld.vragen:
        is_waiting = not vraag.is_beantwoord and not vraag.is_ingetrokken
        if vraag.organisatie_id == wie.organisatie_id and is_waiting:
            url = reverse(Stap.ANSWER.value, args=[beeld.id, vraag.id])
            yield Link(url=url, label=str(STEPS[Stap.ANSWER]), current=True)
    if agreed_outcome(beeld, wie, day=day) is not None:
        yield _link(beeld, Stap.DECIDE, current=True)
    if wie.convenant.criteria:
        yield _link(beeld, Stap.WEIGH, current=not beeld.wegingen)
    yield Link(url=reverse("submit-signaal", args=[beeld.id]), label=_("Add a signaal"))
    yield Link(url=reverse("ask-informatie", args=[beeld.id]), label=_("Ask for more information"))
    if beeld.wegingen:
        is_taken = wie.organisatie_id in {s.organisatie_id for s in beeld.standpunten}
        label = _("Change the position of your organisation") if is_taken else ""
        yield _link(beeld, Stap.STANDPUNT, label=label, current=not is_taken)
        if is_taken:
            url = reverse("withdraw-standpunt", args=[beeld.id])
            yield Link(url=url, label=_("Take the position of your organisation back"))
        if len(beeld.standpunten) < len(wie.convenant.kernpartijen_on(day)):
            yield Link(url=reverse("remind-standpunt", args=[beeld.id]), label=_("Remind the kernpartijen"))


def mending_steps(beeld: DossierBeeld, wie: Wie) -> list[Link]:
    """Give what a kernpartij can do about signals that stand in the wrong dossier. Covenant 8.3."""
    if not is_weegploeg(wie) or not beeld.signalen or beeld.niet_geagendeerd_sinds is not None:
        return []
    steps = []
    if wie.organisatie_id in {s.organisatie_id for s in beeld.signalen}:
        steps.append(Link(url=reverse("part-dossier", args=[beeld.id]), label=_("Part signals off")))
    if beeld.staat in UNDECIDED | {DossierStaat.AGENDEREN}:
        steps.append(Link(url=reverse("join-dossiers", args=[beeld.id]), label=_("Join with another dossier")))
    return steps
