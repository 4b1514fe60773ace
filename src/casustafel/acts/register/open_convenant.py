"""Open the covenant itself: parties, partners, criteria, regime. No personal data. Covenant 1, 11.1."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beheer import may_open_convenant
from casustafel.convenant.verdict import Verdict
from casustafel.register import store


class OrganisatieBeeld(Uitvoer):
    """A party or a partner."""

    id: Id
    code: str
    naam: str
    soort: Soort
    contact: str
    vanaf: Dag
    tot: Dag | None


class CriteriumBeeld(Uitvoer):
    """A criterion of the referentiekader in force."""

    code: str
    tekst: str


class MaatregelenBeeld(Uitvoer):
    """A statement of the college's measures, and the last day on which it is current. Besluit B2.b."""

    id: Id
    vastgesteld_op: Dag
    door: str
    omschrijving: str
    geldig_tot: Dag


class ConvenantBeeld(Uitvoer):
    """A covenant as everybody with an authorisation in it sees it."""

    id: Id
    code: str
    gemeente: str
    is_verzonnen: bool
    in_werking_op: Dag
    bekendmaking: str
    regime: str
    regime_geverifieerd_door: str
    regime_geverifieerd_op: Dag | None
    organisaties: tuple[OrganisatieBeeld, ...]
    criteria: tuple[CriteriumBeeld, ...]
    maatregelen: tuple[MaatregelenBeeld, ...]


def _rule(wie: Wie, _invoer: Niets, _edge: Edge) -> Verdict:
    return may_open_convenant(wie)


def _run(pas: Pass, _invoer: Niets) -> ConvenantBeeld:
    convenant, organisaties = store.convenant(pas.wie.convenant.id)
    return ConvenantBeeld(
        id=convenant.id,
        code=convenant.code,
        gemeente=convenant.gemeente,
        is_verzonnen=convenant.is_verzonnen,
        in_werking_op=convenant.in_werking_op,
        bekendmaking=convenant.bekendmaking,
        regime=convenant.regime,
        regime_geverifieerd_door=convenant.regime_geverifieerd_door,
        regime_geverifieerd_op=convenant.regime_geverifieerd_op,
        organisaties=tuple(
            OrganisatieBeeld(
                id=o.id, code=o.code, naam=o.naam, soort=Soort(o.soort), contact=o.contact, vanaf=o.vanaf, tot=o.tot
            )
            for o in organisaties
        ),
        criteria=tuple(
            CriteriumBeeld(code=c.code, tekst=c.tekst) for c in store.criteria(pas.wie.convenant.id, day=pas.day)
        ),
        maatregelen=tuple(
            MaatregelenBeeld(
                id=m.id,
                vastgesteld_op=m.vastgesteld_op,
                door=m.door,
                omschrijving=m.omschrijving,
                geldig_tot=m.geldig_tot,
            )
            for m in store.maatregelen(pas.wie.convenant.id, day=pas.day)
        ),
    )


open_convenant = register_act(
    PlainAct(
        code="open-convenant",
        articles=("1", "11.1"),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_rule,
        run=_run,
    )
)
