"""Achterblijvers and persons in the network: shown, recorded, corrected, ended. Covenant 10.2.f, 10.2.g, 10.3."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.netwerk import (
    AddAchterblijver,
    AddNetwerkpersoon,
    CorrectPersoon,
    EndPersoon,
    add_achterblijver,
    add_netwerkpersoon,
    correct_persoon,
    end_persoon,
)
from casustafel.acts.casusoverleg.open_netwerk import NetwerkBeeld, OpenNetwerk, PersoonBeeld, open_netwerk
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.convenant.feit import Taak, Wie
from casustafel.convenant.regime import Regime, regime
from casustafel.convenant.stuk import CasusStuk
from casustafel.web.casusoverleg.casus_parts import marks_of, merk_facts
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.casusoverleg.topic import Section, StepPage, has_task, is_party, link, step_page, topic_page
from casustafel.web.casusoverleg.topic_forms import (
    HELP,
    AchterblijverForm,
    CorrectAchterblijverForm,
    CorrectNetwerkForm,
    EndForm,
    NetwerkForm,
)
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact
from casustafel.web.session import visitor_of
from casustafel.web.words import organisation_names

ADD_ACHTERBLIJVER = StepPage(
    heading=gettext_lazy("Record an achterblijver"),
    intro=gettext_lazy(
        "An achterblijver is a person with whom an uitreiziger lived as a family (article 1.a). Record only what "
        "the plan needs. This person has rights too, and can ask what stands here."
    ),
    submit=gettext_lazy("Record this person"),
    after="casus-netwerk",
    done="persoon",
)
ADD_NETWERK = StepPage(
    heading=gettext_lazy("Record a person in the network"),
    intro=gettext_lazy(
        "Only somebody with a role in the plan (article 10.2.g), and only what the plan needs. This person has rights "
        "too, and can ask what stands here."
    ),
    submit=gettext_lazy("Record this person"),
    after="casus-netwerk",
    done="persoon",
)
CORRECT = StepPage(
    heading=gettext_lazy("Correct what is recorded of this person"),
    submit=gettext_lazy("Correct this"),
    note=gettext_lazy("What stands there now is kept, with your reason."),
    after="casus-netwerk",
    done="correctie",
)
END = StepPage(
    heading=gettext_lazy("This person is no longer needed"),
    submit=gettext_lazy("Set this person aside"),
    note=gettext_lazy("From then on only name, role and reason are shown."),
    after="casus-netwerk",
    done="einde",
)


def _seen(request: HttpRequest, casus_id: UUID) -> NetwerkBeeld:
    return through(request, open_netwerk, OpenNetwerk(houder_id=casus_id))


def _may_mend(wie: Wie, seen: NetwerkBeeld, persoon: PersoonBeeld) -> bool:
    is_own = is_party(wie, seen) and persoon.organisatie_id == wie.organisatie_id
    return is_own or has_task(wie, seen, Taak.CONTROLEREN)


@acts(open_netwerk)
@require_GET
def netwerk(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the persons beside the subject, each with the role."""
    seen = _seen(request, casus_id)
    wie = visitor_of(request).wie
    law = regime(wie.convenant.regime)
    acties = [
        link("add-achterblijver", _("Record an achterblijver"), casus_id),
        link("add-netwerkpersoon", _("Record a person in the network"), casus_id),
    ]
    return topic_page(
        request,
        seen,
        tab="casus-netwerk",
        titel=_("Achterblijvers and network"),
        intro=_("Persons beside the subject, each with the role in the plan. External partners do not see this."),
        acties=acties if is_party(wie, seen) else [],
        sections=[
            _section(seen, wie, law, soort=CasusStuk.ACHTERBLIJVER, title=_("Achterblijvers")),
            _section(seen, wie, law, soort=CasusStuk.NETWERKPERSOON, title=_("Persons in the network")),
            *([_ended(seen)] if seen.beeindigd else []),
        ],
    )


def _section(seen: NetwerkBeeld, wie: Wie, law: Regime, *, soort: CasusStuk, title: str) -> Section:
    found = [p for p in seen.personen if p.soort == soort]
    names = organisation_names(wie)
    return Section(
        id=soort.value,
        title=title,
        items=[_event(p, names.get(p.organisatie_id, ""), law, seen, wie) for p in found],
        empty="" if found else _("Nobody that you may read."),
    )


def role_of(persoon: PersoonBeeld) -> Fact:
    """Say which role a person has; of an achterblijver also whether help is wanted."""
    if persoon.soort == CasusStuk.ACHTERBLIJVER:
        return Fact(
            key=_("Role"),
            value=_("achterblijver; wants help: %(answer)s") % {"answer": HELP.get(persoon.rol, persoon.rol)},
        )
    return Fact(key=_("Role in the plan"), value=persoon.rol)


