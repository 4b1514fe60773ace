"""Consult on informing: see no ground, agree, let it wait on a ground, end that. Covenant 11.3, 11.4, 11.5, 4."""

from typing import Any, Final

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.informeren.kamer import CASUS, DOSSIER, VERWERKING, Kamer, OverPersoon, OverSubject
from casustafel.acts.invoer import Dag, Invoer, Ja, Regel, Tekst
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import StukId, Wie
from casustafel.convenant.informatieplicht import AGREED, Aantekening, Bereik, Plicht, on_deferral, replay
from casustafel.convenant.rules import informatieplicht as rules
from casustafel.convenant.verdict import Verdict


class Grond(Invoer):
    """Which ground of 11.3, for whose data, why that is necessary and proportional, and until when.

    `bereik` is eigen or allen; a ground that stays (`is_blijvend`) has no day.
    """

    bereik: Bereik
    grond: Regel
    noodzaak: Tekst
    evenredigheid: Tekst
    reden: Tekst
    tot: Dag | None = None
    is_blijvend: Ja = False

    def uitstel(self) -> rules.Uitstel:
        """Give what the rule judges."""
        return rules.Uitstel(
            bereik=self.bereik,
            grond=self.grond,
            noodzaak=self.noodzaak,
            evenredigheid=self.evenredigheid,
            reden=self.reden,
            tot=self.tot,
            is_blijvend=self.is_blijvend,
        )


class DeferInformeren(Grond, OverSubject):
    """Let informing the subject wait."""


class DeferInformerenCasus(Grond, OverPersoon):
    """Let informing a person of the casus wait."""


class SpeakInformeren(OverSubject):
    """Whether the kernpartij sees no ground (geen-grond), or agrees with the one that was asked (instemming)."""

    keuze: Aantekening
    reden: Tekst = ""


class SpeakInformerenCasus(OverPersoon):
    """The same, on a person of the casus."""

    keuze: Aantekening
    reden: Tekst = ""


class WithdrawUitstel(OverSubject):
    """End what waits, of the own data (eigen) or of all (allen), and why."""

    bereik: Bereik
    reden: Tekst


class WithdrawUitstelCasus(OverPersoon):
    """The same, on a person of the casus."""

    bereik: Bereik
    reden: Tekst


def _staat(invoer: Grond) -> Aantekening:
    if invoer.bereik is Bereik.EIGEN:
        return Aantekening.BLIJVEND_EIGEN if invoer.is_blijvend else Aantekening.UITSTEL_EIGEN
    return Aantekening.BLIJVEND_GEVRAAGD if invoer.is_blijvend else Aantekening.UITSTEL_GEVRAAGD


def _found(kamer: Kamer, pas: Pass, feit: Any, invoer: Any) -> Plicht:
    plicht = kamer.plicht(pas.wie, feit, invoer.wie_id, day=pas.day)
    if plicht is None:
        msg = "The rule allows this only where there is such a duty."
        raise LookupError(msg)
    return plicht


def _settle(kamer: Kamer, pas: Pass, plicht: Plicht) -> None:
    """Let what was asked hold, as the last of the kernpartijen agrees now."""
    asked = replay(plicht).gevraagd
    found = on_deferral(plicht, day=pas.day)
    if found is not None and asked is not None and rules.would_agree(pas.wie, plicht, day=pas.day):
        kamer.store.stukken.set_staat(pas, [found[0]], AGREED[Aantekening(asked.staat)])


