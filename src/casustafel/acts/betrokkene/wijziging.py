"""Choose what a decision changes in the files, item by item, and take a choice back. Covenant 12.5, 12.6."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.betrokkene.samenstellen import joined
from casustafel.acts.betrokkene.vastleggen import gathered_of
from casustafel.acts.betrokkene.velden import texts_in
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Id, Regel, Tekst, Wijzigend
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import WijzigingInhoud
from casustafel.betrokkene.overzicht import Overzicht, OverzichtStuk
from casustafel.convenant.feit import StukId, Wie
from casustafel.convenant.rules.verzoekbesluit import would_decide
from casustafel.convenant.rules.wijziging import may_choose_wijziging, may_withdraw_wijziging, stuk_reasons
from casustafel.convenant.stuk import ArchiefStuk, Herkomst, VerzoekStuk
from casustafel.convenant.verdict import Verdict, field_fault, gettext_noop, refuse_for
from casustafel.convenant.verzoek import VerzoekFeit
from casustafel.convenant.wijziging import GEKOPIEERD, Wijzigingsoort
from casustafel.register import store as register

NAW_TEXTS = frozenset(Naw.__dataclass_fields__) & {"naam", "adres", "woonplaats"}
"""The texts of the name and address."""


class ChooseWijziging(Wijzigend):
    """Which item, or the dossier itself for the name and address; what is done, in which text, and the new one."""

    stuk_id: Id
    soort: Wijzigingsoort
    veld: Regel = ""
    tekst: Tekst = ""


class WithdrawWijziging(Wijzigend):
    """Which choice."""

    wijziging_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedoeld:
    """The item that is meant, and of which dossier: of a copy the original, so that both change."""

    id: UUID
    dossier_id: UUID
    herkomst: Herkomst
    soort: str
    op: date
    velden: frozenset[str]
    organisatie_id: UUID | None = None


def meant(pas: Pass, feit: VerzoekFeit, stuk_id: UUID) -> Bedoeld | None:
    """Give the item in what was gathered; nothing where it is not there."""
    for dossier_id, gathered in gathered_of(pas, feit.id).items():
        if stuk_id == dossier_id and all(one.persoon_id is None for one in gathered):
            return Bedoeld(
                id=dossier_id,
                dossier_id=dossier_id,
                herkomst=Herkomst.WEEGPLOEG,
                soort=ArchiefStuk.KOP,
                op=feit.ontvangen_op,
                velden=NAW_TEXTS,
            )
        whole = joined(gathered)
        for one in whole.stukken:
            if one.id == stuk_id:
                return _bedoeld(original_of(one, whole), dossier_id)
    return None


def _bedoeld(stuk: OverzichtStuk, dossier_id: UUID) -> Bedoeld:
    return Bedoeld(
        id=stuk.id,
        dossier_id=dossier_id,
        herkomst=stuk.herkomst,
        soort=stuk.soort,
        op=stuk.op,
        velden=texts_in(stuk.herkomst, stuk.soort),
        organisatie_id=stuk.organisatie_id,
    )


def original_of(stuk: OverzichtStuk, whole: Overzicht) -> OverzichtStuk:
    """Give the piece of the dossier that a piece of the casus is a copy of; else the piece itself. Covenant 8.5."""
    soort = GEKOPIEERD.get(stuk.soort)
    if stuk.herkomst is not Herkomst.CASUSOVERLEG or soort is None:
        return stuk
    there = (one for one in whole.stukken if one.id in stuk.gaat_mee_met)
    return next((one for one in there if one.herkomst is Herkomst.WEEGPLOEG and one.soort == soort), stuk)


def _may_choose(wie: Wie, feit: VerzoekFeit, invoer: ChooseWijziging, edge: Edge) -> Verdict:
    return may_choose_wijziging(
        wie,
        feit,
        soort=invoer.soort,
        veld=invoer.veld,
        tekst=invoer.tekst,
        day=edge.day,
    )


def _is_meant(pas: Pass, feit: VerzoekFeit, invoer: ChooseWijziging) -> Verdict:
    """Ask the item to be among what was gathered, to be one that can change so, and within the decision."""
    found = meant(pas, feit, invoer.stuk_id)
    if found is None:
        text = gettext_noop("This item is not among what was gathered.")
        return refuse_for([field_fault("12.5", "stuk_id", text)])
    _uitkomst, kept = would_decide(feit, pas.wie, day=pas.day)
    return refuse_for(
        stuk_reasons(
            invoer.soort,
            herkomst=found.herkomst,
            stuksoort=found.soort,
            veld=invoer.veld,
            velden=found.velden,
            is_kept=found.organisatie_id in kept,
        )
    )


def _choose(pas: Pass, feit: VerzoekFeit, invoer: ChooseWijziging) -> StukId:
    """Keep the choice; an earlier one on the same text, or on an item that is removed, goes."""
    found = meant(pas, feit, invoer.stuk_id)
    if found is None:
        msg = "It was judged that this is there."
        raise LookupError(msg)
    store.stukken.remove(pas, list(_replaced(pas, feit, found.id, invoer)))
    made = store.stukken.add(
        pas,
        WijzigingInhoud(
            dossier_id=found.dossier_id,
            herkomst=found.herkomst,
            stuksoort=found.soort,
            stuk_op=found.op,
            veld=invoer.veld,
            tekst=invoer.tekst,
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.WIJZIGING,
        bij_id=found.id,
        staat=invoer.soort,
    )
    store.advance(pas, feit.id, feit.staat)
    return made


def _replaced(pas: Pass, feit: VerzoekFeit, stuk_id: UUID, invoer: ChooseWijziging) -> Iterator[UUID]:
    whole = Wijzigingsoort.VERWIJDEREN
    for one in store.stukken.of_kind(pas, feit.id, VerzoekStuk.WIJZIGING, WijzigingInhoud):
        is_same = one.inhoud.veld == invoer.veld or whole in {invoer.soort, Wijzigingsoort(one.staat)}
        if one.bij_id == stuk_id and is_same:
            yield one.id


def _may_withdraw(wie: Wie, feit: VerzoekFeit, invoer: WithdrawWijziging, edge: Edge) -> Verdict:
    return may_withdraw_wijziging(wie, feit, wijziging_id=invoer.wijziging_id, day=edge.day)


def _withdraw(pas: Pass, feit: VerzoekFeit, invoer: WithdrawWijziging) -> None:
    store.stukken.remove(pas, [invoer.wijziging_id])
    store.advance(pas, feit.id, feit.staat)


choose_wijziging = change(
    "choose-wijziging",
    articles=("12.5", "12.6"),
    invoer=ChooseWijziging,
    rule=_may_choose,
    run=_choose,
    toets=_is_meant,
)
withdraw_wijziging = change(
    "withdraw-wijziging", articles=("12.5",), invoer=WithdrawWijziging, rule=_may_withdraw, run=_withdraw
)
