"""Ask the parties for leave to disclose chosen items to a partner at the table. Covenant 10.5.i, 10.5.iii."""

from casustafel.acts.casusoverleg.gegeven import GegevenBeeld, for_reader, gegevens, steun_for
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, Regel, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import DoorverstrekkingInhoud, DoorverstrektInhoud
from casustafel.convenant.doorverstrekking import seat_of
from casustafel.convenant.feit import CasusFeit, OrganisatieId, StukId, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.doorverstrekking import Aanvraag, Keus, item_reasons, may_request_doorverstrekking
from casustafel.convenant.verdict import Verdict, refuse_for


class RequestDoorverstrekking(Wijzigend):
    """To which partner, why it needs the data, which items one by one, and the last day.

    The id of the casus stands for name, address and residence of the subject.
    """

    organisatie_id: Id
    noodzaak: tuple[Regel, ...]
    toelichting: Tekst
    gegevens: tuple[Id, ...]
    tot: Dag | None = None


def _rule(wie: Wie, casus: CasusFeit, invoer: RequestDoorverstrekking, edge: Edge) -> Verdict:
    aanvraag = Aanvraag(
        partner_id=OrganisatieId(invoer.organisatie_id),
        noodzaak=invoer.noodzaak,
        toelichting=invoer.toelichting,
        aantal=len(invoer.gegevens),
        tot=invoer.tot,
    )
    return may_request_doorverstrekking(wie, casus, aanvraag=aanvraag, day=edge.day)


def _chosen(pas: Pass, casus: CasusFeit, invoer: RequestDoorverstrekking) -> list[GegevenBeeld]:
    """Open the chosen items that the one who asks may read."""
    return for_reader(pas, casus, gegevens(pas, casus.kop.id, ids=set(invoer.gegevens)))


def _toets(pas: Pass, casus: CasusFeit, invoer: RequestDoorverstrekking) -> Verdict:
    found = _chosen(pas, casus, invoer)
    steun = steun_for(pas, casus, found)
    keus = Keus(
        partner_id=OrganisatieId(invoer.organisatie_id),
        aantal=len(set(invoer.gegevens)),
        gevonden=[(gegeven.soort, steun[gegeven.id]) for gegeven in found],
    )
    return refuse_for(item_reasons(pas.wie, casus, keus, day=pas.day))


def _run(pas: Pass, casus: CasusFeit, invoer: RequestDoorverstrekking) -> StukId:
    chosen = _chosen(pas, casus, invoer)
    doorverstrekking_id = store.stukken.add(
        pas,
        DoorverstrekkingInhoud(
            noodzaak=tuple(sorted(set(invoer.noodzaak))),
            toelichting=invoer.toelichting,
            soorten=tuple(sorted({gegeven.soort for gegeven in chosen})),
            gevraagd_op=pas.day,
        ),
        houder_id=casus.kop.id,
        soort=store.Soort.DOORVERSTREKKING,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=seat_of(casus, OrganisatieId(invoer.organisatie_id), day=pas.day),
        uiterlijk_op=invoer.tot,
        staat=Vraagstaat.OPEN,
    )
    for gegeven in chosen:
        store.stukken.add(
            pas,
            DoorverstrektInhoud(soort=gegeven.soort, stuk_id=gegeven.id),
            houder_id=casus.kop.id,
            soort=store.Soort.DOORVERSTREKT,
            organisatie_id=gegeven.organisatie_id,
            bij_id=doorverstrekking_id,
        )
    store.touch(pas, casus.kop.id)
    return doorverstrekking_id


request_doorverstrekking = register_act(
    HolderAct(
        code="request-doorverstrekking",
        articles=("10.5.i", "10.5.iii", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.CHANGED,
        invoer=RequestDoorverstrekking,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_rule,
        toets=_toets,
        run=_run,
    )
)
