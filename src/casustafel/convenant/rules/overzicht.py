"""Who composes the overview of 12.3, and when: for a request whose identity was established. Covenant 12.3, 12.2, 5."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.archief import may_serve_archief
from casustafel.convenant.rules.toegang import NOT_THERE, gone_from
from casustafel.convenant.rules.verzoek import may_find_verzoek, may_find_verzoeken
from casustafel.convenant.rules.wijziging import overview_reasons
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, hide_for, refuse_for, state_fault
from casustafel.convenant.verzoek import VerzoekFeit
from casustafel.convenant.vooruitzicht import Kop


@carries_out("12.3", "12.2", "5", "10.4")
def may_open_overzicht(wie: Wie, kop: Kop, verzoek: VerzoekFeit | None, *, dossier_id: UUID, day: date) -> Verdict:
    """Say whether what a dossier or casus holds may be opened for an overview. Covenant 12.3, 10.4.

    Reading: by the kernpartijen in the weegploeg, which decide, and by the uitvoerder for the task *request*; also of a
    casus at whose table they do not sit, while the request is pending; and only of what the request is about.
    """
    away = tuple(gone_from(wie, kop, day=day))
    return hide_for(away) if away else _for_request(wie, verzoek, dossier_id=dossier_id, day=day)


@carries_out("12.3", "13.2")
def may_open_overzicht_archief(wie: Wie, feit: ArchiefFeit, verzoek: VerzoekFeit | None, *, day: date) -> Verdict:
    """Say whether what the archive holds may be opened for an overview: by a kernpartij, as always. Covenant 13.2.

    Reading: the request is the stated question, and the log names every item that was opened for it.
    """
    seen = may_serve_archief(wie, feit, day=day)
    return seen if not seen.is_allowed else _for_request(wie, verzoek, dossier_id=feit.id, day=day)


def _for_request(wie: Wie, verzoek: VerzoekFeit | None, *, dossier_id: UUID, day: date) -> Verdict:
    reaches = may_find_verzoeken(wie, day=day)
    if not reaches.is_allowed:
        return reaches
    if verzoek is None or dossier_id not in verzoek.treffers:
        return NOT_THERE
    seen = may_find_verzoek(wie, verzoek, day=day)
    return seen if not seen.is_allowed else refuse_for(overview_reasons(verzoek))


@carries_out("12.3", "12.2", "13.2")
def may_gather_overzicht(
    wie: Wie, verzoek: VerzoekFeit, *, dossier_id: UUID, is_there: bool | None, day: date
) -> Verdict:
    """Say whether what a dossier holds may be gathered for a request: by who prepares it or decides on it. Cov. 12.3.

    `is_there` tells whether a file gave something to who gathers; nothing is known of that before it was opened.
    Reading: as soon as identity is established, so that it shows what was held on receipt. The archive is opened by a
    kernpartij (13.2), and so is what its class keeps from the uitvoerder.
    """
    seen = may_find_verzoek(wie, verzoek, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from overview_reasons(verzoek)
        if dossier_id not in verzoek.treffers:
            text = gettext_noop("This request is not about that dossier.")
            yield field_fault("12.3", "dossier_id", text)
        elif is_there is False:
            text = gettext_noop("This lies in the archive: a kernpartij gathers it.")
            yield state_fault("13.2", "archive", text)

    return refuse_for(reasons())
