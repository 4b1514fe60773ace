"""Gather for a request for access: find the dossiers, say whose request it is, look at the pieces. Covenant 12.3."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.archief.find_archieven import find_archieven
from casustafel.acts.betrokkene.inzagenamen import ChooseInzagenamen, InzagenamenBeeld, choose_inzagenamen
from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.overzicht_lezen import (
    OpenOverzicht,
    OpenOverzichtVan,
    OverzichtBeeld,
    open_overzicht,
    open_overzicht_archief,
    open_overzicht_casus,
)
from casustafel.acts.betrokkene.stukkeuze import (
    ChooseStuk,
    KeuzeBeeld,
    OpenVerzoekoverzicht,
    OpenVerzoekstukken,
    VerzoekstukkenBeeld,
    choose_stuk,
    open_verzoekoverzicht,
    open_verzoekstukken,
)
from casustafel.acts.betrokkene.vastleggen import GatherOverzicht, gather_overzicht
from casustafel.acts.betrokkene.verzamelen import RecordTreffers, record_treffers
from casustafel.acts.gate import Act, Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.weegploeg.find_dossiers import find_dossiers
from casustafel.acts.weegploeg.search_dossiers import SearchDossiers, search_dossiers
from casustafel.betrokkene.overzicht import MELDER, Overzicht, OverzichtStuk
from casustafel.brieven.brief import Tabel
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoekbesluit import STUK_GROND
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verzoek import Inzagenamen, Stukkeuze
from casustafel.web.betrokkene import forms
from casustafel.web.betrokkene.frame import around, opened, safeguards
from casustafel.web.betrokkene.steps import found_by_number, step, typed
from casustafel.web.betrokkene.words import CHOICES, LETTERS, NAMING, ground_names
from casustafel.web.brieven.inzageregels import looks_of
from casustafel.web.brieven.overzicht import stukken_of
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Table
from casustafel.web.saving import save, show
from casustafel.web.session import visitor_of
from casustafel.web.words import acted, organisation_names

SUBJECT = "subject"
PERSONS = {
    CasusStuk.ACHTERBLIJVER: gettext_lazy("achterblijver"),
    CasusStuk.NETWERKPERSOON: gettext_lazy("person in the network"),
}


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, search_dossiers, find_dossiers, find_archieven, record_treffers)
def found(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Say in which dossiers the person stands: those with a name that is alike are offered, others by number."""
    beeld = opened(request, verzoek_id)
    form = forms.FoundForm(typed(request), initial={"versie": beeld.versie}, gevonden=_alike(request, beeld))

    def invoer(data: dict[str, Any]) -> RecordTreffers:
        chosen = [UUID(one) for one in data.get("gevonden") or ()]
        dossiers = dict.fromkeys((*chosen, *found_by_number(request, data["nummers"])))
        return RecordTreffers(houder_id=verzoek_id, versie=data["versie"], dossiers=tuple(dossiers))

    return step(
        request,
        beeld,
        form,
        record_treffers,
        invoer,
        heading=_("Find in which dossiers this person stands"),
        intro=_("By name only subjects are found. In which dossier somebody stands as another, the parties tell you."),
        submit=_("These are about this person"),
    )


