"""Review of authorisations: asked for, confirmed every half year, ended by the own organisation. Covenant 15.2.c, f."""

from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Regel, Uitvoer
from casustafel.acts.werk import WerkLijst, WerkRegel
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules import autorisatie as rules
from casustafel.convenant.rules.autorisatie import AutorisatieFeit, Autorisatiestap, Vraaguitkomst
from casustafel.convenant.termijn import add_years
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk_convenant import werk_on_autorisaties
from casustafel.register import store as register
from casustafel.register.store import autorisatie as store

ACTIVITY = "autorisaties beheren"
SHOWN_YEARS = 1
"""Years for which an authorisation that ended, and a request that was answered, stays on the page."""


class ConfirmAutorisaties(Invoer):
    """Which authorisations are still needed."""

    autorisaties: tuple[Id, ...]


class EndAutorisatie(Invoer):
    """Which authorisation is no longer needed, and why."""

    autorisatie_id: Id
    reden: Regel


class AskAutorisatie(Invoer):
    """For whom of the own organisation which roles are asked, and why."""

    naam: Regel
    email: Regel
    functie: Regel = ""
    rollen: tuple[Rol, ...] = ()
    reden: Regel


class RefuseVraag(Invoer):
    """Which request is not granted, and why."""

    vraag_id: Id
    reden: Regel


class StapBeeld(Uitvoer):
    """What was done with an authorisation, when and by whom; `tot` is the first day on which it has ended since."""

    stap: Autorisatiestap
    op: Dag
    tot: Dag
    door: str
    reden: str


class BeoordelingBeeld(Uitvoer):
    """An authorisation under review; `bevestigt`: by the reader, from `vanaf_bevestigen` on."""

    id: Id
    naam: str
    functie: str
    organisatie: str
    rol: Rol
    vanaf: Dag
    tot: Dag
    vanaf_bevestigen: Dag
    eindigde_op: Dag | None
    bevestigt: bool
    is_eigen: bool
    stappen: tuple[StapBeeld, ...]


class VraagBeeld(Uitvoer):
    """A request for roles for somebody, and what became of it."""

    id: Id
    organisatie_id: Id
    organisatie: str
    naam: str
    email: str
    functie: str
    rollen: tuple[Rol, ...]
    reden: str
    gevraagd_op: Dag
    gevraagd_door: str
    staat: Vraaguitkomst
    antwoord: str


class Beoordeling(Uitvoer):
    """The authorisations that the reader reviews, with their history, and the requests for new ones."""

    autorisaties: tuple[BeoordelingBeeld, ...]
    vragen: tuple[VraagBeeld, ...]
    mag_vragen: bool
    mag_antwoorden: bool


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_see_autorisaties(wie, day=edge.day)


