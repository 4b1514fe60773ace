"""Give a party or somebody appointed a task for a request; see the own tasks; report one as done. Covenant 12.1."""

from collections.abc import Sequence

from casustafel.acts.betrokkene.declare import ACTIVITY, change
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Niets, OpHouder, Tekst, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Leeg
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AanvraagInhoud, VerzoektaakInhoud
from casustafel.convenant.feit import OrganisatieId, Rol, StukId, Wie
from casustafel.convenant.rules.verzoek import (
    may_do_verzoektaak,
    may_find_verzoektaken,
    may_give_verzoektaak,
    may_open_verzoektaak,
    may_remind_verzoektaak,
    own_taken,
)
from casustafel.convenant.rules.verzoekbesluit import may_see_stukken
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import (
    Taakstaat,
    VerzoekFeit,
    Verzoeksoort,
    answer_by,
    check_by,
    reminded_on,
    taak_late,
)
from casustafel.register import store as register


class GiveVerzoektaak(OpHouder):
    """Which party, and whom of it by name where somebody is appointed; what is asked, and by which day."""

    organisatie_id: Id
    medewerker_id: Id | None = None
    opdracht: Tekst
    uiterlijk_op: Dag | None = None


class DoVerzoektaak(OpHouder):
    """Which task, and what was found."""

    taak_id: Id
    bevinding: Tekst


class RemindVerzoektaak(OpHouder):
    """Which task."""

    taak_id: Id


class OpenVerzoektaak(OpHouder):
    """For which request."""


class VerzoektaakRegel(Uitvoer):
    """A request for which somebody has a task: its number, its kind, and by which day."""

    id: Id
    nummer: str
    soort: Verzoeksoort
    uiterlijk_op: Dag
    is_open: bool


class VerzoektaakLijst(Uitvoer):
    """The requests for which somebody has a task."""

    verzoeken: tuple[VerzoektaakRegel, ...]


class VerzoektaakBeeld(Uitvoer):
    """A task: what is asked, by which day, and what was found.

    `dagen_te_laat` counts the days since its last one while it is open; `herinnerd_op` is when it was asked again.
    """

    id: Id
    organisatie_id: Id
    voor: str
    opdracht: str
    uiterlijk_op: Dag | None
    staat: Taakstaat
    bevinding: str
    door: str
    dagen_te_laat: int
    herinnerd_op: Dag | None


class EigenTaken(Uitvoer):
    """The tasks that somebody has for a request, and whose request it is: enough to look, and no more.

    `toont_stukken`: there is an overview, and in it the party sees the pieces that it provided.
    """

    id: Id
    nummer: str
    soort: Verzoeksoort
    naam: str
    antwoord_uiterlijk_op: Dag
    toont_stukken: bool
    taken: tuple[VerzoektaakBeeld, ...]


def taken_of(pas: Pass, feit: VerzoekFeit) -> tuple[VerzoektaakBeeld, ...]:
    """Open the tasks of a request, oldest first."""
    found = store.stukken.of_kind(pas, feit.id, VerzoekStuk.TAAK, VerzoektaakInhoud)
    plain = {one.id: one for one in feit.stukken}
    return tuple(
        VerzoektaakBeeld(
            id=stuk.id,
            organisatie_id=stuk.organisatie_id,
            voor=stuk.inhoud.voor,
            opdracht=stuk.inhoud.opdracht,
            uiterlijk_op=stuk.uiterlijk_op,
            staat=Taakstaat(stuk.staat),
            bevinding=stuk.inhoud.bevinding,
            door=stuk.inhoud.door,
            dagen_te_laat=taak_late(feit, plain[stuk.id], pas.wie.convenant, day=pas.day),
            herinnerd_op=reminded_on(feit, stuk.id),
        )
        for stuk in found
    )


def _may_give(wie: Wie, feit: VerzoekFeit, invoer: GiveVerzoektaak, edge: Edge) -> Verdict:
    appointed = None
    if invoer.medewerker_id is not None:
        held = register.held_for(invoer.medewerker_id, invoer.organisatie_id, day=edge.day)
        appointed = Rol.BEHANDELAAR in held
    return may_give_verzoektaak(
        wie,
        feit,
        organisatie_id=OrganisatieId(invoer.organisatie_id),
        opdracht=invoer.opdracht,
        uiterlijk_op=invoer.uiterlijk_op,
        is_behandelaar=appointed,
        day=edge.day,
    )


def _give(pas: Pass, feit: VerzoekFeit, invoer: GiveVerzoektaak) -> StukId:
    voor = register.naam_of(invoer.medewerker_id) if invoer.medewerker_id else ""
    return store.stukken.add(
        pas,
        VerzoektaakInhoud(opdracht=invoer.opdracht, voor=voor),
        houder_id=feit.id,
        soort=VerzoekStuk.TAAK,
        organisatie_id=invoer.organisatie_id,
        bij_id=invoer.medewerker_id,
        uiterlijk_op=invoer.uiterlijk_op or max(check_by(feit, pas.wie.convenant), pas.day),
        staat=Taakstaat.OPEN,
    )