def _alike(request: HttpRequest, beeld: VerzoekBeeld) -> forms.Choices:
    """Offer the dossiers with a name that is alike, but for those that were chosen already."""
    chosen = {one.dossier_id for one in beeld.treffers}
    lijst = through(request, search_dossiers, SearchDossiers(naam=beeld.aanvraag.naam))
    return [(str(one.id), f"{one.nummer}, {one.naam}") for one in lijst.dossiers if one.id not in chosen]


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, open_overzicht, open_overzicht_casus, open_overzicht_archief, gather_overzicht)
def gather(request: HttpRequest, verzoek_id: UUID, dossier_id: UUID) -> HttpResponse:
    """Say of whom in a dossier the request is, and keep what the files hold of that person with the request."""
    beeld = opened(request, verzoek_id)
    treffer = next((one for one in beeld.treffers if one.dossier_id == dossier_id), None)
    if treffer is None:
        return not_there(request)
    personen = list(_personen(request, beeld, dossier_id))
    if not personen:
        context = around(request, beeld, heading=_("Gather what the files hold"), dossier=treffer.nummer)
        return render(request, "betrokkene/archief.html", context)
    initial = {"versie": beeld.versie, "persoon": str(treffer.persoon_id or SUBJECT)}
    form = forms.WhoseForm(typed(request), initial=initial, personen=personen)

    def invoer(data: dict[str, Any]) -> GatherOverzicht:
        persoon = data["persoon"]
        return GatherOverzicht(
            houder_id=verzoek_id,
            versie=data["versie"],
            dossier_id=dossier_id,
            persoon_id=None if persoon in {"", SUBJECT} else UUID(persoon),
        )

    return step(
        request,
        beeld,
        form,
        gather_overzicht,
        invoer,
        heading=_("Gather what the files hold"),
        intro=_(
            "What both files hold of this person is kept with the request until the answer, without other people. "
            "What came after the request was received is marked."
        ),
        facts=[
            Fact(key=_("Dossier"), value=treffer.nummer),
            Fact(key=_("Who asks"), value=beeld.aanvraag.naam),
            Fact(key=_("Received on"), on=beeld.verzoek.ontvangen_op),
        ],
        submit=_("Gather this"),
    )


def _personen(request: HttpRequest, beeld: VerzoekBeeld, dossier_id: UUID) -> Iterator[tuple[str, str]]:
    """Give the subject, and everybody beside the subject, whom the files know; nobody where no file opens."""
    verzoek_id = beeld.verzoek.id
    dossier = _seen(request, open_overzicht, OpenOverzicht(houder_id=dossier_id, verzoek_id=verzoek_id))
    casus = None
    if dossier is None:
        casus = _seen(request, open_overzicht_archief, OpenOverzichtVan(houder_id=dossier_id, verzoek_id=verzoek_id))
    elif dossier.casus_id is not None:
        casus = _seen(
            request, open_overzicht_casus, OpenOverzichtVan(houder_id=dossier.casus_id, verzoek_id=verzoek_id)
        )
    seen = [one for one in (dossier, casus) if one is not None]
    if not seen:
        return
    naam = next((g.waarde for one in seen for g in one.overzicht.persoon if g.veld == "naam"), "")
    yield SUBJECT, _("%(name)s, the subject") % {"name": naam}
    for one in (p for beeld_ in seen for p in beeld_.personen):
        yield str(one.id), f"{one.naam}, {PERSONS[CasusStuk(one.soort)]}"


def _seen(request: HttpRequest, act: Act[Any, OverzichtBeeld], invoer: OpenOverzicht) -> OverzichtBeeld | None:
    try:
        return through(request, act, invoer)
    except Refused as refused:
        if not refused.verdict.is_hidden and act is not open_overzicht_archief:
            raise
        return None


