"""Advice of the NCTV or an expert, without anything that identifies. Covenant 9.5."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, StukId, Wie, of_kind
from casustafel.convenant.rules.tafel import open_case, party_seated, within
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop


class Adviesstaat(StrEnum):
    """How far a question for advice is."""

    GEVRAAGD = "gevraagd"
    BEANTWOORD = "beantwoord"


@carries_out("9.5")
def may_ask_advies(wie: Wie, casus: CasusFeit, *, aan: str, vraag: str, day: date) -> Verdict:
    """Say whether advice of the NCTV or an expert may be asked. Covenant 9.5. Reading: by a party at the table."""

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="9.5", day=day)
        yield from open_case(casus.kop, artikel="9.5")
        yield from text_reason("9.5", "aan", aan)
        yield from text_reason("9.5", "vraag", vraag)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("9.5")
def may_record_antwoord(wie: Wie, casus: CasusFeit, *, advies_id: StukId, antwoord: str, day: date) -> Verdict:
    """Say whether the answer to a question for advice may be recorded. Covenant 9.5."""

    def reasons() -> Iterator[Reason]:
        yield from party_seated(wie, casus, artikel="9.5", day=day)
        yield from open_case(casus.kop, artikel="9.5")
        asked = [s for s in of_kind(casus.stukken, CasusStuk.ADVIESVRAAG) if s.id == advies_id]
        if not asked or asked[0].staat != Adviesstaat.GEVRAAGD:
            text = gettext_noop("This is not a question of this casus that waits for an answer.")
            yield field_fault("9.5", "advies_id", text)
        yield from text_reason("9.5", "antwoord", antwoord)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)