def _may_do(wie: Wie, feit: VerzoekFeit, invoer: DoVerzoektaak, edge: Edge) -> Verdict:
    return may_do_verzoektaak(wie, feit, taak_id=invoer.taak_id, bevinding=invoer.bevinding, day=edge.day)


def _do(pas: Pass, feit: VerzoekFeit, invoer: DoVerzoektaak) -> None:
    rows = store.stukken.sealed(feit.id, ids=[invoer.taak_id])[VerzoekStuk.TAAK]
    (taak,) = store.stukken.open(pas, rows, VerzoektaakInhoud)
    done = VerzoektaakInhoud(
        opdracht=taak.inhoud.opdracht,
        voor=taak.inhoud.voor,
        bevinding=invoer.bevinding,
        door=register.handelend(pas.wie),
    )
    store.done(pas, done, taak_id=invoer.taak_id)


def _may_remind(wie: Wie, feit: VerzoekFeit, invoer: RemindVerzoektaak, edge: Edge) -> Verdict:
    return may_remind_verzoektaak(wie, feit, taak_id=invoer.taak_id, day=edge.day)


def _remind(pas: Pass, feit: VerzoekFeit, invoer: RemindVerzoektaak) -> None:
    taak = next(one for one in feit.taken if one.id == invoer.taak_id)
    store.stukken.add(
        pas,
        Leeg(),
        houder_id=feit.id,
        soort=VerzoekStuk.HERINNERING,
        organisatie_id=taak.organisatie_id,
        bij_id=taak.id,
    )


def _may_find(wie: Wie, edge: Edge) -> Verdict:
    return may_find_verzoektaken(wie, day=edge.day)


def _candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[VerzoekFeit]:
    return [feit for feit in store.with_taken(wie, day=edge.day) if own_taken(wie, feit)]


def _rule(wie: Wie, feit: VerzoekFeit, edge: Edge) -> Verdict:
    return may_open_verzoektaak(wie, feit, day=edge.day)


def _id(feit: VerzoekFeit) -> Id:
    return feit.id


def _regel(wie: Wie, feit: VerzoekFeit) -> VerzoektaakRegel:
    own = own_taken(wie, feit)
    waiting = [taak for taak in own if taak.staat == Taakstaat.OPEN]
    days = [taak.uiterlijk_op for taak in waiting or own if taak.uiterlijk_op]
    last = min(days, default=answer_by(feit, wie.convenant))
    return VerzoektaakRegel(id=feit.id, nummer=feit.nummer, soort=feit.soort, uiterlijk_op=last, is_open=bool(waiting))


def _show(pas: Pass, found: Sequence[VerzoekFeit], _invoer: Niets) -> VerzoektaakLijst:
    return VerzoektaakLijst(verzoeken=tuple(_regel(pas.wie, feit) for feit in found))


def _may_open(wie: Wie, feit: VerzoekFeit, _invoer: OpenVerzoektaak, edge: Edge) -> Verdict:
    return may_open_verzoektaak(wie, feit, day=edge.day)


def _open(pas: Pass, feit: VerzoekFeit, _invoer: OpenVerzoektaak) -> EigenTaken:
    (aanvraag,) = store.stukken.of_kind(pas, feit.id, VerzoekStuk.AANVRAAG, AanvraagInhoud)
    own = {taak.id for taak in own_taken(pas.wie, feit)}
    return EigenTaken(
        id=feit.id,
        nummer=feit.nummer,
        soort=feit.soort,
        naam=aanvraag.inhoud.naam,
        antwoord_uiterlijk_op=answer_by(feit, pas.wie.convenant),
        toont_stukken=bool(feit.verzameld) and may_see_stukken(pas.wie, feit, day=pas.day).is_allowed,
        taken=tuple(taak for taak in taken_of(pas, feit) if taak.id in own),
    )


give_verzoektaak = change(
    "give-verzoektaak", articles=("12.1", "12.3"), invoer=GiveVerzoektaak, rule=_may_give, run=_give, adds=True
)
do_verzoektaak = change(
    "do-verzoektaak", articles=("12.1", "12.3"), invoer=DoVerzoektaak, rule=_may_do, run=_do, adds=True
)
remind_verzoektaak = change(
    "remind-verzoektaak", articles=("12.1", "12.3"), invoer=RemindVerzoektaak, rule=_may_remind, run=_remind, adds=True
)
find_verzoektaken = register_act(
    ListAct(
        code="find-verzoektaken",
        articles=("12.1", "12.3"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_candidates,
        id_of=_id,
        may=_may_find,
        rule=_rule,
        run=_show,
    )
)
open_verzoektaak = register_act(
    HolderAct(
        code="open-verzoektaak",
        articles=("12.1", "12.3"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenVerzoektaak,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_open,
    )
)
