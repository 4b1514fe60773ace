"""Record that somebody was informed: how, when and by whom; what was left out waits on. Covenant 11.2, 11.5, 5."""

from typing import Any, Final

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.informeren.kamer import CASUS, DOSSIER, VERWERKING, Kamer, OverPersoon, OverSubject
from casustafel.acts.invoer import Dag, Invoer, Regel, Tekst
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import StukId, Wie
from casustafel.convenant.informatieplicht import Aantekening, Brieftaal, Verzendwijze
from casustafel.convenant.rules import informatieplicht as rules
from casustafel.convenant.verdict import Verdict


class Verteld(Invoer):
    """With which letter and how that was sent, or in words how else; by whom, and on which day."""

    brief: Brieftaal | None = None
    wijze: Verzendwijze | None = None
    hoe: Tekst = ""
    door: Regel
    op: Dag


class RecordGeinformeerd(Verteld, OverSubject):
    """The subject of a dossier was informed."""


class RecordGeinformeerdCasus(Verteld, OverPersoon):
    """A person of the casus was informed."""


def _record_in(kamer: Kamer, invoer_type: type[Any]) -> HolderAct[Any, Any, StukId]:
    def rule(wie: Wie, feit: Any, invoer: Any, edge: Edge) -> Verdict:
        plicht = kamer.plicht(wie, feit, invoer.wie_id, day=edge.day)
        given = {name: getattr(invoer, name) for name in ("hoe", "door", "op")}
        given |= {"brief": invoer.brief or "", "wijze": invoer.wijze or "", "day": edge.day}
        reasons = rules.inform_reasons(wie, plicht, **given) if plicht else iter(())
        return rules.on_plicht(kamer.may_open(wie, feit, day=edge.day), plicht, reasons)

    def run(pas: Pass, feit: Any, invoer: Any) -> StukId:
        plicht = kamer.plicht(pas.wie, feit, invoer.wie_id, day=pas.day)
        is_deels = plicht is not None and rules.informs_in_part(plicht, day=pas.day)
        return kamer.note(
            pas,
            feit,
            Aantekening.GEINFORMEERD_DEELS if is_deels else Aantekening.GEINFORMEERD,
            persoon_id=invoer.wie_id,
            brief=invoer.brief or "",
            wijze=invoer.wijze or "",
            hoe=invoer.hoe,
            geinformeerd_door=invoer.door,
            geinformeerd_op=invoer.op,
        )

    return register_act(
        HolderAct(
            code=kamer.code("record-geinformeerd"),
            articles=("11.2", "11.5", "5"),
            bestand=kamer.bestand,
            verwerking=VERWERKING,
            gevolg=Gevolg.CHANGED,
            invoer=invoer_type,
            facts=kamer.facts,
            version=kamer.version,
            adds=True,
            rule=rule,
            run=run,
        )
    )


record_geinformeerd: Final = {
    Bestand.WEEGPLOEG: _record_in(DOSSIER, RecordGeinformeerd),
    Bestand.CASUSOVERLEG: _record_in(CASUS, RecordGeinformeerdCasus),
}
