"""What is confirmed of a subject at opening and at the hand-over, as acts take it in and keep it. Covenant 3."""

from enum import StrEnum

from casustafel.acts.invoer import Invoer, Ja
from casustafel.bestand.pas import Pass
from casustafel.convenant.doelgroep import Doelgroep
from casustafel.convenant.feit import DossierId
from casustafel.weegploeg import store


class Moment(StrEnum):
    """When it was confirmed."""

    OPENING = "opening"
    OVERDRACHT = "overdracht"


class DoelgroepInvoer(Invoer):
    """That this person stays in the Netherlands, and radicalised or threatens to."""

    verblijft_in_nederland: Ja = False
    radicaliseert: Ja = False

    def doelgroep(self) -> Doelgroep:
        """Give what was confirmed as the rules know it."""
        return Doelgroep(verblijft_in_nederland=self.verblijft_in_nederland, radicaliseert=self.radicaliseert)


def keep_doelgroep(pas: Pass, dossier_id: DossierId, doelgroep: Doelgroep, *, moment: Moment) -> None:
    """Keep in the dossier what was confirmed, by which organisation, when: a mark of accountability."""
    store.stukken.add(
        pas,
        doelgroep,
        houder_id=dossier_id,
        soort=store.Soort.DOELGROEP,
        organisatie_id=pas.wie.organisatie_id,
        staat=moment,
    )
