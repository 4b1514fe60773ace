"""Who composes the overview of 12.3, and when: for a request whose identity was established. Covenant 12.3, 12.2, 5."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.archief import may_consult_archief
from casustafel.convenant.rules.toegang import NOT_THERE, away_from
from casustafel.convenant.rules.verzoek import identity_reasons, may_find_verzoek, may_find_verzoeken
from casustafel.convenant.verdict import Reason, Verdict, gettext_noop, hide_for, refuse_for, state_fault
from casustafel.convenant.verzoek import VerzoekFeit, Verzoeksoort, Verzoekstaat
from casustafel.convenant.vooruitzicht import Kop

GATHERED = frozenset({Verzoekstaat.VERZAMELD, Verzoekstaat.BESLOTEN})
"""What there is was gathered, and the answer was not given yet."""


@carries_out("12.3", "12.2", "5", "10.4")
def may_open_overzicht(wie: Wie, kop: Kop, verzoek: VerzoekFeit | None, *, dossier_id: UUID, day: date) -> Verdict:
    """Say whether what a dossier or casus holds may be opened for an overview. Covenant 12.3, 10.4.

    Reading: by the kernpartijen in the weegploeg, which decide, and by the uitvoerder for the task *request*; also of a
    casus at whose table they do not sit, while the request is pending; and only of what the request is about.
    """
    away = tuple(away_from(wie, kop, day=day))
    return hide_for(away) if away else _for_request(wie, verzoek, dossier_id=dossier_id, day=day)


@carries_out("12.3", "13.2")
def may_open_overzicht_archief(wie: Wie, feit: ArchiefFeit, verzoek: VerzoekFeit | None, *, day: date) -> Verdict:
    """Say whether what the archive holds may be opened for an overview: by a kernpartij, as always. Covenant 13.2.

    Reading: the request is the stated question, and the log names every item that was opened for it.
    """
    seen = may_consult_archief(wie, feit, day=day)
    return seen if not seen.is_allowed else _for_request(wie, verzoek, dossier_id=feit.id, day=day)


def _for_request(wie: Wie, verzoek: VerzoekFeit | None, *, dossier_id: UUID, day: date) -> Verdict:
    reaches = may_find_verzoeken(wie, day=day)
    if not reaches.is_allowed:
        return reaches
    if verzoek is None or dossier_id not in verzoek.treffers:
        return NOT_THERE
    seen = may_find_verzoek(wie, verzoek, day=day)
    return seen if not seen.is_allowed else refuse_for(overzicht_reasons(verzoek))


@carries_out("12.3")
def overzicht_reasons(verzoek: VerzoekFeit) -> Iterator[Reason]:
    """Say why there is no overview for a request: identity, another kind, not gathered yet, or answered. Cov. 12.3."""
    yield from identity_reasons(verzoek)
    if verzoek.soort is not Verzoeksoort.INZAGE:
        yield state_fault("12.3", "kind", gettext_noop("An overview is for who asks for access."))
    if verzoek.is_established and verzoek.staat not in GATHERED:
        text = gettext_noop("An overview is made after what there is was gathered, until the answer is given.")
        yield state_fault("12.3", "step", text)
