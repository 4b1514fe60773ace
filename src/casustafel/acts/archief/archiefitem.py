"""Open the archive item by item, under a stated question; the log keeps for what. Covenant 13.2, 13.4, 10.4."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from casustafel.acts.archief.find_archieven import ACTIVITY
from casustafel.acts.archief.reactiveringbeeld import asked_in
from casustafel.acts.bewaring.inhoud import inhoud_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.archief import store
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass, as_dict
from casustafel.convenant.archief import ArchiefFeit, ArchiefItemFeit, Vraagsoort
from casustafel.convenant.feit import OrganisatieId, Wie
from casustafel.convenant.overeenstemming import on_reactivation
from casustafel.convenant.regime import regime
from casustafel.convenant.rules import archief as rules
from casustafel.convenant.rules.klasse import WITHDRAWN
from casustafel.convenant.stuk import ArchiefStuk, CasusStuk, Herkomst
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.convenant.verstrekking import EigenBesluit


class OpenArchiefitems(OpHouder):
    """Under which question: an own one, or the decision that is pending."""

    vraag_id: Id


class OpenArchiefitem(OpenArchiefitems):
    """Which item, under which question."""

    item_id: Id


class ArchiefItemRegel(Uitvoer):
    """An item, without its content: which file it comes from, what it is, of which day and organisation."""

    id: Id
    herkomst: Herkomst
    soort: str
    organisatie_id: Id | None
    op: Dag
    staat: str


class ArchiefItems(Uitvoer):
    """What there is to open under a question."""

    soort: Vraagsoort
    items: tuple[ArchiefItemRegel, ...]


class Veld(Uitvoer):
    """A field of an item: its name, and what stands in it."""

    naam: str
    waarde: str


class ArchiefItemBeeld(Uitvoer):
    """One item, opened."""

    item: ArchiefItemRegel
    velden: tuple[Veld, ...]


def _regel(item: ArchiefItemFeit) -> ArchiefItemRegel:
    stuk = item.stuk
    return ArchiefItemRegel(
        id=stuk.id,
        herkomst=item.herkomst,
        soort=stuk.soort,
        organisatie_id=stuk.organisatie_id,
        op=stuk.op,
        staat=stuk.staat,
    )


# --- what there is ---


def _may_list(wie: Wie, feit: ArchiefFeit, invoer: OpenArchiefitems, edge: Edge) -> Verdict:
    return rules.may_open_archiefitems(wie, feit, vraag_id=invoer.vraag_id, day=edge.day)


def _list(pas: Pass, feit: ArchiefFeit, invoer: OpenArchiefitems) -> ArchiefItems:
    gekozen = _chosen(pas, feit, invoer.vraag_id)
    shown = [item for item in feit.inhoud if gekozen is None or item.stuk.id in gekozen]
    soort = rules.purpose_of(pas.wie, feit, invoer.vraag_id, day=pas.day) or Vraagsoort.HEROVERWEGING
    return ArchiefItems(soort=soort, items=tuple(_regel(item) for item in shown))


def _chosen(pas: Pass, feit: ArchiefFeit, vraag_id: UUID) -> set[UUID] | None:
    """Give what a pending decision is about, the head of the dossier with it; nothing for a question of one's own."""
    asked = on_reactivation(feit)
    if asked is None or asked[0] != vraag_id:
        return None
    heads = {
        item.stuk.id
        for item in feit.inhoud
        if item.herkomst is Herkomst.WEEGPLOEG and item.stuk.soort == ArchiefStuk.KOP
    }
    return {*asked_in(pas, feit, vraag_id).inhoud.items, *heads}


def _purpose(wie: Wie, feit: ArchiefFeit, vraag_id: UUID, edge: Edge) -> str:
    return rules.purpose_of(wie, feit, vraag_id, day=edge.day) or ""


def _stated_for_list(wie: Wie, feit: ArchiefFeit, invoer: OpenArchiefitems, edge: Edge) -> tuple[str, Collection[UUID]]:
    return _purpose(wie, feit, invoer.vraag_id, edge), [invoer.vraag_id]


