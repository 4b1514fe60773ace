"""Put a signaal in the dossier of whom it is about: move it, join two dossiers, part one. Covenant 8.3, 8.5."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import PairAct
from casustafel.acts.invoer import OpTweeHouders
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.join_dossiers import JoinDossiers, join_dossiers
from casustafel.acts.weegploeg.move_signaal import MoveSignaal, move_signaal
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, open_dossier
from casustafel.acts.weegploeg.part_dossier import PartDossier, PartedDossier, part_dossier
from casustafel.acts.weegploeg.submit_signaal import NawInvoer
from casustafel.web.asked import Line, Many, Text
from casustafel.web.door import acts, through
from casustafel.web.part import Answers, Fact
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm, as_id, save, show
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.checking import stated
from casustafel.web.weegploeg.doelgroep import DOELGROEP, radicalises, stays
from casustafel.web.weegploeg.doelgroep import NAMES as DOELGROEP_NAMES
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import CHANGE, SAVE, STEP, TEMPLATE, FormPage, around, typed
from casustafel.web.weegploeg.shown import signaal_names
from casustafel.web.weegploeg.signaal_form import SUBJECT, subject_fields

CHECK = gettext_lazy("Check your answers")
ASKED = (*SUBJECT.names, *DOELGROEP_NAMES)
WHY_HINT = gettext_lazy("Both dossiers keep this reason. Name nobody in it.")
MOVE = FormPage(
    heading=gettext_lazy("Move this signaal"),
    submit=CHECK,
    after="dossier",
    intro=gettext_lazy("For a signaal that is about the subject of another dossier (article 8.3)."),
    note=gettext_lazy("Nothing has been moved yet."),
)
JOIN = FormPage(
    heading=gettext_lazy("Join with another dossier"),
    submit=CHECK,
    after="dossier",
    intro=gettext_lazy(
        "For two dossiers on one and the same person. This dossier goes over into the other one, and the earliest term "
        "counts (article 8.3)."
    ),
    note=gettext_lazy("Nothing has been joined yet."),
)
PART = FormPage(
    heading=gettext_lazy("Part signals off"),
    submit=CHECK,
    after="dossier",
    intro=gettext_lazy(
        "For signals on a person who has no dossier. They go to a new dossier, and its term counts from the earliest "
        "of them (articles 8.3 and 7.4)."
    ),
    note=gettext_lazy("Nothing has been parted off yet."),
)


EXAMPLE = gettext_lazy("For example W-2026-0001.")


class OtherForm(ActForm):
    """The other dossier, by its number, and why."""

    groups = (Fieldset(legend=gettext_lazy("Where to, and why?"), names=("nummer", "reden")),)
    naar_versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nummer = Line(label=gettext_lazy("Number of the other dossier"), help_text=EXAMPLE)
    reden = Text(label=gettext_lazy("Why?"), rows=3, help_text=WHY_HINT)


class PartForm(ActForm):
    """One's own signals that are about somebody else, who that is, and why."""

    groups = (
        Fieldset(legend=gettext_lazy("Which signals?"), names=("signalen",)),
        SUBJECT,
        DOELGROEP,
        Fieldset(legend=gettext_lazy("Why?"), names=("reden",)),
    )
    verblijft_in_nederland = stays()
    radicaliseert = radicalises()
    reden = Text(label=gettext_lazy("Why did they stand in the wrong dossier?"), rows=3, help_text=WHY_HINT)

    def __init__(self, *args: Any, signalen: Iterable[tuple[str, str]], day: date, **kwargs: Any) -> None:
        """Offer the signals of one's own organisation, and ask about the subject as for any new dossier."""
        super().__init__(*args, **kwargs)
        self.fields["signalen"] = Many(
            label=_("Which signals are about this other person?"),
            choices=list(signalen),
            help_text=_("You part off what your own organisation brought in; for the rest, ask who brought it in."),
        )
        self.fields.update(subject_fields(day))
        self.order_fields(["versie", *(name for group in self.groups for name in group.names)])


def _to_another(
    request: HttpRequest,
    beeld: DossierBeeld,
    page: FormPage,
    *,
    act: PairAct[Any, Any, Any],
    invoer: Callable[[dict[str, Any]], OpTweeHouders],
    what: list[Fact],
) -> HttpResponse:
    """Ask for the other dossier, show what will be, and do it; a number that one may not know of does not exist."""
    context = around(request, beeld, page, facts=what)
    initial = {"versie": beeld.versie, **{name: request.POST.get(name, "") for name in ("nummer", "reden")}}
    form = OtherForm(None if request.POST.get(STEP) == CHANGE else typed(request), initial=initial)
    if not form.is_bound or not form.is_valid():
        return show(request, TEMPLATE, form, context)
    naar = _numbered(request, form.cleaned_data["nummer"])
    if naar is None:
        form.add_error("nummer", _("There is no dossier with this number."))
        return show(request, TEMPLATE, form, context)
    if request.POST.get(STEP) != SAVE:
        return _check(
            request, beeld, form, context=context, groups=_answers(form, what, beeld=beeld, naar=naar), naar=naar
        )
    seen = form.cleaned_data["naar_versie"] or 0
    given = {"houder_id": beeld.id, "naar_id": naar.id, "naar_versie": seen}
    done = save(
        request,
        form,
        act,
        invoer=lambda data: invoer({"versie": data["versie"], "reden": data["reden"], **given}),
        next_url=reverse("dossier", args=[naar.id]),
    )
    return done or show(request, TEMPLATE, form, context, versie=beeld.versie if form.is_clash else None)


