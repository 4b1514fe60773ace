"""What waits for somebody: derived from facts, never stored. Covenant 7, 9; design: work is derived."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.beslistermijn import decide_by
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import (
    UNDECIDED,
    CasusFeit,
    CasusStaat,
    DossierFeit,
    DossierStaat,
    Keuze,
    Rol,
    Taak,
    Uitkomst,
    Wie,
)
from casustafel.convenant.overeenstemming import OvereenstemmingFeit, Vraagstaat, on_closing, on_extension, on_outcome
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.rules.controle import check_by, last_round, own_answer
from casustafel.convenant.rules.controle_casus import casus_check_by, is_confirmed, items_of, open_check
from casustafel.convenant.rules.doorverstrekking import may_open_toestemming
from casustafel.convenant.rules.evaluatie import open_round, silent_in, to_revise
from casustafel.convenant.rules.toegang import at_table, is_weegploeg
from casustafel.convenant.rules.weegploeg import working_reasons


class Stap(StrEnum):
    """The one step that is asked of somebody."""

    ANSWER = "answer-informatie"
    WEIGH = "weigh-criterium"
    STANDPUNT = "take-standpunt"
    STANDPUNT_VERLENGING = "take-standpunt-verlenging"
    DECIDE = "decide"
    NAME = "name-betrokkenen"
    HAND_OVER = "hand-over"
    OVERLEG_WEEGPLOEG = "overleg-weegploeg"
    OVERLEG_CASUSOVERLEG = "overleg-casusoverleg"
    PREPARE_CONTROLE = "prepare-controle"
    CONFIRM_CONTROLE = "confirm-controle"
    HERZIEN = "revise-analyse"
    WRITE_PLAN = "write-plan"
    ADOPT_PLAN = "adopt-plan"
    VOORTGANG = "record-voortgang"
    INBRENG = "give-inbreng"
    SLUIT_EVALUATIE = "close-evaluatie"
    CONTROLE = "start-controle"
    RESULTAAT = "record-controle"
    BEVESTIGEN = "confirm-gegevens"
    STANDPUNT_AFSLUITING = "take-standpunt-afsluiting"
    CLOSE = "close-casus"
    TOESTEMMING = "toestemming"
    STANDPUNT_REACTIVERING = "take-standpunt-reactivering"
    STANDPUNT_VOORSTEL = "take-standpunt-voorstel"
    EVALUATIE = "evaluaties"
    AUTORISATIES = "autorisaties"
    AUTORISATIEVRAGEN = "people"
    VERNIETIG_ONTVANGEN = "vernietig-ontvangen"
    SPREEK_INFORMEREN = "speak-informeren"
    INFORMEREN = "informeren"
    HEROVERWEEG_UITSTEL = "heroverweeg-uitstel"
    INFORMEREN_VOOR_VERTREK = "informeren-voor-vertrek"
    VERVALT = "vervalt"
    NAAR_ARCHIEF = "naar-archief"
    VERNIETIGD = "vernietigd"
    IDENTITEIT = "establish-identiteit"
    VERZAMELEN = "record-verzameld"
    STANDPUNT_VERZOEK = "take-standpunt-verzoek"
    BESLUIT_VERZOEK = "decide-verzoek"
    ANTWOORD = "answer-verzoek"
    UITVOEREN = "carry-out-verzoek"
    MELDEN = "notify-verzoek"
    VERZOEKTAAK = "do-verzoektaak"
    INCIDENT = "assess-incident"
    AP = "record-ap"
    BETROKKENEN = "record-betrokkenen"
    SLUIT_INCIDENT = "close-incident"
    BEVEILIGING = "beveiligingsplan"
    MELDING = "acknowledge-melding"
    AFSCHERMEN = "shield-verzoek"
    OPHEFFEN = "lift-verzoek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """One thing that waits: which step, on which dossier or casus, on which article, by which day if any.

    `uiterlijk_om` is the moment, where the term is one of hours.
    """

    stap: Stap
    artikel: str
    houder_id: UUID
    nummer: str
    uiterlijk_op: date | None = None
    bij_id: UUID | None = None
    herinnerd_op: date | None = None
    uiterlijk_om: datetime | None = None


def werk_in_weegploeg(wie: Wie, dossier: DossierFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits for this representative on a dossier. Covenant 7.3, 7.4, 8.5."""
    if not is_weegploeg(wie) or any(working_reasons(wie, day=day)):
        return
    kop = dossier.kop
    last = decide_by(kop, wie.convenant)
    if kop.staat in UNDECIDED and day > last:
        return
    if kop.staat in UNDECIDED:
        for vraag in dossier.informatieverzoeken:
            if vraag.organisatie_id == wie.organisatie_id and not vraag.is_answered:
                due = min(vraag.uiterlijk_op or last, last)
                yield Werk(
                    stap=Stap.ANSWER,
                    artikel="7.4",
                    houder_id=kop.id,
                    nummer=kop.nummer,
                    uiterlijk_op=due,
                    bij_id=vraag.id,
                )
        yield from _on_extension(wie, dossier, last=last)
        stap = _outcome_step(wie, dossier, day=day)
        if stap is not None:
            artikel = "7.3" if stap is Stap.WEIGH else "7.4"
            yield Werk(
                stap=stap,
                artikel=artikel,
                houder_id=kop.id,
                nummer=kop.nummer,
                uiterlijk_op=last,
                herinnerd_op=on_outcome(dossier, None).herinnerd_op if stap is Stap.STANDPUNT else None,
            )
    elif kop.staat is DossierStaat.AGENDEREN:
        stap, artikel = (Stap.HAND_OVER, "8.5") if dossier.betrokken else (Stap.NAME, "7.3")
        yield Werk(stap=stap, artikel=artikel, houder_id=kop.id, nummer=kop.nummer)