def _event(persoon: PersoonBeeld, party: str, law: Regime, seen: NetwerkBeeld, wie: Wie) -> Event:
    facts = [
        role_of(persoon),
        Fact(key=_("Address"), value=persoon.adres),
        Fact(key=_("Residence"), value=persoon.woonplaats),
        Fact(key=_("Necessity"), value=persoon.noodzaak),
        Fact(key=_("Brought in by"), value=party),
        *merk_facts(persoon.merk, law),
    ]
    may_mend = _may_mend(wie, seen, persoon)
    return Event(
        title=persoon.naam,
        on=persoon.sinds,
        text=persoon.gegevens,
        facts=[fact for fact in facts if fact.value],
        marks=marks_of(persoon.merk),
        url=reverse("correct-persoon", args=[seen.id, persoon.id]) if may_mend else "",
        url_label=_("Correct, or set aside"),
    )


def _ended(seen: NetwerkBeeld) -> Section:
    items = [
        Event(
            title=p.naam,
            on=p.einde_op,
            facts=[role_of(p), Fact(key=_("Why no longer needed"), value=p.einde)],
        )
        for p in seen.beeindigd
    ]
    return Section(id="beeindigd", title=_("No longer needed"), items=items)


@acts(open_netwerk, add_achterblijver)
@require_http_methods(["GET", "POST"])
def achterblijver_add(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Record an achterblijver."""
    seen, visitor = _seen(request, casus_id), visitor_of(request)
    form = AchterblijverForm(typed(request), wie=visitor.wie, day=visitor.edge.day)

    def invoer(data: dict[str, Any]) -> AddAchterblijver:
        given = {name: data[name] for name in ("naam", "adres", "woonplaats", "gegevens", "noodzaak")}
        return AddAchterblijver(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            hulp=data["rol"],
            verstrekking=VerstrekkingInvoer(**form.verstrekking()),
            **given,
        )

    is_offered = is_party(visitor.wie, seen)
    return step_page(
        request, seen, form, add_achterblijver, page=ADD_ACHTERBLIJVER, invoer=invoer, is_offered=is_offered
    )


@acts(open_netwerk, add_netwerkpersoon)
@require_http_methods(["GET", "POST"])
def netwerkpersoon_add(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Record a person in the network."""
    seen, visitor = _seen(request, casus_id), visitor_of(request)
    form = NetwerkForm(typed(request), wie=visitor.wie, day=visitor.edge.day)

    def invoer(data: dict[str, Any]) -> AddNetwerkpersoon:
        given = {name: data[name] for name in ("naam", "adres", "woonplaats", "gegevens", "noodzaak", "rol")}
        return AddNetwerkpersoon(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            verstrekking=VerstrekkingInvoer(**form.verstrekking()),
            **given,
        )

    is_offered = is_party(visitor.wie, seen)
    return step_page(request, seen, form, add_netwerkpersoon, page=ADD_NETWERK, invoer=invoer, is_offered=is_offered)


@acts(open_netwerk, correct_persoon)
@require_http_methods(["GET", "POST"])
def persoon_correct(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Correct what is recorded of a person."""
    seen = _seen(request, casus_id)
    persoon = next((p for p in seen.personen if p.id == persoon_id), None)
    if persoon is None:
        return not_there(request)
    is_achterblijver = persoon.soort == CasusStuk.ACHTERBLIJVER
    kind = CorrectAchterblijverForm if is_achterblijver else CorrectNetwerkForm
    names = ("naam", "adres", "woonplaats", "gegevens", "noodzaak", "rol")
    form = kind(typed(request), initial={name: getattr(persoon, name) for name in names})

    def invoer(data: dict[str, Any]) -> CorrectPersoon:
        given = {name: data[name] for name in (*names, "reden")}
        return CorrectPersoon(houder_id=casus_id, versie=data["versie"] or 0, persoon_id=persoon_id, **given)

    offered = _may_mend(visitor_of(request).wie, seen, persoon)
    end = Fact(
        key=_("No longer needed?"),
        value=_("then set this person aside"),
        url=reverse("end-persoon", args=[casus_id, persoon_id]),
        url_label=_("set aside"),
    )
    return step_page(
        request, seen, form, correct_persoon, page=CORRECT, invoer=invoer, is_offered=offered, feiten=[end]
    )


@acts(open_netwerk, end_persoon)
@require_http_methods(["GET", "POST"])
def persoon_end(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Set a person aside as no longer needed."""
    seen = _seen(request, casus_id)
    persoon = next((p for p in seen.personen if p.id == persoon_id), None)
    if persoon is None:
        return not_there(request)
    form = EndForm(typed(request))

    def invoer(data: dict[str, Any]) -> EndPersoon:
        return EndPersoon(houder_id=casus_id, versie=data["versie"] or 0, persoon_id=persoon_id, reden=data["reden"])

    feiten = [
        Fact(key=_("Name"), value=persoon.naam),
        role_of(persoon),
        Fact(key=_("Recorded on"), value=date_format(persoon.sinds, "DATE_FORMAT")),
    ]
    offered = _may_mend(visitor_of(request).wie, seen, persoon)
    return step_page(request, seen, form, end_persoon, page=END, invoer=invoer, is_offered=offered, feiten=feiten)