@require_safe
@acts(open_verzoek, open_verzoekoverzicht, open_convenant)
def overview(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Show all that was gathered, piece by piece, with what was said of it, and which letter follows."""
    beeld = opened(request, verzoek_id)
    whole = through(request, open_verzoekoverzicht, OpenVerzoekoverzicht(houder_id=verzoek_id))
    wie = visitor_of(request).wie
    context = around(
        request,
        beeld,
        heading=_("The overview"),
        stukken=_shown(request, verzoek_id, whole.overzicht, whole.keuzes),
        gevolg=[
            Fact(key=_("The letter as it stands"), value=str(LETTERS[whole.antwoord.soort])),
            Fact(
                key=_("Pieces that are given"),
                value=len(whole.antwoord.overzicht.stukken) if whole.antwoord.overzicht else 0,
            ),
            Fact(key=_("Pieces that their organisation still adds"), value=len(whole.ongelezen)),
            *(_naming(one, organisation_names(wie)) for one in whole.inzagenamen),
        ],
        inzage=_looks(whole.antwoord.overzicht, organisation_names(wie)),
        namen=reverse("choose-inzagenamen", args=[verzoek_id]) if is_weegploeg(wie) else "",
    )
    return render(request, "betrokkene/overzicht.html", context)


def _looks(overzicht: Overzicht | None, names: dict[UUID, str]) -> dict[str, Any]:
    """Give who looked as the person reads it, for a page."""
    deel = looks_of(overzicht.inzage if overzicht else (), names)
    tables = [
        Table(
            caption=tabel.opschrift,
            columns=[Column(label=label) for label in tabel.kolommen],
            cells=[[Cell(text=cell) for cell in row] for row in tabel.rijen],
        )
        for tabel in deel.tabellen
    ]
    return {"titel": deel.titel, "inleiding": deel.inleiding, "tabellen": tables}


def _naming(one: InzagenamenBeeld, names: dict[UUID, str]) -> Fact:
    note = acted(one.door, als_plaatsvervanger=one.als_plaatsvervanger)
    text = f"{NAMING[one.keuze]}\n{one.motivering}"
    return Fact(key=names.get(one.organisatie_id, ""), value=text, note=note)


@require_http_methods(["GET", "POST"])
@acts(open_verzoek, choose_inzagenamen)
def name_employees(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Choose whether the overview names who of the reader's organisation looked."""
    beeld = opened(request, verzoek_id)

    def invoer(data: dict[str, Any]) -> ChooseInzagenamen:
        keuze = Inzagenamen(data["keuze"] or Inzagenamen.ZONDER_NAMEN)
        return ChooseInzagenamen(houder_id=verzoek_id, keuze=keuze, motivering=data["motivering"])

    return step(
        request,
        beeld,
        forms.NamingForm(typed(request), initial={"keuze": Inzagenamen.ZONDER_NAMEN.value}),
        choose_inzagenamen,
        invoer,
        heading=_("Name who looked"),
        intro=_(
            "The person reads which organisation looked, when, for what and how often. Employees are not named, unless "
            "you choose so for your organisation (article 12.3; AVG 15)."
        ),
        submit=_("Record this"),
    )


@require_safe
@acts(open_verzoekstukken, open_convenant)
def own_pieces(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Show the pieces that the reader's organisation provided, as they would be given."""
    own = through(request, open_verzoekstukken, OpenVerzoekstukken(houder_id=verzoek_id))
    wie = visitor_of(request).wie
    context = {
        "nummer": own.nummer,
        "terug": reverse("verzoek" if is_weegploeg(wie) else "verzoektaak", args=[verzoek_id]),
        "waarborgen": safeguards(wie),
        "heading": _("Pieces of your organisation"),
        "stukken": _shown(request, verzoek_id, Overzicht(stukken=own.stukken), own.keuzes, is_own=True),
        "gevolg": [],
    }
    return render(request, "betrokkene/overzicht.html", context)


def _shown(  # the pieces, what was said of them, and for whom
    request: HttpRequest,
    verzoek_id: UUID,
    overzicht: Overzicht,
    keuzes: tuple[KeuzeBeeld, ...],
    *,
    is_own: bool = False,
) -> list[dict[str, Any]]:
    """Give each piece with its words, its mark, what was said of it, and the step to say it."""
    wie = visitor_of(request).wie
    names, grounds = organisation_names(wie), ground_names(wie.convenant.regime)
    kaders = through(request, open_convenant, Niets()).kaders
    said: dict[UUID, list[KeuzeBeeld]] = {}
    for one in keuzes:
        said.setdefault(one.stuk_id, []).append(one)
    found = stukken_of(overzicht, wie.convenant, kaders=kaders)
    if is_own:  # what is to be looked at stands first
        found.sort(key=lambda one: not one[0].is_te_toetsen or one[0].id in said)
    return [
        {
            "titel": tabel.opschrift,
            "rows": _facts(tabel),
            "keuzes": [_said(one, names, grounds) for one in said.get(stuk.id, ())],
            "is_te_toetsen": stuk.is_te_toetsen and stuk.id not in said,
            "url": reverse("choose-stuk", args=[verzoek_id, stuk.id]) if is_own else "",
        }
        for stuk, tabel in found
    ]


def _facts(tabel: Tabel) -> list[Fact]:
    return [Fact(key=row[0], value=row[1]) for row in tabel.rijen]


def _said(one: KeuzeBeeld, names: dict[UUID, str], grounds: dict[str, str]) -> Fact:
    why = (str(CHOICES[one.keuze]), grounds.get(one.grond, ""), one.motivering)
    return Fact(
        key=names.get(one.organisatie_id, ""),
        value="\n".join(part for part in why if part),
        note=acted(one.door, als_plaatsvervanger=one.als_plaatsvervanger),
    )


@require_http_methods(["GET", "POST"])
@acts(open_verzoekstukken, open_convenant, choose_stuk)
def choose(request: HttpRequest, verzoek_id: UUID, stuk_id: UUID) -> HttpResponse:
    """Say of one piece whether it is given."""
    own = through(request, open_verzoekstukken, OpenVerzoekstukken(houder_id=verzoek_id))
    stuk = next((one for one in own.stukken if one.id == stuk_id), None)
    if stuk is None:
        return not_there(request)
    wie = visitor_of(request).wie
    form = forms.ChoiceForm(
        typed(request), initial=_earlier(own, stuk_id), keuzes=_choices(stuk), gronden=_grounds(request, stuk)
    )
    terug = reverse("verzoekstukken", args=[verzoek_id])

    def invoer(data: dict[str, Any]) -> ChooseStuk:
        return ChooseStuk(
            houder_id=verzoek_id,
            stuk_id=stuk_id,
            keuze=Stukkeuze(data["keuze"] or Stukkeuze.GEVEN),
            grond=data["grond"],
            motivering=data["motivering"],
        )

    done = save(request, form, choose_stuk, invoer=invoer, next_url=terug)
    if done is not None:
        return done
    kaders = through(request, open_convenant, Niets()).kaders
    tabel = stukken_of(Overzicht(stukken=(stuk,)), wie.convenant, kaders=kaders)[0][1]
    context = {
        "nummer": own.nummer,
        "terug": terug,
        "waarborgen": safeguards(wie),
        "heading": tabel.opschrift,
        "intro": _(
            "[…] stands where a sentence names somebody else. Is there still somebody else in it, or does a ground "
            "stand in the way? Then keep this piece back."
        ),
        "facts": _facts(tabel),
        "submit": _("Record this"),
    }
    return show(request, "betrokkene/form.html", form, context)


def _earlier(own: VerzoekstukkenBeeld, stuk_id: UUID) -> dict[str, str]:
    """Give what the party said of a piece before, or that it is given."""
    for one in own.keuzes:
        if one.stuk_id == stuk_id:
            return {"keuze": one.keuze.value, "grond": one.grond, "motivering": one.motivering}
    return {"keuze": Stukkeuze.GEVEN.value}


def _choices(stuk: OverzichtStuk) -> forms.Choices:
    """Give what can be said of a piece; only of one with a melder that the name is left out."""
    has_melder = any(one.veld == MELDER for one in stuk.gegevens)
    return [(one.value, str(CHOICES[one])) for one in Stukkeuze if one is not Stukkeuze.ZONDER_MELDER or has_melder]


def _grounds(request: HttpRequest, stuk: OverzichtStuk) -> forms.Choices:
    """Give the grounds on which the reader may keep it back: who does not decide, only to protect somebody."""
    wie = visitor_of(request).wie
    names = ground_names(wie.convenant.regime)
    codes = [code for code in names if code.startswith("11.3.")]
    if stuk.organisatie_id != wie.organisatie_id or not is_weegploeg(wie):
        codes = [STUK_GROND]
    return [(code, names[code]) for code in codes]
