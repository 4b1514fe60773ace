"""Who looked at a dossier, as a table: organisations only. Covenant 15.2.e."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casustafel.acts.edge import LOCAL
from casustafel.acts.weegploeg.open_inzage import InzageRegel
from casustafel.bestand.log import Gevolg
from casustafel.web.part import Cell, Column, Table

DEEDS = {
    "find-dossiers": gettext_lazy("saw the name on the board"),
    "open-dossier": gettext_lazy("opened the dossier"),
    "open-overzicht": gettext_lazy("opened it for the overview of a request"),
    "open-inzage": gettext_lazy("opened this overview"),
    "submit-new-signaal": gettext_lazy("began the dossier with a signaal"),
    "submit-signaal": gettext_lazy("added a signaal"),
    "ask-informatie": gettext_lazy("asked for information"),
    "answer-informatie": gettext_lazy("answered a question"),
    "weigh-criterium": gettext_lazy("weighed a criterion"),
    "take-standpunt": gettext_lazy("took a position"),
    "withdraw-standpunt": gettext_lazy("took its position back"),
    "remind-standpunt": gettext_lazy("reminded of the positions"),
    "decide": gettext_lazy("recorded the outcome"),
    "name-betrokkenen": gettext_lazy("named who must be involved"),
    "hand-over": gettext_lazy("handed over to the casusoverleg"),
    "send-overdracht": gettext_lazy("carried the copy to the casusoverleg"),
    "acknowledge-overdracht": gettext_lazy("noted that the copy arrived"),
    "search-dossiers": gettext_lazy("found the name in a search"),
    "withdraw-informatie": gettext_lazy("took a question back"),
    "ask-verlenging": gettext_lazy("asked for a longer term"),
    "take-standpunt-verlenging": gettext_lazy("took a position on a longer term"),
    "withdraw-verlenging": gettext_lazy("took back the question for a longer term"),
    "remind-verlenging": gettext_lazy("reminded of the positions on a longer term"),
    "open-controle": gettext_lazy("opened the periodic check"),
    "prepare-controle": gettext_lazy("prepared a periodic check"),
    "confirm-controle": gettext_lazy("confirmed its own items"),
    "correct-signaal": gettext_lazy("corrected a signaal"),
    "correct-naw": gettext_lazy("corrected the name and address"),
    "send-correctie": gettext_lazy("carried a correction to the casusoverleg"),
    "acknowledge-correctie": gettext_lazy("noted that a correction arrived"),
    "move-signaal": gettext_lazy("moved a signaal to or from another dossier"),
    "join-dossiers": gettext_lazy("joined two dossiers"),
    "part-dossier": gettext_lazy("parted signals off into a new dossier"),
    "supplement-overdracht": gettext_lazy("let further signals follow to the casusoverleg"),
    "send-aanvulling": gettext_lazy("carried further signals to the casusoverleg"),
    "acknowledge-aanvulling": gettext_lazy("noted that further signals arrived"),
    "receive-afsluiting": gettext_lazy("noted that the plan is closed"),
    "open-overleg-weegploeg": gettext_lazy("saw it on the agenda of a meeting"),
    "put-on-agenda-weegploeg": gettext_lazy("put it on the agenda of a meeting"),
    "take-off-agenda-weegploeg": gettext_lazy("took it off the agenda of a meeting"),
    "discuss-punt-weegploeg": gettext_lazy("discussed it in a meeting"),
    "pack-archivering-weegploeg": gettext_lazy("packed it for the archive"),
    "withdraw-archivering-weegploeg": gettext_lazy("kept it out of the archive after all"),
    "check-bestand-weegploeg": gettext_lazy("looked whether it is whole"),
    "open-informeren": gettext_lazy("opened who must be informed"),
    "defer-informeren": gettext_lazy("let informing wait"),
    "speak-informeren": gettext_lazy("said whether a ground stands in the way of informing"),
    "withdraw-uitstel": gettext_lazy("ended what let informing wait"),
    "record-geinformeerd": gettext_lazy("recorded that the person was informed"),
    "find-werk-informeren": gettext_lazy("saw that informing waits for them"),
    "find-werk-weegploeg": gettext_lazy("saw what waits for them"),
}
EFFECTS = {
    Gevolg.FOUND: gettext_lazy("found"),
    Gevolg.OPENED: gettext_lazy("opened"),
    Gevolg.CHANGED: gettext_lazy("changed"),
    Gevolg.EXPORTED: gettext_lazy("exported"),
    Gevolg.REFUSED: gettext_lazy("refused"),
}


def looks(rows: Sequence[InzageRegel], names: Mapping[UUID, str]) -> Table:
    """Give the table: when, which organisation, what it did, and whether that was allowed.

    The same thing several times after each other on one day is one line that says how often.
    """
    return Table(
        caption=_("The last hundred times, newest first"),
        columns=[
            Column(label=_("When")),
            Column(label=_("Organisation")),
            Column(label=_("What it did")),
            Column(label=_("Effect")),
        ],
        cells=[_line(list(same), names) for _key, same in groupby(rows, key=_same)],
    )


def _same(row: InzageRegel) -> tuple[object, ...]:
    return (row.op.astimezone(LOCAL).date(), row.organisatie_id, row.daad, row.gevolg)


def _line(same: list[InzageRegel], names: Mapping[UUID, str]) -> list[Cell]:
    row, often = same[0], len(same)
    note = ngettext("%(n)d time", "%(n)d times", often) % {"n": often} if often > 1 else ""
    return [
        Cell(text=date_format(row.op.astimezone(LOCAL), "DATETIME_FORMAT")),
        Cell(text=_who(row, names)),
        Cell(text=str(DEEDS.get(row.daad, row.daad)), note=note),
        Cell(text=str(EFFECTS[row.gevolg])),
    ]


def _who(row: InzageRegel, names: Mapping[UUID, str]) -> str:
    if row.organisatie_id is None:
        return _("the system")
    return names.get(row.organisatie_id, _("an organisation outside this covenant"))
