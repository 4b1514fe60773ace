"""The agenda and the subject on the table, as the templates show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.overleg.beeld import AgendaPuntBeeld, OverlegBeeld
from casustafel.convenant.feit import CasusStaat, DossierStaat, Keuze, Uitkomst, Wie
from casustafel.convenant.overleg import Bord
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.overleg.back import ASKED_BY
from casustafel.web.part import Link, Position
from casustafel.web.words import CASUS_STATES, CHOICES, DOSSIER_STATES, OUTCOMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A subject on the agenda."""

    id: str
    nummer: str
    naam: str
    state: str
    url: str
    is_discussed: bool
    is_current: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The subject on the table, with where each kernpartij stands and what its reader may do on it."""

    punt: Punt
    positions: Sequence[Position]
    links: Sequence[Link]


def punten_of(bord: Bord, beeld: OverlegBeeld) -> list[Punt]:
    """Give the agenda of the reader; the numbers run over what they see."""
    last = len(beeld.punten) - 1
    return [_punt(bord, punt, is_first=place == 0, is_last=place == last) for place, punt in enumerate(beeld.punten)]


def _punt(bord: Bord, punt: AgendaPuntBeeld, *, is_first: bool, is_last: bool) -> Punt:
    if bord is Bord.WEEGPLOEG:
        state, name = DOSSIER_STATES[DossierStaat(punt.staat)], "dossier"
    else:
        state, name = CASUS_STATES[CasusStaat(punt.staat)], "plan" if punt.is_plan_alleen else "casus"
    return Punt(
        id=str(punt.id),
        nummer=punt.nummer,
        naam=punt.naam,
        state=str(state),
        url=reverse(name, args=[punt.id]),
        is_discussed=punt.is_besproken,
        is_current=punt.is_huidig,
        is_first=is_first,
        is_last=is_last,
    )


def subject_of(wie: Wie, bord: Bord, beeld: OverlegBeeld, *, day: date) -> Subject | None:
    """Give the subject on the table, or nothing."""
    punt = next((punt for punt in beeld.punten if punt.is_huidig), None)
    if punt is None:
        return None
    label = _("Open the dossier") if bord is Bord.WEEGPLOEG else _("Open the casus")
    shown = next(one for one in punten_of(bord, beeld) if one.is_current)
    links = [Link(url=shown.url, label=_("Open the plan") if punt.is_plan_alleen else label)]
    if punt.vraagt_standpunt and is_weegploeg(wie):
        name = "take-standpunt" if bord is Bord.WEEGPLOEG else "take-standpunt-afsluiting"
        url = f"{reverse(name, args=[punt.id])}?{urlencode({ASKED_BY: beeld.id})}"
        links.insert(0, Link(url=url, label=_("Take the position of your organisation"), current=True))
    return Subject(punt=shown, positions=_positions(wie, punt, day=day), links=links)


def _positions(wie: Wie, punt: AgendaPuntBeeld, *, day: date) -> list[Position]:
    if not punt.vraagt_standpunt:
        return []
    taken = {s.organisatie_id: s.keuze for s in punt.standpunten}
    return [
        Position(party=partij.naam, stand=_stand(taken.get(partij.id)), text=_words(taken.get(partij.id)))
        for partij in wie.convenant.kernpartijen_on(day)
    ]


def _stand(keuze: str | None) -> str:
    if keuze is None:
        return "open"
    return "withheld" if keuze == Keuze.ONTHOUDEN else "given"


def _words(keuze: str | None) -> str:
    if keuze is None:
        return _("has not taken a position yet")
    if keuze in set(Uitkomst):
        return _("agrees with: %(outcome)s") % {"outcome": OUTCOMES[Uitkomst(keuze)]}
    return str(CHOICES[Keuze(keuze)])
