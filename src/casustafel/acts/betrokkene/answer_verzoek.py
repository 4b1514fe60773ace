"""Answer a request. Covenant 12.3-12.5."""

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.betrokkene.stukkeuze import composed
from casustafel.acts.betrokkene.vastleggen import gathered_of
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AntwoordInhoud, OverzichtInhoud
from casustafel.convenant.feit import Wie, of_kind
from casustafel.convenant.rules.verzoekbesluit import may_answer_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import ALLOWED, Verdict, gettext_noop, refuse_for, state_fault
from casustafel.convenant.verzoek import VerzoekFeit, Verzoeksoort, Verzoekstaat, answer_by
from casustafel.register import store as register


class AnswerVerzoek(Wijzigend):
    """What the letter says beside the decision, such as why something is refused; an overview is the gathered one."""

    brief: Tekst = ""


def _may_answer(wie: Wie, feit: VerzoekFeit, invoer: AnswerVerzoek, edge: Edge) -> Verdict:
    return may_answer_verzoek(wie, feit, brief=invoer.brief, day=edge.day)


def _gathered(pas: Pass, feit: VerzoekFeit) -> list[OverzichtInhoud]:
    return [one for found in gathered_of(pas, feit.id).values() for one in found]


def _is_whole(pas: Pass, feit: VerzoekFeit, _invoer: AnswerVerzoek) -> Verdict:
    """Wait until the last day for what its class kept from who gathered: its party adds it, or a ground keeps it."""
    if feit.soort is not Verzoeksoort.INZAGE or pas.day >= answer_by(feit, pas.wie.convenant):
        return ALLOWED
    if not composed(pas, feit, _gathered(pas, feit)).ongelezen:
        return ALLOWED
    text = gettext_noop("The police or the OM still has to add data of its own that its class keeps from others.")
    return refuse_for([state_fault("12.3", "unread", text)])


def _answer(pas: Pass, feit: VerzoekFeit, invoer: AnswerVerzoek) -> None:
    """Keep the answer as it is given. What was gathered for access goes: of what is kept back nothing stays here.

    What was gathered for a change stays until that is carried out.
    """
    given = composed(pas, feit, _gathered(pas, feit)) if feit.soort is Verzoeksoort.INZAGE else None
    store.stukken.add(
        pas,
        AntwoordInhoud(
            brief=invoer.brief,
            soort=given.soort.value if given else "",
            overzicht=given.overzicht if given else None,
            gronden=given.gronden if given else (),
            nog_niet=len(given.ongelezen) if given else 0,
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.ANTWOORD,
    )
    if feit.soort is Verzoeksoort.INZAGE:
        store.stukken.remove(pas, [one.id for one in of_kind(feit.stukken, VerzoekStuk.OVERZICHT)])
    store.advance(pas, feit.id, Verzoekstaat.BEANTWOORD, beantwoord_op=pas.day)


answer_verzoek = change(
    "answer-verzoek",
    articles=("12.3", "12.4", "12.5"),
    invoer=AnswerVerzoek,
    rule=_may_answer,
    run=_answer,
    toets=_is_whole,
)
