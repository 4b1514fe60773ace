"""A renewed decision on archived data: ask it, take a position, take the question back. Covenant 13.4, 4."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.archief.archiefitem import OpenArchiefitems, open_archiefitems
from casustafel.acts.archief.archiefvraag import ArchiefBeeld, open_archief
from casustafel.acts.archief.reactivering import (
    AskReactivering,
    RemindReactivering,
    TakeStandpuntReactivering,
    WithdrawReactivering,
    ask_reactivering,
    remind_reactivering,
    take_standpunt_reactivering,
    withdraw_reactivering,
)
from casustafel.acts.gate import Act
from casustafel.convenant.feit import Keuze, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.regime import regime
from casustafel.convenant.stuk import DossierStuk, Herkomst
from casustafel.web.archief.frame import around, opened
from casustafel.web.archief.words import STATES
from casustafel.web.asked import Many, One, Text
from casustafel.web.door import acts, through
from casustafel.web.part import Fact, Link, Position
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.words import CHOICES, acted, organisation_names

Choices = list[tuple[str, str]]


class AskForm(ActForm):
    """For which purpose, why, and which signals go back."""

    groups = (
        Fieldset(legend=gettext_lazy("Why again?"), names=("doelstelling", "noodzaak")),
        Fieldset(legend=gettext_lazy("What goes back?"), names=("items",)),
    )
    doelstelling = One(label=gettext_lazy("For which purpose of the covenant is this necessary?"))
    noodzaak = Text(label=gettext_lazy("Why is it necessary?"))
    items = Many(
        label=gettext_lazy("Which signals go back to the weegploeg?"),
        help_text=gettext_lazy("The name and address go along. The analysis is made anew."),
    )

    def __init__(self, *args: Any, doelen: Choices, signalen: Choices, **kwargs: Any) -> None:
        """Take the purposes of the covenant, and the signals that there are."""
        super().__init__(*args, **kwargs)
        self.fields["doelstelling"].choices = doelen  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["items"].choices = signalen  # type: ignore[attr-defined]  # a MultipleChoiceField


class PositionForm(ActForm):
    """Whether the organisation agrees, with reasons."""

    groups = (Fieldset(legend=gettext_lazy("Position"), names=("keuze", "motivering")),)
    keuze = forms.ChoiceField(
        label=gettext_lazy("Does your organisation agree that the weegploeg decides again?"),
        widget=forms.RadioSelect,
        choices=[
            (Keuze.INSTEMMEN.value, gettext_lazy("Yes, we agree")),
            (
                Keuze.ONTHOUDEN.value,
                gettext_lazy("We withhold our agreement; everybody in the weegploeg sees this"),
            ),
        ],
    )
    motivering = Text(label=gettext_lazy("Why?"))


def _purposes(wie: Wie) -> dict[str, str]:
    return {d.code: d.titel for d in regime(wie.convenant.regime).doelstellingen}


def question_facts(beeld: ArchiefBeeld, wie: Wie) -> list[Fact]:
    """Say who asked for a renewed decision, for which purpose and why, and how far that is."""
    vraag = beeld.reactivering
    if vraag is None:
        return []
    by = organisation_names(wie).get(vraag.gevraagd_door, "") if vraag.gevraagd_door else ""
    return [
        Fact(key=_("Asked by"), value=by),
        Fact(key=_("Asked on"), on=vraag.op),
        Fact(key=_("Purpose"), value=_purposes(wie).get(vraag.doelstelling, "")),
        Fact(key=_("Why"), value=vraag.noodzaak),
        Fact(key=_("How far it is"), value=str(STATES[vraag.staat])),
    ]


def question_positions(beeld: ArchiefBeeld, wie: Wie, *, day: date) -> list[Position]:
    """Give where each kernpartij stands, unless the question was taken back."""
    vraag = beeld.reactivering
    if vraag is None or vraag.staat is Vraagstaat.INGETROKKEN:
        return []
    taken = {one.organisatie_id: one for one in vraag.standpunten}
    found = []
    for partij in wie.convenant.kernpartijen_on(day):
        one = taken.get(partij.id)
        if one is None:
            found.append(Position(party=partij.naam, stand="open"))
            continue
        stand = "withheld" if one.keuze is Keuze.ONTHOUDEN else "given"
        name = acted(one.door, als_plaatsvervanger=one.als_plaatsvervanger)
        found.append(
            Position(
                party=partij.naam,
                stand=stand,
                text=str(CHOICES[one.keuze]),
                on=one.op,
                name=name,
                motivation=one.motivering,
            )
        )
    return found


def question_steps(beeld: ArchiefBeeld, wie: Wie, *, day: date) -> list[Link]:
    """Give what this reader may do about a question that is open."""
    vraag = beeld.reactivering
    if vraag is None or vraag.staat is not Vraagstaat.OPEN:
        return []
    archief_id = beeld.dossier.id
    steps = [
        Link(
            url=reverse("take-standpunt-reactivering", args=[archief_id]),
            label=_("Take the position of your organisation"),
            current=True,
        ),
        Link(
            url=reverse("archiefitems", args=[archief_id, vraag.id]),
            label=_("Look at the items that it is about"),
        ),
    ]
    if len(vraag.standpunten) < len(wie.convenant.kernpartijen_on(day)):
        steps.append(Link(url=reverse("remind-reactivering", args=[archief_id]), label=_("Remind the kernpartijen")))
    if vraag.gevraagd_door == wie.organisatie_id:
        url = reverse("withdraw-reactivering", args=[archief_id])
        steps.append(Link(url=url, label=_("Take the question back")))
    return steps


def _signals(request: HttpRequest, archief_id: UUID, vraag_id: UUID) -> Choices:
    asked = OpenArchiefitems(houder_id=archief_id, vraag_id=vraag_id)
    names = organisation_names(visitor_of(request).wie)
    return [
        (str(one.id), f"{names.get(one.organisatie_id, '') if one.organisatie_id else ''}, {date_format(one.op)}")
        for one in through(request, open_archiefitems, asked).items
        if one.herkomst is Herkomst.WEEGPLOEG and one.soort == DossierStuk.SIGNAAL
    ]


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _answer(
    request: HttpRequest,
    form: ActForm,
    beeld: ArchiefBeeld,
    act: Act[Any, Any],
    invoer: Any,
    **words: Any,
) -> HttpResponse:
    done = save(request, form, act, invoer=invoer, next_url=reverse("archief", args=[beeld.dossier.id]))
    if done is not None:
        return done
    versie = beeld.versie if form.is_clash else None
    return show(request, "archief/form.html", form, around(request, beeld, **words), versie=versie)


@require_http_methods(["GET", "POST"])
@acts(open_archief, open_archiefitems, ask_reactivering)
def ask(request: HttpRequest, archief_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Ask the kernpartijen for a renewed decision on chosen signals."""
    beeld = opened(request, archief_id)
    form = AskForm(
        _typed(request),
        initial={"versie": beeld.versie},
        doelen=list(_purposes(visitor_of(request).wie).items()),
        signalen=_signals(request, archief_id, vraag_id),
    )

    def invoer(data: dict[str, Any]) -> AskReactivering:
        return AskReactivering(
            houder_id=archief_id,
            versie=data["versie"],
            doelstelling=data["doelstelling"],
            noodzaak=data["noodzaak"],
            items=tuple(UUID(one) for one in data["items"]),
        )

    return _answer(
        request,
        form,
        beeld,
        ask_reactivering,
        invoer,
        heading=_("Ask for a renewed decision"),
        intro=_("When all kernpartijen agree, a copy becomes a new dossier of the weegploeg (article 13.4)."),
        note=_("By asking, your organisation agrees. The original stays in the archive, as long as before."),
        submit=_("Ask for a renewed decision"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_archief, take_standpunt_reactivering)
def position(request: HttpRequest, archief_id: UUID) -> HttpResponse:
    """Take the position of one's organisation."""
    beeld = opened(request, archief_id)
    form = PositionForm(_typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> TakeStandpuntReactivering:
        return TakeStandpuntReactivering(
            houder_id=archief_id,
            versie=data["versie"],
            keuze=Keuze(data["keuze"]),
            motivering=data["motivering"],
        )

    return _answer(
        request,
        form,
        beeld,
        take_standpunt_reactivering,
        invoer,
        heading=_("Position of your organisation on a renewed decision"),
        intro=_("When the last kernpartij agrees, the copy goes to the weegploeg at once (article 13.4)."),
        facts=question_facts(beeld, visitor_of(request).wie),
        submit=_("Save this position"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_archief, withdraw_reactivering)
def withdraw(request: HttpRequest, archief_id: UUID) -> HttpResponse:
    """Take one's question back."""
    beeld = opened(request, archief_id)
    form = ActForm(_typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> WithdrawReactivering:
        return WithdrawReactivering(houder_id=archief_id, versie=data["versie"])

    return _answer(
        request,
        form,
        beeld,
        withdraw_reactivering,
        invoer,
        heading=_("Take the question for a renewed decision back"),
        intro=_("Nothing goes to the weegploeg. The archive stays as it is."),
        facts=question_facts(beeld, visitor_of(request).wie),
        submit=_("Take it back"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_archief, remind_reactivering)
def remind(request: HttpRequest, archief_id: UUID) -> HttpResponse:
    """Remind the kernpartijen that have not spoken."""
    beeld = opened(request, archief_id)
    form = ActForm(_typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> RemindReactivering:
        return RemindReactivering(houder_id=archief_id, versie=data["versie"])

    return _answer(
        request,
        form,
        beeld,
        remind_reactivering,
        invoer,
        heading=_("Remind the kernpartijen"),
        intro=_("The reminder stands in the werkvoorraad of who has not spoken."),
        facts=question_facts(beeld, visitor_of(request).wie),
        submit=_("Remind the kernpartijen"),
    )