def _may_find_werk(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return rules.may_find_werk_autorisaties(wie, day=edge.day)


def _reach(wie: Wie) -> UUID | None:
    """Give the organisation whose people the reader reviews; nothing for who sees those of all."""
    return None if rules.sees_all(wie) else wie.organisatie_id


def _find(pas: Pass, _invoer: Niets) -> Beoordeling:
    wie, reach = pas.wie, _reach(pas.wie)
    vanaf = add_years(pas.day, years=-SHOWN_YEARS)
    bladen = store.bladen(wie.convenant.id, organisatie_id=reach, vanaf=vanaf, day=pas.day)
    vragen = store.vragen(wie.convenant.id, organisatie_id=reach, vanaf=vanaf)
    return Beoordeling(
        autorisaties=tuple(_seen(wie, blad) for blad in bladen),
        vragen=tuple(
            VraagBeeld(
                id=row.id,
                organisatie_id=row.organisatie_id,
                organisatie=row.organisatie,
                naam=row.naam,
                email=row.email,
                functie=row.functie,
                rollen=tuple(sorted(row.rollen)),
                reden=row.reden,
                gevraagd_op=row.gevraagd_op,
                gevraagd_door=row.gevraagd_door,
                staat=row.staat,
                antwoord=row.antwoord,
            )
            for row in vragen
        ),
        mag_vragen=rules.represents(wie),
        mag_antwoorden=Rol.AUTORISATIEBEHEERDER in wie.rollen,
    )


def _seen(wie: Wie, blad: store.AutorisatieBlad) -> BeoordelingBeeld:
    feit = blad.feit
    return BeoordelingBeeld(
        id=feit.id,
        naam=blad.naam,
        functie=blad.functie,
        organisatie=blad.organisatie,
        rol=blad.rol,
        vanaf=blad.vanaf,
        tot=feit.tot,
        vanaf_bevestigen=rules.confirm_from(feit),
        eindigde_op=blad.eindigde_op,
        bevestigt=blad.eindigde_op is None and rules.confirms(wie, feit),
        is_eigen=feit.medewerker_id == wie.medewerker_id,
        stappen=tuple(
            StapBeeld(stap=one.stap, op=one.op, tot=one.tot, door=one.door, reden=one.reden) for one in blad.stappen
        ),
    )


def _held(wie: Wie, edge: Edge) -> list[AutorisatieFeit]:
    return store.feiten(wie.convenant.id, organisatie_id=_reach(wie), day=edge.day)


def _may_confirm(wie: Wie, invoer: ConfirmAutorisaties, edge: Edge) -> Verdict:
    geldend = [one for one in _held(wie, edge) if one.id in invoer.autorisaties]
    return rules.may_confirm_autorisaties(wie, gekozen=invoer.autorisaties, geldend=geldend, day=edge.day)


def _confirm(pas: Pass, invoer: ConfirmAutorisaties) -> None:
    store.confirm(invoer.autorisaties, tot=rules.lasts_until(pas.wie.convenant.regime, day=pas.day))
    store.note(invoer.autorisaties, stap=Autorisatiestap.BEVESTIGD, op=pas.day, door=register.handelend(pas.wie))
    for autorisatie_id in invoer.autorisaties:
        pas.note(autorisatie_id)


def _may_end(wie: Wie, invoer: EndAutorisatie, edge: Edge) -> Verdict:
    found = next((one for one in _held(wie, edge) if one.id == invoer.autorisatie_id), None)
    return rules.may_end_autorisatie(wie, found, reden=invoer.reden, day=edge.day)


def _end(pas: Pass, invoer: EndAutorisatie) -> None:
    register.withdraw(invoer.autorisatie_id, on=pas.day)
    door = register.handelend(pas.wie)
    store.note([invoer.autorisatie_id], stap=Autorisatiestap.INGETROKKEN, op=pas.day, door=door, reden=invoer.reden)
    pas.note(invoer.autorisatie_id)


def _may_ask(wie: Wie, invoer: AskAutorisatie, edge: Edge) -> Verdict:
    return rules.may_ask_autorisatie(
        wie,
        naam=invoer.naam,
        email=invoer.email,
        rollen=frozenset(invoer.rollen),
        reden=invoer.reden,
        day=edge.day,
    )


def _ask(pas: Pass, invoer: AskAutorisatie) -> Id:
    vraag_id = pas.new_id()
    store.add_vraag(
        vraag_id,
        organisatie_id=register.own_organisatie(pas.wie),
        naam=invoer.naam,
        email=invoer.email,
        functie=invoer.functie,
        rollen=invoer.rollen,
        reden=invoer.reden,
        op=pas.day,
        door=register.handelend(pas.wie),
    )
    pas.note(vraag_id)
    return vraag_id


def _may_refuse(wie: Wie, invoer: RefuseVraag, edge: Edge) -> Verdict:
    is_open = store.is_open(invoer.vraag_id, convenant_id=wie.convenant.id)
    return rules.may_settle_vraag(wie, is_open=is_open, reden=invoer.reden, day=edge.day)


def _refuse(pas: Pass, invoer: RefuseVraag) -> None:
    store.refuse(invoer.vraag_id, op=pas.day, antwoord=invoer.reden)
    pas.note(invoer.vraag_id)


def _waiting(pas: Pass, _invoer: Niets) -> WerkLijst:
    wie = pas.wie
    feiten = store.feiten(wie.convenant.id, organisatie_id=_reach(wie), day=pas.day)
    vragen = store.vragen(wie.convenant.id, organisatie_id=_reach(wie), vanaf=pas.day)
    is_asked = any(one.staat is Vraaguitkomst.OPEN for one in vragen)
    return WerkLijst(
        werk=tuple(
            WerkRegel(
                stap=one.stap,
                artikel=one.artikel,
                houder_id=one.houder_id,
                nummer=one.nummer,
                uiterlijk_op=one.uiterlijk_op,
                bij_id=None,
                herinnerd_op=None,
            )
            for one in werk_on_autorisaties(wie, feiten, is_asked=is_asked, day=pas.day)
        )
    )


find_autorisaties = register_act(
    PlainAct(
        code="find-autorisaties",
        articles=("15.2.c", "15.2.f"),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_find,
        run=_find,
    )
)

confirm_autorisaties = register_act(
    PlainAct(
        code="confirm-autorisaties",
        articles=("15.2.f",),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ConfirmAutorisaties,
        rule=_may_confirm,
        run=_confirm,
    )
)

end_autorisatie = register_act(
    PlainAct(
        code="end-autorisatie",
        articles=("15.2.c",),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=EndAutorisatie,
        rule=_may_end,
        run=_end,
    )
)

ask_autorisatie = register_act(
    PlainAct(
        code="ask-autorisatie",
        articles=("15.2.c",),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=AskAutorisatie,
        rule=_may_ask,
        run=_ask,
    )
)

refuse_vraag = register_act(
    PlainAct(
        code="refuse-autorisatie",
        articles=("15.2.c",),
        bestand=Bestand.REGISTER,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=RefuseVraag,
        rule=_may_refuse,
        run=_refuse,
    )
)

find_werk_autorisaties = register_act(
    PlainAct(
        code="find-werk-autorisaties",
        articles=("15.2.c", "15.2.f"),
        bestand=Bestand.REGISTER,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_find_werk,
        run=_waiting,
    )
)
