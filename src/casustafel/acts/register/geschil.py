"""Disputes between parties of the covenant: recorded, consulted on, settled. Covenant 17, 16."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Regel, Tekst, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import OrganisatieId, Wie
from casustafel.convenant.rules import verloop as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.vooruitzicht import convenantstuk_until, convenantstukken_from
from casustafel.register.store import verloop as store


class RecordGeschil(Invoer):
    """Between which parties, on which article, in words without names of subjects."""

    tussen: tuple[Id, ...] = ()
    artikel: Regel
    omschrijving: Tekst


class RecordOverleg(Invoer):
    """A consultation: on which day, and what was said."""

    geschil_id: Id
    op: Dag
    verslag: Tekst


class SettleGeschil(Invoer):
    """How a dispute ended."""

    geschil_id: Id
    op: Dag
    uitkomst: Tekst


class OverlegBeeld(Uitvoer):
    """A consultation."""

    op: Dag
    verslag: str
    door: str


class GeschilBeeld(Uitvoer):
    """A dispute with its consultations and, if it is settled, its outcome."""

    id: Id
    tussen: tuple[Id, ...]
    artikel: str
    omschrijving: str
    op: Dag
    door: str
    uitkomst: str
    opgelost_op: Dag | None
    overleggen: tuple[OverlegBeeld, ...]
    bewaard_tot: Dag


class Geschillen(Uitvoer):
    """The disputes of the covenant, the newest first."""

    geschillen: tuple[GeschilBeeld, ...]


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_geschillen(wie, day=edge.day)


def _find(pas: Pass, _invoer: Niets) -> Geschillen:
    vanaf = convenantstukken_from(pas.wie.convenant, day=pas.day)
    return Geschillen(
        geschillen=tuple(_shown(row, pas.wie) for row in store.geschillen(pas.wie.convenant.id, vanaf=vanaf))
    )


def _shown(row: store.GeschilRij, wie: Wie) -> GeschilBeeld:
    return GeschilBeeld(
        id=row.id,
        tussen=row.tussen,
        artikel=row.artikel,
        omschrijving=row.omschrijving,
        op=row.op,
        door=row.door,
        uitkomst=row.uitkomst,
        opgelost_op=row.opgelost_op,
        overleggen=tuple(OverlegBeeld(op=o.op, verslag=o.verslag, door=o.door) for o in row.overleggen),
        bewaard_tot=convenantstuk_until(row.laatste_op, wie.convenant),
    )


def _may_record(wie: Wie, invoer: RecordGeschil, edge: Edge) -> Verdict:
    return rules.may_record_geschil(
        wie,
        tussen=[OrganisatieId(organisatie_id) for organisatie_id in invoer.tussen],
        artikel=invoer.artikel,
        omschrijving=invoer.omschrijving,
        day=edge.day,
    )


def _record(pas: Pass, invoer: RecordGeschil) -> Id:
    geschil_id, tussen = pas.new_id(), invoer.tussen
    store.add_geschil(
        geschil_id, pas.wie, tussen=tussen, artikel=invoer.artikel, omschrijving=invoer.omschrijving, day=pas.day
    )
    pas.note(geschil_id)
    return geschil_id


def _may_add(wie: Wie, *, geschil_id: Id, op: Dag, tekst: str, name: str, edge: Edge) -> Verdict:
    vanaf = convenantstukken_from(wie.convenant, day=edge.day)
    found = store.geschil(geschil_id, convenant_id=wie.convenant.id, vanaf=vanaf)
    is_settled = found is not None and found.opgelost_op is not None
    return rules.may_add_overleg(
        wie, is_there=found is not None, is_settled=is_settled, op=op, tekst=tekst, name=name, day=edge.day
    )


def _may_consult(wie: Wie, invoer: RecordOverleg, edge: Edge) -> Verdict:
    return _may_add(wie, geschil_id=invoer.geschil_id, op=invoer.op, tekst=invoer.verslag, name="verslag", edge=edge)


def _consult(pas: Pass, invoer: RecordOverleg) -> None:
    store.add_overleg(invoer.geschil_id, pas.wie, op=invoer.op, verslag=invoer.verslag)
    pas.note(invoer.geschil_id)


def _may_settle(wie: Wie, invoer: SettleGeschil, edge: Edge) -> Verdict:
    return _may_add(wie, geschil_id=invoer.geschil_id, op=invoer.op, tekst=invoer.uitkomst, name="uitkomst", edge=edge)


def _settle(pas: Pass, invoer: SettleGeschil) -> None:
    store.settle_geschil(invoer.geschil_id, op=invoer.op, uitkomst=invoer.uitkomst)
    pas.note(invoer.geschil_id)


find_geschillen = register_act(
    PlainAct(
        code="find-geschillen",
        articles=("17",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)

record_geschil = register_act(
    PlainAct(
        code="record-geschil",
        articles=("17",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=RecordGeschil,
        rule=_may_record,
        run=_record,
    )
)

record_overleg = register_act(
    PlainAct(
        code="record-overleg",
        articles=("17",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=RecordOverleg,
        rule=_may_consult,
        run=_consult,
    )
)

settle_geschil = register_act(
    PlainAct(
        code="settle-geschil",
        articles=("17",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=SettleGeschil,
        rule=_may_settle,
        run=_settle,
    )
)
