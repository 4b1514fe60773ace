"""Find requests: number, kind, state, days; no name. Covenant 12.1, 12.2."""

from collections.abc import Sequence
from datetime import date

from casustafel.acts.betrokkene.declare import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Pagina, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.rules.verzoek import may_find_verzoek, may_find_verzoeken
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoeksoort, Verzoekstaat, answer_by, carry_out_by, due

PAGE = 50


class FindVerzoeken(Invoer):
    """The states, none for every one, and the page, counted from 1."""

    staten: tuple[Verzoekstaat, ...] = ()
    pagina: Pagina = 1


class VerzoekRegel(Uitvoer):
    """A request in a list: what is due next, by which day, and how many days are left; less than 0 where it is late."""

    id: Id
    nummer: str
    soort: Verzoeksoort
    staat: Verzoekstaat
    ontvangen_op: Dag
    antwoord_uiterlijk_op: Dag
    uitvoeren_uiterlijk_op: Dag | None
    beantwoord_op: Dag | None
    dagen_over: int | None
    artikel: str


class VerzoekLijst(Uitvoer):
    """A page of requests, what is due first at the top, and whether it is the last one."""

    pagina: int
    is_laatste: bool
    verzoeken: tuple[VerzoekRegel, ...]


def regel_of(feit: VerzoekFeit, convenant: ConvenantFeit, *, day: date) -> VerzoekRegel:
    """Give the number and days of a request."""
    fase = due(feit, convenant, day=day)
    return VerzoekRegel(
        id=feit.id,
        nummer=feit.nummer,
        soort=feit.soort,
        staat=feit.staat,
        ontvangen_op=feit.ontvangen_op,
        antwoord_uiterlijk_op=answer_by(feit, convenant),
        uitvoeren_uiterlijk_op=carry_out_by(feit, convenant),
        beantwoord_op=feit.beantwoord_op,
        dagen_over=fase.dagen if fase else None,
        artikel=fase.artikel if fase else "",
    )


def _candidates(wie: Wie, invoer: FindVerzoeken, edge: Edge) -> Sequence[VerzoekFeit]:
    staten = invoer.staten or tuple(Verzoekstaat)
    return store.page(wie, day=edge.day, staten=staten, offset=(invoer.pagina - 1) * PAGE, limit=PAGE)


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_verzoeken(wie, day=edge.day)


def _rule(wie: Wie, feit: VerzoekFeit, edge: Edge) -> Verdict:
    return may_find_verzoek(wie, feit, day=edge.day)


def _id(feit: VerzoekFeit) -> Id:
    return feit.id


def _show(pas: Pass, found: Sequence[VerzoekFeit], invoer: FindVerzoeken) -> VerzoekLijst:
    return VerzoekLijst(
        pagina=invoer.pagina,
        is_laatste=len(found) < PAGE,
        verzoeken=tuple(regel_of(feit, pas.wie.convenant, day=pas.day) for feit in found),
    )


find_verzoeken = register_act(
    ListAct(
        code="find-verzoeken",
        articles=("12.1", "12.2"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=FindVerzoeken,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
    )
)