def _numbered(request: HttpRequest, nummer: str) -> DossierBeeld | None:
    if not nummer:
        return None
    found = through(request, find_dossiers, FindDossiers(nummer=nummer)).dossiers
    return opened(request, found[0].id) if found else None


def _answers(form: OtherForm, what: list[Fact], *, beeld: DossierBeeld, naar: DossierBeeld) -> list[Answers]:
    first = min(beeld.eerste_signaal_op, naar.eerste_signaal_op)
    rows = [
        *what,
        Fact(key=_("From"), value=f"{beeld.nummer} – {beeld.subject.naam}"),
        Fact(key=_("To"), value=f"{naar.nummer} – {naar.subject.naam}"),
        Fact(
            key=_("Earliest signaal"),
            value=date_format(first),
            note=_("No term becomes longer: the other dossier counts from the earliest signaal that it gets."),
        ),
        Fact(key=_("Why?"), value=form.cleaned_data["reden"]),
    ]
    return [Answers(title=_("What happens"), rows=rows)]


def _check(
    request: HttpRequest,
    beeld: DossierBeeld,
    form: ActForm,
    *,
    context: dict[str, Any],
    groups: list[Answers],
    naar: DossierBeeld | None = None,
) -> HttpResponse:
    hidden = [field.as_hidden() for field in form if field.name != "naar_versie"]
    if naar is not None:
        hidden.append(format_html('<input type="hidden" name="naar_versie" value="{}">', naar.versie))
    return render(request, "weegploeg/check.html", {**context, "beeld": beeld, "groups": groups, "hidden": hidden})


@require_http_methods(["GET", "POST"])
@acts(open_dossier, find_dossiers, move_signaal)
def signaal_move(request: HttpRequest, dossier_id: UUID, signaal_id: UUID) -> HttpResponse:
    """Move one signaal to the dossier of whom it is about."""
    beeld = opened(request, dossier_id)
    named = signaal_names(beeld, visitor_of(request).wie).get(signaal_id)
    if named is None:
        raise Http404
    text = next(s.omschrijving for s in beeld.signalen if s.id == signaal_id)

    def invoer(given: dict[str, Any]) -> MoveSignaal:
        return MoveSignaal(signaal_id=signaal_id, **given)

    what = [Fact(key=named, value=text)]
    return _to_another(request, beeld, MOVE, act=move_signaal, invoer=invoer, what=what)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, find_dossiers, join_dossiers)
def dossier_join(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Let this dossier go over into another one on the same subject."""
    beeld = opened(request, dossier_id)
    what = [Fact(key=_("Signals that go over"), value=len(beeld.signalen))]
    return _to_another(request, beeld, JOIN, act=join_dossiers, invoer=lambda given: JoinDossiers(**given), what=what)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, part_dossier)
def dossier_part(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Part one's own signals on another person off into a new dossier."""
    beeld = opened(request, dossier_id)
    visitor = visitor_of(request)
    names = signaal_names(beeld, visitor.wie)
    own = [(str(s.id), names[s.id]) for s in beeld.signalen if s.organisatie_id == visitor.wie.organisatie_id]
    is_back = request.POST.get(STEP) == CHANGE
    initial = {"versie": beeld.versie, **{name: request.POST.get(name, "") for name in (*ASKED, "reden")}}
    initial["signalen"] = request.POST.getlist("signalen")
    form = PartForm(None if is_back else typed(request), initial=initial, signalen=own, day=visitor.edge.day)
    context = around(request, beeld, PART)
    if not form.is_bound or not form.is_valid():
        return show(request, TEMPLATE, form, context)
    if request.POST.get(STEP) != SAVE:
        chosen = set(form.cleaned_data["signalen"])
        what = [Fact(key=names[s.id], value=s.omschrijving) for s in beeld.signalen if str(s.id) in chosen]
        groups = [Answers(title=_("Which signals?"), rows=what), *stated(form)[1:]]
        return _check(request, beeld, form, context=context, groups=groups)

    def invoer(data: dict[str, Any]) -> PartDossier:
        return PartDossier(
            houder_id=dossier_id,
            versie=data["versie"],
            signalen=tuple(as_id(one) for one in data["signalen"]),
            subject=NawInvoer(**{name: data[name] for name in SUBJECT.names}),
            **{name: data[name] for name in DOELGROEP_NAMES},
            reden=data["reden"],
        )

    done = save(request, form, part_dossier, invoer=invoer, next_url=_dossier_of)
    return done or show(request, TEMPLATE, form, context, versie=beeld.versie if form.is_clash else None)


def _dossier_of(made: PartedDossier) -> str:
    return reverse("dossier", args=[made.dossier_id])
