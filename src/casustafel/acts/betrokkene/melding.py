"""The notice that an organisation got: look at it, and report that the own copies were corrected. Covenant 12.6."""

from collections import Counter
from collections.abc import Sequence

from casustafel.acts.betrokkene.declare import ACTIVITY, change
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Niets, OpHouder, Tekst, Uitvoer
from casustafel.acts.werk import listed
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AanvraagInhoud, MeldingInhoud
from casustafel.convenant.feit import Wie
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.rules.melding import (
    may_acknowledge_melding,
    may_find_meldingen,
    may_open_melding,
    own_meldingen,
)
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoeksoort
from casustafel.convenant.werk_verzoek import werk_on_meldingen
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.register import store as register


class OpenMelding(OpHouder):
    """Of which request."""


class AcknowledgeMelding(OpHouder):
    """Which notice, and what was done with the own copies."""

    melding_id: Id
    gedaan: Tekst


class MeldingRegel(Uitvoer):
    """A notice of the own organisation: by which day, and what it said it did."""

    id: Id
    op: Dag
    uiterlijk_op: Dag | None
    staat: Meldstaat
    gedaan: str
    gedaan_door: str


class GeteldeWijziging(Uitvoer):
    """How many items changed in a way."""

    soort: Wijzigingsoort
    aantal: int


class EigenMelding(Uitvoer):
    """That data was changed, of whom, and how many items in which way: no word of what they say.

    Who may read the file, reads it there; who has copies knows by this that these are to be corrected.
    """

    id: Id
    nummer: str
    soort: Verzoeksoort
    naam: str
    wijzigingen: tuple[GeteldeWijziging, ...]
    meldingen: tuple[MeldingRegel, ...]


def _may_open(wie: Wie, feit: VerzoekFeit, _invoer: OpenMelding, edge: Edge) -> Verdict:
    return may_open_melding(wie, feit, day=edge.day)


def _open(pas: Pass, feit: VerzoekFeit, _invoer: OpenMelding) -> EigenMelding:
    (aanvraag,) = store.stukken.of_kind(pas, feit.id, VerzoekStuk.AANVRAAG, AanvraagInhoud)
    own = {one.id for one in own_meldingen(pas.wie, feit)}
    found = store.stukken.of_kind(pas, feit.id, VerzoekStuk.MELDING, MeldingInhoud)
    counted = Counter(Wijzigingsoort(one.staat) for one in feit.wijzigingen)
    return EigenMelding(
        id=feit.id,
        nummer=feit.nummer,
        soort=feit.soort,
        naam=aanvraag.inhoud.naam,
        wijzigingen=tuple(GeteldeWijziging(soort=one, aantal=counted[one]) for one in Wijzigingsoort if counted[one]),
        meldingen=tuple(
            MeldingRegel(
                id=stuk.id,
                op=stuk.op,
                uiterlijk_op=stuk.uiterlijk_op,
                staat=Meldstaat(stuk.staat),
                gedaan=stuk.inhoud.gedaan,
                gedaan_door=stuk.inhoud.gedaan_door,
            )
            for stuk in found
            if stuk.id in own
        ),
    )


def _may_acknowledge(wie: Wie, feit: VerzoekFeit, invoer: AcknowledgeMelding, edge: Edge) -> Verdict:
    return may_acknowledge_melding(wie, feit, melding_id=invoer.melding_id, gedaan=invoer.gedaan, day=edge.day)


def _acknowledge(pas: Pass, feit: VerzoekFeit, invoer: AcknowledgeMelding) -> None:
    rows = store.stukken.sealed(feit.id, ids=[invoer.melding_id])[VerzoekStuk.MELDING]
    (melding,) = store.stukken.open(pas, rows, MeldingInhoud)
    said = MeldingInhoud(door=melding.inhoud.door, gedaan=invoer.gedaan, gedaan_door=register.handelend(pas.wie))
    store.acknowledged(pas, said, melding_id=invoer.melding_id)


def _candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[VerzoekFeit]:
    found = store.with_meldingen(wie, day=edge.day)
    return [feit for feit in found if any(werk_on_meldingen(wie, feit, day=edge.day))]


def _may_find(wie: Wie, edge: Edge) -> Verdict:
    return may_find_meldingen(wie, day=edge.day)


def _rule(wie: Wie, feit: VerzoekFeit, edge: Edge) -> Verdict:
    return may_open_melding(wie, feit, day=edge.day)


def _id(feit: VerzoekFeit) -> Id:
    return feit.id


open_melding = register_act(
    HolderAct(
        code="open-melding",
        articles=("12.6",),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenMelding,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_open,
    )
)
acknowledge_melding = change(
    "acknowledge-melding",
    articles=("12.6",),
    invoer=AcknowledgeMelding,
    rule=_may_acknowledge,
    run=_acknowledge,
    adds=True,
)
find_werk_meldingen = register_act(
    ListAct(
        code="find-werk-meldingen",
        articles=("12.6",),
        bestand=Bestand.BETROKKENE,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_candidates,
        id_of=_id,
        may=_may_find,
        rule=_rule,
        run=listed(werk_on_meldingen),
    )
)
