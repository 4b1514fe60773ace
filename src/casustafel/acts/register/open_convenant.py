"""Open the covenant itself: parties, partners, criteria, texts, regime. No personal data. Covenant 1, 11.1."""

from collections.abc import Iterable

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beheer import may_open_convenant
from casustafel.convenant.rules.toegang import is_partner
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.voorstel import Onderdeel
from casustafel.convenant.vooruitzicht import convenantstuk_until, convenantstukken_from
from casustafel.register import store as register
from casustafel.register.store import voorstel as store


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
    bewaard_tot: Dag


class KaderBeeld(Uitvoer):
    """A version of the referentiekader: the weighing of a day rests on the one in force on that day."""

    versie: str
    vastgesteld_op: Dag
    vanaf: Dag
    criteria: tuple[CriteriumBeeld, ...]


class TekstBeeld(Uitvoer):
    """A version of a published text of the covenant."""

    onderdeel: Onderdeel
    versie: str
    tekst: str
    vastgesteld_op: Dag
    vanaf: Dag
    is_geldend: bool


class PublicatieBeeld(Uitvoer):
    """Where a part of the covenant was published."""

    onderdeel: Onderdeel
    referentie: str
    op: Dag


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
    kaders: tuple[KaderBeeld, ...]
    teksten: tuple[TekstBeeld, ...]
    publicaties: tuple[PublicatieBeeld, ...]


def _rule(wie: Wie, _invoer: Niets, _edge: Edge) -> Verdict:
    return may_open_convenant(wie)


def _organisaties(pas: Pass, organisaties: Iterable[OrganisatieBeeld]) -> tuple[OrganisatieBeeld, ...]:
    """Give the organisations; a partner sees the parties and itself, and of others not when they leave. Covenant 5."""
    if not is_partner(pas.wie):
        return tuple(organisaties)
    own = pas.wie.organisatie_id
    return tuple(
        o if o.id == own else o.model_copy(update={"tot": None})
        for o in organisaties
        if o.id == own or (o.soort is not Soort.EXTERN and (o.tot is None or pas.day < o.tot))
    )


def _teksten(pas: Pass) -> tuple[TekstBeeld, ...]:
    """Give every version of every text, and which of each is in force today."""
    rows = store.teksten(pas.wie.convenant.id)
    geldend = {row.onderdeel: row.versie for row in reversed(rows) if row.vanaf <= pas.day}
    return tuple(
        TekstBeeld(
            onderdeel=row.onderdeel,
            versie=row.versie,
            tekst=row.tekst,
            vastgesteld_op=row.vastgesteld_op,
            vanaf=row.vanaf,
            is_geldend=geldend.get(row.onderdeel) == row.versie,
        )
        for row in rows
    )


def _kaders(pas: Pass) -> tuple[KaderBeeld, ...]:
    return tuple(
        KaderBeeld(
            versie=row.versie,
            vastgesteld_op=row.vastgesteld_op,
            vanaf=row.vanaf,
            criteria=tuple(CriteriumBeeld(code=code, tekst=tekst) for code, tekst in row.criteria),
        )
        for row in store.kaders(pas.wie.convenant.id)
    )


def _maatregelen(pas: Pass) -> tuple[MaatregelenBeeld, ...]:
    vanaf = convenantstukken_from(pas.wie.convenant, day=pas.day)
    return tuple(
        MaatregelenBeeld(
            id=m.id,
            vastgesteld_op=m.vastgesteld_op,
            door=m.door,
            omschrijving=m.omschrijving,
            geldig_tot=m.geldig_tot,
            bewaard_tot=convenantstuk_until(m.geldig_tot, pas.wie.convenant),
        )
        for m in register.maatregelen(pas.wie.convenant.id, vanaf=vanaf, day=pas.day)
    )


def _run(pas: Pass, _invoer: Niets) -> ConvenantBeeld:
    convenant, organisaties = register.convenant(pas.wie.convenant.id)
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
        organisaties=_organisaties(
            pas,
            (
                OrganisatieBeeld(
                    id=o.id, code=o.code, naam=o.naam, soort=Soort(o.soort), contact=o.contact, vanaf=o.vanaf, tot=o.tot
                )
                for o in organisaties
            ),
        ),
        criteria=tuple(
            CriteriumBeeld(code=c.code, tekst=c.tekst) for c in register.criteria(pas.wie.convenant.id, day=pas.day)
        ),
        kaders=_kaders(pas),
        teksten=_teksten(pas),
        publicaties=tuple(
            PublicatieBeeld(onderdeel=onderdeel, referentie=referentie, op=op)
            for onderdeel, referentie, op in store.publicaties(pas.wie.convenant.id)
        ),
        maatregelen=_maatregelen(pas),
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
