"""The page of who may see this file and why, and the two steps from it. Covenant 15.2.b, 8.4, 10.4."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.toegang.toegang import OpenToegang, ToegangBeeld, ToegangRegel, UitsluitingBeeld, open_toegang
from casustafel.acts.toegang.uitsluiting import EndUitsluiting, ExcludeMedewerker, end_uitsluiting, exclude_medewerker
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.rules.uitsluiting import Uitsluitgrond
from casustafel.web.asked import One
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Table, Waarborgen
from casustafel.web.saving import ActForm, as_id, save, show
from casustafel.web.session import visitor_of
from casustafel.web.words import ROLES, organisation_names

View = Callable[..., HttpResponse]
GROUNDS: Final = {
    Uitsluitgrond.EIGEN_NAAM: gettext_lazy("It is this person"),
    Uitsluitgrond.FAMILIE: gettext_lazy("Family, or lives in the same house"),
    Uitsluitgrond.BEKENDE: gettext_lazy("Knows the person in private life"),
    Uitsluitgrond.BELANG: gettext_lazy("Another interest of their own"),
}
WHY_NOT: Final[dict[str, str | Promise]] = {
    "14.1-secrecy": gettext_lazy("has not accepted the secrecy text"),
    "18.2-left": gettext_lazy("the organisation does not take part"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A file on the screens: its page, its steps, and where its reader came from."""

    bestand: Bestand
    suffix: str
    back: str
    away: str

    def url(self, name: str, *args: UUID) -> str:
        """Give the address of the page or of a step."""
        return reverse(f"{name}{self.suffix}", args=args)

    def seen(self, request: HttpRequest, houder_id: UUID) -> ToegangBeeld:
        """Look at who may see a dossier or casus."""
        return through(request, open_toegang[self.bestand], OpenToegang(houder_id=houder_id))


IN_DOSSIER: Final = Plek(bestand=Bestand.WEEGPLOEG, suffix="-dossier", back="dossier", away="weegploegbord")
IN_CASUS: Final = Plek(bestand=Bestand.CASUSOVERLEG, suffix="-casus", back="plan", away="casussen")


