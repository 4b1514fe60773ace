"""The steps of a request, each a form that does one act. Covenant 12."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.archief.find_archieven import FindArchieven, find_archieven
from casustafel.acts.betrokkene.answer_verzoek import (
    AnswerVerzoek,
    answer_verzoek,
)
from casustafel.acts.betrokkene.carry_out_verzoek import CarryOutVerzoek, carry_out_verzoek
from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.receive_verzoek import (
    CloseOnbekend,
    EstablishIdentiteit,
    NewVerzoek,
    ReceiveVerzoek,
    close_onbekend,
    establish_identiteit,
    receive_verzoek,
)
from casustafel.acts.betrokkene.verzamelen import RecordVerzameld, record_verzameld
from casustafel.acts.betrokkene.verzoekbesluit import (
    DecideVerzoek,
    TakeStandpuntVerzoek,
    decide_verzoek,
    take_standpunt_verzoek,
)
from casustafel.acts.betrokkene.verzoektaak import (
    DoVerzoektaak,
    GiveVerzoektaak,
    OpenVerzoektaak,
    RemindVerzoektaak,
    do_verzoektaak,
    give_verzoektaak,
    open_verzoektaak,
    remind_verzoektaak,
)
from casustafel.acts.gate import Act
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.web.betrokkene import forms
from casustafel.web.betrokkene.chosen import chosen_table
from casustafel.web.betrokkene.frame import around, opened, safeguards
from casustafel.web.betrokkene.words import ground_names
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Fact
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.words import organisation_names

NOWHERE = UUID(int=0)
Invoer = Callable[[dict[str, Any]], Any]


def typed(request: HttpRequest) -> Any:
    """Give what was sent, or nothing where the form is shown first."""
    return request.POST if request.method == "POST" else None


def step(  # a step is a form, its act and its words
    request: HttpRequest, beeld: VerzoekBeeld, form: ActForm, act: Act[Any, Any], invoer: Invoer, **words: Any
) -> HttpResponse:
    """Do the act of a form, or show the form."""
    done = save(request, form, act, invoer=invoer, next_url=reverse("verzoek", args=[beeld.verzoek.id]))
    if done is not None:
        return done
    versie = beeld.versie if form.is_clash else None
    return show(request, "betrokkene/form.html", form, around(request, beeld, **words), versie=versie)


def plain(model: type[Any], verzoek_id: UUID) -> Invoer:
    """Make an input of just what the form asks."""

    def invoer(data: dict[str, Any]) -> Any:
        given = {name: data[name] for name in data if name in model.model_fields}
        return model.model_validate({"houder_id": verzoek_id, **given})

    return invoer


@require_http_methods(["GET", "POST"])
@acts(receive_verzoek)
def receive(request: HttpRequest) -> HttpResponse:
    """Enter a request that came in."""
    visitor = visitor_of(request)
    form = forms.ReceiveForm(typed(request), initial={"ontvangen_op": visitor.edge.day})

    def invoer(data: dict[str, Any]) -> ReceiveVerzoek:
        given = {name: data[name] for name in data if name in ReceiveVerzoek.model_fields}
        return ReceiveVerzoek.model_validate({**given, "soort": data["soort"] or None})

    def follows(made: NewVerzoek) -> str:
        return reverse("verzoek", args=[made.id])

    done = save(request, form, receive_verzoek, invoer=invoer, next_url=follows)
    if done is not None:
        return done
    context = {
        "nummer": _("Requests"),
        "terug": reverse("verzoeken"),
        "waarborgen": safeguards(visitor.wie),
        "heading": _("Enter a request"),
        "intro": _("The kernpartijen, police and OM among them, are told of it today (article 12.3)."),
        "submit": _("Enter this request"),
    }
    return show(request, "betrokkene/form.html", form, context)


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, establish_identiteit)
def establish(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Record that identity was established."""
    beeld = opened(request, verzoek_id)
    form = forms.IdentityForm(typed(request), initial={"versie": beeld.versie})
    return step(
        request,
        beeld,
        form,
        establish_identiteit,
        plain(EstablishIdentiteit, verzoek_id),
        heading=_("Establish who asks"),
        intro=_("Nothing is decided or answered before this (article 12.3). The 28 days run meanwhile."),
        submit=_("Identity is established"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, close_onbekend)
def unknown(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """End a request of which identity was not established in time."""
    beeld = opened(request, verzoek_id)
    form = forms.LetterForm(typed(request), initial={"versie": beeld.versie})
    return step(
        request,
        beeld,
        form,
        close_onbekend,
        plain(CloseOnbekend, verzoek_id),
        heading=_("Identity was not established"),
        intro=_("The letter says so, and confirms nothing (article 12.3)."),
        submit=_("The letter is sent"),
    )


def _for_whom(request: HttpRequest, beeld: VerzoekBeeld) -> forms.Choices:
    wie, day = visitor_of(request).wie, visitor_of(request).edge.day
    names = organisation_names(wie)
    found = [o for o in wie.convenant.organisaties if o.soort in PARTIJEN and o.is_in_force_on(day)]
    people = [
        (f"{one.organisatie_id} {one.medewerker_id}", f"{one.naam}, {names.get(one.organisatie_id, '')}")
        for one in beeld.behandelaars
    ]
    return [*((str(o.id), o.naam) for o in found), *people]


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, give_verzoektaak)
def give_task(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Give a party, or somebody appointed, a task."""
    beeld = opened(request, verzoek_id)
    form = forms.TaskForm(typed(request), voor=_for_whom(request, beeld))

    def invoer(data: dict[str, Any]) -> GiveVerzoektaak:
        organisatie_id, _sign, medewerker_id = data["voor"].partition(" ")
        return GiveVerzoektaak(
            houder_id=verzoek_id,
            organisatie_id=UUID(organisatie_id) if organisatie_id else NOWHERE,
            medewerker_id=UUID(medewerker_id) if medewerker_id else None,
            opdracht=data["opdracht"],
            uiterlijk_op=data["uiterlijk_op"],
        )

    return step(
        request,
        beeld,
        form,
        give_verzoektaak,
        invoer,
        heading=_("Give a task"),
        intro=_("Who has a task sees that task and whose request it is, and nothing else (article 12.1)."),
        submit=_("Give this task"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, remind_verzoektaak)
def remind_task(request: HttpRequest, verzoek_id: UUID, taak_id: UUID) -> HttpResponse:
    """Ask again for a task whose day has passed."""
    beeld = opened(request, verzoek_id)
    taak = next((one for one in beeld.taken if one.id == taak_id), None)
    if taak is None:
        return not_there(request)
    return step(
        request,
        beeld,
        ActForm(typed(request)),
        remind_verzoektaak,
        lambda _data: RemindVerzoektaak(houder_id=verzoek_id, taak_id=taak_id),
        heading=_("Ask again"),
        intro=_("The task is in the werkvoorraad of this party again, as a second request. The answer does not wait."),
        facts=[
            Fact(key=_("For"), value=organisation_names(visitor_of(request).wie).get(taak.organisatie_id, "")),
            Fact(key=_("Task"), value=taak.opdracht),
            Fact(key=_("At the latest on"), on=taak.uiterlijk_op),
        ],
        submit=_("Ask again"),
    )


def found_by_number(request: HttpRequest, nummers: str) -> list[UUID]:
    """Find each dossier by its number, in the weegploeg or else in the archive; one that is nowhere has no id."""
    found = []
    for nummer in dict.fromkeys(line.strip() for line in nummers.splitlines() if line.strip()):
        ids = [row.id for row in through(request, find_dossiers, FindDossiers(nummer=nummer)).dossiers]
        if not ids:
            ids = [row.id for row in through(request, find_archieven, FindArchieven(nummer=nummer)).dossiers]
        found.append(next(iter(ids), NOWHERE))
    return found


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, find_dossiers, find_archieven, record_verzameld)
def gathered(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Put before the kernpartijen in which dossiers the person stands."""
    beeld = opened(request, verzoek_id)
    form = forms.GatheredForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> RecordVerzameld:
        dossiers = tuple(found_by_number(request, data["nummers"]))
        return RecordVerzameld(houder_id=verzoek_id, versie=data["versie"], dossiers=dossiers)

    return step(
        request,
        beeld,
        form,
        record_verzameld,
        invoer,
        heading=_("Put before the kernpartijen what was found"),
        intro=_("Where one of these is destroyed before the 28 days are over, the answer is due before that."),
        submit=_("Put it before them"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, take_standpunt_verzoek)
def position(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Take the position of one's organisation."""
    beeld = opened(request, verzoek_id)
    names = ground_names(visitor_of(request).wie.convenant.regime)
    form = forms.PositionForm(
        typed(request), initial={"versie": beeld.versie}, gronden=[(code, names[code]) for code in beeld.gronden]
    )

    def invoer(data: dict[str, Any]) -> TakeStandpuntVerzoek:
        given = {name: data[name] for name in data if name in TakeStandpuntVerzoek.model_fields}
        return TakeStandpuntVerzoek.model_validate({"houder_id": verzoek_id, **given, "antwoord": data["antwoord"]})

    return step(
        request,
        beeld,
        form,
        take_standpunt_verzoek,
        invoer,
        heading=_("Take the position of your organisation"),
        intro=_(
            "A ground reaches the data of your organisation; all of it only where all three invoke it (art. 12.4)."
        ),
        submit=_("Take this position"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, decide_verzoek)
def decision(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Record what the positions decide."""
    beeld = opened(request, verzoek_id)
    form = forms.DecisionForm(typed(request), initial={"versie": beeld.versie})
    return step(
        request,
        beeld,
        form,
        decide_verzoek,
        plain(DecideVerzoek, verzoek_id),
        heading=_("Record the decision"),
        intro=_("What is decided follows from the positions. On the last day, who is silent holds nothing up."),
        submit=_("Record this decision"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, answer_verzoek)
def answer(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Record the answer: of access the overview that was gathered, as far as no ground keeps it back."""
    beeld = opened(request, verzoek_id)
    kind = forms.AccessForm if beeld.verzoek.soort is Verzoeksoort.INZAGE else forms.AnswerForm
    form = kind(typed(request), initial={"versie": beeld.versie})
    return step(
        request,
        beeld,
        form,
        answer_verzoek,
        plain(AnswerVerzoek, verzoek_id),
        heading=_("Answer this request"),
        intro=_("The letter names where to object, the court and the complaint. Look at the concept first."),
        note=_("After this the letter is final: make it as PDF, and send it today."),
        submit=_("Record this answer"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, carry_out_verzoek)
def carried_out(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Record that the decision was carried out."""
    beeld = opened(request, verzoek_id)
    form = forms.DoneForm(typed(request), initial={"versie": beeld.versie})
    return step(
        request,
        beeld,
        form,
        carry_out_verzoek,
        plain(CarryOutVerzoek, verzoek_id),
        heading=_("Carry this out in every file"),
        intro=_("Within 28 days of the decision (article 12.6). Every file and copy changes by this one step."),
        gekozen=chosen_table(beeld, can_change=False) if beeld.wijzigingen else None,
        note=_("After this nothing more is chosen. What is removed does not come back."),
        submit=_("Carry this out"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoektaak, do_verzoektaak)
def do_task(request: HttpRequest, verzoek_id: UUID, taak_id: UUID) -> HttpResponse:
    """Report a task of one's own as done."""
    beeld = through(request, open_verzoektaak, OpenVerzoektaak(houder_id=verzoek_id))
    form = forms.FindingForm(typed(request))
    terug = reverse("verzoektaak", args=[verzoek_id])

    def invoer(data: dict[str, Any]) -> DoVerzoektaak:
        return DoVerzoektaak(houder_id=verzoek_id, taak_id=taak_id, bevinding=data["bevinding"])

    done = save(request, form, do_verzoektaak, invoer=invoer, next_url=terug)
    if done is not None:
        return done
    task = next((one.opdracht for one in beeld.taken if one.id == taak_id), "")
    context = {
        "nummer": beeld.nummer,
        "terug": terug,
        "waarborgen": safeguards(visitor_of(request).wie),
        "heading": _("Report your part"),
        "facts": [Fact(key=_("Name"), value=beeld.naam), Fact(key=_("Task"), value=task)],
        "submit": _("This is done"),
    }
    return show(request, "betrokkene/form.html", form, context)
