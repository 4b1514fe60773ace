"""Let an organisation join the table of a casus, or leave it. Covenant 9.1."""

from casustafel.acts.casusoverleg.steun import joining_reasons
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import RedenInhoud
from casustafel.convenant.feit import CasusFeit, OrganisatieId, StukId, Wie, of_kind
from casustafel.convenant.rules.deelname import may_admit_deelnemer, may_end_deelname
from casustafel.convenant.verdict import ALLOWED, Verdict, refuse_for


class AdmitDeelnemer(Wijzigend):
    """Who joins, from which day on, and why the plan needs it."""

    organisatie_id: Id
    vanaf: Dag | None = None
    reden: Tekst


class EndDeelname(Wijzigend):
    """Who leaves, from which day on (the first without access), and why."""

    organisatie_id: Id
    tot: Dag | None = None
    reden: Tekst


def _may_admit(wie: Wie, casus: CasusFeit, invoer: AdmitDeelnemer, edge: Edge) -> Verdict:
    return may_admit_deelnemer(
        wie,
        casus,
        organisatie_id=OrganisatieId(invoer.organisatie_id),
        vanaf=invoer.vanaf or edge.day,
        reden=invoer.reden,
        day=edge.day,
    )


def _class(pas: Pass, casus: CasusFeit, invoer: AdmitDeelnemer) -> Verdict:
    organisatie = pas.wie.convenant.organisatie(OrganisatieId(invoer.organisatie_id))
    return refuse_for(joining_reasons(pas, casus, organisatie)) if organisatie else ALLOWED


def _admit(pas: Pass, casus: CasusFeit, invoer: AdmitDeelnemer) -> StukId:
    deelnemer_id = store.stukken.add(
        pas,
        RedenInhoud(reden=invoer.reden),
        houder_id=casus.kop.id,
        soort=store.Soort.DEELNEMER,
        organisatie_id=invoer.organisatie_id,
        op=invoer.vanaf or pas.day,
    )
    store.touch(pas, casus.kop.id)
    return deelnemer_id


def _may_end(wie: Wie, casus: CasusFeit, invoer: EndDeelname, edge: Edge) -> Verdict:
    return may_end_deelname(
        wie,
        casus,
        organisatie_id=OrganisatieId(invoer.organisatie_id),
        tot=invoer.tot or edge.day,
        reden=invoer.reden,
        day=edge.day,
    )


def _end(pas: Pass, casus: CasusFeit, invoer: EndDeelname) -> None:
    seat = next(
        s
        for s in of_kind(casus.stukken, store.Soort.DEELNEMER)
        if s.organisatie_id == invoer.organisatie_id and (s.uiterlijk_op is None or pas.day < s.uiterlijk_op)
    )
    store.end_deelname(pas, casus.kop.id, seat.id, tot=invoer.tot or pas.day, reden=invoer.reden)
    store.touch(pas, casus.kop.id)


admit_deelnemer = register_act(
    HolderAct(
        code="admit-deelnemer",
        articles=("9.1", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AdmitDeelnemer,
        facts=store.facts,
        version=store.version,
        rule=_may_admit,
        toets=_class,
        run=_admit,
    )
)

end_deelname = register_act(
    HolderAct(
        code="end-deelname",
        articles=("9.1", "9.3"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=EndDeelname,
        facts=store.facts,
        version=store.version,
        rule=_may_end,
        run=_end,
    )
)
