"""How the covenant is kept on the screens: article by article, the figures with their charts, the evidence in one file.

Covenant 15.3, 18.4; AVG 5(2), 35.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from casustafel.acts.invoer import Niets, Uitvoer
from casustafel.acts.register.open_verwerkingen import Verwerkingen, open_verwerkingen
from casustafel.acts.toezicht.cijfers import CijferBeeld, count_cijfers
from casustafel.acts.toezicht.logbewijs import find_logbewijs
from casustafel.acts.toezicht.verantwoording import (
    ArtikelBeeld,
    LogTelling,
    count_logs,
    export_verantwoording,
    open_verantwoording,
)
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.artikel import Status
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verantwoording import (
    may_export_verantwoording,
    may_see_cijfers,
    may_see_verantwoording,
)
from casustafel.convenant.rules.verloop import may_open_verwerkingen
from casustafel.web.door import acts, through
from casustafel.web.part import Cell, Column, Event, Fact, Link, Table, Waarborgen
from casustafel.web.session import visitor_of
from casustafel.web.toezicht.grafiek import bars
from casustafel.web.toezicht.logbewijs import found_logs, zipped

STATUSES = {
    Status.ENFORCED: gettext_lazy("kept by a rule"),
    Status.PROCEDURAL: gettext_lazy("kept by people, recorded here"),
    Status.PENDING: gettext_lazy("of which something is still to come"),
}
FIGURES = {
    Bestand.WEEGPLOEG.value: gettext_lazy("Dossiers of the weegploeg, by the quarter of their first signal"),
    Bestand.CASUSOVERLEG.value: gettext_lazy("Casussen, by the quarter in which they began"),
    Bestand.BETROKKENE.value: gettext_lazy("Requests of persons concerned, by the quarter in which they came"),
}
COLUMNS = {
    "onbeslist": gettext_lazy("not decided"),
    "agenderen": gettext_lazy("to the casusoverleg"),
    "niet-agenderen": gettext_lazy("not to the casusoverleg"),
    "lopend": gettext_lazy("running"),
    "afgesloten": gettext_lazy("closed"),
    "inzage": gettext_lazy("access"),
    "correctie": gettext_lazy("correction"),
    "verzet": gettext_lazy("objection"),
    "beperking": gettext_lazy("restriction"),
}


@require_safe
@acts(open_verantwoording, open_verwerkingen, *count_logs.values())
def verantwoording(request: HttpRequest) -> HttpResponse:
    """Show article by article how the covenant is kept, and how often each acted in the past year."""
    found, visitor = through(request, open_verantwoording, Niets()), visitor_of(request)
    tellingen = [through(request, act, Niets()) for act in count_logs.values()]
    done, refused = _summed(one.daden for one in tellingen), _summed(one.geweigerd for one in tellingen)
    day = visitor.edge.day
    register = (
        through(request, open_verwerkingen, Niets()) if may_open_verwerkingen(visitor.wie, day=day).is_allowed else None
    )
    context = {
        "stand": _summary(found.artikelen, done, refused),
        "artikelen": [_article(one, done, refused) for one in found.artikelen],
        "dpia": list(_assessment(register, tellingen)) if register else [],
        "stappen": list(_steps(visitor.wie, day=day)),
        "waarborgen": waarborgen("15.3"),
    }
    return render(request, "toezicht/verantwoording.html", context)


def _summed(found: Iterable[Iterable[Any]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for one in found:
        for getal in one:
            counted[getal.wat] += getal.aantal
    return counted


def _summary(rows: Iterable[ArtikelBeeld], done: Counter[str], refused: Counter[str]) -> list[Fact]:
    by_status = Counter(one.status for one in rows)
    facts = [
        Fact(key=_("Articles %(status)s") % {"status": words}, value=by_status[s]) for s, words in STATUSES.items()
    ]
    return [
        *facts,
        Fact(key=_("Acts done in the past year"), value=sum(done.values())),
        Fact(key=_("Refusals in the past year"), value=sum(refused.values()), note=_("counted by article")),
    ]


def _article(one: ArtikelBeeld, done: Counter[str], refused: Counter[str]) -> Event:
    times = sum(done[daad] for daad in one.daden)
    acted = ngettext("acts on this article were done %(n)d time", "acts on this article were done %(n)d times", times)
    facts = [
        (_("How it is kept"), str(STATUSES[one.status])),
        (_("In the past year"), acted % {"n": times}),
        (_("Refused on it"), str(refused[one.id]) if refused[one.id] else ""),
    ]
    return Event(
        title=f"{one.id} {one.titel}",
        text=one.strekking,
        facts=[Fact(key=key, value=value) for key, value in facts if value],
        history=list(_shown_by(one)),
        history_label=_("Rules and tests"),
    )


def _shown_by(one: ArtikelBeeld) -> Iterator[Event]:
    """Give, to unfold, the rules that keep an article and the tests that show it."""
    for title, names in ((_("Rules"), one.regels), (_("Tests"), one.tests)):
        if names:
            yield Event(title=title, text="\n".join(names))


def _assessment(register: Verwerkingen, tellingen: Iterable[LogTelling]) -> Iterator[Fact]:
    """Give the facts that a data protection impact assessment asks of the system (AVG 35(7))."""
    files = {bestand for one in register.verwerkingen for bestand in one.bestanden}
    yield Fact(key=_("Controllers, jointly (article 4)"), value=", ".join(register.verantwoordelijken))
    yield Fact(key=_("Purposes (article 3)"), value="\n".join(register.doelen))
    yield Fact(
        key=_("Processing activities"),
        value=len(register.verwerkingen),
        url=reverse("verwerkingen"),
        url_label=_("Look"),
    )
    yield Fact(key=_("Files"), value=", ".join(sorted(files)))
    yield Fact(key=_("Terms for which data is kept or something is due"), value=len(register.termijnen))
    yield Fact(key=_("Logs in which every look stands"), value=", ".join(one.bestand for one in tellingen))
    yield Fact(
        key=_("What the system refuses by design"),
        value=_("no scoring, ranking, profiling or prediction; no collection in bulk; no read without a log row"),
    )


def _steps(wie: Wie, *, day: Any) -> Iterator[Link]:
    for name, label, may in (
        ("cijfers", _("Figures of the evaluation"), may_see_cijfers),
        ("verwerkingen", _("Register of processing activities"), may_open_verwerkingen),
        ("bewijs", _("Take the evidence along (zip)"), may_export_verantwoording),
    ):
        if may(wie, day=day).is_allowed:
            yield Link(url=reverse(name), label=label)


@require_safe
@acts(*count_cijfers.values())
def cijfers(request: HttpRequest) -> HttpResponse:
    """Show the figures, each as a chart and as the same table."""
    found = [through(request, act, Niets()) for act in count_cijfers.values()]
    visitor = visitor_of(request)
    context = {
        "cijfers": [{"kop": FIGURES[one.bestand], "grafiek": _chart(one), "tabel": _table(one)} for one in found],
        "is_thuis": may_see_verantwoording(visitor.wie, day=visitor.edge.day).is_allowed,
        "waarborgen": waarborgen("18.4"),
    }
    return render(request, "toezicht/cijfers.html", context)


def _chart(one: CijferBeeld) -> str:
    """Draw the quarters in which there was anything; the table has them all."""
    rows = [(rij, row[:-1]) for rij, row in zip(one.rijen, one.aantallen, strict=False) if any(n != 0 for n in row)]
    if not rows:
        return ""
    return bars(str(FIGURES[one.bestand]), [rij for rij, _row in rows], len(one.kolommen), [row for _rij, row in rows])


def _table(one: CijferBeeld) -> Table:
    columns = [_("Quarter"), *(str(COLUMNS[kolom]) for kolom in one.kolommen), _("Total")]
    rows = [*one.rijen, _("Total")]
    return Table(
        caption=str(FIGURES[one.bestand]),
        columns=[Column(label=label, number=place > 0) for place, label in enumerate(columns)],
        cells=[
            [Cell(text=row), *(Cell(text=_("kept back") if n is None else n) for n in counts)]
            for row, counts in zip(rows, one.aantallen, strict=True)
        ],
    )


@require_safe
@acts(export_verantwoording, *count_logs.values(), *count_cijfers.values(), *find_logbewijs.values())
def bewijs(request: HttpRequest) -> HttpResponse:
    """Give all evidence in one file: articles, checkpoints, reviews, counts, authorisations by id; no content."""
    parts: dict[str, bytes] = {"bewijs.json": _json(through(request, export_verantwoording, Niets()))}
    for naam, telling in count_logs.items():
        parts[f"telling-{naam}.json"] = _json(through(request, telling, Niets()))
    for naam, cijfer in count_cijfers.items():
        parts[f"cijfers-{naam}.json"] = _json(through(request, cijfer, Niets()))
    for log in found_logs(request):
        parts[f"logbewijs-{log.bestand}.json"] = _json(log)
    parts["LEESMIJ.txt"] = render_to_string("toezicht/bewijs_leesmij.txt").encode()
    return zipped("bewijs.zip", parts)


def _json(found: Uitvoer) -> bytes:
    return found.model_dump_json(by_alias=True, indent=1).encode()


def waarborgen(artikel: str) -> Waarborgen:
    """Say why this may be seen."""
    return Waarborgen(
        artikel=artikel,
        purpose=_("So that it can be shown that the covenant is kept. Counts only: nothing here is about a person."),
    )
