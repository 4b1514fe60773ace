"""Look at the pieces that the own party provided, and say of each whether it is given. Covenant 12.3, 12.4, 11.3."""

from collections.abc import Iterator
from uuid import UUID

from casustafel.acts.betrokkene.declare import ACTIVITY, change
from casustafel.acts.betrokkene.inzagenamen import InzagenamenBeeld, chosen, names_for
from casustafel.acts.betrokkene.samenstellen import Samengesteld, answer_with, joined
from casustafel.acts.betrokkene.vastleggen import gathered_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Regel, Tekst, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import KeuzeInhoud, OverzichtInhoud
from casustafel.betrokkene.overzicht import Overzicht, OverzichtStuk
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoek import may_find_verzoek
from casustafel.convenant.rules.verzoekbesluit import (
    STUK_GROND,
    may_choose_stuk,
    may_see_stukken,
    would_decide,
)
from casustafel.convenant.rules.wijziging import overview_reasons
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import ALLOWED, Verdict, field_fault, gettext_noop, refuse_for
from casustafel.convenant.verzoek import Stukkeuze, VerzoekFeit
from casustafel.register import store as register


class ChooseStuk(OpHouder):
    """Which piece; give it, keep it back, or leave the melder's name out; on which ground, and why."""

    stuk_id: Id
    keuze: Stukkeuze
    grond: Regel = ""
    motivering: Tekst = ""


class OpenVerzoekoverzicht(OpHouder):
    """Of which request."""


class OpenVerzoekstukken(OpHouder):
    """Of which request."""


class KeuzeBeeld(Uitvoer):
    """What a party said of a piece."""

    stuk_id: Id
    organisatie_id: Id
    op: Dag
    keuze: Stukkeuze
    grond: str
    motivering: str
    door: str
    als_plaatsvervanger: bool


class VerzoekoverzichtBeeld(Uitvoer):
    """All that was gathered for a request, what was said of its pieces, and the answer that follows as it stands.

    `ongelezen`: pieces that their class kept from who gathered, and that their organisation still adds.
    """

    id: Id
    nummer: str
    overzicht: Overzicht
    keuzes: tuple[KeuzeBeeld, ...]
    inzagenamen: tuple[InzagenamenBeeld, ...]
    antwoord: Samengesteld
    ongelezen: tuple[Id, ...]


class VerzoekstukkenBeeld(Uitvoer):
    """The pieces that the own organisation provided, as they would be given, and what was said of them."""

    id: Id
    nummer: str
    stukken: tuple[OverzichtStuk, ...]
    keuzes: tuple[KeuzeBeeld, ...]


def _rule(wie: Wie, feit: VerzoekFeit, invoer: ChooseStuk, edge: Edge) -> Verdict:
    return may_choose_stuk(
        wie, feit, keuze=invoer.keuze, grond=invoer.grond, motivering=invoer.motivering, day=edge.day
    )


def _whole(pas: Pass, feit: VerzoekFeit) -> tuple[Overzicht, list[OverzichtInhoud]]:
    gathered = [one for found in gathered_of(pas, feit.id).values() for one in found]
    return joined(gathered), gathered


def _is_own(pas: Pass, feit: VerzoekFeit, invoer: ChooseStuk) -> Verdict:
    """Ask the piece to come from this party; what comes from no party, a kernpartij keeps back to protect somebody."""
    overzicht, _gathered = _whole(pas, feit)
    stuk = next((one for one in overzicht.stukken if one.id == invoer.stuk_id), None)
    if stuk is None or not (stuk.organisatie_id == pas.wie.organisatie_id or _is_nobodys(pas.wie, stuk)):
        text = gettext_noop("This piece does not come from your organisation.")
        return refuse_for([field_fault("12.4", "stuk_id", text)])
    if stuk.organisatie_id != pas.wie.organisatie_id and invoer.grond not in {"", STUK_GROND}:
        text = gettext_noop("What comes from no party is kept back only to protect somebody.")
        return refuse_for([field_fault("12.4", "grond", text)])
    return ALLOWED


def _is_nobodys(wie: Wie, stuk: OverzichtStuk) -> bool:
    """Tell whether a piece comes from no party, such as one of an externe casuspartner: then a kernpartij looks."""
    van = next((o for o in wie.convenant.organisaties if o.id == stuk.organisatie_id), None)
    return is_weegploeg(wie) and (van is None or van.soort not in PARTIJEN)


