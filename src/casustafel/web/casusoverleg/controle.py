"""The periodic check of a casus, and what was corrected. Covenant 10.3, 3."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import truncatechars
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.controle import (
    CasusControleBeeld,
    ConfirmGegevens,
    ControlesBeeld,
    OpenCasusControle,
    RecordControle,
    StartControle,
    confirm_gegevens,
    open_casus_controle,
    record_controle,
    start_controle,
)
from casustafel.acts.casusoverleg.correctie import CorrectBijdrage, correct_bijdrage
from casustafel.acts.casusoverleg.open_casus import OpenCasus, open_casus
from casustafel.convenant.feit import CasusStaat, Taak, Wie
from casustafel.convenant.rules.controle_casus import Controlestaat, Verblijf
from casustafel.web.brieven.overzicht import LABELS
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.casusoverleg.topic import Section, StepPage, has_task, is_party, link, step_page, topic_page
from casustafel.web.casusoverleg.topic_forms import BevestigForm, CorrectBijdrageForm, ResultaatForm, StartControleForm
from casustafel.web.casusoverleg.words import FIELDS, ITEMS, STAYS
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact, Link
from casustafel.web.saving import as_id
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.terms import term_of
from casustafel.web.words import organisation_names

SHORT = 160
START = StepPage(
    heading=gettext_lazy("Begin a periodic check"),
    intro=gettext_lazy("Each party at the table confirms what it brought in; you record the result (article 10.3)."),
    submit=gettext_lazy("Begin the check"),
    after="casus-controle",
    done="controle",
)
CONFIRM = StepPage(
    heading=gettext_lazy("Confirm what your organisation brought in"),
    submit=gettext_lazy("Record this"),
    after="casus-controle",
    done="bevestiging",
)
RECORD = StepPage(
    heading=gettext_lazy("Record the result of the check"),
    submit=gettext_lazy("Record the result"),
    after="casus-controle",
    done="resultaat",
)
CORRECT = StepPage(
    heading=gettext_lazy("Correct your contribution"),
    submit=gettext_lazy("Correct this"),
    note=gettext_lazy("What stands there now is kept, with your reason."),
    after="casus-controle",
    done="correctie",
)


def _seen(request: HttpRequest, casus_id: UUID) -> ControlesBeeld:
    return through(request, open_casus_controle, OpenCasusControle(houder_id=casus_id))


def _open(seen: ControlesBeeld) -> CasusControleBeeld | None:
    return next((one for one in seen.controles if one.staat is Controlestaat.OPEN), None)


def _may_confirm(wie: Wie, seen: ControlesBeeld) -> bool:
    own = [g for g in seen.gegevens if g.organisatie_id == wie.organisatie_id]
    return _open(seen) is not None and is_party(wie, seen) and bool(own)


def _steps(wie: Wie, seen: ControlesBeeld) -> list[Link]:
    check = _open(seen)
    is_checking = has_task(wie, seen, Taak.CONTROLEREN)
    if check is None:
        return [link("start-controle", _("Begin a periodic check"), seen.id, current=True)] if is_checking else []
    steps = []
    if _may_confirm(wie, seen):
        said = wie.organisatie_id in {b.organisatie_id for b in check.bevestigingen}
        steps.append(link("confirm-gegevens", _("Confirm your own data"), seen.id, check.id, current=not said))
    if is_checking:
        steps.append(link("record-controle", _("Record the result"), seen.id, check.id, current=True))
    return steps


@acts(open_casus_controle)
@require_GET
def controle(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show by when this casus must be checked, the checks so far, and the corrections."""
    seen, visitor = _seen(request, casus_id), visitor_of(request)
    is_over = seen.staat is CasusStaat.AFGESLOTEN
    until = Fact(
        key=_("To be checked by"),
        on=None if is_over else seen.uiterlijk_op,
        value=_("no more: the plan is closed") if is_over else "",
        term=None if is_over else term_of(seen.uiterlijk_op, day=visitor.edge.day),
        note=_("Every six months while the casus is open. A check does not make the data stay longer."),
    )
    checks = [_section(one, seen, visitor) for one in reversed(seen.controles)]
    return topic_page(
        request,
        seen,
        tab="casus-controle",
        titel=_("Periodic check and corrections"),
        acties=_steps(visitor.wie, seen),
        sections=[Section(id="termijn", title=_("Term"), rows=[until]), *checks, _corrections(seen, visitor.wie)],
    )


def _section(one: CasusControleBeeld, seen: ControlesBeeld, visitor: Visitor) -> Section:
    names = organisation_names(visitor.wie)
    texts = {g.id: f"{ITEMS[g.soort]}: {truncatechars(g.tekst, SHORT)}" for g in seen.gegevens}
    is_open = one.staat is Controlestaat.OPEN
    rows = [
        Fact(key=_("Day"), on=one.op),
        Fact(
            key=_("Parties confirm by"),
            on=one.uiterlijk_op,
            term=term_of(one.uiterlijk_op, day=visitor.edge.day) if is_open else None,
        ),
    ]
    if not is_open:
        rows += [
            Fact(key=_("Result"), value=one.resultaat),
            Fact(key=_("Article 3"), value=str(STAYS[Verblijf(one.verblijf)]), note=one.toelichting),
        ]
    items = []
    for said in one.bevestigingen:
        facts = [Fact(key=_("Right"), value=texts[i]) for i in said.juist if i in texts]
        items.append(Event(title=names.get(said.organisatie_id, ""), on=said.op, text=said.toelichting, facts=facts))
    return Section(
        id=f"controle-{one.id}",
        title=_("Check that is open") if is_open else _("Check that was done"),
        rows=rows,
        items=items,
    )


