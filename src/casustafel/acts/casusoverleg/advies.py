"""Ask advice of the NCTV or an expert, and record the answer: nothing in either identifies anybody. Covenant 9.5."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Regel, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.gegevens import personen
from casustafel.casusoverleg.inhoud import AdviesvraagInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, StukId, Wie
from casustafel.convenant.identificatie import Bekend, full_days_in, identifying_reasons
from casustafel.convenant.rules.advies import Adviesstaat, may_ask_advies, may_record_antwoord
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict, refuse_for


class AskAdvies(Wijzigend):
    """Of whom advice is asked, and the question, without anything that identifies."""

    aan: Regel
    vraag: Tekst


class RecordAntwoord(Wijzigend):
    """Which question was answered, and the answer, without anything that identifies."""

    advies_id: Id
    antwoord: Tekst


class OpenAdviezen(OpHouder):
    """Of which casus."""


class AdviesvraagBeeld(Uitvoer):
    """A question to the NCTV or an expert, with its answer once it is there."""

    id: Id
    op: Dag
    organisatie_id: Id
    staat: Adviesstaat
    aan: str
    vraag: str
    antwoord: str
    beantwoord_op: Dag | None


class AdviezenBeeld(Bewaard):
    """The advice that was asked in a casus."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    adviezen: tuple[AdviesvraagBeeld, ...]


def _known(pas: Pass, casus: CasusFeit) -> Bekend:
    """Gather what in this casus may identify: of the subject, of all persons beside it, and the days of the file."""
    subject = store.naw_of(pas, casus.kop.id)
    people = [stuk.inhoud for stuk in personen(pas, casus.kop.id).values()]
    return Bekend(
        namen=frozenset([subject.naam, *(p.naam for p in people)]),
        adressen=frozenset(a for a in [subject.adres, *(p.adres for p in people)] if a),
        dagen=frozenset(_days(pas, casus)),
    )


def _days(pas: Pass, casus: CasusFeit) -> Iterator[date]:
    """Give the days on which signals came in, and those that the texts of the file name."""
    pieces = store.open_all(pas, casus.kop.id)
    yield from (stuk.op for stuk in pieces.signalen)
    texts = [f"{s.inhoud.wanneer}. {s.inhoud.omschrijving}" for s in pieces.signalen]
    texts += [stuk.inhoud.omschrijving for stuk in pieces.bijdragen]
    texts += [p.inhoud.gegevens for p in personen(pas, casus.kop.id).values()]
    for text in texts:
        yield from full_days_in(text)


def _may_ask(wie: Wie, casus: CasusFeit, invoer: AskAdvies, edge: Edge) -> Verdict:
    return may_ask_advies(wie, casus, aan=invoer.aan, vraag=invoer.vraag, day=edge.day)


def _question_is_bare(pas: Pass, casus: CasusFeit, invoer: AskAdvies) -> Verdict:
    known = _known(pas, casus)
    return refuse_for(
        [
            *identifying_reasons(invoer.aan, known=known, name="aan"),
            *identifying_reasons(invoer.vraag, known=known, name="vraag"),
        ]
    )


def _ask(pas: Pass, casus: CasusFeit, invoer: AskAdvies) -> StukId:
    advies_id = store.stukken.add(
        pas,
        AdviesvraagInhoud(aan=invoer.aan, vraag=invoer.vraag),
        houder_id=casus.kop.id,
        soort=store.Soort.ADVIESVRAAG,
        organisatie_id=pas.wie.organisatie_id,
        staat=Adviesstaat.GEVRAAGD,
    )
    store.touch(pas, casus.kop.id)
    return advies_id


def _may_record(wie: Wie, casus: CasusFeit, invoer: RecordAntwoord, edge: Edge) -> Verdict:
    return may_record_antwoord(wie, casus, advies_id=StukId(invoer.advies_id), antwoord=invoer.antwoord, day=edge.day)


def _answer_is_bare(pas: Pass, casus: CasusFeit, invoer: RecordAntwoord) -> Verdict:
    return refuse_for(identifying_reasons(invoer.antwoord, known=_known(pas, casus), name="antwoord"))


def _record(pas: Pass, casus: CasusFeit, invoer: RecordAntwoord) -> None:
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.ADVIESVRAAG, AdviesvraagInhoud)
    asked = next(stuk for stuk in found if stuk.id == invoer.advies_id)
    inhoud = replace(asked.inhoud, antwoord=invoer.antwoord, beantwoord_op=pas.day)
    store.stukken.replace(pas, inhoud, id=asked.id, staat=Adviesstaat.BEANTWOORD, op=asked.op)
    store.touch(pas, casus.kop.id)


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenAdviezen) -> AdviezenBeeld:
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.ADVIESVRAAG, AdviesvraagInhoud)
    return AdviezenBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        adviezen=tuple(
            AdviesvraagBeeld(
                id=stuk.id,
                op=stuk.op,
                organisatie_id=stuk.organisatie_id,
                staat=Adviesstaat(stuk.staat),
                aan=stuk.inhoud.aan,
                vraag=stuk.inhoud.vraag,
                antwoord=stuk.inhoud.antwoord,
                beantwoord_op=stuk.inhoud.beantwoord_op,
            )
            for stuk in found
        ),
    )


def _may_open(wie: Wie, casus: CasusFeit, _invoer: OpenAdviezen, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


ask_advies = register_act(
    HolderAct(
        code="ask-advies",
        articles=("9.5",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AskAdvies,
        facts=store.facts,
        version=store.version,
        adds=True,
        toets=_question_is_bare,
        rule=_may_ask,
        run=_ask,
    )
)

record_antwoord = register_act(
    HolderAct(
        code="record-antwoord",
        articles=("9.5",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=RecordAntwoord,
        facts=store.facts,
        version=store.version,
        toets=_answer_is_bare,
        rule=_may_record,
        run=_record,
    )
)

open_adviezen = register_act(
    HolderAct(
        code="open-adviezen",
        articles=("9.5", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenAdviezen,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_show,
    )
)
