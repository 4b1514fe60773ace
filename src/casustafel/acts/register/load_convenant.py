"""Load a covenant: municipality, parties, annex 1, referentiekader, secrecy text. By the operator. Covenant 1, 18.1."""

from collections import Counter
from typing import TypeAlias

from pydantic import Field, ValidationInfo, field_validator

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Ja, Regel, Tekst, Versie
from casustafel.acts.register.maatregelen import keep_maatregelen
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.eigen_termijn import shortening_reasons, write_terms
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import KERNPARTIJEN, Soort
from casustafel.convenant.regime import Eenheid, Termijn, TermijnCode, UnknownRegimeError, regime
from casustafel.convenant.rules.beheer import may_load_convenant
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.register import store

CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class OrganisatieInvoer(Invoer):
    """A party or a partner: a short code, its name, and where a person concerned reaches it."""

    code: Regel = Field(pattern=CODE)
    naam: Regel = Field(min_length=1)
    soort: Soort
    contact: Regel = Field(min_length=1)
    vanaf: Dag | None = None


Organisaties: TypeAlias = tuple[OrganisatieInvoer, ...]


class CriteriumInvoer(Invoer):
    """A criterion of the referentiekader."""

    code: Regel = Field(pattern=CODE)
    tekst: Regel = Field(min_length=1)


class ReferentiekaderInvoer(Invoer):
    """A version of annex 3."""

    versie: Regel = Field(min_length=1)
    vastgesteld_op: Dag
    criteria: tuple[CriteriumInvoer, ...] = Field(min_length=1)


class GeheimhoudingInvoer(Invoer):
    """A version of the secrecy text."""

    versie: Regel = Field(min_length=1)
    tekst: Tekst = Field(min_length=1)
    vanaf: Dag | None = None


class MaatregelenInvoer(Invoer):
    """The measures of the college for purpose limitation and retention (B2.b); established when loaded."""

    door: Regel = Field(min_length=1)
    omschrijving: Tekst = Field(min_length=1)
    vastgesteld_op: Dag | None = None


class RegimeInvoer(Invoer):
    """The legal regime, and who verified it when."""

    code: Regel
    geverifieerd_door: Regel = Field(min_length=1)
    geverifieerd_op: Dag

    @field_validator("code")
    @classmethod
    def _is_known(cls, code: str) -> str:
        try:
            regime(code)
        except UnknownRegimeError as fault:
            raise ValueError(str(fault)) from fault
        return code


class TermijnInvoer(Invoer):
    """A term of the covenant's own for which data is kept: shorter than that of the regime. Covenant 13."""

    code: TermijnCode
    aantal: Versie
    eenheid: Eenheid

    def termijn(self) -> Termijn:
        """Give it as the rules count with it."""
        return Termijn(code=self.code, aantal=self.aantal, eenheid=self.eenheid, citaat="Convenant 13 (eigen)")


class LoadConvenant(Invoer):
    """A covenant file."""

    code: Regel = Field(pattern=CODE)
    gemeente: Regel = Field(min_length=1)
    is_verzonnen: Ja = False
    in_werking_op: Dag
    bekendmaking: Regel = ""
    regime: RegimeInvoer
    partijen: Organisaties
    bijlage1: Organisaties = ()
    referentiekader: ReferentiekaderInvoer
    geheimhouding: GeheimhoudingInvoer
    maatregelen: MaatregelenInvoer | None = None
    termijnen: tuple[TermijnInvoer, ...] = ()

    def eigen_termijnen(self) -> tuple[Termijn, ...]:
        """Give the covenant's own terms."""
        return tuple(one.termijn() for one in self.termijnen)

    @field_validator("partijen")
    @classmethod
    def _are_complete(cls, partijen: Organisaties) -> Organisaties:
        counts = Counter(partij.soort for partij in partijen)
        faults = [f"one kernpartij {soort.value!r} is needed" for soort in sorted(KERNPARTIJEN) if counts[soort] != 1]
        if counts[Soort.EXTERN]:
            faults.append("an externe casuspartner stands in bijlage1, not among the partijen")
        return _unless([*faults, *_twice(partijen)], partijen)

    @field_validator("bijlage1")
    @classmethod
    def _are_partners(cls, partners: Organisaties, info: ValidationInfo) -> Organisaties:
        faults = [
            f"{partner.code!r} is no externe casuspartner" for partner in partners if partner.soort is not Soort.EXTERN
        ]
        parties = {partij.code for partij in info.data.get("partijen", ())}
        faults += [f"the code {p.code!r} is used twice" for p in partners if p.code in parties]
        return _unless([*faults, *_twice(partners)], partners)


def _twice(organisaties: Organisaties) -> list[str]:
    counts = Counter(organisatie.code for organisatie in organisaties)
    return [f"the code {code!r} is used twice" for code, n in counts.items() if n > 1]


def _unless(faults: list[str], organisaties: Organisaties) -> Organisaties:
    if faults:
        raise ValueError("; ".join(faults))
    return organisaties


def _rule(wie: Wie, invoer: LoadConvenant, _edge: Edge) -> Verdict:
    verdict = may_load_convenant(wie, is_known=store.convenant_id(invoer.code) is not None)
    if not verdict.is_allowed:
        return verdict
    return refuse_for(shortening_reasons(invoer.eigen_termijnen(), under=regime(invoer.regime.code)))


def _run(pas: Pass, invoer: LoadConvenant) -> Id:
    convenant_id = pas.new_id()
    store.add_convenant(
        id=convenant_id,
        code=invoer.code,
        gemeente=invoer.gemeente,
        is_verzonnen=invoer.is_verzonnen,
        in_werking_op=invoer.in_werking_op,
        bekendmaking=invoer.bekendmaking,
        regime=invoer.regime.code,
        regime_geverifieerd_door=invoer.regime.geverifieerd_door,
        regime_geverifieerd_op=invoer.regime.geverifieerd_op,
        termijnen=write_terms(invoer.eigen_termijnen()),
    )
    for organisatie in (*invoer.partijen, *invoer.bijlage1):
        store.add_organisatie(
            id=pas.new_id(),
            convenant_id=convenant_id,
            code=organisatie.code,
            naam=organisatie.naam,
            soort=organisatie.soort.value,
            contact=organisatie.contact,
            vanaf=organisatie.vanaf or invoer.in_werking_op,
        )
    kader = invoer.referentiekader
    store.add_referentiekader(
        convenant_id,
        versie=kader.versie,
        vastgesteld_op=kader.vastgesteld_op,
        criteria=[(c.code, c.tekst) for c in kader.criteria],
    )
    tekst = invoer.geheimhouding
    store.add_geheimhoudingstekst(
        convenant_id, versie=tekst.versie, tekst=tekst.tekst, vanaf=tekst.vanaf or invoer.in_werking_op
    )
    if invoer.maatregelen is not None:
        _state(pas, invoer.maatregelen, convenant_id=convenant_id, regime_code=invoer.regime.code)
    pas.note(convenant_id)
    return convenant_id


def _state(pas: Pass, stated: MaatregelenInvoer, *, convenant_id: Id, regime_code: str) -> None:
    keep_maatregelen(
        pas,
        convenant_id=convenant_id,
        regime_code=regime_code,
        vastgesteld_op=stated.vastgesteld_op or pas.day,
        door=stated.door,
        omschrijving=stated.omschrijving,
    )


load_convenant = register_act(
    PlainAct(
        code="load-convenant",
        articles=("1", "18.1", "B1.3", "B2.b"),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=LoadConvenant,
        rule=_rule,
        run=_run,
    )
)
