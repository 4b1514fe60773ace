"""State the question for which items of the archive will be opened, and see the questions of one's own. Cov. 13.2."""

from casustafel.acts.archief.find_archieven import ACTIVITY, ArchiefRegel, regel_of
from casustafel.acts.archief.reactiveringbeeld import ReactiveringBeeld, reactivering_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Regel, Uitvoer
from casustafel.archief import store
from casustafel.archief.inhoud import VraagInhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.archief import ArchiefFeit, Vraagsoort
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import StukId, Wie
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.rules.archief import may_consult_archief, may_state_archiefvraag
from casustafel.convenant.stuk import ArchiefStuk
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register


class OpenArchief(OpHouder):
    """Which subject, by its id in the archive."""


class StateArchiefvraag(OpHouder):
    """For what, and the reference of the complaint, accounting or request, in words."""

    soort: Vraagsoort
    kenmerk: Regel


class VraagBeeld(Uitvoer):
    """A question that the asker's organisation stated, and until when it opens items."""

    id: Id
    soort: Vraagsoort
    kenmerk: str
    door: str
    op: Dag
    tot: Dag


class ArchiefBeeld(Uitvoer):
    """An archived subject without its content: numbers, dates, own questions, and whether a renewed decision is asked.

    `versie` is the version that a change must have seen.
    """

    dossier: ArchiefRegel
    versie: int
    vragen: tuple[VraagBeeld, ...]
    reactivering: ReactiveringBeeld | None


def _may_open(wie: Wie, feit: ArchiefFeit, _invoer: OpenArchief, edge: Edge) -> Verdict:
    return may_consult_archief(wie, feit, day=edge.day)


def vragen_of(pas: Pass, feit: ArchiefFeit) -> tuple[VraagBeeld, ...]:
    """Open the questions of the asker's organisation, newest first."""
    found = store.stukken.of_kind(pas, feit.id, ArchiefStuk.VRAAG, VraagInhoud)
    return tuple(
        VraagBeeld(
            id=stuk.id,
            soort=Vraagsoort(stuk.staat),
            kenmerk=stuk.inhoud.kenmerk,
            door=stuk.inhoud.door,
            op=stuk.op,
            tot=stuk.uiterlijk_op or stuk.op,
        )
        for stuk in reversed(found)
        if stuk.organisatie_id == pas.wie.organisatie_id
    )


def _open(pas: Pass, feit: ArchiefFeit, _invoer: OpenArchief) -> ArchiefBeeld:
    return ArchiefBeeld(
        dossier=regel_of(feit, pas.wie.convenant),
        versie=feit.versie,
        vragen=vragen_of(pas, feit),
        reactivering=reactivering_of(pas, feit),
    )


def _may_state(wie: Wie, feit: ArchiefFeit, invoer: StateArchiefvraag, edge: Edge) -> Verdict:
    return may_state_archiefvraag(wie, feit, kenmerk=invoer.kenmerk, day=edge.day)


def _state(pas: Pass, feit: ArchiefFeit, invoer: StateArchiefvraag) -> StukId:
    return store.stukken.add(
        pas,
        VraagInhoud(kenmerk=invoer.kenmerk, door=register.handelend(pas.wie)),
        houder_id=feit.id,
        soort=ArchiefStuk.VRAAG,
        organisatie_id=pas.wie.organisatie_id,
        uiterlijk_op=last_day(pas.day, termijn=term_of(pas.wie.convenant, TermijnCode.ARCHIEFVRAAG)),
        staat=invoer.soort,
    )


open_archief = register_act(
    HolderAct(
        code="open-archief",
        articles=("13.2",),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenArchief,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_open,
    )
)

state_archiefvraag = register_act(
    HolderAct(
        code="state-archiefvraag",
        articles=("13.2",),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=StateArchiefvraag,
        facts=store.facts,
        version=store.version,
        rule=_may_state,
        run=_state,
    )
)
