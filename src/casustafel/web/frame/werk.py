"""The werkvoorraad: what waits for the reader, over all the covenants they work in. Covenant 7, 9."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.archief.find_werk import find_werk_archief
from casustafel.acts.betrokkene.melding import find_werk_meldingen
from casustafel.acts.betrokkene.werk import find_werk_verzoeken, find_werk_verzoektaken
from casustafel.acts.bewaring.berichten import find_werk_vernietigd
from casustafel.acts.bewaring.vervaldagen import find_werk_vervaldagen
from casustafel.acts.gate import Act, Refused, do, enter
from casustafel.acts.informeren.werk import find_werk_informeren
from casustafel.acts.invoer import Niets
from casustafel.acts.overleg.werk import find_werk_overleg
from casustafel.acts.places import Place
from casustafel.acts.register.autorisaties import find_werk_autorisaties
from casustafel.acts.register.find_werk import find_werk_convenant
from casustafel.acts.toezicht.beveiliging import find_werk_beveiliging
from casustafel.acts.toezicht.find_incidenten import find_werk_incidenten
from casustafel.acts.toezicht.logbewijs import find_werk_logbewijs
from casustafel.acts.werk import (
    WerkLijst,
    WerkRegel,
    find_werk_afsluiting,
    find_werk_casusoverleg,
    find_werk_doorverstrekking,
    find_werk_weegploeg,
)
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.overleg import Bord
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.werk import Stap
from casustafel.web.door import acts
from casustafel.web.part import Level, Task, TaskGroup, Term, Waarborgen
from casustafel.web.session import Visitor, place_key, visitor_of
from casustafel.web.terms import hours_until, moment_text, term_of
from casustafel.web.words import ROLES, STEPS

WEEK = timedelta(days=7)
LISTS: tuple[tuple[Rol, Act[Any, WerkLijst]], ...] = (
    (Rol.WEEGPLOEG, find_werk_overleg[Bord.WEEGPLOEG]),
    (Rol.CASUSOVERLEG, find_werk_overleg[Bord.CASUSOVERLEG]),
    (Rol.UITVOERDER, find_werk_overleg[Bord.WEEGPLOEG]),
    (Rol.UITVOERDER, find_werk_overleg[Bord.CASUSOVERLEG]),
    (Rol.WEEGPLOEG, find_werk_weegploeg),
    (Rol.UITVOERDER, find_werk_weegploeg),
    (Rol.WEEGPLOEG, find_werk_afsluiting),
    (Rol.WEEGPLOEG, find_werk_archief),
    (Rol.CASUSOVERLEG, find_werk_casusoverleg),
    (Rol.UITVOERDER, find_werk_casusoverleg),
    (Rol.WEEGPLOEG, find_werk_convenant),
    (Rol.UITVOERDER, find_werk_convenant),
    *((rol, find_werk_autorisaties) for rol in (Rol.WEEGPLOEG, Rol.CASUSOVERLEG, Rol.AUTORISATIEBEHEERDER)),
    (Rol.WEEGPLOEG, find_werk_verzoeken),
    (Rol.UITVOERDER, find_werk_verzoeken),
    *((rol, find_werk_verzoektaken) for rol in (Rol.WEEGPLOEG, Rol.CASUSOVERLEG, Rol.BEHANDELAAR)),
    *((rol, find_werk_meldingen) for rol in (Rol.WEEGPLOEG, Rol.CASUSOVERLEG)),
    *((rol, act) for rol in (Rol.WEEGPLOEG, Rol.UITVOERDER) for act in find_werk_vervaldagen),
    *((Rol.CASUSOVERLEG, act) for act in find_werk_vernietigd),
    *((rol, act) for rol in (Rol.WEEGPLOEG, Rol.UITVOERDER) for act in find_werk_informeren.values()),
    (Rol.TOEZICHTHOUDER, find_werk_incidenten),
    (Rol.TOEZICHTHOUDER, find_werk_beveiliging),
)
OF_THE_COVENANT = {Stap.EVALUATIE, Stap.AUTORISATIES, Stap.AUTORISATIEVRAGEN, Stap.BEVEILIGING}
"""What is of the covenant that is on: its page has no id in its path."""
TO_A_LIST = {Stap.VERNIETIG_ONTVANGEN: "doorverstrekkingen"}
INFORMING = {
    Stap.SPREEK_INFORMEREN,
    Stap.INFORMEREN,
    Stap.HEROVERWEEG_UITSTEL,
    Stap.INFORMEREN_VOOR_VERTREK,
}
FALLS_DUE = {Stap.VERVALT, Stap.NAAR_ARCHIEF, Stap.VERNIETIGD}

SPEAKING = (Rol.WEEGPLOEG, Rol.CASUSOVERLEG)


@acts(
    find_werk_weegploeg,
    find_werk_casusoverleg,
    *find_werk_overleg.values(),
    find_werk_afsluiting,
    find_werk_doorverstrekking,
    find_werk_logbewijs,
    find_werk_convenant,
    find_werk_autorisaties,
    find_werk_verzoeken,
    find_werk_verzoektaken,
    find_werk_meldingen,
    find_werk_archief,
    *find_werk_vervaldagen,
    *find_werk_vernietigd,
    *find_werk_informeren.values(),
    find_werk_incidenten,
    find_werk_beveiliging,
)
@require_safe
def werkvoorraad(request: HttpRequest) -> HttpResponse:
    """Show what waits, by day."""
    visitor = visitor_of(request)
    tasks = sorted(_tasks(visitor), key=lambda task: (task.on or date.max, task.number))
    context = {
        "groups": _by_day(tasks, day=visitor.edge.day),
        "is_empty": not tasks,
        "asks_task": Rol.UITVOERDER in visitor.wie.rollen and visitor.wie.taak is None,
        "waarborgen": _waarborgen(visitor.wie),
    }
    return render(request, "frame/werkvoorraad.html", context)


def _tasks(visitor: Visitor) -> Iterator[Task]:
    """Give what waits at every place of the reader; a file that is not theirs gives nothing."""
    for place in visitor.places:
        is_on = place == visitor.place
        wie = visitor.wie if is_on else enter(place.plaats, edge=visitor.edge)
        if not wie.geheimhouding_aanvaard:
            yield _secrecy_task(place)
            continue
        for act in dict.fromkeys(act for rol, act in LISTS if rol in wie.rollen):
            for regel in _found(act, wie, visitor=visitor):
                yield _task(regel, place, visitor=visitor, is_on=is_on)
        if any(rol in wie.rollen for rol in SPEAKING):
            for regel in _found(find_werk_doorverstrekking, wie, visitor=visitor):
                yield _task(regel, place, visitor=visitor, is_on=is_on)
        if is_weegploeg(wie):
            yield from _log_task(wie, place, visitor=visitor, is_on=is_on)


def _found(act: Act[Any, WerkLijst], wie: Wie, *, visitor: Visitor) -> tuple[WerkRegel, ...]:
    try:
        return do(act, wie=wie, invoer=Niets(), edge=visitor.edge).werk
    except Refused:
        return ()


def _task(regel: WerkRegel, place: Place, *, visitor: Visitor, is_on: bool) -> Task:
    url = _url(regel)
    due = regel.uiterlijk_op
    return Task(
        url=url if is_on else _at(place, url),
        label=str(STEPS[regel.stap]),
        number=regel.nummer or place.gemeente,
        artikel=regel.artikel,
        convenant=_name(place) if len(visitor.places) > 1 else "",
        note=_until(regel.uiterlijk_om) or _reminded(regel.herinnerd_op),
        on=due,
        term=_term(regel, visitor=visitor),
    )


def _url(regel: WerkRegel) -> str:
    """Give the address of the page where something is done; a step has its own, or one for all of its kind."""
    if regel.stap in INFORMING:
        return reverse("casus-informeren" if regel.bij_id else "dossier-informeren", args=[regel.houder_id])
    page = "vervaldagen" if regel.stap in FALLS_DUE else TO_A_LIST.get(regel.stap)
    if page:
        return reverse(page)
    on = [] if regel.stap in OF_THE_COVENANT else [regel.houder_id]
    return reverse(regel.stap.value, args=[*on, *([regel.bij_id] if regel.bij_id else [])])


def _term(regel: WerkRegel, *, visitor: Visitor) -> Term | None:
    if regel.uiterlijk_om is not None:
        return hours_until(regel.uiterlijk_om, now=visitor.edge.now)
    return term_of(regel.uiterlijk_op, day=visitor.edge.day)


def _until(moment: datetime | None) -> str:
    """Say until when, to the minute, where the term is one of hours."""
    return _("until %(moment)s") % {"moment": moment_text(moment)} if moment else ""


def _reminded(on: date | None) -> str:
    return _("asked again on %(day)s") % {"day": date_format(on)} if on else ""


def _log_task(wie: Wie, place: Place, *, visitor: Visitor, is_on: bool) -> Iterator[Task]:
    """Remind a kernpartij of the checkpoints of the log, when it is time."""
    try:
        found = do(find_werk_logbewijs, wie=wie, invoer=Niets(), edge=visitor.edge)
    except Refused:
        return
    if found.is_nodig:
        url = reverse("logbewijs")
        yield Task(
            url=url if is_on else _at(place, url),
            label=_("Fetch the checkpoints of the log"),
            number=_name(place),
            artikel="15.2.e",
            on=found.uiterlijk_op,
            term=term_of(found.uiterlijk_op, day=visitor.edge.day),
        )


def _secrecy_task(place: Place) -> Task:
    url = _at(place, reverse("geheimhouding"))
    return Task(url=url, label=_("Read and accept the secrecy text"), number=_name(place), artikel="14.1")


def _at(place: Place, url: str) -> str:
    """Give the address that first asks to go to another place of the reader, then goes on."""
    return f"{reverse('choose-place')}?{urlencode({'plaats': place_key(place.plaats), 'next': url})}"


def _name(place: Place) -> str:
    return f"{place.gemeente} ({place.organisatie})"


def _by_day(tasks: list[Task], *, day: date) -> list[TaskGroup]:
    late = [task for task in tasks if task.term is not None and task.term.level is Level.OVERDUE]
    dated = [(task, task.on) for task in tasks if task.on is not None and task not in late]
    return [
        TaskGroup(title=_("Too late"), items=late),
        TaskGroup(title=_("This week"), items=[task for task, on in dated if on < day + WEEK]),
        TaskGroup(title=_("Later"), items=[task for task, on in dated if day + WEEK <= on]),
        TaskGroup(title=_("Without a date"), items=[task for task in tasks if task.on is None]),
    ]


def _waarborgen(wie: Wie) -> Waarborgen | None:
    articles = [(Rol.WEEGPLOEG, "8.4"), (Rol.CASUSOVERLEG, "10.4")]
    held = [(rol, artikel) for rol, artikel in articles if rol in wie.rollen]
    if not held:
        return None
    return Waarborgen(
        artikel=", ".join(artikel for _rol, artikel in held),
        role=", ".join(str(ROLES[rol]) for rol, _artikel in held),
        purpose=_("You see numbers and steps only, so that work is done in time."),
    )
