"""Gather what the files hold of who asks for access, and keep it with the request until the answer. Covenant 12.3.

The readings are acts of their own, each gated and logged in its file; what is sealed here is the overview of one
person, and nobody else. What was gathered first stands: a later gathering only adds what is new, and marks it.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from pydantic import PrivateAttr

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.betrokkene.overzicht_lezen import (
    OpenOverzicht,
    OpenOverzichtVan,
    OverzichtBeeld,
    open_overzicht,
    open_overzicht_archief,
    open_overzicht_casus,
    together,
    unread_of,
)
from casustafel.acts.edge import Edge
from casustafel.acts.gate import Act, Refused, do
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import OverzichtInhoud, VerzoektaakInhoud
from casustafel.betrokkene.overzicht import Overzicht
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.overzicht import may_gather_overzicht
from casustafel.convenant.rules.verzoekbesluit import UNDECIDED
from casustafel.convenant.stuk import VERVALLEN, VerzoekStuk
from casustafel.convenant.verdict import ALLOWED, Verdict, gettext_noop, refuse_for, state_fault
from casustafel.convenant.verzoek import Taakstaat, VerzoekFeit, check_by, still_to_ask
from casustafel.register import store as register

LOOK = "Kijk of in de stukken die uw organisatie inbracht nog iemand anders staat, en of zij gegeven kunnen worden."
"""What a party is asked of its own text; it stands in the file, so it is in the language of the file."""


class GatherOverzicht(Wijzigend):
    """Which dossier, and whose request it is: of the subject, or of the person with this piece of the casus."""

    dossier_id: Id
    persoon_id: Id | None = None
    _gelezen: tuple[OverzichtBeeld, ...] | None = PrivateAttr(default=None)


def _reads(wie: Wie, invoer: GatherOverzicht, edge: Edge) -> GatherOverzicht:
    """Open the dossier and its casus, or what the archive has of both."""
    read = invoer.model_copy()
    read._gelezen = tuple(opened(wie, invoer, edge))  # noqa: SLF001  # its own: carried in memory, never sent
    return read


def opened(wie: Wie, invoer: GatherOverzicht, edge: Edge) -> Iterator[OverzichtBeeld]:
    """Open what each file holds of a dossier that a request is about; what is in neither gives nothing."""
    asked = OpenOverzicht(houder_id=invoer.dossier_id, verzoek_id=invoer.houder_id)
    dossier = _seen(open_overzicht, wie, asked, edge)
    casus = None
    if dossier is not None:
        yield dossier
        if dossier.casus_id is None:
            return
        casus = _seen(open_overzicht_casus, wie, _about(invoer, dossier.casus_id), edge)
    found = casus or _seen(open_overzicht_archief, wie, _about(invoer, invoer.dossier_id), edge)
    if found is not None:
        yield found


def _about(invoer: GatherOverzicht, houder_id: UUID) -> OpenOverzichtVan:
    return OpenOverzichtVan(houder_id=houder_id, verzoek_id=invoer.houder_id, persoon_id=invoer.persoon_id)


def _seen(act: Act[Any, OverzichtBeeld], wie: Wie, invoer: OpenOverzicht, edge: Edge) -> OverzichtBeeld | None:
    """Open what one file holds; nothing where it is not there, or in an archive that somebody else must open.

    Any other refusal is one of the whole gathering.
    """
    try:
        return do(act, wie=wie, invoer=invoer, edge=edge)
    except Refused as refused:
        if not refused.verdict.is_hidden and act is not open_overzicht_archief:
            raise
        return None


def _may(wie: Wie, feit: VerzoekFeit, invoer: GatherOverzicht, edge: Edge) -> Verdict:
    gelezen = invoer._gelezen  # noqa: SLF001  # its own
    is_there = None if gelezen is None else bool(gelezen)
    return may_gather_overzicht(wie, feit, dossier_id=invoer.dossier_id, is_there=is_there, day=edge.day)


def _is_read(_pas: Pass, _feit: VerzoekFeit, invoer: GatherOverzicht) -> Verdict:
    """Refuse what became allowed only after it was asked whether to read: nothing was read then."""
    if invoer._gelezen is None:  # noqa: SLF001  # its own
        text = gettext_noop("Somebody changed this while you were working. Look at what changed, then save again.")
        return refuse_for([state_fault("12.3", "changed", text)])
    return ALLOWED


def _gather(pas: Pass, feit: VerzoekFeit, invoer: GatherOverzicht) -> None:
    beelden = invoer._gelezen or ()  # noqa: SLF001  # its own
    was = _earlier(pas, feit, invoer)
    unread = tuple(one for inhoud in was for one in inhoud.ongelezen if one.organisatie_id != pas.wie.organisatie_id)
    found = together(
        beelden,
        pas.wie.convenant,
        persoon_id=invoer.persoon_id,
        weglaten=[one.id for one in unread],
        ontvangen_op=feit.ontvangen_op,
    )
    store.stukken.add(
        pas,
        OverzichtInhoud(
            persoon_id=invoer.persoon_id,
            overzicht=found,
            ongelezen=tuple(dict.fromkeys((*unread, *unread_of(beelden)))),
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.OVERZICHT,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=invoer.dossier_id,
    )
    _ask(pas, feit, found)
    store.advance(pas, feit.id, feit.staat)


def _ask(pas: Pass, feit: VerzoekFeit, found: Overzicht) -> None:
    """Give each party whose text seems to name somebody else the task to look at it, unless it has one. Cov. 12.1."""
    if feit.staat not in UNDECIDED:
        return
    for organisatie_id in still_to_ask(feit, found.te_toetsen, pas.wie.convenant, day=pas.day):
        store.stukken.add(
            pas,
            VerzoektaakInhoud(opdracht=LOOK),
            houder_id=feit.id,
            soort=VerzoekStuk.TAAK,
            organisatie_id=organisatie_id,
            uiterlijk_op=max(check_by(feit, pas.wie.convenant), pas.day),
            staat=Taakstaat.OPEN,
        )


def _earlier(pas: Pass, feit: VerzoekFeit, invoer: GatherOverzicht) -> list[OverzichtInhoud]:
    """Give what was gathered of this dossier before; what was about another person in it is set aside."""
    found = store.stukken.of_kind(pas, feit.id, VerzoekStuk.OVERZICHT, OverzichtInhoud)
    here = [one for one in found if one.bij_id == invoer.dossier_id and one.staat != VERVALLEN]
    other = [one.id for one in here if one.inhoud.persoon_id != invoer.persoon_id]
    store.stukken.set_staat(pas, other, VERVALLEN)
    return [one.inhoud for one in here if one.id not in other]


def gathered_of(pas: Pass, feit_id: UUID) -> dict[UUID, list[OverzichtInhoud]]:
    """Give what was gathered, by dossier, oldest first."""
    found: dict[UUID, list[OverzichtInhoud]] = {}
    for one in store.stukken.of_kind(pas, feit_id, VerzoekStuk.OVERZICHT, OverzichtInhoud):
        if one.staat != VERVALLEN:
            found.setdefault(one.bij_id, []).append(one.inhoud)
    return found


gather_overzicht = change(
    "gather-overzicht",
    articles=("12.3", "8.4", "10.4", "13.2"),
    invoer=GatherOverzicht,
    rule=_may,
    run=_gather,
    toets=_is_read,
    reads=_reads,
)