def werk_on_controle(wie: Wie, dossier: DossierFeit, *, day: date) -> Iterator[Werk]:
    """Give what the periodic check asks: of the uitvoerder to prepare it, of a party to answer. Covenant 8.3, 5."""
    kop = dossier.kop
    asked = own_answer(wie, dossier) if is_weegploeg(wie) else None
    if asked is not None:
        yield Werk(
            stap=Stap.CONFIRM_CONTROLE,
            artikel="8.3",
            houder_id=kop.id,
            nummer=kop.nummer,
            uiterlijk_op=asked.uiterlijk_op,
        )
    if Rol.UITVOERDER not in wie.rollen or wie.taak is not Taak.CONTROLEREN:
        return
    found, due = last_round(dossier), check_by(wie, dossier, day=day)
    if due is not None and (found is None or not found.is_open(wie, day=day)):
        yield Werk(stap=Stap.PREPARE_CONTROLE, artikel="8.3", houder_id=kop.id, nummer=kop.nummer, uiterlijk_op=due)


def _on_extension(wie: Wie, dossier: DossierFeit, *, last: date) -> Iterator[Werk]:
    kop, asked = dossier.kop, on_extension(dossier)
    if asked is not None and must_speak(wie, asked[1]):
        yield Werk(
            stap=Stap.STANDPUNT_VERLENGING,
            artikel="7.4",
            houder_id=kop.id,
            nummer=kop.nummer,
            uiterlijk_op=last,
            herinnerd_op=asked[1].herinnerd_op,
        )


def must_speak(wie: Wie, vraag: OvereenstemmingFeit) -> bool:
    """Tell whether a question waits for the position of this organisation."""
    taken = {s.organisatie_id for s in vraag.standpunten}
    return vraag.staat is Vraagstaat.OPEN and wie.organisatie_id not in taken


def _outcome_step(wie: Wie, dossier: DossierFeit, *, day: date) -> Stap | None:
    if not dossier.gewogen:
        return Stap.WEIGH
    if wie.organisatie_id not in {s.organisatie_id for s in dossier.standpunten}:
        return Stap.STANDPUNT
    needed = {partij.id for partij in wie.convenant.kernpartijen_on(day)}
    for uitkomst in Uitkomst:
        if needed <= {s.organisatie_id for s in dossier.standpunten if s.uitkomst is uitkomst}:
            return Stap.DECIDE
    return None


