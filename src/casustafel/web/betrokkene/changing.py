"""Choose what a decision changes in the files, item by item. Covenant 12.5, 12.6."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.stukkeuze import OpenVerzoekoverzicht, open_verzoekoverzicht
from casustafel.acts.betrokkene.velden import texts_in
from casustafel.acts.betrokkene.wijziging import (
    NAW_TEXTS,
    ChooseWijziging,
    WithdrawWijziging,
    choose_wijziging,
    original_of,
    withdraw_wijziging,
)
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.betrokkene.overzicht import Overzicht, OverzichtStuk
from casustafel.convenant.wijziging import MAG, VERWIJDERBAAR, WITH_TEXT, Wijzigingsoort
from casustafel.web.betrokkene import forms
from casustafel.web.betrokkene.chosen import chosen_table, named
from casustafel.web.betrokkene.frame import around, opened
from casustafel.web.betrokkene.steps import step, typed
from casustafel.web.betrokkene.words import CHANGES
from casustafel.web.brieven.overzicht import LABELS, stukken_of
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Fact
from casustafel.web.session import visitor_of


def _gathered(request: HttpRequest, verzoek_id: UUID) -> Overzicht:
    return through(request, open_verzoekoverzicht, OpenVerzoekoverzicht(houder_id=verzoek_id)).overzicht


@require_safe
@acts(open_verzoek, open_verzoekoverzicht, open_convenant)
def changes(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Show what the files hold, item by item, to choose what changes in it."""
    beeld = opened(request, verzoek_id)
    whole = _gathered(request, verzoek_id)
    context = around(
        request,
        beeld,
        heading=_("Choose what changes"),
        gekozen=chosen_table(beeld, can_change=True) if beeld.wijzigingen else None,
        stukken=[*_heads(beeld, whole), *_pieces(request, beeld, whole)],
    )
    return render(request, "betrokkene/wijzigingen.html", context)


def _heads(beeld: VerzoekBeeld, whole: Overzicht) -> Iterator[dict[str, Any]]:
    """Give the name and address of the subject, as each dossier has them."""
    for one in beeld.treffers:
        if one.is_verzameld and one.persoon_id is None and _kinds(beeld, can_remove=False):
            yield {
                "titel": f"{_('Name and address')} ({one.nummer})",
                "rows": [Fact(key=str(LABELS[g.veld]), value=g.waarde) for g in whole.persoon if g.veld in NAW_TEXTS],
                "url": reverse("choose-wijziging", args=[beeld.verzoek.id, one.dossier_id]),
            }


def _pieces(request: HttpRequest, beeld: VerzoekBeeld, whole: Overzicht) -> Iterator[dict[str, Any]]:
    """Give each item that can change; a copy is left out, for it changes along."""
    kaders = through(request, open_convenant, Niets()).kaders
    for stuk, tabel in stukken_of(whole, visitor_of(request).wie.convenant, kaders=kaders):
        if original_of(stuk, whole) is not stuk or not _choices(beeld, stuk):
            continue
        yield {
            "titel": tabel.opschrift,
            "rows": [Fact(key=row[0], value=row[1]) for row in tabel.rijen],
            "url": reverse("choose-wijziging", args=[beeld.verzoek.id, stuk.id]),
            "is_gekozen": any(one.stuk_id == stuk.id for one in beeld.wijzigingen),
        }


def _kinds(beeld: VerzoekBeeld, *, can_remove: bool) -> list[Wijzigingsoort]:
    """Give what the decision on this request can do with an item."""
    return [one for one in Wijzigingsoort if one in MAG[beeld.verzoek.soort] and (one in WITH_TEXT or can_remove)]


