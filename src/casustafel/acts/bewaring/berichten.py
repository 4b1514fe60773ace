"""Tell a partner that what was disclosed to it was destroyed at its source. Covenant 10.5, 13.1, 14.2.

The notice holds the random number by which the partner knew the disclosure, and nothing of what it was.
"""

from casustafel.acts.bewaring.termijnen import UntilDay, ended_by
from casustafel.acts.bewaring.vernietiging import ACTIVITY
from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Invoer, Niets
from casustafel.acts.werk import WerkLijst, WerkRegel
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.bewaring import A_DAY
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.rules.bewaring import may_run_nachtwerk
from casustafel.convenant.rules.doorverstrekking import may_find_doorverstrekkingen
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import Stap

HELD = ((Bestand.CASUSOVERLEG, casusoverleg.vernietiging), (Bestand.ARCHIEF, archief.vernietiging))


def _may_find(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_find_doorverstrekkingen(wie, day=edge.day)


def _may_drop(wie: Wie, _invoer: Invoer, _edge: Edge) -> Verdict:
    return may_run_nachtwerk(wie)


def _find_in(bestand: Bestand, vernietiging: Vernietiging) -> PlainAct[Niets, WerkLijst]:
    def run(pas: Pass, _invoer: Niets) -> WerkLijst:
        vanaf = ended_by(pas.wie.convenant, TermijnCode.VERNIETIGBERICHT, day=pas.day) + A_DAY
        found = vernietiging.told(pas.wie.convenant.id, pas.wie.organisatie_id or NOBODY, vanaf=vanaf)
        return WerkLijst(
            werk=tuple(
                WerkRegel(
                    stap=Stap.VERNIETIG_ONTVANGEN,
                    artikel="13.1",
                    houder_id=bericht_id,
                    nummer=nummer,
                    uiterlijk_op=op,
                    bij_id=None,
                    herinnerd_op=None,
                )
                for bericht_id, nummer, op in found
            )
        )

    return PlainAct(
        code=f"find-werk-vernietigd-{bestand.value}",
        articles=("10.5", "13.1", "14.2"),
        bestand=bestand,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_may_find,
        run=run,
    )


def _drop_in(bestand: Bestand, vernietiging: Vernietiging) -> PlainAct[UntilDay, int]:
    def run(pas: Pass, invoer: UntilDay) -> int:
        return vernietiging.drop_told(pas, until=invoer.tot_en_met)

    return PlainAct(
        code=f"drop-berichten-{bestand.value}",
        articles=("13.1",),
        bestand=bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=UntilDay,
        rule=_may_drop,
        run=run,
    )


find_werk_vernietigd: tuple[PlainAct[Niets, WerkLijst], ...] = tuple(register_act(_find_in(*one)) for one in HELD)
"""What a partner is told to destroy, by the file in which it was destroyed."""
drop_berichten: tuple[PlainAct[UntilDay, int], ...] = tuple(register_act(_drop_in(*one)) for one in HELD)
