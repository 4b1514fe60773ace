"""Name who must be involved, and hand over a copy of the chosen signals. Covenant 7.3, 8.5, 9.1."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import HolderAct
from casustafel.acts.weegploeg.hand_over import HandOver, hand_over
from casustafel.acts.weegploeg.name_betrokkenen import NameBetrokkenen, name_betrokkenen
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, open_dossier
from casustafel.acts.weegploeg.supplement_overdracht import SupplementOverdracht, supplement_overdracht
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import PARTIJEN
from casustafel.web.asked import Many, Text
from casustafel.web.door import acts
from casustafel.web.part import Answers, Fact
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.weegploeg.crossing import crossing, crossing_choices
from casustafel.web.weegploeg.doelgroep import DOELGROEP, radicalises, stays
from casustafel.web.weegploeg.doelgroep import NAMES as DOELGROEP_NAMES
from casustafel.web.weegploeg.dossier_page import opened
from casustafel.web.weegploeg.form_page import CHANGE, SAVE, STEP, FormPage, answer, around, typed
from casustafel.web.words import organisation_names

NAME = FormPage(
    heading=_("Who must be involved?"),
    submit=_("Save who must be involved"),
    after="dossier-beslissing",
    intro=_("Choose only the parties and partners that the plan needs (articles 7.3 and 9.1)."),
)
HAND_OVER = FormPage(
    heading=_("Hand over to the casusoverleg"),
    submit=_("Check what goes"),
    after="dossier-beslissing",
    intro=_("A copy of what you tick goes to the casusoverleg. What you do not tick stays here (article 8.5)."),
    note=_("Nothing is handed over yet."),
)


SUPPLEMENT = FormPage(
    heading=_("Let further signals follow"),
    submit=_("Check what goes"),
    after="dossier-beslissing",
    intro=_("A copy of what you tick follows to the casus. What you do not tick stays here (article 8.5)."),
    note=_("Nothing has gone yet."),
)


class BetrokkenenForm(ActForm):
    """The organisations that the plan needs, and why."""

    groups = (Fieldset(legend=_("Parties and partners"), names=("organisaties", "reden")),)
    field_order = ("versie", "organisaties", "reden")
    reden = Text(label=_("Why are they needed?"), help_text=_("The parties at the table read this."))

    def __init__(self, *args: Any, groups: Iterable[tuple[str, list[tuple[str, str]]]], **kwargs: Any) -> None:
        """Offer the parties of the covenant and the partners of annex 1."""
        super().__init__(*args, **kwargs)
        self.fields["organisaties"] = Many(label=_("Whom does the plan need?"), choices=list(groups))
        self.order_fields(self.field_order)


class AanvullingForm(ActForm):
    """The signals that follow."""

    groups: ClassVar[Sequence[Fieldset]] = (Fieldset(legend=_("Signals"), names=("signalen",)),)

    def __init__(self, *args: Any, signalen: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the signals that can go, with who may not read each."""
        super().__init__(*args, **kwargs)
        self.fields["signalen"] = Many(
            label=_("Which signals are relevant for the plan?"),
            choices=list(signalen),
            help_text=_("The name of the melder stays behind; the organisation stands in its place (article 10.2.c)."),
        )
        self.order_fields(["versie", *(name for group in self.groups for name in group.names)])


class OverdrachtForm(AanvullingForm):
    """The signals that go along, and whom the plan is for."""

    groups: ClassVar[Sequence[Fieldset]] = (*AanvullingForm.groups, DOELGROEP)
    verblijft_in_nederland = stays()
    radicaliseert = radicalises()