class ExcludeForm(ActForm):
    """Who is kept away, and on which ground."""

    medewerker_id = One(label=gettext_lazy("Who does not see this file any more?"))
    grond = One(
        label=gettext_lazy("Why?"),
        choices=[(ground.value, words) for ground, words in GROUNDS.items()],
        help_text=gettext_lazy("Choose one. No more is kept than this."),
    )

    def __init__(self, data: Any, *, people: Sequence[ToegangRegel]) -> None:
        """Offer the people whom the reader may exclude."""
        super().__init__(data)
        offered = [(str(one.medewerker_id), ", ".join(filter(None, (one.naam, one.functie)))) for one in people]
        self.fields["medewerker_id"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField


class EndForm(ActForm):
    """Nothing is asked but to say it."""


def _waarborgen() -> Waarborgen:
    return Waarborgen(
        artikel="15.2.b",
        purpose=_("So that everybody can check who sees this file, and who must not."),
        kept_artikel="13",
        kept_why=_("who is kept away is forgotten when the file is destroyed"),
    )


def _page(plek: Plek) -> View:
    @acts(open_toegang[plek.bestand])
    @require_safe
    def view(request: HttpRequest, houder_id: UUID) -> HttpResponse:
        seen = plek.seen(request, houder_id)
        names = organisation_names(visitor_of(request).wie)
        context = {
            "mensen": _people([one for one in seen.mensen if one.mag], names),
            "niet": _not_yet([one for one in seen.mensen if not one.mag], names),
            "uitgesloten": _kept_away(plek, houder_id, seen.uitgesloten, names),
            "exclude_url": plek.url("exclude-medewerker", houder_id) if _offered(seen) else "",
            "back_url": reverse(plek.back, args=[houder_id]),
            "waarborgen": _waarborgen(),
        }
        return render(request, "toegang/toegang.html", context)

    return view


def _offered(seen: ToegangBeeld) -> list[ToegangRegel]:
    """Give once each of the people whom the reader may exclude."""
    return list({one.medewerker_id: one for one in seen.mensen if one.is_uit_te_sluiten}.values())


def _people(rows: Sequence[ToegangRegel], names: dict[UUID, str]) -> Table:
    return Table(
        caption=_("Who may see this file today"),
        columns=[Column(label=label) for label in (_("Name"), _("Organisation"), _("As"), _("Article"))],
        cells=[
            [
                Cell(text=one.naam, note=one.functie),
                Cell(text=names.get(one.organisatie_id, "")),
                Cell(text=str(ROLES[one.rol]), note=_("only for a named task") if one.alleen_taak else ""),
                Cell(text=one.artikel),
            ]
            for one in rows
        ],
    )


def _not_yet(rows: Sequence[ToegangRegel], names: dict[UUID, str]) -> Table | None:
    cells = [
        [
            Cell(text=one.naam, note=one.functie),
            Cell(text=names.get(one.organisatie_id, "")),
            Cell(text="; ".join(str(WHY_NOT.get(code, code)) for code in one.redenen)),
        ]
        for one in rows
    ]
    labels = (_("Name"), _("Organisation"), _("Why not"))
    columns = [Column(label=label) for label in labels]
    return Table(caption=_("Has the role, and may not see it now"), columns=columns, cells=cells) if cells else None


def _kept_away(plek: Plek, houder_id: UUID, rows: Sequence[UitsluitingBeeld], names: dict[UUID, str]) -> Table | None:
    labels = (_("Name"), _("Organisation"), _("Ground"), _("Since"), _("By whom"), _("End"))
    cells = [
        [
            Cell(text=one.naam),
            Cell(text=names.get(one.organisatie_id, "–") if one.organisatie_id else "–"),
            Cell(text=str(GROUNDS[one.grond]) if one.grond else _("known to the own organisation")),
            Cell(on=one.op),
            Cell(text=one.door),
            Cell(text=_("End"), url=plek.url("end-uitsluiting", houder_id, one.medewerker_id))
            if one.mag_eindigen
            else Cell(text="–"),
        ]
        for one in rows
    ]
    columns = [Column(label=label) for label in labels]
    return Table(caption=_("Kept away from this person's files"), columns=columns, cells=cells) if cells else None


def _exclude(plek: Plek) -> View:
    act = exclude_medewerker[plek.bestand]

    @require_http_methods(["GET", "POST"])
    @acts(open_toegang[plek.bestand], act)
    def view(request: HttpRequest, houder_id: UUID) -> HttpResponse:
        seen, wie = plek.seen(request, houder_id), visitor_of(request).wie
        form = ExcludeForm(request.POST if request.method == "POST" else None, people=_offered(seen))
        form.initial["versie"] = seen.versie

        def invoer(data: dict[str, Any]) -> ExcludeMedewerker:
            return ExcludeMedewerker(
                houder_id=houder_id,
                versie=data["versie"] or 0,
                medewerker_id=as_id(data["medewerker_id"]),
                grond=Uitsluitgrond(data["grond"]),
            )

        if request.method == "POST":
            is_self = form.data.get("medewerker_id") == str(wie.medewerker_id)
            next_url = reverse(plek.away) if is_self else plek.url("toegang", houder_id)
            done = save(request, form, act, invoer=invoer, next_url=next_url)
            if done is not None:
                return done
        return _form(request, plek, houder_id, form, heading=_("Keep somebody away"), submit=_("Keep away"))

    return view


def _end(plek: Plek) -> View:
    act = end_uitsluiting[plek.bestand]

    @require_http_methods(["GET", "POST"])
    @acts(open_toegang[plek.bestand], act)
    def view(request: HttpRequest, houder_id: UUID, medewerker_id: UUID) -> HttpResponse:
        seen = plek.seen(request, houder_id)
        found = next((one for one in seen.uitgesloten if one.medewerker_id == medewerker_id), None)
        if found is None:
            return not_there(request)
        form = EndForm(request.POST if request.method == "POST" else None)
        form.initial["versie"] = seen.versie

        def invoer(data: dict[str, Any]) -> EndUitsluiting:
            return EndUitsluiting(houder_id=houder_id, versie=data["versie"] or 0, medewerker_id=medewerker_id)

        if request.method == "POST":
            done = save(request, form, act, invoer=invoer, next_url=plek.url("toegang", houder_id))
            if done is not None:
                return done
        heading = _("Let %(name)s come near again") % {"name": found.naam}
        return _form(request, plek, houder_id, form, heading=heading, submit=_("End this"))

    return view


def _form(  # a step is a form with its words
    request: HttpRequest, plek: Plek, houder_id: UUID, form: ActForm, *, heading: str, submit: str
) -> HttpResponse:
    context = {
        "heading": heading,
        "submit": submit,
        "back_url": plek.url("toegang", houder_id),
        "waarborgen": _waarborgen(),
    }
    return show(request, "toegang/stap.html", form, context)


DOSSIER_TOEGANG, CASUS_TOEGANG = _page(IN_DOSSIER), _page(IN_CASUS)
DOSSIER_EXCLUDE, CASUS_EXCLUDE = _exclude(IN_DOSSIER), _exclude(IN_CASUS)
DOSSIER_END, CASUS_END = _end(IN_DOSSIER), _end(IN_CASUS)
