"""Find and open proposals to change the covenant, and record where a part was published. Covenant 4, 11.1."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Regel, Uitvoer
from casustafel.acts.register.decide_voorstel import OpVoorstel, kept_voorstel
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Keuze, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules import bijlage as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.voorstel import (
    Onderdeel,
    PartnerEindeInhoud,
    PartnerInhoud,
    ReferentiekaderInhoud,
    TekstInhoud,
    ToetredingInhoud,
    VoorstelInhoud,
    VoorstelSoort,
    begins_on,
    soort_of,
)
from casustafel.convenant.vooruitzicht import convenantstuk_until, convenantstukken_from
from casustafel.register.store import voorstel as store


class StandpuntVoorstelBeeld(Uitvoer):
    """Where one party stands, and who said so."""

    organisatie_id: Id
    keuze: Keuze
    motivering: str
    door: str
    op: Dag


class CriteriumVoorstelBeeld(Uitvoer):
    """A criterion of a proposed version."""

    code: str
    tekst: str


class VoorstelBeeld(Uitvoer):
    """A proposal: what would change, why, and where each kernpartij stands. Fields that do not fit it are empty."""

    id: Id
    soort: VoorstelSoort
    staat: Vraagstaat
    reden: str
    gevraagd_op: Dag
    gevraagd_door: Id | None
    herinnerd_op: Dag | None
    afgedaan_op: Dag | None
    begint_op: Dag | None
    gekozen_dag: Dag | None
    standpunten: tuple[StandpuntVoorstelBeeld, ...]
    bewaard_tot: Dag
    partij: Soort | None = None
    organisatie_id: Id | None = None
    code: str = ""
    naam: str = ""
    contact: str = ""
    onderdeel: Onderdeel | None = None
    versie: str = ""
    tekst: str = ""
    criteria: tuple[CriteriumVoorstelBeeld, ...] = ()


class Voorstellen(Uitvoer):
    """The proposals of a covenant, the newest first."""

    voorstellen: tuple[VoorstelBeeld, ...]


def _content(inhoud: VoorstelInhoud) -> dict[str, object]:
    match inhoud:
        case PartnerInhoud():
            return {"code": inhoud.code, "naam": inhoud.naam, "contact": inhoud.contact}
        case ToetredingInhoud():
            joins = {"code": inhoud.code, "naam": inhoud.naam, "contact": inhoud.contact}
            return {**joins, "partij": inhoud.soort}
        case PartnerEindeInhoud():
            return {"organisatie_id": inhoud.organisatie_id}
        case TekstInhoud():
            return {"onderdeel": inhoud.onderdeel, "versie": inhoud.versienaam, "tekst": inhoud.tekst}
        case ReferentiekaderInhoud():
            criteria = tuple(CriteriumVoorstelBeeld(code=code, tekst=tekst) for code, tekst in inhoud.criteria)
            return {"onderdeel": Onderdeel.BIJLAGE_3, "versie": inhoud.versienaam, "criteria": criteria}


def _shown(row: store.VoorstelRij, wie: Wie) -> VoorstelBeeld:
    inhoud, vraag = row.inhoud, row.vraag
    is_adopted = vraag.staat is Vraagstaat.AANGENOMEN and row.afgedaan_op is not None
    return VoorstelBeeld(
        id=row.id,
        soort=soort_of(inhoud),
        staat=vraag.staat,
        reden=row.reden,
        gevraagd_op=vraag.gevraagd_op,
        gevraagd_door=vraag.gevraagd_door,
        herinnerd_op=vraag.herinnerd_op,
        afgedaan_op=row.afgedaan_op,
        begint_op=begins_on(inhoud, aangenomen_op=row.afgedaan_op) if is_adopted and row.afgedaan_op else None,
        gekozen_dag=inhoud.tot if isinstance(inhoud, PartnerEindeInhoud) else inhoud.vanaf,
        standpunten=tuple(
            StandpuntVoorstelBeeld(
                organisatie_id=s.organisatie_id, keuze=s.keuze, motivering=s.motivering, door=s.door, op=s.op
            )
            for s in row.standpunten
        ),
        bewaard_tot=convenantstuk_until(row.laatste_op, wie.convenant),
        **_content(inhoud),  # type: ignore[arg-type]  # each value fits its field, and pydantic checks it
    )


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_voorstellen(wie, day=edge.day)


def _find(pas: Pass, _invoer: Niets) -> Voorstellen:
    vanaf = convenantstukken_from(pas.wie.convenant, day=pas.day)
    rows = store.voorstellen(pas.wie.convenant.id, vanaf=vanaf)
    return Voorstellen(voorstellen=tuple(_shown(row, pas.wie) for row in rows))


def _may_open(wie: Wie, invoer: OpVoorstel, edge: Edge) -> Verdict:
    found = kept_voorstel(wie, invoer.voorstel_id, day=edge.day)
    return rules.may_open_voorstel(wie, found.vraag if found else None, day=edge.day)


def _open(pas: Pass, invoer: OpVoorstel) -> VoorstelBeeld:
    found = kept_voorstel(pas.wie, invoer.voorstel_id, day=pas.day)
    if found is None:
        raise LookupError("A proposal that the rule saw is gone.")
    return _shown(found, pas.wie)


class RecordPublicatie(Invoer):
    """Which part was published where, on which day."""

    onderdeel: Onderdeel
    referentie: Regel
    op: Dag


def _may_record(wie: Wie, invoer: RecordPublicatie, edge: Edge) -> Verdict:
    return rules.may_record_publicatie(wie, referentie=invoer.referentie, op=invoer.op, day=edge.day)


def _record(pas: Pass, invoer: RecordPublicatie) -> None:
    convenant_id = pas.wie.convenant.id
    store.add_publicatie(convenant_id, onderdeel=invoer.onderdeel, referentie=invoer.referentie, op=invoer.op)
    pas.note(convenant_id)


find_voorstellen = register_act(
    PlainAct(
        code="find-voorstellen",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)

open_voorstel = register_act(
    PlainAct(
        code="open-voorstel",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=OpVoorstel,
        rule=_may_open,
        run=_open,
    )
)

record_publicatie = register_act(
    PlainAct(
        code="record-publicatie",
        articles=("11.1",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=RecordPublicatie,
        rule=_may_record,
        run=_record,
    )
)
