"""What is sealed in each kind of piece: the schema of what goes to the archive and opens there again. Covenant 13.2."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from casustafel.bestand.inhoud import (
    AfschermingInhoud,
    ArchiefKop,
    ArchiefOverleg,
    InformerenInhoud,
    Leeg,
    StandpuntInhoud,
)
from casustafel.casusoverleg import inhoud as casus
from casustafel.convenant.doelgroep import Doelgroep
from casustafel.convenant.stuk import ArchiefStuk, CasusStuk, DossierStuk, Herkomst
from casustafel.weegploeg import inhoud as dossier

IN_DOSSIER: Final = MappingProxyType(
    {
        DossierStuk.SIGNAAL: dossier.SignaalInhoud,
        DossierStuk.VRAAG: dossier.VraagInhoud,
        DossierStuk.WEGING: dossier.WegingInhoud,
        DossierStuk.STANDPUNT: StandpuntInhoud,
        DossierStuk.BESLISSING: dossier.MotiveringInhoud,
        DossierStuk.BETROKKEN: dossier.MotiveringInhoud,
        DossierStuk.AFSLUITING: dossier.MotiveringInhoud,
        DossierStuk.VERLENGING: dossier.MotiveringInhoud,
        DossierStuk.CORRECTIE: dossier.CorrectieInhoud,
        DossierStuk.CONTROLE: dossier.ControleInhoud,
        DossierStuk.BEVESTIGING: dossier.BevestigingInhoud,
        DossierStuk.VERPLAATSING: dossier.VerplaatsingInhoud,
        DossierStuk.HERINNERING: Leeg,
        DossierStuk.DOELGROEP: Doelgroep,
        DossierStuk.HEROVERWEGING: dossier.HeroverwegingInhoud,
        DossierStuk.INFORMEREN: InformerenInhoud,
        DossierStuk.AFSCHERMING: AfschermingInhoud,
    }
)
IN_CASUS: Final = MappingProxyType(
    {
        CasusStuk.DEELNEMER: casus.RedenInhoud,
        CasusStuk.SIGNAAL: casus.SignaalInhoud,
        CasusStuk.BIJDRAGE: casus.BijdrageInhoud,
        CasusStuk.ANALYSE: casus.AnalyseInhoud,
        CasusStuk.PLAN: casus.PlanInhoud,
        CasusStuk.MAATREGEL: casus.MaatregelInhoud,
        CasusStuk.VOORTGANG: casus.VoortgangInhoud,
        CasusStuk.ADVIES: casus.MotiveringInhoud,
        CasusStuk.STANDPUNT: StandpuntInhoud,
        CasusStuk.AFSLUITING: casus.MotiveringInhoud,
        CasusStuk.ACHTERBLIJVER: casus.PersoonInhoud,
        CasusStuk.NETWERKPERSOON: casus.PersoonInhoud,
        CasusStuk.EVALUATIE: casus.EvaluatieInhoud,
        CasusStuk.INBRENG: casus.InbrengInhoud,
        CasusStuk.ADVIESVRAAG: casus.AdviesvraagInhoud,
        CasusStuk.CONTROLE: casus.ControleInhoud,
        CasusStuk.BEVESTIGING: casus.BevestigingInhoud,
        CasusStuk.DOORVERSTREKKING: casus.DoorverstrekkingInhoud,
        CasusStuk.DOORVERSTREKT: casus.DoorverstrektInhoud,
        CasusStuk.EIGEN_BESLUIT: casus.EigenBesluitInhoud,
        CasusStuk.CORRECTIE: casus.CorrectieInhoud,
        CasusStuk.HERINNERING: Leeg,
        CasusStuk.INFORMEREN: InformerenInhoud,
        CasusStuk.AFSCHERMING: AfschermingInhoud,
    }
)
MADE_THERE: Final = MappingProxyType({ArchiefStuk.KOP: ArchiefKop, ArchiefStuk.OVERLEG: ArchiefOverleg})
"""What the archive makes of a file itself, beside its pieces."""


def inhoud_of(herkomst: Herkomst, soort: str) -> type:
    """Give what is sealed in a piece that came from a file."""
    kinds: dict[Herkomst, Mapping[Any, type]] = {Herkomst.WEEGPLOEG: IN_DOSSIER, Herkomst.CASUSOVERLEG: IN_CASUS}
    return {**MADE_THERE, **kinds[herkomst]}[soort]
