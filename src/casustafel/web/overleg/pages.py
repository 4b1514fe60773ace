"""The four steps of a meeting: agenda, present, discuss, finish. Covenant 7.3, 9.1, 9.4."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.overleg.agenda import PuntOpAgenda, put_on_agenda
from casustafel.acts.overleg.beeld import OverlegBeeld
from casustafel.acts.overleg.meet import FinishOverleg, finish_overleg
from casustafel.acts.overleg.read import PeekOverleg, open_overleg, peek_overleg
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.convenant.feit import CasusStaat, DossierStaat, Rol, Taak
from casustafel.convenant.overleg import TO_COME, Bord, OverlegStaat
from casustafel.convenant.rules.overleg import ON_AGENDA
from casustafel.web.asked import Many
from casustafel.web.door import acts, through
from casustafel.web.overleg.frame import leads, opened, page
from casustafel.web.overleg.shown import punten_of, subject_of
from casustafel.web.saving import ActForm, save
from casustafel.web.session import visitor_of
from casustafel.web.words import CASUS_STATES, DOSSIER_STATES, organisation_names

MOST_PAGES = 20
Choices = list[tuple[str, str]]


class PuntenForm(ActForm):
    """What to put on the agenda."""

    punten = Many(label=gettext_lazy("Which subjects?"))

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        """Take what may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["punten"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField


class BesprokenForm(ActForm):
    """What was discussed."""

    besproken = Many(label=gettext_lazy("Which subjects have been discussed?"), required=False)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        """Take the agenda of who finishes."""
        super().__init__(*args, **kwargs)
        self.fields["besproken"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField


@require_safe
@acts(*open_overleg.values())
def agenda(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Show the agenda, as it is for the reader."""
    beeld = opened(request, bord, overleg_id)
    return page(
        request,
        bord,
        beeld,
        "",
        punten=punten_of(bord, beeld),
        move_url=reverse(f"overleg-{bord}-verplaatsen", args=[overleg_id]),
        put_url=reverse(f"overleg-{bord}-onderwerpen", args=[overleg_id]),
        calendar_url=reverse(f"overleg-{bord}-afspraak", args=[overleg_id]),
    )


@require_http_methods(["GET", "POST"])
@acts(*open_overleg.values(), *put_on_agenda.values(), find_dossiers, find_casussen)
def onderwerpen(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Put subjects on the agenda: those that the reader may bring, and that are not there yet."""
    beeld = opened(request, bord, overleg_id)
    present = {str(punt.id) for punt in beeld.punten}
    choices = [(value, label) for value, label in _choices(request, bord) if value not in present]
    form = PuntenForm(request.POST if request.method == "POST" else None, choices=choices)
    if form.is_valid() and not form.cleaned_data["punten"]:
        form.add_error("punten", _("Choose at least one subject."))
    if form.is_valid():
        for value in form.cleaned_data["punten"]:
            through(request, put_on_agenda[bord], PuntOpAgenda(houder_id=overleg_id, punt_id=UUID(value)))
        return redirect(f"overleg-{bord}", overleg_id)
    return page(request, bord, beeld, "-onderwerpen", form=form, choices=choices)


def _choices(request: HttpRequest, bord: Bord) -> Choices:
    return _dossiers(request) if bord is Bord.WEEGPLOEG else _casussen(request)


def _dossiers(request: HttpRequest) -> Choices:
    staten = tuple(staat for staat in DossierStaat if staat in ON_AGENDA)
    found: Choices = []
    for pagina in range(1, MOST_PAGES + 1):
        lijst = through(request, find_dossiers, FindDossiers(staten=staten, pagina=pagina))
        found += [(str(d.id), f"{d.nummer} – {d.naam} ({DOSSIER_STATES[d.staat]})") for d in lijst.dossiers]
        if lijst.is_laatste:
            break
    return found


def _casussen(request: HttpRequest) -> Choices:
    found: Choices = []
    for pagina in range(1, MOST_PAGES + 1):
        lijst = through(request, find_casussen, FindCasussen(pagina=pagina))
        open_ones = [c for c in lijst.casussen if c.staat is not CasusStaat.AFGESLOTEN]
        found += [(str(c.id), f"{c.nummer} – {c.naam} ({CASUS_STATES[c.staat]})") for c in open_ones]
        if lijst.is_laatste:
            break
    return found


@require_safe
@acts(*open_overleg.values())
def aanwezig(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Show who is present, of those that the reader knows to be at the table."""
    beeld = opened(request, bord, overleg_id)
    wie = visitor_of(request).wie
    names = organisation_names(wie)
    expected = [(o, names.get(o, ""), o in beeld.aanwezig) for o in beeld.verwacht]
    return page(
        request,
        bord,
        beeld,
        "-aanwezig",
        expected=sorted(expected, key=lambda one: one[1]),
        records=Rol.UITVOERDER in wie.rollen and wie.taak is Taak.VOORBEREIDEN and beeld.staat in TO_COME,
        may_come=wie.organisatie_id in beeld.verwacht and not beeld.is_zelf_aanwezig,
    )


@require_safe
@acts(*open_overleg.values())
def bespreken(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Show the one subject that is being discussed; between two subjects, and while it is another's, none."""
    beeld = opened(request, bord, overleg_id)
    visitor = visitor_of(request)
    return page(
        request,
        bord,
        beeld,
        "-bespreken",
        subject=subject_of(visitor.wie, bord, beeld, day=visitor.edge.day),
        punten=punten_of(bord, beeld),
        **_pulse(bord, beeld.id, beeld.stand),
    )


def _pulse(bord: Bord, overleg_id: UUID, stand: str) -> dict[str, str]:
    url = reverse(f"overleg-{bord}-stand", args=[overleg_id])
    return {
        "here_url": reverse(f"overleg-{bord}-bespreken", args=[overleg_id]),
        "pulse_url": f"{url}?{urlencode({'stand': stand})}",
    }


@require_safe
@acts(*peek_overleg.values())
def stand(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Say whether something changed for the reader since the mark that their screen has."""
    mark = request.GET.get("stand", "")[:64]
    found = through(request, peek_overleg[bord], PeekOverleg(houder_id=overleg_id, stand=mark))
    context = {"is_new": found.is_nieuw, **_pulse(bord, overleg_id, found.stand)}
    return render(request, "overleg/_pulse.html", context)


@require_http_methods(["GET", "POST"])
@acts(*open_overleg.values(), *finish_overleg.values())
def afronden(request: HttpRequest, bord: Bord, overleg_id: UUID) -> HttpResponse:
    """Finish the meeting with what was discussed; afterwards, show that."""
    beeld = opened(request, bord, overleg_id)
    form = _finish_form(request, beeld)
    may_finish = leads(visitor_of(request).wie, bord, beeld) and beeld.staat is OverlegStaat.BEZIG

    def invoer(data: dict[str, Any]) -> FinishOverleg:
        return FinishOverleg(houder_id=overleg_id, besproken=tuple(UUID(value) for value in data["besproken"]))

    next_url = reverse(f"overleg-{bord}-afronden", args=[overleg_id])
    done = save(request, form, finish_overleg[bord], invoer=invoer, next_url=next_url)
    if done is not None:
        return done
    return page(request, bord, beeld, "-afronden", form=form, may_finish=may_finish, punten=punten_of(bord, beeld))


def _finish_form(request: HttpRequest, beeld: OverlegBeeld) -> BesprokenForm:
    return BesprokenForm(
        request.POST if request.method == "POST" else None,
        choices=[(str(punt.id), f"{punt.nummer} {punt.naam}".strip()) for punt in beeld.punten],
        initial={"besproken": [str(punt.id) for punt in beeld.punten if punt.is_besproken]},
    )
