"""The provision that comes with a signaal, an answer or a contribution, as acts take it in."""

from casustafel.acts.invoer import Dag, Invoer, Ja, Regel, Tekst
from casustafel.convenant.verstrekking import Verstrekking


class VerstrekkingInvoer(Invoer):
    """Ground, purpose and class of what is provided. Covenant 6; Besluit 1, 2."""

    grondslag: Regel
    taak: Regel = ""
    doel: Tekst = ""
    belang: Tekst = ""
    werkzaamheid: Regel = ""
    bepaling: Tekst = ""
    klasse: Regel = ""
    herkomst: Tekst = ""
    wijze: Tekst = ""
    opsporingsbelang_getoetst_door: Regel = ""
    opsporingsbelang_getoetst_op: Dag | None = None
    bevoegd_functionaris: Regel = ""
    bevoegd_functionaris_functie: Regel = ""
    bevoegd_functionaris_eenheid: Regel = ""
    bevoegd_functionaris_op: Dag | None = None
    bevoegd_functionaris_oordeel: Regel = ""
    bevoegd_functionaris_voorwaarden: Tekst = ""
    om_geraadpleegd: Regel = ""
    om_geraadpleegd_op: Dag | None = None
    derden_getoetst: Ja = False
    landelijk_team: Ja = False
    bijzonder: Regel = ""
    uitzondering: Regel = ""
    uitzondering_reden: Tekst = ""

    def feit(self) -> Verstrekking:
        """Give the provision as the rules and the file know it."""
        return Verstrekking(**self.model_dump())