def _choices(beeld: VerzoekBeeld, stuk: OverzichtStuk) -> list[Wijzigingsoort]:
    can_remove = stuk.soort in VERWIJDERBAAR.get(stuk.herkomst, ())
    has_text = bool(texts_in(stuk.herkomst, stuk.soort))
    return [one for one in _kinds(beeld, can_remove=can_remove) if has_text or one not in WITH_TEXT]


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, open_verzoekoverzicht, open_convenant, choose_wijziging)
def choose(request: HttpRequest, verzoek_id: UUID, stuk_id: UUID) -> HttpResponse:
    """Say what changes in one item."""
    beeld = opened(request, verzoek_id)
    whole = _gathered(request, verzoek_id)
    found = _item(request, beeld, whole, stuk_id)
    if found is None:
        return not_there(request)
    title, facts, velden, kinds = found
    form = forms.ChangeForm(
        typed(request),
        initial={"versie": beeld.versie},
        soorten=[(one.value, str(CHANGES[one])) for one in kinds],
        velden=[(veld, str(LABELS[veld])) for veld in velden],
    )

    def invoer(data: dict[str, Any]) -> ChooseWijziging:
        given = {name: data[name] for name in ("versie", "soort", "veld", "tekst") if name in data}
        return ChooseWijziging.model_validate({"houder_id": verzoek_id, "stuk_id": stuk_id, **given})

    return step(
        request,
        beeld,
        form,
        choose_wijziging,
        invoer,
        terug=reverse("wijzigingen", args=[verzoek_id]),
        heading=title,
        intro=_(
            "A copy of this item in the casus changes along. Where […] stands, a sentence names somebody else: a new "
            "text takes the place of the whole. What stood there is kept as an earlier version; of what is removed "
            "nothing is kept."
        ),
        facts=facts,
        submit=_("Choose this"),
    )


Item = tuple[str, list[Fact], list[str], list[Wijzigingsoort]]


def _item(request: HttpRequest, beeld: VerzoekBeeld, whole: Overzicht, stuk_id: UUID) -> Item | None:
    """Give an item: its title, what it says, its texts, and what can be done with it."""
    if any(one.dossier_id == stuk_id and one.is_verzameld for one in beeld.treffers):
        facts = [Fact(key=str(LABELS[g.veld]), value=g.waarde) for g in whole.persoon]
        return _("Name and address"), facts, sorted(NAW_TEXTS), _kinds(beeld, can_remove=False)
    stuk = next((one for one in whole.stukken if one.id == stuk_id), None)
    if stuk is None:
        return None
    kaders = through(request, open_convenant, Niets()).kaders
    tabel = stukken_of(Overzicht(stukken=(stuk,)), visitor_of(request).wie.convenant, kaders=kaders)[0][1]
    velden = [veld for veld in LABELS if veld in texts_in(stuk.herkomst, stuk.soort)]
    return tabel.opschrift, [Fact(key=r[0], value=r[1]) for r in tabel.rijen], velden, _choices(beeld, stuk)


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, withdraw_wijziging)
def withdraw(request: HttpRequest, verzoek_id: UUID, wijziging_id: UUID) -> HttpResponse:
    """Take a choice back."""
    beeld = opened(request, verzoek_id)
    one = next((one for one in beeld.wijzigingen if one.id == wijziging_id), None)
    if one is None:
        return not_there(request)
    form = forms.SureForm(typed(request), initial={"versie": beeld.versie})

    def invoer(data: dict[str, Any]) -> WithdrawWijziging:
        return WithdrawWijziging(houder_id=verzoek_id, versie=data["versie"], wijziging_id=wijziging_id)

    return step(
        request,
        beeld,
        form,
        withdraw_wijziging,
        invoer,
        terug=reverse("wijzigingen", args=[verzoek_id]),
        heading=_("Take this choice back"),
        facts=[
            Fact(key=_("Item"), value=named(one)),
            Fact(key=_("What is done"), value=str(CHANGES[one.soort])),
            *([Fact(key=_("New text"), value=one.tekst)] if one.tekst else []),
        ],
        submit=_("Take back"),
    )
