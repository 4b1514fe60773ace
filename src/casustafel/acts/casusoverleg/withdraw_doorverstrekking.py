"""Withdraw a request to disclose, or the permission that was given: what the partner saw is gone. Covenant 10.5.ii."""

from dataclasses import replace

from casustafel.acts.casusoverleg.toestemming import inhoud_of, reach, version
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import OpHouder, Tekst
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.doorverstrekking import may_withdraw_doorverstrekking
from casustafel.convenant.verdict import Verdict


class WithdrawDoorverstrekking(OpHouder):
    """Which disclosure, by its own id, and why."""

    reden: Tekst


def _rule(wie: Wie, doorverstrekking: DoorverstrekkingFeit, invoer: WithdrawDoorverstrekking, edge: Edge) -> Verdict:
    return may_withdraw_doorverstrekking(wie, doorverstrekking, reden=invoer.reden, day=edge.day)


def _run(pas: Pass, doorverstrekking: DoorverstrekkingFeit, invoer: WithdrawDoorverstrekking) -> None:
    inhoud = replace(
        inhoud_of(pas, doorverstrekking),
        ingetrokken_op=pas.day,
        ingetrokken_door=pas.wie.organisatie_id,
        reden=invoer.reden,
    )
    store.stukken.replace(
        pas, inhoud, id=doorverstrekking.id, staat=Vraagstaat.INGETROKKEN, op=doorverstrekking.gevraagd_op
    )
    store.touch(pas, doorverstrekking.casus.kop.id)


withdraw_doorverstrekking = register_act(
    HolderAct(
        code="withdraw-doorverstrekking",
        articles=("10.5.ii", "10.5.iii"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawDoorverstrekking,
        facts=store.doorverstrekkingen,
        version=version,
        adds=True,
        rule=_rule,
        run=_run,
        reach=reach,
    )
)
