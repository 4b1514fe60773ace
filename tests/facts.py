"""Invented facts for the tests of the rules: a covenant, its people, a dossier, a casus, a provision per organisation.

Builders give the ordinary case; a test names only what makes its case different.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from casustafel.convenant.doelgroep import Doelgroep
from casustafel.convenant.feit import (
    CasusFeit,
    CasusId,
    CasusKop,
    CasusStaat,
    ConvenantFeit,
    ConvenantId,
    DeelnemerFeit,
    DossierFeit,
    DossierId,
    DossierKop,
    DossierStaat,
    InformatieverzoekFeit,
    Keuze,
    MaatregelFeit,
    MedewerkerId,
    OrganisatieFeit,
    OrganisatieId,
    Rol,
    StandpuntFeit,
    StukId,
    Taak,
    Uitkomst,
    Wie,
)
from casustafel.convenant.partij import Soort
from casustafel.convenant.verdict import Nature, Outcome, Reason, Verdict
from casustafel.convenant.verstrekking import Verstrekking

DAY: Final = date(2026, 3, 2)
YESTERDAY: Final = DAY - timedelta(days=1)
TOMORROW: Final = DAY + timedelta(days=1)
SINCE: Final = date(2024, 1, 1)


def stuk_id(number: int) -> StukId:
    """Give the id of a piece."""
    return StukId(UUID(int=0x5000 + number))


SIGNAAL: Final = stuk_id(1)
SIGNAAL_2: Final = stuk_id(2)
FOREIGN_SIGNAAL: Final = stuk_id(3)
WEGING: Final = stuk_id(4)
VRAAG: Final = stuk_id(5)
PLAN: Final = stuk_id(6)
CONCEPT: Final = stuk_id(7)
MAATREGEL: Final = stuk_id(8)
PARTNER_MAATREGEL: Final = stuk_id(9)
CONCEPT_MAATREGEL: Final = stuk_id(10)
CRITERIUM: Final = "zichtbaar-gedrag"


# --- the covenant ---


def organisatie(number: int, naam: str, soort: Soort) -> OrganisatieFeit:
    """Make an organisation that takes part from long ago."""
    return OrganisatieFeit(id=OrganisatieId(UUID(int=0x1000 + number)), naam=naam, soort=soort, vanaf=SINCE)


GEMEENTE: Final = organisatie(1, "Gemeente Lindewaard", Soort.GEMEENTE)
OM: Final = organisatie(2, "OM Lindewaard", Soort.OM)
POLITIE: Final = organisatie(3, "Politie Lindewaard", Soort.POLITIE)
RAAD: Final = organisatie(4, "Raad Lindewaard", Soort.RAAD)
RECLASSERING: Final = organisatie(5, "Reclassering Lindewaard", Soort.RECLASSERING)
DE_BRUG: Final = organisatie(6, "Jeugdhulp De Brug", Soort.EXTERN)
ROC: Final = organisatie(7, "ROC Waardland", Soort.EXTERN)
ELSEWHERE: Final = organisatie(8, "Jeugdhulp Elders", Soort.EXTERN)
"""A partner that stands in no annex of this covenant."""

KERN: Final = (GEMEENTE, OM, POLITIE)

CONVENANT: Final = ConvenantFeit(
    id=ConvenantId(UUID(int=0xC001)),
    in_werking_op=SINCE,
    regime="convenant-2017",
    regime_geverifieerd_op=SINCE,
    organisaties=(*KERN, RAAD, RECLASSERING, DE_BRUG, ROC),
    criteria=frozenset({CRITERIUM, "contacten"}),
    maatregelen_geldig_tot=date(2027, 1, 1),
)
OTHER_CONVENANT: Final = replace(CONVENANT, id=ConvenantId(UUID(int=0xC002)))


def convenant(*changed: OrganisatieFeit) -> ConvenantFeit:
    """Give the covenant with these organisations in the place of those with the same id."""
    by_id = {o.id: o for o in changed}
    return replace(CONVENANT, organisaties=tuple(by_id.get(o.id, o) for o in CONVENANT.organisaties))


def convenant_without(*gone: OrganisatieFeit) -> ConvenantFeit:
    """Give the covenant after these organisations left, today."""
    return convenant(*(replace(o, tot=DAY) for o in gone))


# --- who asks ---


def wie(
    van: Soort | OrganisatieFeit | None,
    *rollen: Rol,
    taak: Taak | None = None,
    onder: ConvenantFeit = CONVENANT,
    aanvaard: bool = True,
    medewerker: int = 1,
) -> Wie:
    """Give somebody of an organisation (the first of its kind, or the one that is named) with these roles."""
    van = next(o for o in onder.organisaties if o.soort is van) if isinstance(van, Soort) else van
    return Wie(
        medewerker_id=medewerker_id(medewerker),
        organisatie=van and onder.organisatie(van.id),
        rollen=frozenset(rollen),
        convenant=onder,
        geheimhouding_aanvaard=aanvaard,
        taak=taak,
    )


def medewerker_id(number: int) -> MedewerkerId:
    """Give the id of a person."""
    return MedewerkerId(UUID(int=0xA000 + number))


def weegploeg(van: Soort | OrganisatieFeit = Soort.POLITIE, *, onder: ConvenantFeit = CONVENANT) -> Wie:
    """Give the representative of a kernpartij in the weegploeg."""
    return wie(van, Rol.WEEGPLOEG, onder=onder)


def tafel(van: Soort | OrganisatieFeit = Soort.POLITIE, *, onder: ConvenantFeit = CONVENANT) -> Wie:
    """Give somebody with the role of the casusoverleg."""
    return wie(van, Rol.CASUSOVERLEG, onder=onder)


def uitvoerder(taak: Taak | None = Taak.VOORBEREIDEN) -> Wie:
    """Give the uitvoerder, of the gemeente, who names this task."""
    return wie(Soort.GEMEENTE, Rol.UITVOERDER, taak=taak)


def systeem() -> Wie:
    """Give the system itself."""
    return replace(wie(None, Rol.SYSTEEM, aanvaard=False), medewerker_id=None)


def operator() -> Wie:
    """Give who works at the command line."""
    return wie(None, Rol.OPERATOR)


# --- how it stands ---


def standpunten(*van: OrganisatieFeit, uitkomst: Uitkomst | None = None) -> tuple[StandpuntFeit, ...]:
    """Give the agreement of these kernpartijen: with an outcome, or with the one thing that is asked."""
    return tuple(StandpuntFeit(organisatie_id=o.id, keuze=Keuze.INSTEMMEN, uitkomst=uitkomst) for o in van)


def onthouden(van: OrganisatieFeit) -> StandpuntFeit:
    """Give the position of a kernpartij that withholds its agreement."""
    return StandpuntFeit(organisatie_id=van.id, keuze=Keuze.ONTHOUDEN)


def verzoek(van: OrganisatieFeit, *, answered: bool = False, uiterlijk_op: date | None = None) -> InformatieverzoekFeit:
    """Give a question to an organisation, with the day by which it is asked for if there is one."""
    return InformatieverzoekFeit(id=VRAAG, organisatie_id=van.id, is_answered=answered, uiterlijk_op=uiterlijk_op)


def dossier(
    staat: DossierStaat = DossierStaat.IN_WEGING,
    *,
    standpunten: Iterable[StandpuntFeit] = (),
    verzoeken: Iterable[InformatieverzoekFeit] = (),
    gewogen: Iterable[StukId] = (WEGING,),
    betrokken: Iterable[OrganisatieFeit] = (),
    eerste_signaal_op: date = DAY,
) -> DossierFeit:
    """Give a dossier with two signals and one criterion that was weighed."""
    kop = DossierKop(
        id=DossierId(UUID(int=0xD001)),
        convenant_id=CONVENANT.id,
        nummer="W-2026-0001",
        staat=staat,
        versie=1,
        eerste_signaal_op=eerste_signaal_op,
        verwerkt_op=DAY,
    )
    return DossierFeit(
        kop=kop,
        signalen=frozenset({SIGNAAL, SIGNAAL_2}),
        gewogen=frozenset(gewogen),
        informatieverzoeken=tuple(verzoeken),
        standpunten=tuple(standpunten),
        betrokken=frozenset(o.id for o in betrokken),
    )


AT_TABLE: Final = (POLITIE, GEMEENTE, RAAD, DE_BRUG)
"""Who is at the table of the casus: not the OM, not the reclassering, not the ROC."""


def deelnemers(
    *organisaties: OrganisatieFeit, vanaf: date = SINCE, tot: date | None = None
) -> tuple[DeelnemerFeit, ...]:
    """Give these organisations a seat."""
    return tuple(DeelnemerFeit(organisatie_id=o.id, vanaf=vanaf, tot=tot) for o in organisaties)


def casus(
    staat: CasusStaat = CasusStaat.PLAN_VASTGESTELD,
    *,
    aan_tafel: tuple[DeelnemerFeit, ...] | None = None,
    standpunten: Iterable[StandpuntFeit] = (),
    concept: StukId | None = CONCEPT,
    vastgesteld: StukId | None = PLAN,
    uiterlijk_op: date | None = None,
) -> CasusFeit:
    """Give a casus with an adopted plan of two measures (politie, De Brug) and a concept that would change it.

    The measure of the politie is to be carried out by `uiterlijk_op`, if that is given.
    """
    kop = CasusKop(
        id=CasusId(UUID(int=0xE001)),
        convenant_id=CONVENANT.id,
        nummer="C-2026-0001",
        staat=staat,
        versie=1,
        geopend_op=SINCE,
        verwerkt_op=DAY,
        deelnemers=deelnemers(*AT_TABLE) if aan_tafel is None else aan_tafel,
    )
    return CasusFeit(
        kop=kop,
        plan_concept=concept,
        plan_vastgesteld=vastgesteld,
        maatregelen=(
            MaatregelFeit(id=MAATREGEL, plan_id=PLAN, organisatie_id=POLITIE.id, uiterlijk_op=uiterlijk_op),
            MaatregelFeit(id=PARTNER_MAATREGEL, plan_id=PLAN, organisatie_id=DE_BRUG.id),
            MaatregelFeit(id=CONCEPT_MAATREGEL, plan_id=CONCEPT, organisatie_id=POLITIE.id),
        ),
        standpunten=tuple(standpunten),
    )


CONFIRMED: Final = Doelgroep(verblijft_in_nederland=True, radicaliseert=True)
"""What article 3 asks of a subject, confirmed."""


# --- what is provided ---

VERSTREKKINGEN: Final[Mapping[Soort, Verstrekking]] = MappingProxyType(
    {
        Soort.POLITIE: Verstrekking(grondslag="wpg-20", doel="a", belang="veiligheid in de wijk", klasse="wpg-8"),
        Soort.OM: Verstrekking(
            grondslag="wjsg-39f", doel="zorg", belang="veiligheid", klasse="wjsg-39f", derden_getoetst=True
        ),
        Soort.GEMEENTE: Verstrekking(grondslag="publieke-taak-gemeente", taak="jeugdzorg"),
        Soort.RAAD: Verstrekking(grondslag="publieke-taak-raad", taak="adviseren"),
        Soort.RECLASSERING: Verstrekking(grondslag="reclasseringsregeling-8", werkzaamheid="i", landelijk_team=True),
        Soort.EXTERN: Verstrekking(grondslag="eigen-bepaling", bepaling="Jeugdwet 7.3.11"),
    }
)

ONDERZOEK: Final = Verstrekking(
    grondslag="wpg-18-2",
    doel="a",
    belang="veiligheid in de wijk",
    klasse="wpg-9",
    herkomst="onderzoek Lijster",
    wijze="verhoor",
    opsporingsbelang_getoetst_door="officier van dienst",
    opsporingsbelang_getoetst_op=DAY,
    bevoegd_functionaris="A. Verzonnen",
    bevoegd_functionaris_functie="hoofd onderzoek",
    bevoegd_functionaris_eenheid="eenheid Waardland",
    bevoegd_functionaris_oordeel="geen-bezwaar",
    bevoegd_functionaris_op=DAY,
    om_geraadpleegd="officier van justitie",
    om_geraadpleegd_op=DAY,
)
"""Police data from an investigation, under the Besluit, consulted on and provided on the same day."""


def verstrekking(soort: Soort) -> Verstrekking:
    """Give a provision in order by this kind of organisation."""
    return VERSTREKKINGEN[soort]


# --- what the rule answered ---


@dataclass(frozen=True, slots=True)
class Ground:
    """What a test expects of one reason: article, code, field and nature."""

    artikel: str
    code: str
    field: str | None
    nature: Nature


def field(artikel: str, name: str) -> Ground:
    """Expect that a field is missing or wrong."""
    return Ground(artikel, f"{artikel}-{name}", name, Nature.FIELD)


def state(artikel: str, name: str) -> Ground:
    """Expect that the state of the dossier or the casus stands in the way."""
    return Ground(artikel, f"{artikel}-{name}", None, Nature.STATE)


def right(artikel: str, name: str) -> Ground:
    """Expect that this is not this person's to do or see."""
    return Ground(artikel, f"{artikel}-{name}", None, Nature.RIGHT)


def grounds(reasons: Iterable[Reason]) -> set[Ground]:
    """Give what the reasons say, without their sentences; each has one."""
    found = tuple(reasons)
    assert all(reason.text for reason in found)
    return {Ground(r.artikel, r.code, r.field, r.nature) for r in found}


def refused(verdict: Verdict) -> set[Ground]:
    """Give all reasons of a refusal; a verdict that is no refusal fails."""
    assert verdict.outcome is Outcome.REFUSED
    return grounds(verdict.reasons)


def hidden(verdict: Verdict) -> set[Ground]:
    """Give all reasons for hiding, as the log has them; a verdict that hides nothing fails."""
    assert verdict.outcome is Outcome.HIDDEN
    return grounds(verdict.reasons)
