"""What waits on the covenant itself, for the werkvoorraad. Covenant 4, 18.4."""

from collections.abc import Iterator

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Niets
from casustafel.acts.werk import WerkLijst, WerkRegel
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.bijlage import may_see_voorstellen
from casustafel.convenant.rules.verloop import evaluatie_due
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.vooruitzicht import convenantstukken_from
from casustafel.convenant.werk import Werk
from casustafel.convenant.werk_convenant import werk_on_evaluatie, werk_on_voorstel
from casustafel.register.store import verloop, voorstel


def _rule(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_see_voorstellen(wie, day=edge.day)


def _waiting(pas: Pass) -> Iterator[Werk]:
    convenant_id = pas.wie.convenant.id
    vanaf = convenantstukken_from(pas.wie.convenant, day=pas.day)
    for row in voorstel.voorstellen(convenant_id, vanaf=vanaf):
        yield from werk_on_voorstel(pas.wie, row.id, row.vraag, day=pas.day)
    rows = verloop.evaluaties(convenant_id)
    volgende_op = rows[0].volgende_op if rows else None
    due = evaluatie_due(pas.wie, volgende_op=volgende_op, is_evaluated=bool(rows))
    yield from werk_on_evaluatie(pas.wie, due, day=pas.day)


def _run(pas: Pass, _invoer: Niets) -> WerkLijst:
    return WerkLijst(
        werk=tuple(
            WerkRegel(
                stap=w.stap,
                artikel=w.artikel,
                houder_id=w.houder_id,
                nummer=w.nummer,
                uiterlijk_op=w.uiterlijk_op,
                bij_id=None,
                herinnerd_op=w.herinnerd_op,
            )
            for w in _waiting(pas)
        )
    )


find_werk_convenant = register_act(
    PlainAct(
        code="find-werk-convenant",
        articles=("4", "18.4"),
        bestand=Bestand.REGISTER,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_rule,
        run=_run,
    )
)