def _choose(pas: Pass, feit: VerzoekFeit, invoer: ChooseStuk) -> None:
    store.stukken.put_own(
        pas,
        KeuzeInhoud(
            motivering=invoer.motivering,
            door=register.handelend(pas.wie),
            als_plaatsvervanger=pas.wie.is_plaatsvervanger,
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.KEUZE,
        bij_id=invoer.stuk_id,
        staat=f"{invoer.keuze}:{invoer.grond}" if invoer.grond else invoer.keuze.value,
    )


def _said(pas: Pass, feit: VerzoekFeit) -> Iterator[KeuzeBeeld]:
    for stuk in store.stukken.of_kind(pas, feit.id, VerzoekStuk.KEUZE, KeuzeInhoud):
        keuze, _sign, grond = stuk.staat.partition(":")
        yield KeuzeBeeld(
            stuk_id=stuk.bij_id,
            organisatie_id=stuk.organisatie_id,
            op=stuk.op,
            keuze=Stukkeuze(keuze),
            grond=grond,
            motivering=stuk.inhoud.motivering,
            door=stuk.inhoud.door,
            als_plaatsvervanger=stuk.inhoud.als_plaatsvervanger,
        )


def composed(pas: Pass, feit: VerzoekFeit, gathered: list[OverzichtInhoud]) -> Samengesteld:
    """Compose the answer as the positions and the choices stand, or as it was decided. Covenant 12.3, 12.4."""
    uitkomst, kept = would_decide(feit, pas.wie, day=pas.day)
    namen = names_for(feit, gathered)
    return answer_with(feit, gathered, uitkomst=feit.uitkomst or uitkomst, kept=kept, namen=namen)


def _may_open(wie: Wie, feit: VerzoekFeit, _invoer: OpenVerzoekoverzicht, edge: Edge) -> Verdict:
    seen = may_find_verzoek(wie, feit, day=edge.day)
    return seen if not seen.is_allowed else refuse_for(overview_reasons(feit))


def _open(pas: Pass, feit: VerzoekFeit, _invoer: OpenVerzoekoverzicht) -> VerzoekoverzichtBeeld:
    overzicht, gathered = _whole(pas, feit)
    answer = composed(pas, feit, gathered)
    return VerzoekoverzichtBeeld(
        id=feit.id,
        nummer=feit.nummer,
        overzicht=overzicht,
        keuzes=tuple(_said(pas, feit)),
        inzagenamen=tuple(chosen(pas, feit)),
        antwoord=answer,
        ongelezen=tuple(one.id for one in answer.ongelezen),
    )


def _may_see(wie: Wie, feit: VerzoekFeit, _invoer: OpenVerzoekstukken, edge: Edge) -> Verdict:
    return may_see_stukken(wie, feit, day=edge.day)


def _own(pas: Pass, feit: VerzoekFeit, _invoer: OpenVerzoekstukken) -> VerzoekstukkenBeeld:
    overzicht, _gathered = _whole(pas, feit)
    own = pas.wie.organisatie_id
    stukken = tuple(one for one in overzicht.stukken if one.organisatie_id == own or _is_nobodys(pas.wie, one))
    ids: set[UUID] = {one.id for one in stukken}
    return VerzoekstukkenBeeld(
        id=feit.id,
        nummer=feit.nummer,
        stukken=stukken,
        keuzes=tuple(one for one in _said(pas, feit) if one.stuk_id in ids and one.organisatie_id == own),
    )


choose_stuk = change(
    "choose-stuk",
    articles=("12.3", "12.4", "11.3.e"),
    invoer=ChooseStuk,
    rule=_rule,
    run=_choose,
    adds=True,
    toets=_is_own,
)
open_verzoekoverzicht = register_act(
    HolderAct(
        code="open-verzoekoverzicht",
        articles=("12.2", "12.3", "12.4"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenVerzoekoverzicht,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_open,
    )
)
open_verzoekstukken = register_act(
    HolderAct(
        code="open-verzoekstukken",
        articles=("12.1", "12.3", "12.4"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenVerzoekstukken,
        facts=store.facts,
        version=store.version,
        rule=_may_see,
        run=_own,
    )
)
