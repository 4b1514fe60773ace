"""What stays of what was destroyed or moved: the certificates of each file, by period. Covenant 13.1."""

from casustafel.acts.bewaring.vernietiging import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Pagina, Uitvoer
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.betrokkene import store as betrokkene
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.bewaring import Certificaat, Houdersoort, Wijze
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.bewaring import may_find_certificaten, sees_certificaten
from casustafel.convenant.verdict import Verdict
from casustafel.toezicht import store as toezicht
from casustafel.weegploeg import store as weegploeg

PAGE = 50


class FindCertificaten(Invoer):
    """From and up to which day of destruction, if any, and the page, counted from 1."""

    van: Dag | None = None
    tot: Dag | None = None
    pagina: Pagina = 1


class AantalBeeld(Uitvoer):
    """How many pieces of a kind."""

    soort: str
    aantal: int


class CertificaatBeeld(Uitvoer):
    """What kind, how many pieces, on which article, in which way, when; the hash shows a change of any of it."""

    id: Id
    soort: Houdersoort
    wijze: Wijze
    artikel: str
    aantallen: tuple[AantalBeeld, ...]
    vernietigen_op: Dag
    op: Dag
    tijdperk: int
    hash: str


class TotaalBeeld(Uitvoer):
    """How many certificates of a kind, way and article."""

    soort: Houdersoort
    wijze: Wijze
    artikel: str
    aantal: int


class CertificatenBeeld(Uitvoer):
    """The certificates of one file in a period, newest first; an auditor has the totals alone."""

    bestand: str
    pagina: int
    is_laatste: bool
    totalen: tuple[TotaalBeeld, ...]
    certificaten: tuple[CertificaatBeeld, ...]


def _rule(wie: Wie, _invoer: FindCertificaten, edge: Edge) -> Verdict:
    return may_find_certificaten(wie, day=edge.day)


def _shown(one: Certificaat) -> CertificaatBeeld:
    return CertificaatBeeld(
        id=one.id,
        soort=one.soort,
        wijze=one.wijze,
        artikel=one.artikel,
        aantallen=tuple(AantalBeeld(soort=soort, aantal=aantal) for soort, aantal in one.aantallen.items()),
        vernietigen_op=one.vernietigen_op,
        op=one.op,
        tijdperk=one.tijdperk,
        hash=one.hash,
    )


def _act_in(bestand: Bestand, vernietiging: Vernietiging) -> PlainAct[FindCertificaten, CertificatenBeeld]:
    def run(pas: Pass, invoer: FindCertificaten) -> CertificatenBeeld:
        convenant_id, start = pas.wie.convenant.id, (invoer.pagina - 1) * PAGE
        found = (
            vernietiging.certificates(convenant_id, van=invoer.van, tot=invoer.tot, offset=start, limit=PAGE)
            if sees_certificaten(pas.wie)
            else ()
        )
        return CertificatenBeeld(
            bestand=bestand.value,
            pagina=invoer.pagina,
            is_laatste=len(found) < PAGE,
            totalen=tuple(
                TotaalBeeld(soort=soort, wijze=wijze, artikel=artikel, aantal=aantal)
                for soort, wijze, artikel, aantal in vernietiging.totals(convenant_id, van=invoer.van, tot=invoer.tot)
            ),
            certificaten=tuple(_shown(one) for one in found),
        )

    return PlainAct(
        code=f"find-certificaten-{bestand.value}",
        articles=("13.1", "13.2", "13.3"),
        bestand=bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=FindCertificaten,
        rule=_rule,
        run=run,
    )


find_certificaten: dict[str, PlainAct[FindCertificaten, CertificatenBeeld]] = {
    bestand.value: register_act(_act_in(bestand, vernietiging))
    for bestand, vernietiging in (
        (Bestand.WEEGPLOEG, weegploeg.vernietiging),
        (Bestand.CASUSOVERLEG, casusoverleg.vernietiging),
        (Bestand.ARCHIEF, archief.vernietiging),
        (Bestand.BETROKKENE, betrokkene.vernietiging),
        (Bestand.TOEZICHT, toezicht.vernietiging),
    )
}
"""The certificates, by the name of the file that they are of."""
