"""What waits on requests of the person concerned, for the werkvoorraad. Covenant 12."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from casustafel.convenant.feit import Rol, Taak, Wie, of_kind
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.melding import hears, own_meldingen
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoek import own_taken
from casustafel.convenant.rules.verzoekafscherming import to_lift, to_shield
from casustafel.convenant.rules.verzoekbesluit import UNDECIDED, standpunten_of
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verzoek import Taakstaat, VerzoekFeit, Verzoekstaat, answer_by, carry_out_by, reminded_on
from casustafel.convenant.werk import Stap, Werk

PREPARING = {
    Verzoekstaat.ONTVANGEN: Stap.IDENTITEIT,
    Verzoekstaat.IDENTITEIT_VASTGESTELD: Stap.VERZAMELEN,
    Verzoekstaat.BESLOTEN: Stap.ANTWOORD,
}
CARRYING_OUT = {Verzoekstaat.BEANTWOORD: Stap.UITVOEREN, Verzoekstaat.UITGEVOERD: Stap.MELDEN}


def werk_on_verzoek(wie: Wie, feit: VerzoekFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits for the uitvoerder who handles requests, and for a kernpartij that decides. Covenant 12."""
    last = answer_by(feit, wie.convenant)
    if Rol.UITVOERDER in wie.rollen and wie.taak is Taak.VERZOEK:
        if feit.staat in PREPARING:
            yield _werk(feit, PREPARING[feit.staat], last)
        yield from _shielding(wie, feit)
        carry_out_on = carry_out_by(feit, wie.convenant)
        is_sent = feit.staat is Verzoekstaat.BEANTWOORD and feit.is_begonnen
        if feit.staat in CARRYING_OUT and carry_out_on is not None and not is_sent:
            yield _werk(feit, CARRYING_OUT[feit.staat], carry_out_on)
    if is_weegploeg(wie) and feit.is_established and feit.staat in UNDECIDED:
        spoke = {one.organisatie_id for one in standpunten_of(feit.stukken)}
        asked = {partij.id for partij in wie.convenant.kernpartijen_on(day)}
        if wie.organisatie_id not in spoke:
            yield _werk(feit, Stap.STANDPUNT_VERZOEK, last)
        elif feit.staat is Verzoekstaat.VERZAMELD and (asked <= spoke or day >= last):
            yield _werk(feit, Stap.BESLUIT_VERZOEK, last)


def werk_on_verzoektaken(wie: Wie, feit: VerzoekFeit, *, day: date) -> Iterator[Werk]:  # noqa: ARG001  # as every list of work is derived
    """Give the open tasks of somebody for a request: to check the part of a party, or what was appointed. Cov. 12.1."""
    last = answer_by(feit, wie.convenant)
    for taak in own_taken(wie, feit):
        if taak.staat == Taakstaat.OPEN:
            again = reminded_on(feit, taak.id)
            yield replace(_werk(feit, Stap.VERZOEKTAAK, taak.uiterlijk_op or last, bij_id=taak.id), herinnerd_op=again)


def werk_on_meldingen(wie: Wie, feit: VerzoekFeit, *, day: date) -> Iterator[Werk]:  # noqa: ARG001  # as every list of work is derived
    """Give what waits for an organisation that was told: to correct its own copies. Covenant 12.6."""
    if not hears(wie):
        return
    for one in own_meldingen(wie, feit):
        if one.staat == Meldstaat.OPEN:
            yield _werk(feit, Stap.MELDING, one.uiterlijk_op or one.op, bij_id=one.id)


def _shielding(wie: Wie, feit: VerzoekFeit) -> Iterator[Werk]:
    """Give what waits on shielding: at once where a request asks for it; lifting within the term to carry out. AVG 18.

    Reading: what was contested is settled; the person is told first, and it is lifted within 28 days of the decision.
    """
    seen = max((one.op for one in of_kind(feit.stukken, VerzoekStuk.IDENTITEIT)), default=feit.ontvangen_op)
    for dossier_id in to_shield(feit):
        yield _werk(feit, Stap.AFSCHERMEN, seen, bij_id=dossier_id)
    for one in to_lift(feit, wie.convenant):
        decided = feit.besloten_op or one.op
        law = regime(wie.convenant.regime)
        last = last_day(decided, termijn=law.term(TermijnCode.CORRECTIE_UITVOEREN))
        yield _werk(feit, Stap.OPHEFFEN, last, bij_id=one.id)


def _werk(feit: VerzoekFeit, stap: Stap, tot: date, *, bij_id: UUID | None = None) -> Werk:
    artikel = {
        Stap.AFSCHERMEN: "12.5",
        Stap.OPHEFFEN: "12.6",
        Stap.UITVOEREN: "12.6",
        Stap.MELDEN: "12.6",
        Stap.MELDING: "12.6",
        Stap.VERZOEKTAAK: "12.1",
    }.get(stap, "12.3")
    return Werk(stap=stap, artikel=artikel, houder_id=feit.id, nummer=feit.nummer, uiterlijk_op=tot, bij_id=bij_id)