def werk_in_casusoverleg(wie: Wie, casus: CasusFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits for somebody at the table of a casus. Covenant 9.3, 9.4."""
    kop = casus.kop
    yield from _checks(wie, casus, day=day)
    if not at_table(wie, kop, day=day) or kop.staat is CasusStaat.AFGESLOTEN or any(working_reasons(wie, day=day)):
        return
    if wie.soort in PARTIJEN:
        if casus.plan_concept is not None:
            yield Werk(stap=Stap.ADOPT_PLAN, artikel="9.3", houder_id=kop.id, nummer=kop.nummer)
        elif casus.plan_vastgesteld is None:
            yield Werk(stap=Stap.WRITE_PLAN, artikel="9.3", houder_id=kop.id, nummer=kop.nummer)
        for one in to_revise(wie, casus):
            yield Werk(stap=Stap.HERZIEN, artikel="10.3", houder_id=kop.id, nummer=kop.nummer, bij_id=one.id)
    for maatregel in casus.maatregelen:
        is_own = maatregel.plan_id == casus.plan_vastgesteld and maatregel.organisatie_id == wie.organisatie_id
        if is_own and maatregel.is_running:
            yield Werk(
                stap=Stap.VOORTGANG,
                artikel="9.4",
                houder_id=kop.id,
                nummer=kop.nummer,
                uiterlijk_op=maatregel.uiterlijk_op,
                bij_id=maatregel.id,
            )

    yield from _review(wie, casus, day=day)


def _review(wie: Wie, casus: CasusFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits in a review: to speak, and for a party to conclude when all spoke or the day has passed."""
    kop, ronde = casus.kop, open_round(casus)
    if ronde is None:
        return
    until = ronde.uiterlijk_op
    silent = silent_in(casus, ronde, day=day)
    if wie.organisatie_id in silent:
        stap = Stap.INBRENG
    elif wie.soort in PARTIJEN and (not silent or (until and day > until)):
        stap = Stap.SLUIT_EVALUATIE
    else:
        return
    yield Werk(stap=stap, artikel="9.4", houder_id=kop.id, nummer=kop.nummer, uiterlijk_op=until, bij_id=ronde.id)


def _checks(wie: Wie, casus: CasusFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits in the periodic check, for the uitvoerder with that task and for parties. Covenant 10.3."""
    kop, check = casus.kop, open_check(casus)
    if kop.staat is CasusStaat.AFGESLOTEN:
        return
    until, bij_id = (check.uiterlijk_op, check.id) if check else (casus_check_by(wie, casus), None)
    if Rol.UITVOERDER in wie.rollen and wie.taak is Taak.CONTROLEREN:
        stap = Stap.RESULTAAT if check else Stap.CONTROLE
    elif check and at_table(wie, kop, day=day) and items_of(wie, casus) and not is_confirmed(wie, casus, check):
        stap = Stap.BEVESTIGEN
    else:
        return
    yield Werk(stap=stap, artikel="10.3", houder_id=kop.id, nummer=kop.nummer, uiterlijk_op=until, bij_id=bij_id)


def werk_on_afsluiting(wie: Wie, casus: CasusFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits for a kernpartij on a pending closing. Covenant 9.4."""
    kop = casus.kop
    is_pending = kop.staat is CasusStaat.AFSLUITING_GEADVISEERD
    if not is_weegploeg(wie) or not is_pending or any(working_reasons(wie, day=day)):
        return
    if wie.organisatie_id not in {s.organisatie_id for s in casus.standpunten}:
        yield Werk(
            stap=Stap.STANDPUNT_AFSLUITING,
            artikel="9.4",
            houder_id=kop.id,
            nummer=kop.nummer,
            herinnerd_op=on_closing(casus).herinnerd_op,
        )
        return
    agreed = {s.organisatie_id for s in casus.standpunten if s.keuze is Keuze.INSTEMMEN}
    if {partij.id for partij in wie.convenant.kernpartijen_on(day)} <= agreed:
        yield Werk(stap=Stap.CLOSE, artikel="9.4", houder_id=kop.id, nummer=kop.nummer)


def werk_on_doorverstrekking(wie: Wie, doorverstrekking: DoorverstrekkingFeit, *, day: date) -> Iterator[Werk]:
    """Give the question for permission that waits for this party: a random number, no day. Covenant 10.5.ii."""
    seen = may_open_toestemming(wie, doorverstrekking, day=day)
    if not seen.is_allowed or any(working_reasons(wie, day=day)):
        return
    if doorverstrekking.staat is Vraagstaat.OPEN and doorverstrekking.keuze_of(wie.organisatie_id) is None:
        yield Werk(
            stap=Stap.TOESTEMMING,
            artikel="10.5.ii",
            houder_id=doorverstrekking.id,
            nummer=doorverstrekking.nummer,
        )
