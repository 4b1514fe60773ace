"""Open what each file holds of one person, for the overview of a request: one gated, logged reading per file.

Covenant 12.3, 10.4, 13.2. Each gives the overview of its own file, with what is shielded from casework (AVG 18);
`together` composes those of one person, so that whom one file knows is left out of the texts of the other.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

from pydantic import PrivateAttr

from casustafel.acts.betrokkene.declare import ACTIVITY
from casustafel.acts.betrokkene.inzage import LOG_OF, looked
from casustafel.acts.betrokkene.overzicht import Inhoud, compose, from_archive
from casustafel.acts.betrokkene.velden import PERSONEN
from casustafel.acts.bewaring.inhoud import IN_CASUS, IN_DOSSIER, MADE_THERE
from casustafel.acts.casusoverleg.steun import readable
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder, Uitvoer
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefItem
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store as verzoeken
from casustafel.betrokkene.inhoud import Ongelezen
from casustafel.betrokkene.overzicht import Overzicht
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import CasusFeit, ConvenantFeit, DossierFeit, OrganisatieId, StukId, Wie
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.archief import archief_class_reasons, kept_until
from casustafel.convenant.rules.klasse import WITHDRAWN, Steun
from casustafel.convenant.rules.overzicht import may_open_overzicht, may_open_overzicht_archief
from casustafel.convenant.stuk import ArchiefStuk, CasusStuk, Herkomst
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import EigenBesluit, Gebonden, Merk
from casustafel.convenant.verzoek import VerzoekFeit
from casustafel.convenant.vooruitzicht import outlook
from casustafel.weegploeg import store as weegploeg

PURPOSE: Final = "verzoek"
IN_ARCHIEF: Final = "archief"
"""Stands for the number where the archive itself was looked at."""
Feit = TypeVar("Feit")


class OpenOverzicht(OpHouder):
    """For which request, and which pieces a ground of 11.3 keeps back."""

    verzoek_id: Id
    weglaten: tuple[Id, ...] = ()


class OpenOverzichtVan(OpenOverzicht):
    """Also for somebody beside the subject: the achterblijver or network person with this piece."""

    persoon_id: Id | None = None


class PersoonRegel(Uitvoer):
    """An achterblijver or a person in the network, by name: whose request it may be."""

    id: Id
    soort: str
    naam: str


class OverzichtBeeld(Uitvoer):
    """What one file holds of the person. `niet_leesbaar`: what its class keeps from this reader, by its id.

    `te_toetsen`: pieces at which the organisation that provided them looks before they are given. `casus_id`: of a
    dossier that was handed over, where the rest is. `personen`: who beside the subject the request may be of.
    """

    overzicht: Overzicht
    te_toetsen: tuple[Id, ...]
    niet_leesbaar: tuple[Id, ...]
    casus_id: Id | None = None
    personen: tuple[PersoonRegel, ...] = ()
    _inhouden: tuple[Inhoud, ...] = PrivateAttr(default=())
    _ongelezen: tuple[Ongelezen, ...] = PrivateAttr(default=())
    _weg: frozenset[UUID] = PrivateAttr(default=frozenset())


def together(
    beelden: Iterable[OverzichtBeeld],
    convenant: ConvenantFeit,
    *,
    persoon_id: UUID | None = None,
    weglaten: Collection[UUID] = (),
    ontvangen_op: date | None = None,
) -> Overzicht:
    """Compose one overview of what was opened in several files, in memory. Covenant 12.3."""
    opened = tuple(beelden)
    return compose(
        [one for beeld in opened for one in beeld._inhouden],  # noqa: SLF001  # carried in memory, never sent
        convenant,
        persoon_id=persoon_id,
        weglaten=frozenset(weglaten).union(*(beeld._weg for beeld in opened)),  # noqa: SLF001  # as above
        ontvangen_op=ontvangen_op,
    )


def unread_of(beelden: Iterable[OverzichtBeeld]) -> tuple[Ongelezen, ...]:
    """Give what its class kept from who opened these files, with the organisation that it comes from."""
    return tuple(one for beeld in beelden for one in beeld._ongelezen)  # noqa: SLF001  # carried in memory, never sent


def _beeld(
    pas: Pass,
    inhouden: Collection[Inhoud],
    *,
    weglaten: Collection[UUID],
    niet_leesbaar: Collection[UUID] = (),
    persoon_id: UUID | None = None,
    casus_id: UUID | None = None,
) -> OverzichtBeeld:
    weg = frozenset({*weglaten, *niet_leesbaar})
    found = compose(inhouden, pas.wie.convenant, persoon_id=persoon_id, weglaten=weg)
    items = [item for one in inhouden for item in one.items]
    beeld = OverzichtBeeld(
        overzicht=found,
        te_toetsen=tuple(stuk.id for stuk in found.stukken if stuk.is_te_toetsen),
        niet_leesbaar=tuple(sorted(niet_leesbaar)),
        casus_id=casus_id,
        personen=tuple(
            PersoonRegel(id=item.id, soort=item.soort, naam=item.inhoud["naam"])
            for item in items
            if item.soort in PERSONEN and item.id not in niet_leesbaar
        ),
    )
    unread = tuple(Ongelezen(id=i.id, organisatie_id=i.organisatie_id) for i in items if i.id in niet_leesbaar)
    beeld._inhouden, beeld._weg, beeld._ongelezen = tuple(inhouden), weg, unread  # noqa: SLF001  # carried, never sent
    return beeld


def _verzoek(invoer: OpenOverzicht) -> VerzoekFeit | None:
    return verzoeken.facts([invoer.verzoek_id], lock=False).get(invoer.verzoek_id)


def _stated(_wie: Wie, _feit: Feit, invoer: OpenOverzicht, _edge: Edge) -> tuple[str, Collection[UUID]]:
    return PURPOSE, [invoer.verzoek_id]


def _kinds(kinds: Mapping[Any, type]) -> dict[str, type]:
    """Give what is sealed in each kind of piece, with what the archive makes of a file."""
    return {str(kind): sealed for known in (MADE_THERE, kinds) for kind, sealed in known.items()}


# --- the weegploeg ---


def _may_weegploeg(wie: Wie, dossier: DossierFeit, invoer: OpenOverzicht, edge: Edge) -> Verdict:
    return may_open_overzicht(wie, dossier.kop, _verzoek(invoer), dossier_id=dossier.kop.id, day=edge.day)


def _weegploeg(pas: Pass, dossier: DossierFeit, invoer: OpenOverzicht) -> OverzichtBeeld:
    ahead = outlook(dossier.kop, pas.wie.convenant)
    met = weegploeg.overleggen.history(dossier.kop.id)
    inhoud = Inhoud(
        herkomst=Herkomst.WEEGPLOEG,
        is_archief=False,
        nummer=dossier.kop.nummer,
        naw=weegploeg.naw_of(pas, dossier.kop.id),
        tot=ahead.tot,
        artikel=ahead.artikel,
        items=weegploeg.stukken.pack(pas, dossier.kop.id, _kinds(IN_DOSSIER), ook_afgeschermd=True),
        besproken_op=tuple(one.op for one in met if one.is_besproken),
        inzage=looked(Bestand.WEEGPLOEG, pas.sleutels.log_id(dossier.kop.id), nummer=dossier.kop.nummer),
    )
    return _beeld(pas, [inhoud], weglaten=invoer.weglaten, casus_id=weegploeg.casus_of(dossier.kop.id))


# --- the casusoverleg ---


def _may_casus(wie: Wie, casus: CasusFeit, invoer: OpenOverzichtVan, edge: Edge) -> Verdict:
    dossier_id = casusoverleg.dossier_of(casus.kop.id)
    return may_open_overzicht(wie, casus.kop, _verzoek(invoer), dossier_id=dossier_id, day=edge.day)


def _casus(pas: Pass, casus: CasusFeit, invoer: OpenOverzichtVan) -> OverzichtBeeld:
    ahead = outlook(casus.kop, pas.wie.convenant)
    met = casusoverleg.overleggen.history(casus.kop.id)
    items = casusoverleg.stukken.pack(pas, casus.kop.id, _kinds(IN_CASUS), ook_afgeschermd=True)
    steun = [Steun(id=StukId(item.id), merk=merk) for item in items if (merk := _merk(item)) is not None]
    inhoud = Inhoud(
        herkomst=Herkomst.CASUSOVERLEG,
        is_archief=False,
        nummer=casus.kop.nummer,
        naw=casusoverleg.naw_of(pas, casus.kop.id),
        tot=ahead.tot,
        artikel=ahead.artikel,
        items=items,
        besproken_op=tuple(one.op for one in met if one.is_besproken),
        inzage=looked(
            Bestand.CASUSOVERLEG,
            pas.sleutels.log_id(casus.kop.id),
            nummer=casus.kop.nummer,
            persoon_id=invoer.persoon_id,
        ),
    )
    unread = {one.id for one in steun} - readable(pas, casus, steun)
    return _beeld(pas, [inhoud], weglaten=invoer.weglaten, niet_leesbaar=unread, persoon_id=invoer.persoon_id)


def _merk(item: ArchiefItem) -> Merk | None:
    """Give the mark of a piece as it is sealed; a piece without one has no class."""
    mark = item.inhoud.get("merk")
    if not mark:
        return None
    bound = tuple(Gebonden(**one) for one in mark.get("gebonden", ()))
    return Merk(**{**mark, "klassen": tuple(mark.get("klassen", ())), "gebonden": bound})


# --- the archive ---


def _may_archief(wie: Wie, feit: ArchiefFeit, invoer: OpenOverzichtVan, edge: Edge) -> Verdict:
    return may_open_overzicht_archief(wie, feit, _verzoek(invoer), day=edge.day)


def _archief(pas: Pass, feit: ArchiefFeit, invoer: OpenOverzichtVan) -> OverzichtBeeld:
    items: list[tuple[Herkomst, ArchiefItem]] = []
    for herkomst, kinds in ((Herkomst.WEEGPLOEG, _kinds(IN_DOSSIER)), (Herkomst.CASUSOVERLEG, _kinds(IN_CASUS))):
        own = [item.stuk.id for item in feit.inhoud if item.herkomst is herkomst]
        items += [(herkomst, item) for item in archief.stukken.pack(pas, feit.id, kinds, ids=own, ook_afgeschermd=True)]
    inhouden = from_archive(items, tot=kept_until(feit, pas.wie.convenant), artikel="13.1")
    inhouden = tuple(_with_looks(pas, feit, inhouden, items, persoon_id=invoer.persoon_id))
    unread = _unread(pas, feit, [item for _herkomst, item in items])
    return _beeld(pas, inhouden, weglaten=invoer.weglaten, niet_leesbaar=unread, persoon_id=invoer.persoon_id)


def _with_looks(
    pas: Pass,
    feit: ArchiefFeit,
    inhouden: Sequence[Inhoud],
    items: Iterable[tuple[Herkomst, ArchiefItem]],
    *,
    persoon_id: UUID | None,
) -> Iterator[Inhoud]:
    """Give who looked: in the file that it came from, by the id that the head keeps of that log, and in the archive."""
    heads = {herkomst: item.inhoud for herkomst, item in items if item.soort == ArchiefStuk.KOP}
    here = looked(Bestand.ARCHIEF, pas.sleutels.log_id(feit.id), nummer=IN_ARCHIEF, persoon_id=persoon_id)
    for one in inhouden:
        known = heads[one.herkomst].get("log_id")
        log_id = UUID(str(known)) if known else None
        before = looked(LOG_OF[one.herkomst], log_id, nummer=one.nummer, persoon_id=persoon_id)
        yield replace(one, inzage=(*before, *here) if one is inhouden[-1] else before)


def _unread(pas: Pass, feit: ArchiefFeit, items: Iterable[ArchiefItem]) -> set[UUID]:
    """Give what its class keeps from this reader, as in the casus. Covenant 6, reading *Class*."""
    of_casus = [item.stuk for item in feit.inhoud if item.herkomst is Herkomst.CASUSOVERLEG]
    besluiten = frozenset(
        EigenBesluit(item_id=stuk.bij_id, organisatie_id=OrganisatieId(stuk.organisatie_id))
        for stuk in of_casus
        if stuk.soort == CasusStuk.EIGEN_BESLUIT and stuk.staat != WITHDRAWN and stuk.bij_id and stuk.organisatie_id
    )
    return {
        item.id
        for item in items
        if any(
            archief_class_reasons(
                _merk(item),
                item_id=item.id,
                organisatie=pas.wie.organisatie,
                besluiten=besluiten,
                regime=regime(pas.wie.convenant.regime),
                day=pas.day,
            )
        )
    }


def _stated_archief(
    _wie: Wie, feit: ArchiefFeit, invoer: OpenOverzichtVan, _edge: Edge
) -> tuple[str, Collection[UUID]]:
    return PURPOSE, [invoer.verzoek_id, *(item.stuk.id for item in feit.inhoud)]


open_overzicht = register_act(
    HolderAct(
        code="open-overzicht",
        articles=("12.3", "12.4", "8.4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenOverzicht,
        facts=weegploeg.all_facts,
        version=weegploeg.version,
        rule=_may_weegploeg,
        run=_weegploeg,
        stated=_stated,
    )
)
open_overzicht_casus = register_act(
    HolderAct(
        code="open-overzicht-casus",
        articles=("12.3", "12.4", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenOverzichtVan,
        facts=casusoverleg.all_facts,
        version=casusoverleg.version,
        rule=_may_casus,
        run=_casus,
        stated=_stated,
    )
)
open_overzicht_archief = register_act(
    HolderAct(
        code="open-overzicht-archief",
        articles=("12.3", "12.4", "13.2"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenOverzichtVan,
        facts=archief.all_facts,
        version=archief.version,
        rule=_may_archief,
        run=_archief,
        stated=_stated_archief,
    )
)
