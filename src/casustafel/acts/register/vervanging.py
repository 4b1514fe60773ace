"""Deputies of the own organisation: found, named, withdrawn. Covenant 4."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Regel, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import MedewerkerId, Rol, Wie
from casustafel.convenant.rules import vervanging as rules
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register
from casustafel.register.store import vervanging as store


class NamePlaatsvervanger(Invoer):
    """Who acts, in which role, from which day until which first day no more, and why."""

    medewerker_id: Id
    rol: Rol
    vanaf: Dag
    tot: Dag
    reden: Regel


class WithdrawPlaatsvervanger(Invoer):
    """Which deputy is withdrawn."""

    vervanging_id: Id


class VervangingBeeld(Uitvoer):
    """A deputy of the own organisation."""

    id: Id
    medewerker_id: Id
    naam: str
    rol: Rol
    vanaf: Dag
    tot: Dag
    reden: str
    benoemd_door: str


class CollegaBeeld(Uitvoer):
    """Somebody of the own organisation with an authorisation in the covenant."""

    medewerker_id: Id
    naam: str


class Vervangingen(Uitvoer):
    """The deputies of the own organisation, and the colleagues who might be one."""

    vervangingen: tuple[VervangingBeeld, ...]
    collegas: tuple[CollegaBeeld, ...]


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_vervangingen(wie, day=edge.day)


def _find(pas: Pass, _invoer: Niets) -> Vervangingen:
    wie, day = pas.wie, pas.day
    rows = store.vervangingen(convenant_id=wie.convenant.id, organisatie_id=wie.organisatie_id, day=day)
    return Vervangingen(
        vervangingen=tuple(
            VervangingBeeld(
                id=row.id,
                medewerker_id=row.medewerker_id,
                naam=row.naam,
                rol=row.rol,
                vanaf=row.vanaf,
                tot=row.tot,
                reden=row.reden,
                benoemd_door=row.benoemd_door,
            )
            for row in rows
        ),
        collegas=tuple(
            CollegaBeeld(medewerker_id=medewerker_id, naam=naam)
            for medewerker_id, naam in store.colleagues(wie, day=day)
        ),
    )


def _may_name(wie: Wie, invoer: NamePlaatsvervanger, edge: Edge) -> Verdict:
    organisatie_id, asked = wie.organisatie_id, invoer.medewerker_id
    held: frozenset[Rol] = frozenset()
    held_tot = None
    if organisatie_id is not None:
        held_tot = store.held_until(asked, organisatie_id, day=edge.day)
        # Also what somebody is elsewhere in the covenant counts: who controls it is no deputy in it.
        elsewhere = register.held_roles(asked, wie.convenant.id, day=edge.day)
        held = elsewhere if held_tot is not None else held
    return rules.may_name_plaatsvervanger(
        wie,
        medewerker_id=MedewerkerId(asked),
        held=held,
        held_tot=held_tot,
        rol=invoer.rol,
        vanaf=invoer.vanaf,
        tot=invoer.tot,
        reden=invoer.reden,
        day=edge.day,
    )


def _name(pas: Pass, invoer: NamePlaatsvervanger) -> Id:
    vervanging_id = pas.new_id()
    store.name(
        vervanging_id,
        pas.wie,
        medewerker_id=invoer.medewerker_id,
        rol=invoer.rol,
        vanaf=invoer.vanaf,
        tot=invoer.tot,
        reden=invoer.reden,
    )
    pas.note(vervanging_id)
    return vervanging_id


def _may_withdraw(wie: Wie, invoer: WithdrawPlaatsvervanger, edge: Edge) -> Verdict:
    found = store.vervangingen(convenant_id=wie.convenant.id, organisatie_id=None, day=edge.day)
    row = next((row for row in found if row.id == invoer.vervanging_id), None)
    is_own = row is not None and row.organisatie_id == wie.organisatie_id and bool(wie.rollen & rules.VERVANGBAAR)
    medewerker_id = MedewerkerId(row.medewerker_id) if row else None
    return rules.may_withdraw_plaatsvervanger(wie, is_own=is_own, medewerker_id=medewerker_id, day=edge.day)


def _withdraw(pas: Pass, invoer: WithdrawPlaatsvervanger) -> None:
    store.withdraw(invoer.vervanging_id, on=pas.day)
    pas.note(invoer.vervanging_id)


find_vervangingen = register_act(
    PlainAct(
        code="find-vervangingen",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)

name_plaatsvervanger = register_act(
    PlainAct(
        code="name-plaatsvervanger",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.CHANGED,
        invoer=NamePlaatsvervanger,
        needs_fresh_sign_in=True,
        rule=_may_name,
        run=_name,
    )
)

withdraw_plaatsvervanger = register_act(
    PlainAct(
        code="withdraw-plaatsvervanger",
        articles=("4", "15.2.c"),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawPlaatsvervanger,
        rule=_may_withdraw,
        run=_withdraw,
    )
)