def _defer_in(kamer: Kamer, invoer_type: type[Any]) -> HolderAct[Any, Any, StukId]:
    def rule(wie: Wie, feit: Any, invoer: Any, edge: Edge) -> Verdict:
        plicht = kamer.plicht(wie, feit, invoer.wie_id, day=edge.day)
        reasons = rules.defer_reasons(wie, plicht, invoer.uitstel(), day=edge.day) if plicht else iter(())
        return rules.on_plicht(kamer.may_open(wie, feit, day=edge.day), plicht, reasons)

    def run(pas: Pass, feit: Any, invoer: Any) -> StukId:
        plicht = _found(kamer, pas, feit, invoer)
        return kamer.note(
            pas,
            feit,
            _staat(invoer),
            persoon_id=invoer.wie_id,
            tot=plicht.laatste_op if invoer.is_blijvend else invoer.tot,
            grond=invoer.grond,
            noodzaak=invoer.noodzaak,
            evenredigheid=invoer.evenredigheid,
            reden=invoer.reden,
        )

    return _act(kamer, "defer-informeren", ("11.3", "11.4", "11.5", "4"), invoer_type, rule=rule, run=run)


def _speak_in(kamer: Kamer, invoer_type: type[Any]) -> HolderAct[Any, Any, None]:
    def rule(wie: Wie, feit: Any, invoer: Any, edge: Edge) -> Verdict:
        plicht = kamer.plicht(wie, feit, invoer.wie_id, day=edge.day)
        reasons = rules.speak_reasons(wie, plicht, invoer.keuze, day=edge.day) if plicht else iter(())
        return rules.on_plicht(kamer.may_open(wie, feit, day=edge.day), plicht, reasons)

    def run(pas: Pass, feit: Any, invoer: Any) -> None:
        if invoer.keuze is Aantekening.INSTEMMING:
            _settle(kamer, pas, _found(kamer, pas, feit, invoer))
        kamer.note(pas, feit, invoer.keuze, persoon_id=invoer.wie_id, reden=invoer.reden)

    return _act(kamer, "speak-informeren", ("11.3", "4"), invoer_type, rule=rule, run=run)


def _withdraw_in(kamer: Kamer, invoer_type: type[Any]) -> HolderAct[Any, Any, None]:
    def rule(wie: Wie, feit: Any, invoer: Any, edge: Edge) -> Verdict:
        plicht = kamer.plicht(wie, feit, invoer.wie_id, day=edge.day)
        given = {"reden": invoer.reden, "day": edge.day}
        reasons = rules.withdraw_reasons(wie, plicht, invoer.bereik, **given) if plicht else iter(())
        return rules.on_plicht(kamer.may_open(wie, feit, day=edge.day), plicht, reasons)

    def run(pas: Pass, feit: Any, invoer: Any) -> None:
        staat = Aantekening.EINDE_EIGEN if invoer.bereik is Bereik.EIGEN else Aantekening.EINDE_ALLEN
        kamer.note(pas, feit, staat, persoon_id=invoer.wie_id, reden=invoer.reden)

    return _act(kamer, "withdraw-uitstel", ("11.5", "4"), invoer_type, rule=rule, run=run)


def _act(  # an act is declared with these
    kamer: Kamer, name: str, articles: tuple[str, ...], invoer: type[Any], *, rule: Any, run: Any
) -> HolderAct[Any, Any, Any]:
    return register_act(
        HolderAct(
            code=kamer.code(name),
            articles=articles,
            bestand=kamer.bestand,
            verwerking=VERWERKING,
            gevolg=Gevolg.CHANGED,
            invoer=invoer,
            facts=kamer.facts,
            version=kamer.version,
            adds=True,
            rule=rule,
            run=run,
        )
    )


defer_informeren: Final = {
    Bestand.WEEGPLOEG: _defer_in(DOSSIER, DeferInformeren),
    Bestand.CASUSOVERLEG: _defer_in(CASUS, DeferInformerenCasus),
}
speak_informeren: Final = {
    Bestand.WEEGPLOEG: _speak_in(DOSSIER, SpeakInformeren),
    Bestand.CASUSOVERLEG: _speak_in(CASUS, SpeakInformerenCasus),
}
withdraw_uitstel: Final = {
    Bestand.WEEGPLOEG: _withdraw_in(DOSSIER, WithdrawUitstel),
    Bestand.CASUSOVERLEG: _withdraw_in(CASUS, WithdrawUitstelCasus),
}
