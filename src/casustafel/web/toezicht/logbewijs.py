"""The evidence of the logs: what was signed, what to keep of it, and with what to check it. Covenant 15.2.e."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from casustafel.acts.edge import LOCAL
from casustafel.acts.invoer import Niets
from casustafel.acts.toezicht.logbewijs import LogbewijsBeeld, fetch_controlepunt, find_logbewijs
from casustafel.acts.toezicht.logregels import export_logregels
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.ledger import checker as checker_file
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Cell, Column, Fact, Table, Waarborgen
from casustafel.web.session import visitor_of
from casustafel.web.words import ROLES, organisation_names

FILES = {
    "register": gettext_lazy("Register of people and parties"),
    "weegploeg": gettext_lazy("Weegploeg"),
    "casusoverleg": gettext_lazy("Casusoverleg"),
    "archief": gettext_lazy("Archive"),
}
CHECKER = "controle.py"
README = "LEESMIJ.txt"


def found_logs(request: HttpRequest) -> list[LogbewijsBeeld]:
    """Ask how the evidence stands, file by file."""
    return [through(request, act, Niets()) for act in find_logbewijs.values()]


@acts(*find_logbewijs.values())
@require_safe
def logbewijs(request: HttpRequest) -> HttpResponse:
    """Show what was signed, who keeps it, and what to do with it."""
    logs, wie = found_logs(request), visitor_of(request).wie
    names = organisation_names(wie)
    context = {
        "table": _table(logs, wie),
        "keepers": _keepers(logs, names),
        "keys": [Fact(key=str(FILES[log.bestand]), value=log.sleutel) for log in logs],
        "is_kernpartij": is_weegploeg(wie),
        "waarborgen": waarborgen(wie),
    }
    return render(request, "toezicht/logbewijs.html", context)


def _table(logs: Iterable[LogbewijsBeeld], wie: Wie) -> Table:
    labels = [_("File"), _("Sealed rows"), _("Last sealed on"), _("Fetched by your organisation on")]
    if is_weegploeg(wie):
        labels.append(_("Your own signature"))
    cells = [_cells(log, wie) for log in logs]
    columns = [Column(label=label, number=place == 1) for place, label in enumerate(labels)]
    return Table(caption=_("What was sealed, file by file"), columns=columns, cells=cells)


def _cells(log: LogbewijsBeeld, wie: Wie) -> list[Cell]:
    fetched = log.laatst_afgehaald_op
    cells = [
        Cell(text=str(FILES[log.bestand])),
        Cell(text=str(log.grootte)),
        Cell(on=log.op.astimezone(LOCAL).date()) if log.op else Cell(text=_("no rows yet")),
        Cell(on=fetched) if fetched else Cell(text=_("not yet")),
    ]
    if is_weegploeg(wie):
        url = reverse("cosign", args=[log.bestand])
        cells.append(Cell(text=_("Sign"), url=url) if fetched else Cell(text="–"))
    return cells


def _keepers(logs: Iterable[LogbewijsBeeld], names: Mapping[UUID, str]) -> Table:
    """Say which organisation fetched what last, and whether it signed that."""
    cells = []
    for log in logs:
        seen = set()
        for afgifte in log.afgiften:
            if afgifte.organisatie_id not in seen:
                seen.add(afgifte.organisatie_id)
                moment = date_format(afgifte.op.astimezone(LOCAL), "DATETIME_FORMAT")
                cells.append(
                    [
                        Cell(text=names.get(afgifte.organisatie_id, _("an organisation that left"))),
                        Cell(text=str(FILES[log.bestand])),
                        Cell(text=moment),
                        Cell(text=_("yes") if afgifte.is_medeondertekend else _("no")),
                        Cell(text=str(afgifte.grootte)),
                    ]
                )
    labels = (_("Organisation"), _("File"), _("When"), _("Signed"), _("Rows"))
    columns = [Column(label=label, number=label == labels[-1]) for label in labels]
    return Table(caption=_("Who keeps which checkpoint"), columns=columns, cells=cells)


@acts(*fetch_controlepunt.values(), *find_logbewijs.values())
@require_safe
def controlepunten(request: HttpRequest) -> HttpResponse:
    """Give the checkpoints of all files with their keys, the checker and how to use it."""
    parts: dict[str, bytes] = {}
    for log in found_logs(request):
        note = through(request, fetch_controlepunt[log.bestand], Niets())
        if note is not None:
            parts[f"{log.bestand}-controlepunt.txt"] = note.encode()
            parts[f"{log.bestand}-sleutel.txt"] = f"{log.sleutel}\n".encode()
    parts[CHECKER] = checker_bytes()
    parts[README] = render_to_string("toezicht/leesmij.txt").encode()
    return zipped("controlepunten.zip", parts)


@acts(*export_logregels.values())
@require_safe
def own_rows(request: HttpRequest) -> HttpResponse:
    """Give the log rows of one's own organisation, of all files."""
    parts: dict[str, bytes] = {}
    for bestand, act in export_logregels.items():
        export = through(request, act, Niets())
        if export is not None:
            parts[f"{bestand}-regels.jsonl"] = export.data()
    return zipped("eigen-regels.zip", parts) if parts else not_there(request)


@acts(*find_logbewijs.values())
@require_safe
def checker(request: HttpRequest) -> HttpResponse:
    """Give the checker: one file, to print, to read and to run."""
    through(request, find_logbewijs["register"], Niets())
    return download(CHECKER, checker_bytes(), content_type="text/x-python; charset=utf-8")


def checker_bytes() -> bytes:
    """Read the checker as it is, comments included."""
    return Path(checker_file.__file__).read_bytes()


def zipped(name: str, parts: Mapping[str, bytes]) -> HttpResponse:
    """Give files as one; their days are left out, so that the same files are the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for part, data in parts.items():
            archive.writestr(ZipInfo(part), data, compress_type=ZIP_DEFLATED)
    return download(name, packed.getvalue(), content_type="application/zip")


def download(name: str, data: bytes, *, content_type: str) -> HttpResponse:
    """Give a file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=content_type, headers=headers)


def waarborgen(wie: Wie) -> Waarborgen:
    """Say why the evidence may be seen."""
    rollen = [rol for rol in (Rol.WEEGPLOEG, Rol.TOEZICHTHOUDER, Rol.AUDITOR) if rol in wie.rollen]
    return Waarborgen(
        artikel="15.2.e",
        role=", ".join(str(ROLES[rol]) for rol in rollen),
        purpose=_("So that nobody can change the log unseen. You see numbers and hashes, and nothing about a person."),
    )