def _corrections(seen: ControlesBeeld, wie: Wie) -> Section:
    names = organisation_names(wie)
    items = [
        Event(
            title=names.get(one.organisatie_id) or _("Changed on a request of the person"),
            on=one.op,
            text=one.reden or _("A signaal that is about somebody else left this casus."),
            facts=[
                Fact(key=_("%(field)s was") % {"field": FIELDS.get(was.veld) or LABELS[was.veld]}, value=was.tekst)
                for was in one.was
            ],
        )
        for one in reversed(seen.correcties)
    ]
    empty = "" if items else _("Nothing was corrected that you may read.")
    return Section(id="correcties", title=_("Corrections"), items=items, empty=empty)


@acts(open_casus_controle, start_controle)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Begin a periodic check."""
    seen, wie = _seen(request, casus_id), visitor_of(request).wie
    form = StartControleForm(typed(request))

    def invoer(data: dict[str, Any]) -> StartControle:
        return StartControle(houder_id=casus_id, versie=data["versie"] or 0, uiterlijk_op=data["uiterlijk_op"])

    offered = _open(seen) is None and has_task(wie, seen, Taak.CONTROLEREN)
    return step_page(request, seen, form, start_controle, page=START, invoer=invoer, is_offered=offered)


@acts(open_casus_controle, confirm_gegevens)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, casus_id: UUID, controle_id: UUID) -> HttpResponse:
    """Confirm what one's own organisation brought in."""
    seen, wie = _seen(request, casus_id), visitor_of(request).wie
    if controle_id not in {one.id for one in seen.controles}:
        return not_there(request)
    own = [g for g in seen.gegevens if g.organisatie_id == wie.organisatie_id]
    items = [
        (str(g.id), f"{ITEMS[g.soort]}, {date_format(g.op, 'DATE_FORMAT')}: {truncatechars(g.tekst, SHORT)}")
        for g in own
    ]
    form = BevestigForm(typed(request), items=items)

    def invoer(data: dict[str, Any]) -> ConfirmGegevens:
        return ConfirmGegevens(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            controle_id=controle_id,
            juist=tuple(as_id(i) for i in data["juist"]),
            toelichting=data["toelichting"],
        )

    offered = _may_confirm(wie, seen)
    return step_page(request, seen, form, confirm_gegevens, page=CONFIRM, invoer=invoer, is_offered=offered)


@acts(open_casus_controle, record_controle)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, casus_id: UUID, controle_id: UUID) -> HttpResponse:
    """Record what a check found and mended, and whether article 3 still holds."""
    seen, wie = _seen(request, casus_id), visitor_of(request).wie
    check = next((one for one in seen.controles if one.id == controle_id), None)
    if check is None:
        return not_there(request)
    form = ResultaatForm(typed(request))

    def invoer(data: dict[str, Any]) -> RecordControle:
        return RecordControle(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            controle_id=controle_id,
            resultaat=data["resultaat"],
            verblijf=Verblijf(data["verblijf"]),
            toelichting=data["toelichting"],
        )

    offered = check.staat is Controlestaat.OPEN and has_task(wie, seen, Taak.CONTROLEREN)
    names = organisation_names(wie)
    said = ", ".join(names.get(b.organisatie_id, "") for b in check.bevestigingen) or _("nobody yet")
    return step_page(
        request,
        seen,
        form,
        record_controle,
        page=RECORD,
        invoer=invoer,
        is_offered=offered,
        feiten=[Fact(key=_("Confirmed by"), value=said)],
    )


@acts(open_casus, correct_bijdrage)
@require_http_methods(["GET", "POST"])
def bijdrage_correct(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponse:
    """Correct a contribution of one's own organisation."""
    seen, wie = through(request, open_casus, OpenCasus(houder_id=casus_id)), visitor_of(request).wie
    bijdrage = next((b for b in seen.bijdragen if b.id == bijdrage_id), None)
    if bijdrage is None:
        return not_there(request)
    form = CorrectBijdrageForm(
        typed(request), initial={"omschrijving": bijdrage.omschrijving, "noodzaak": bijdrage.noodzaak}
    )

    def invoer(data: dict[str, Any]) -> CorrectBijdrage:
        given = {name: data[name] for name in ("omschrijving", "noodzaak", "reden")}
        return CorrectBijdrage(houder_id=casus_id, versie=data["versie"] or 0, bijdrage_id=bijdrage_id, **given)

    offered = is_party(wie, seen) and bijdrage.organisatie_id == wie.organisatie_id
    return step_page(request, seen, form, correct_bijdrage, page=CORRECT, invoer=invoer, is_offered=offered)