@require_http_methods(["GET", "POST"])
@acts(open_dossier, name_betrokkenen)
def betrokkenen_name(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Name the parties and partners that the plan needs; naming them again replaces the list."""
    beeld = opened(request, dossier_id)
    initial = {
        "versie": beeld.versie,
        "organisaties": [str(b.organisatie_id) for b in beeld.betrokken],
        "reden": beeld.betrokken[0].reden if beeld.betrokken else "",
    }
    form = BetrokkenenForm(typed(request), initial=initial, groups=_organisations(request))

    def invoer(data: dict[str, Any]) -> NameBetrokkenen:
        return NameBetrokkenen(
            houder_id=dossier_id,
            versie=data["versie"],
            organisaties=tuple(as_id(chosen) for chosen in data["organisaties"]),
            reden=data["reden"],
        )

    return answer(request, form, beeld, NAME, act=name_betrokkenen, invoer=invoer)


def _organisations(request: HttpRequest) -> list[tuple[str, list[tuple[str, str]]]]:
    visitor = visitor_of(request)
    there = [o for o in visitor.wie.convenant.organisaties if o.is_in_force_on(visitor.edge.day)]
    parties = [(str(o.id), o.naam) for o in there if o.soort in PARTIJEN]
    partners = [(str(o.id), o.naam) for o in there if o.soort not in PARTIJEN]
    groups = [(str(_("Parties")), parties), (str(_("Externe casuspartners (annex 1)")), partners)]
    return [(name, members) for name, members in groups if members]


@require_http_methods(["GET", "POST"])
@acts(open_dossier, hand_over)
def signalen_hand_over(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Choose signal by signal, check what goes and who may not read it, and hand it over."""
    return _choose(request, opened(request, dossier_id), HAND_OVER, act=hand_over, kind=OverdrachtForm)


@require_http_methods(["GET", "POST"])
@acts(open_dossier, supplement_overdracht)
def overdracht_supplement(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Choose which of the signals that are not in the casus yet follow, and check who may not read them."""
    return _choose(request, opened(request, dossier_id), SUPPLEMENT, act=supplement_overdracht, kind=AanvullingForm)


def _choose(
    request: HttpRequest,
    beeld: DossierBeeld,
    page: FormPage,
    *,
    act: HolderAct[HandOver, Any, Any] | HolderAct[SupplementOverdracht, Any, Any],
    kind: type[AanvullingForm],
) -> HttpResponse:
    """Choose among the signals that did not go yet, check, and let them go."""
    visitor = visitor_of(request)
    waiting = {str(s.id) for s in beeld.signalen if not s.is_overgedragen}
    choices = [c for c in crossing_choices(beeld, visitor.wie, day=visitor.edge.day) if c[0] in waiting]
    sent = None if request.POST.get(STEP) == CHANGE else typed(request)
    initial = {"versie": beeld.versie, "signalen": request.POST.getlist("signalen")}
    form = kind(sent, initial=initial, signalen=choices)
    if sent is None:
        return render(request, "weegploeg/form.html", {**around(request, beeld, page), "form": form})
    if request.POST.get(STEP) != SAVE and form.is_valid() and form.cleaned_data["signalen"]:
        chosen = [as_id(signaal) for signaal in form.cleaned_data["signalen"]]
        groups = _check(
            beeld, visitor.wie, chosen, rows=crossing(beeld, visitor.wie, day=visitor.edge.day, only=chosen)
        )
        context = {"groups": groups, "hidden": [field.as_hidden() for field in form], "submit": page.heading}
        return render(request, "weegploeg/check.html", {**around(request, beeld, page), **context})

    def invoer(data: dict[str, Any]) -> HandOver | SupplementOverdracht:
        signalen = tuple(as_id(chosen) for chosen in data["signalen"])
        confirmed = {name: data[name] for name in DOELGROEP_NAMES if name in data}
        return act.invoer(houder_id=beeld.id, versie=data["versie"], signalen=signalen, **confirmed)

    return answer(request, form, beeld, page, act=act, invoer=invoer)


def _check(beeld: DossierBeeld, wie: Wie, chosen: list[UUID], *, rows: list[Fact]) -> list[Answers]:
    names = organisation_names(wie)
    total = len(beeld.signalen)
    goes = ngettext("%(n)d of %(total)d signaal", "%(n)d of %(total)d signalen", total) % {
        "n": len(chosen),
        "total": total,
    }
    weighed = sum(1 for w in beeld.wegingen if set(w.signalen) <= set(chosen))
    return [
        Answers(
            title=str(_("What goes to the casusoverleg")),
            rows=[
                Fact(key=str(_("Signals")), value=goes),
                Fact(key=str(_("Weighings that rest on them only")), value=weighed),
                Fact(key=str(_("At the table")), value=", ".join(names[b.organisatie_id] for b in beeld.betrokken)),
                Fact(key=str(_("What stays behind")), value=str(_("the name and contact of each melder"))),
            ],
        ),
        Answers(title=str(_("Each signaal, and who may not read it")), rows=rows),
    ]
