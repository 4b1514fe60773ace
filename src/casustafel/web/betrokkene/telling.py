"""Tell everybody who received data, and hear that they corrected their own copies. Covenant 12.6."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.betrokkene.melding import (
    AcknowledgeMelding,
    EigenMelding,
    OpenMelding,
    acknowledge_melding,
    open_melding,
)
from casustafel.acts.betrokkene.notify_verzoek import AddOntvanger, NotifyVerzoek, add_ontvanger, notify_verzoek
from casustafel.acts.betrokkene.open_verzoek import MeldingBeeld, VerzoekBeeld, open_verzoek
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.melding import Meldstaat
from casustafel.web.betrokkene import forms
from casustafel.web.betrokkene.frame import opened
from casustafel.web.betrokkene.steps import plain, step, typed
from casustafel.web.betrokkene.words import CHANGED, KINDS, TOLD
from casustafel.web.brieven.kennisgeving import by_melding
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Reader, Table, Waarborgen
from casustafel.web.saving import save, show
from casustafel.web.session import visitor_of
from casustafel.web.words import ROLES, organisation_names


def told_table(beeld: VerzoekBeeld, names: dict[UUID, str]) -> Table:
    """Give who was told, with the letter to one outside, and what each did with its own copies."""
    whose = by_melding(beeld, names)
    labels = (_("Who"), _("How far it is"), _("At the latest on"), _("What it did"))
    return Table(
        caption=_("Who was told"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=whose[one.id], url=_letter(beeld, one)),
                Cell(badge=str(TOLD[one.staat])),
                Cell(on=one.uiterlijk_op) if one.uiterlijk_op else Cell(text="–"),
                Cell(text=one.gedaan or "–", note=one.gedaan_door),
            ]
            for one in sorted(beeld.meldingen, key=lambda one: whose[one.id])
        ],
    )


def _letter(beeld: VerzoekBeeld, one: MeldingBeeld) -> str:
    return reverse("melding-brief", args=[beeld.verzoek.id, one.id]) if one.staat is Meldstaat.BRIEF else ""


def outside_table(beeld: VerzoekBeeld) -> Table:
    """Give who received data outside the system."""
    labels = (_("Name"), _("Address"), _("Got the data on"), _("What the letter says"))
    return Table(
        caption=_("Recipients outside"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [Cell(text=one.naam), Cell(text=one.adres), Cell(on=one.verstrekt_op), Cell(text=one.wat)]
            for one in beeld.ontvangers
        ],
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, add_ontvanger)
def add_recipient(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Add who received data and is not known here."""
    beeld = opened(request, verzoek_id)
    return step(
        request,
        beeld,
        forms.RecipientForm(typed(request)),
        add_ontvanger,
        plain(AddOntvanger, verzoek_id),
        heading=_("Add a recipient outside"),
        intro=_(
            "Who got data through these files is told anyway. Add only who is not an organisation of the covenant."
        ),
        gekozen=outside_table(beeld) if beeld.ontvangers else None,
        submit=_("Add this recipient"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, notify_verzoek)
def tell(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Tell everybody who received data."""
    beeld = opened(request, verzoek_id)
    names = organisation_names(visitor_of(request).wie)
    told = sorted(names.get(one, "") for one in beeld.te_melden)
    return step(
        request,
        beeld,
        forms.SureForm(typed(request), initial={"versie": beeld.versie}),
        notify_verzoek,
        plain(NotifyVerzoek, verzoek_id),
        heading=_("Tell everybody who received data"),
        intro=_(
            "The kernpartijen, who takes part in the case, and every recipient (article 12.6). The notice says whose "
            "data changed and how, and not a word of what it says."
        ),
        facts=[
            Fact(key=_("Organisations that are told"), value="\n".join(told)),
            *(
                [Fact(key=_("By letter"), value="\n".join(one.naam for one in beeld.ontvangers))]
                if beeld.ontvangers
                else []
            ),
        ],
        note=_("After this nobody can be added. You send the letters yourself."),
        submit=_("Tell them"),
    )


@require_http_methods(["GET", "POST"])
@acts(open_melding, acknowledge_melding)
def acknowledge(request: HttpRequest, verzoek_id: UUID, melding_id: UUID) -> HttpResponse:
    """Show the notice of the reader's organisation, and report that the own copies were corrected."""
    beeld = through(request, open_melding, OpenMelding(houder_id=verzoek_id))
    one = next((one for one in beeld.meldingen if one.id == melding_id), None)
    if one is None:
        return not_there(request)
    form = forms.CopiesForm(typed(request))

    def invoer(data: dict[str, Any]) -> AcknowledgeMelding:
        return AcknowledgeMelding(houder_id=verzoek_id, melding_id=melding_id, gedaan=data["gedaan"])

    done = save(request, form, acknowledge_melding, invoer=invoer, next_url=reverse("werkvoorraad"))
    if done is not None:
        return done
    context = {
        "nummer": beeld.nummer,
        "terug": reverse("werkvoorraad"),
        "terug_naam": _("Werkvoorraad"),
        "waarborgen": _safeguards(visitor_of(request).wie),
        "heading": _("Correct your own copies"),
        "intro": _(
            "Data of this person was changed on request. Correct what your organisation keeps of it itself. Did "
            "you pass it on? Then tell who has it."
        ),
        "facts": [*_facts(beeld), *([Fact(key=_("Due by"), on=one.uiterlijk_op)] if one.uiterlijk_op else [])],
        "submit": _("This is done"),
    }
    return show(request, "betrokkene/form.html", form, context)


def _safeguards(wie: Wie) -> Waarborgen:
    """Say why one may see a notice, and who else can."""
    held = [rol for rol in (Rol.WEEGPLOEG, Rol.CASUSOVERLEG) if rol in wie.rollen]
    return Waarborgen(
        artikel="12.6",
        role=", ".join(str(ROLES[rol]) for rol in held),
        purpose=_("Only to correct what your own organisation keeps."),
        who=(
            Reader(party=_("Who received data"), why=_("its own notice")),
            Reader(party=_("Uitvoerder"), why=_("every notice, and what was done")),
        ),
        kept_artikel="13.1",
        kept_why=_("with the dossier that it is about, else a year after the answer"),
    )


def _facts(beeld: EigenMelding) -> list[Fact]:
    changed = "\n".join(str(CHANGED[one.soort]) % {"n": one.aantal} for one in beeld.wijzigingen)
    facts = [
        Fact(key=_("Name"), value=beeld.naam),
        Fact(key=_("Kind"), value=str(KINDS[beeld.soort])),
        Fact(
            key=_("What changed"), value=changed, note=_("What it says now, you read in the file.") if changed else ""
        ),
    ]
    return [fact for fact in facts if fact.value]
