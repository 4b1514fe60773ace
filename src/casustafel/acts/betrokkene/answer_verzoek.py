"""Answer a request. Covenant 12.3-12.5."""

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Tekst, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AntwoordInhoud, OverzichtInhoud
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoekbesluit import may_answer_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.register import store as register


class AnswerVerzoek(Wijzigend):
    """The letter; and where access is given the overview, in its four parts."""

    brief: Tekst
    gegevens: Tekst = ""
    doelen: Tekst = ""
    ontvangers: Tekst = ""
    herkomst: Tekst = ""

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Give the four parts of the overview by the name of their field."""
        return tuple((name, getattr(self, name)) for name in ("gegevens", "doelen", "ontvangers", "herkomst"))


def _may_answer(wie: Wie, feit: VerzoekFeit, invoer: AnswerVerzoek, edge: Edge) -> Verdict:
    return may_answer_verzoek(wie, feit, brief=invoer.brief, overzicht=invoer.parts(), day=edge.day)


def _answer(pas: Pass, feit: VerzoekFeit, invoer: AnswerVerzoek) -> None:
    store.stukken.add(
        pas,
        AntwoordInhoud(
            brief=invoer.brief,
            overzicht=OverzichtInhoud(**dict(invoer.parts())),
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.ANTWOORD,
    )
    store.advance(pas, feit.id, Verzoekstaat.BEANTWOORD, beantwoord_op=pas.day)


answer_verzoek = change(
    "answer-verzoek", articles=("12.3", "12.4", "12.5"), invoer=AnswerVerzoek, rule=_may_answer, run=_answer
)
