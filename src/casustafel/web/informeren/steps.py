"""The steps of the duty to inform: speak, let it wait, end that, record. The same in both files. Covenant 11.2-11.5."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import Act
from casustafel.acts.informeren.beeld import InformerenBeeld, PlichtBeeld, open_informeren
from casustafel.acts.invoer import Invoer
from casustafel.convenant.informatieplicht import Aantekening, Bereik
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.door import acts, not_there
from casustafel.web.informeren.forms import DeferForm, EndForm, RecordForm, SpeakForm
from casustafel.web.informeren.plek import IN_CASUS, IN_DOSSIER, Plek, found, safeguards
from casustafel.web.informeren.shown import facts_of, gronden, positions_of
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of

View = Callable[..., HttpResponse]
Given = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands round the form of a step."""

    heading: str | Promise
    submit: str | Promise
    intro: str | Promise
    note: str | Promise = ""


SPEAK = Words(
    heading=_("Say whether a ground stands in the way"),
    submit=_("Save this"),
    intro=_("The kernpartijen consult first (article 11.3). Whoever says nothing holds nothing up after the last day."),
)
DEFER = Words(
    heading=_("Let informing wait on a ground"),
    submit=_("Let it wait"),
    intro=_("Only one of the five grounds of article 11.3 counts, and only as far and as long as it is needed."),
    note=_("As soon as nothing stands in the way, the person is informed (article 11.5)."),
)
END = Words(
    heading=_("End what waits"),
    submit=_("End this"),
    intro=_("From today on this person is informed (article 11.5)."),
)
RECORD = Words(
    heading=_("Record that this person was informed"),
    submit=_("Record this"),
    intro=_("A person is informed also where nothing followed (article 11.5)."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its words, its form, and what of the form goes to the act."""

    name: str
    words: Words
    form: Callable[[HttpRequest, PlichtBeeld], ActForm]
    given: Given


def _speak_form(request: HttpRequest, plicht: PlichtBeeld) -> ActForm:
    return SpeakForm(typed(request), is_asked=plicht.gevraagd_id is not None)


def _defer_form(request: HttpRequest, plicht: PlichtBeeld) -> ActForm:
    return DeferForm(typed(request), gronden=gronden(visitor_of(request).wie), is_last=plicht.moet_blijvend)


def _defer_given(data: dict[str, Any]) -> dict[str, Any]:
    names = ("grond", "noodzaak", "evenredigheid", "reden")
    given = {name: data[name] for name in names}
    return {**given, "bereik": data["bereik"], "tot": data.get("tot"), "is_blijvend": "tot" not in data}


STEPS = (
    Step(
        name="speak",
        words=SPEAK,
        form=_speak_form,
        given=lambda data: {"keuze": Aantekening(data["keuze"]), "reden": data["reden"]},
    ),
    Step(name="defer", words=DEFER, form=_defer_form, given=_defer_given),
    Step(
        name="end",
        words=END,
        form=lambda request, _plicht: EndForm(typed(request)),
        given=lambda data: {"bereik": Bereik(data["bereik"]), "reden": data["reden"]},
    ),
    Step(
        name="record",
        words=RECORD,
        form=lambda request, _plicht: RecordForm(typed(request)),
        given=lambda data: {
            **{name: data[name] for name in ("hoe", "door", "op")},
            **{name: data[name] or None for name in ("brief", "wijze")},
        },
    ),
)


def _answer(  # a page is its step, its act and whom it is about
    request: HttpRequest,
    step: Step,
    plek: Plek,
    *,
    seen: InformerenBeeld,
    plicht: PlichtBeeld,
    act: Act[Any, Any],
) -> HttpResponse:
    form = step.form(request, plicht)
    form.initial["versie"] = seen.versie
    back_url = reverse(plek.page, args=[seen.id])

    def invoer(data: dict[str, Any]) -> Invoer:
        about = {} if plicht.persoon_id is None else {"persoon_id": plicht.persoon_id}
        return act.invoer(houder_id=seen.id, versie=data["versie"] or 0, **about, **step.given(data))  # type: ignore[no-any-return]

    if request.method == "POST":
        done = save(request, form, act, invoer=invoer, next_url=back_url)
        if done is not None:
            return done
    visitor = visitor_of(request)
    context = {
        "page": step.words,
        "leaves_out": step.name == "record" and plicht.zou_deels,
        "nummer": seen.nummer,
        "naam": plicht.naam,
        "back_url": back_url,
        "facts": facts_of(plicht, visitor.wie, day=visitor.edge.day),
        "positions": positions_of(plicht, visitor.wie, day=visitor.edge.day),
        "waarborgen": safeguards(seen, visitor.wie),
    }
    return show(request, "informeren/stap.html", form, context, versie=seen.versie if form.is_clash else None)


def _view(step: Step, plek: Plek) -> View:
    act = plek.acts[step.name]

    @require_http_methods(["GET", "POST"])
    @acts(open_informeren[plek.bestand], act)
    def view(request: HttpRequest, houder_id: UUID, persoon_id: UUID | None = None) -> HttpResponse:
        seen = plek.seen(request, houder_id)
        plicht = found(seen, persoon_id)
        if plicht is None:
            return not_there(request)
        return _answer(request, step, plek, seen=seen, plicht=plicht, act=act)

    return view


IN_A_DOSSIER = {step.name: _view(step, IN_DOSSIER) for step in STEPS}
IN_A_CASUS = {step.name: _view(step, IN_CASUS) for step in STEPS}
