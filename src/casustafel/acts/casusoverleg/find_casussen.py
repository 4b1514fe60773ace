"""Find casussen: those at whose table one sits. A partner finds the number only. Covenant 10.4, 10.5."""

from collections.abc import Sequence

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Pagina, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, CasusStaat, Wie
from casustafel.convenant.rules.toegang import is_partner, may_find_casussen, may_open_plan
from casustafel.convenant.verdict import Verdict

PAGE = 50


class FindCasussen(Invoer):
    """Which page, counted from 1."""

    pagina: Pagina = 1


class CasusRegel(Bewaard):
    """A casus in a list. The name is empty for an externe casuspartner, who has the plan page only."""

    id: Id
    nummer: str
    naam: str
    staat: CasusStaat
    geopend_op: Dag
    is_plan_alleen: bool


class CasusLijst(Uitvoer):
    """A page of casussen, whether there is a next one, and how many were left out because they are damaged."""

    pagina: int
    is_laatste: bool
    beschadigd: int
    casussen: tuple[CasusRegel, ...]


def _candidates(wie: Wie, invoer: FindCasussen, edge: Edge) -> Sequence[CasusFeit]:
    return store.page(wie, day=edge.day, offset=(invoer.pagina - 1) * PAGE, limit=PAGE)


def _show(pas: Pass, casussen: Sequence[CasusFeit], invoer: FindCasussen) -> CasusLijst:
    is_plan_alleen = is_partner(pas.wie)
    names = {} if is_plan_alleen else store.names(pas, [casus.kop.id for casus in casussen])
    whole = [casus for casus in casussen if is_plan_alleen or casus.kop.id in names]
    return CasusLijst(
        pagina=invoer.pagina,
        is_laatste=len(casussen) < PAGE,
        beschadigd=len(casussen) - len(whole),
        casussen=tuple(
            CasusRegel(
                id=casus.kop.id,
                nummer=casus.kop.nummer,
                bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
                naam="" if is_plan_alleen else names[casus.kop.id].naam,
                staat=casus.kop.staat,
                geopend_op=casus.kop.geopend_op,
                is_plan_alleen=is_plan_alleen,
            )
            for casus in whole
        ),
    )


def _rule(wie: Wie, casus: CasusFeit, edge: Edge) -> Verdict:
    return may_open_plan(wie, casus.kop, day=edge.day)


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_casussen(wie, day=edge.day)


def _id(casus: CasusFeit) -> Id:
    return casus.kop.id


find_casussen = register_act(
    ListAct(
        code="find-casussen",
        articles=("10.4", "10.5"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.FOUND,
        invoer=FindCasussen,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
    )
)
