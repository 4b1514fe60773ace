"""Tell everybody concerned of what was carried out. Covenant 12.6."""

from collections.abc import Collection
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Id, Tekst, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import MeldingInhoud
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoekuitvoering import may_notify_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg


class NotifyVerzoek(Wijzigend):
    """Which organisations were told, and in words who else."""

    organisaties: tuple[Id, ...]
    anderen: Tekst = ""


def recipients(dossiers: Collection[UUID]) -> frozenset[UUID]:
    """Give who took part in the cases of these dossiers: everybody who was at the table received of it. Cov. 12.6."""
    found = weegploeg.bewaring(dossiers, lock=False).values()
    casussen = casusoverleg.facts([one.elders_id for one in found if one.elders_id], lock=False).values()
    return frozenset(d.organisatie_id for casus in casussen for d in casus.kop.deelnemers)


def _may_notify(wie: Wie, feit: VerzoekFeit, invoer: NotifyVerzoek, edge: Edge) -> Verdict:
    return may_notify_verzoek(
        wie, feit, organisaties=invoer.organisaties, verplicht=recipients(feit.treffers), day=edge.day
    )


def _notify(pas: Pass, feit: VerzoekFeit, invoer: NotifyVerzoek) -> None:
    inhoud = MeldingInhoud(anderen=invoer.anderen, door=register.handelend(pas.wie))
    for organisatie_id in dict.fromkeys(invoer.organisaties):
        store.stukken.add(pas, inhoud, houder_id=feit.id, soort=VerzoekStuk.MELDING, organisatie_id=organisatie_id)
    store.advance(pas, feit.id, Verzoekstaat.GEMELD)


notify_verzoek = change("notify-verzoek", articles=("12.6",), invoer=NotifyVerzoek, rule=_may_notify, run=_notify)
