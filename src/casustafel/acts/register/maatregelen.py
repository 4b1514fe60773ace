"""State that the college has adequate measures for purpose limitation and retention. Besluit B2.b; covenant 15.2."""

from datetime import date

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Regel, Tekst
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.maatregelen import may_record_maatregelen
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verdict import Verdict
from casustafel.register import store


class RecordMaatregelen(Invoer):
    """Which measures, established by whom and when. The statement is current for the term of the yearly evaluation."""

    vastgesteld_op: Dag | None = None
    door: Regel
    omschrijving: Tekst


def keep_maatregelen(  # a statement is its day, who made it, and what it says
    pas: Pass, *, convenant_id: Id, regime_code: str, vastgesteld_op: date, door: str, omschrijving: str
) -> Id:
    """Keep a statement until the last day of its term, and give its id."""
    statement_id = pas.new_id()
    termijn = regime(regime_code).term(TermijnCode.BEVEILIGING_EVALUEREN)
    store.add_maatregelen(
        id=statement_id,
        convenant_id=convenant_id,
        vastgesteld_op=vastgesteld_op,
        door=door,
        omschrijving=omschrijving,
        geldig_tot=last_day(vastgesteld_op, termijn=termijn),
    )
    pas.note(statement_id)
    return statement_id


def _rule(wie: Wie, invoer: RecordMaatregelen, edge: Edge) -> Verdict:
    return may_record_maatregelen(
        wie, vastgesteld_op=invoer.vastgesteld_op, door=invoer.door, omschrijving=invoer.omschrijving, day=edge.day
    )


def _run(pas: Pass, invoer: RecordMaatregelen) -> Id:
    convenant = pas.wie.convenant
    return keep_maatregelen(
        pas,
        convenant_id=convenant.id,
        regime_code=convenant.regime,
        vastgesteld_op=invoer.vastgesteld_op or pas.day,
        door=invoer.door,
        omschrijving=invoer.omschrijving,
    )


record_maatregelen = register_act(
    PlainAct(
        code="record-maatregelen",
        articles=("B2.b", "15.2"),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.CHANGED,
        invoer=RecordMaatregelen,
        rule=_rule,
        run=_run,
    )
)
