"""Shield what a request asks, tell the person before that ends, and lift it. Covenant 12.5, 12.6; AVG 18."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.betrokkene.afscherming import (
    AfschermbaarDossier,
    AnnounceOpheffing,
    LiftVerzoek,
    OpenAfscherming,
    ShieldVerzoek,
    announce_opheffing,
    lift_verzoek,
    open_afscherming,
    shield_verzoek,
)
from casustafel.acts.betrokkene.open_verzoek import open_verzoek
from casustafel.web.betrokkene import forms
from casustafel.web.betrokkene.frame import opened
from casustafel.web.betrokkene.steps import step, typed
from casustafel.web.betrokkene.words import DONE_IN, shield_grounds
from casustafel.web.brieven.overzicht import KINDS
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Fact
from casustafel.web.session import visitor_of
from casustafel.web.words import organisation_names


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, open_afscherming, shield_verzoek)
def shield(request: HttpRequest, verzoek_id: UUID, dossier_id: UUID) -> HttpResponse:
    """Shield a dossier, or pieces of it, in every file."""
    beeld = opened(request, verzoek_id)
    found = through(request, open_afscherming, OpenAfscherming(houder_id=verzoek_id))
    dossier = next((one for one in found.dossiers if one.dossier_id == dossier_id), None)
    if dossier is None:
        return not_there(request)
    titles = shield_grounds(visitor_of(request).wie.convenant.regime)
    form = forms.ShieldForm(
        typed(request),
        initial={"versie": beeld.versie},
        items=_pieces(request, dossier),
        gronden=[(code, titles[code]) for code in found.gronden],
    )

    def invoer(data: dict[str, Any]) -> ShieldVerzoek:
        return ShieldVerzoek(
            houder_id=verzoek_id,
            versie=data["versie"],
            dossier_id=dossier_id,
            items=tuple(UUID(one) for one in data["items"]),
            grond=data["grond"],
            reden=data["reden"],
        )

    return step(
        request,
        beeld,
        form,
        shield_verzoek,
        invoer,
        heading=_("Shield what is asked"),
        intro=_shielded(),
        facts=[
            Fact(key=_("Dossier"), value=dossier.nummer),
            Fact(key=_("What is asked"), value=beeld.aanvraag.gevraagd),
        ],
        note=_("This goes to every file within seconds."),
        submit=_("Shield this"),
    )


def _shielded() -> str:
    return _(
        "What is shielded stays where it is, and casework does not see it: in no list, dossier, casus or archive. "
        "Nobody there is told. It is still in the overview of the person."
    )


def _kind(soort: str) -> str:
    return next((str(word) for kind, word in KINDS.items() if kind == soort), soort)


def _pieces(request: HttpRequest, dossier: AfschermbaarDossier) -> forms.Choices:
    """Name each piece by what it is, whose and of when; nothing of its content."""
    names = organisation_names(visitor_of(request).wie)
    return [
        (
            str(one.id),
            ", ".join(
                part
                for part in (
                    _kind(one.soort),
                    names.get(one.organisatie_id, "") if one.organisatie_id else "",
                    date_format(one.op),
                    str(DONE_IN[one.bestand]),
                )
                if part
            ),
        )
        for one in dossier.stukken
    ]


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, announce_opheffing)
def announce(request: HttpRequest, verzoek_id: UUID, afscherming_id: UUID) -> HttpResponse:
    """Record that the person was sent that a shielding ends."""
    beeld = opened(request, verzoek_id)
    form = forms.AnnounceForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> AnnounceOpheffing:
        return AnnounceOpheffing(
            houder_id=verzoek_id, versie=data["versie"], afscherming_id=afscherming_id, brief=data["brief"]
        )

    return step(
        request,
        beeld,
        form,
        announce_opheffing,
        invoer,
        heading=_("Tell the person that a shielding ends"),
        intro=_("The person is told before anything is used again (article 18(3) of the AVG)."),
        note=_("After this, make the letter as PDF and send it today. From tomorrow on it can be lifted."),
        submit=_("The letter is sent today"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, lift_verzoek)
def lift(request: HttpRequest, verzoek_id: UUID, afscherming_id: UUID) -> HttpResponse:
    """Lift a shielding in every file."""
    beeld = opened(request, verzoek_id)
    form = forms.LiftForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> LiftVerzoek:
        return LiftVerzoek(
            houder_id=verzoek_id, versie=data["versie"], afscherming_id=afscherming_id, reden=data["reden"]
        )

    return step(
        request,
        beeld,
        form,
        lift_verzoek,
        invoer,
        heading=_("Lift a shielding"),
        intro=_("From then on casework sees this again, in every file. The person was told first."),
        submit=_("Lift this"),
    )