# --- one item ---


def _may_open(wie: Wie, feit: ArchiefFeit, invoer: OpenArchiefitem, edge: Edge) -> Verdict:
    return rules.may_open_archiefitem(wie, feit, vraag_id=invoer.vraag_id, item_id=invoer.item_id, day=edge.day)


def _toets(pas: Pass, feit: ArchiefFeit, invoer: OpenArchiefitem) -> Verdict:
    """Judge what is sealed: whether a pending decision is about it, and whether its class lets this reader have it."""
    merk = getattr(_opened(pas, feit, invoer.item_id), "merk", None)
    of_class = rules.archief_class_reasons(
        merk,
        item_id=invoer.item_id,
        organisatie=pas.wie.organisatie,
        besluiten=_decisions(feit),
        regime=regime(pas.wie.convenant.regime),
        day=pas.day,
    )
    gekozen = _chosen(pas, feit, invoer.vraag_id)
    return refuse_for([*rules.chosen_reasons(invoer.item_id, gekozen=gekozen), *of_class])


def _decisions(feit: ArchiefFeit) -> frozenset[EigenBesluit]:
    of_casus = (item.stuk for item in feit.inhoud if item.herkomst is Herkomst.CASUSOVERLEG)
    return frozenset(
        EigenBesluit(item_id=stuk.bij_id, organisatie_id=OrganisatieId(stuk.organisatie_id))
        for stuk in of_casus
        if stuk.soort == CasusStuk.EIGEN_BESLUIT
        and stuk.staat != WITHDRAWN
        and stuk.bij_id is not None
        and stuk.organisatie_id is not None
    )


def _opened(pas: Pass, feit: ArchiefFeit, item_id: UUID) -> Any:
    item = _item(feit, item_id)
    rows = store.stukken.sealed(feit.id, ids=[item_id])[item.stuk.soort]
    kind: type[Any] = inhoud_of(item.herkomst, item.stuk.soort)
    (found,) = store.stukken.open(pas, rows, kind)
    return found.inhoud


def _item(feit: ArchiefFeit, item_id: UUID) -> ArchiefItemFeit:
    return next(item for item in feit.inhoud if item.stuk.id == item_id)


def _open(pas: Pass, feit: ArchiefFeit, invoer: OpenArchiefitem) -> ArchiefItemBeeld:
    inhoud = as_dict(_opened(pas, feit, invoer.item_id))
    return ArchiefItemBeeld(item=_regel(_item(feit, invoer.item_id)), velden=tuple(_fields(inhoud)))


def _fields(inhoud: Mapping[str, Any], within: str = "") -> Iterator[Veld]:
    """Give what stands in an item, field by field; what is empty is left out."""
    for name, value in inhoud.items():
        naam = f"{within}{name}"
        if isinstance(value, dict):
            yield from _fields(value, f"{naam}.")
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            for place, one in enumerate(value, start=1):
                yield from _fields(one, f"{naam}.{place}.")
        elif value not in (None, "", []):
            yield Veld(naam=naam, waarde=_text(value if isinstance(value, list) else [value]))


def _text(values: Iterable[Any]) -> str:
    return ", ".join({True: "ja", False: "nee"}[one] if isinstance(one, bool) else str(one) for one in values)


def _stated_for_item(wie: Wie, feit: ArchiefFeit, invoer: OpenArchiefitem, edge: Edge) -> tuple[str, Collection[UUID]]:
    return _purpose(wie, feit, invoer.vraag_id, edge), [invoer.vraag_id, invoer.item_id]


open_archiefitems = register_act(
    HolderAct(
        code="open-archiefitems",
        articles=("13.2", "13.4", "10.4"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenArchiefitems,
        facts=store.facts,
        version=store.version,
        rule=_may_list,
        run=_list,
        stated=_stated_for_list,
    )
)

open_archiefitem = register_act(
    HolderAct(
        code="open-archiefitem",
        articles=("13.2", "13.4", "10.4", "6"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenArchiefitem,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        toets=_toets,
        run=_open,
        stated=_stated_for_item,
    )
)
