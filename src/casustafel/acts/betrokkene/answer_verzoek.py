"""Answer a request, record that a decision was carried out, and who was told. Covenant 12.3-12.6."""

from collections.abc import Collection
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Id, Tekst, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AntwoordInhoud, MeldingInhoud, OverzichtInhoud, UitvoeringInhoud
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoekbesluit import may_answer_verzoek, may_carry_out_verzoek, may_notify_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg


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


class CarryOutVerzoek(Wijzigend):
    """What was done."""

    uitgevoerd: Tekst


class NotifyVerzoek(Wijzigend):
    """Which organisations were told, and in words who else."""

    organisaties: tuple[Id, ...]
    anderen: Tekst = ""


def recipients(dossiers: Collection[UUID]) -> frozenset[UUID]:
    """Give who took part in the cases of these dossiers: everybody who was at the table received of it. Cov. 12.6."""
    found = weegploeg.bewaring(dossiers, lock=False).values()
    casussen = casusoverleg.facts([one.elders_id for one in found if one.elders_id], lock=False).values()
    return frozenset(d.organisatie_id for casus in casussen for d in casus.kop.deelnemers)


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


def _may_carry_out(wie: Wie, feit: VerzoekFeit, invoer: CarryOutVerzoek, edge: Edge) -> Verdict:
    return may_carry_out_verzoek(wie, feit, uitgevoerd=invoer.uitgevoerd, day=edge.day)


def _carry_out(pas: Pass, feit: VerzoekFeit, invoer: CarryOutVerzoek) -> None:
    store.stukken.add(
        pas,
        UitvoeringInhoud(uitgevoerd=invoer.uitgevoerd, door=register.handelend(pas.wie)),
        houder_id=feit.id,
        soort=VerzoekStuk.UITVOERING,
    )
    store.advance(pas, feit.id, Verzoekstaat.UITGEVOERD)


def _may_notify(wie: Wie, feit: VerzoekFeit, invoer: NotifyVerzoek, edge: Edge) -> Verdict:
    return may_notify_verzoek(
        wie, feit, organisaties=invoer.organisaties, verplicht=recipients(feit.treffers), day=edge.day
    )


def _notify(pas: Pass, feit: VerzoekFeit, invoer: NotifyVerzoek) -> None:
    inhoud = MeldingInhoud(anderen=invoer.anderen, door=register.handelend(pas.wie))
    for organisatie_id in dict.fromkeys(invoer.organisaties):
        store.stukken.add(pas, inhoud, houder_id=feit.id, soort=VerzoekStuk.MELDING, organisatie_id=organisatie_id)
    store.advance(pas, feit.id, Verzoekstaat.GEMELD)


answer_verzoek = change(
    "answer-verzoek", articles=("12.3", "12.4", "12.5"), invoer=AnswerVerzoek, rule=_may_answer, run=_answer
)
carry_out_verzoek = change(
    "carry-out-verzoek", articles=("12.6",), invoer=CarryOutVerzoek, rule=_may_carry_out, run=_carry_out
)
notify_verzoek = change("notify-verzoek", articles=("12.6",), invoer=NotifyVerzoek, rule=_may_notify, run=_notify)
