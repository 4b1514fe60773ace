"""Propose a change of the covenant to the kernpartijen: annexes, texts, who joins. Covenant 4, 1.c, 1.g, 11.1, 18.3."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import Field

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Regel, Tekst
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import OrganisatieId, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.bijlage import may_propose
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.voorstel import (
    Onderdeel,
    PartnerEindeInhoud,
    PartnerInhoud,
    ReferentiekaderInhoud,
    TekstInhoud,
    ToetredingInhoud,
    VoorstelInhoud,
)
from casustafel.register.store import voorstel as store

In = TypeVar("In", bound="Propose")


class Propose(Invoer):
    """A change, and why."""

    reden: Tekst


class ProposePartner(Propose):
    """A partner for annex 1."""

    code: Regel
    naam: Regel
    contact: Regel
    vanaf: Dag | None = None


class ProposePartnerEinde(Propose):
    """A partner that leaves annex 1; `tot` is the first day on which it has left."""

    organisatie_id: Id
    tot: Dag | None = None


class ProposeTekst(Propose):
    """A version of a text: the covenant, annex 2, or the essence of the arrangement of AVG 26."""

    onderdeel: Onderdeel
    versienaam: Regel
    tekst: Tekst
    vanaf: Dag | None = None


class CriteriumVoorstel(Invoer):
    """A criterion of annex 3."""

    code: Regel
    tekst: Tekst


class ProposeReferentiekader(Propose):
    """A version of annex 3."""

    versienaam: Regel
    criteria: tuple[CriteriumVoorstel, ...] = Field(max_length=100)
    vanaf: Dag | None = None


class AdmitPartij(Propose):
    """A kernpartij that joins in the place of one that left."""

    soort: Soort
    code: Regel
    naam: Regel
    contact: Regel
    vanaf: Dag | None = None


def _partner(invoer: ProposePartner) -> VoorstelInhoud:
    return PartnerInhoud(code=invoer.code, naam=invoer.naam, contact=invoer.contact, vanaf=invoer.vanaf)


def _einde(invoer: ProposePartnerEinde) -> VoorstelInhoud:
    return PartnerEindeInhoud(organisatie_id=OrganisatieId(invoer.organisatie_id), tot=invoer.tot)


def _tekst(invoer: ProposeTekst) -> VoorstelInhoud:
    return TekstInhoud(onderdeel=invoer.onderdeel, versienaam=invoer.versienaam, tekst=invoer.tekst, vanaf=invoer.vanaf)


def _kader(invoer: ProposeReferentiekader) -> VoorstelInhoud:
    criteria = tuple((c.code, c.tekst) for c in invoer.criteria)
    return ReferentiekaderInhoud(versienaam=invoer.versienaam, criteria=criteria, vanaf=invoer.vanaf)


def _toetreding(invoer: AdmitPartij) -> VoorstelInhoud:
    return ToetredingInhoud(
        soort=invoer.soort, code=invoer.code, naam=invoer.naam, contact=invoer.contact, vanaf=invoer.vanaf
    )


def _proposing(
    code: str, articles: tuple[str, ...], invoer: type[In], content: Callable[[In], VoorstelInhoud]
) -> PlainAct[In, Id]:
    def rule(wie: Wie, given: In, edge: Edge) -> Verdict:
        bestaand = store.bestaand(wie.convenant)
        return may_propose(wie, content(given), reden=given.reden, bestaand=bestaand, day=edge.day)

    def run(pas: Pass, given: In) -> Id:
        voorstel_id = pas.new_id()
        store.propose(voorstel_id, pas.wie, inhoud=content(given), reden=given.reden, day=pas.day)
        pas.note(voorstel_id)
        return voorstel_id

    return register_act(
        PlainAct(
            code=code,
            articles=articles,
            bestand=Bestand.REGISTER,
            verwerking="convenant beheren",
            gevolg=Gevolg.CHANGED,
            invoer=invoer,
            rule=rule,
            run=run,
        )
    )


propose_partner = _proposing("propose-partner", ("4", "1.c"), ProposePartner, _partner)
propose_partner_einde = _proposing("propose-partner-einde", ("4", "1.c"), ProposePartnerEinde, _einde)
propose_tekst = _proposing("propose-tekst", ("4", "11.1"), ProposeTekst, _tekst)
propose_referentiekader = _proposing("propose-referentiekader", ("4", "1.g"), ProposeReferentiekader, _kader)
admit_partij = _proposing("admit-partij", ("4", "18.3"), AdmitPartij, _toetreding)
