"""A correction in every file: asked, decided, chosen item by item, carried out. Covenant 12.5, 12.6."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from casustafel.acts.betrokkene.answer_verzoek import answer_verzoek
from casustafel.acts.betrokkene.carry_out_verzoek import carry_out_verzoek
from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.stukkeuze import open_verzoekoverzicht
from casustafel.acts.betrokkene.vastleggen import gather_overzicht
from casustafel.acts.betrokkene.verzoekbesluit import TakeStandpuntVerzoek, decide_verzoek, take_standpunt_verzoek
from casustafel.acts.betrokkene.wijziging import choose_wijziging
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.gate import Act
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, OpenDossier, open_dossier
from casustafel.betrokkene.models import Verzoek
from casustafel.betrokkene.overzicht import OverzichtStuk
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.feit import Taak
from casustafel.convenant.verzoek import Antwoord, Verzoeksoort
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from tests.betrokkene.test_overzicht_lezen import ask

KERN = ("gerda", "omar", "petra")
WHERE = {"bezwaar_bij": "Burgemeester (verzonnen)", "rechtbank": "Rechtbank Verzonnen"}
NEW = "Hij stond er alleen bij (verzonnen)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctie:
    """A request about one dossier, decided and answered, of which what the files hold was gathered."""

    table: Table
    verzoek_id: UUID
    dossier_id: UUID

    def prepares(self, act: Act[Any, Any], **given: Any) -> Any:
        """Let the uitvoerder do an act on the request."""
        versie = {"versie": Verzoek.objects.get(pk=self.verzoek_id).versie}
        given = {**(versie if "versie" in act.invoer.model_fields else {}), **given}
        invoer = act.invoer(houder_id=self.verzoek_id, **given)
        return self.table.does_with_task("ulla", Taak.VERZOEK, act, invoer, days_ago=0)

    def gather(self, name: str = "ulla") -> None:
        """Gather what the files hold: by the uitvoerder, or from the archive by a kernpartij."""
        if name == "ulla":
            self.prepares(gather_overzicht, dossier_id=self.dossier_id)
            return
        versie = Verzoek.objects.get(pk=self.verzoek_id).versie
        invoer = gather_overzicht.invoer(houder_id=self.verzoek_id, versie=versie, dossier_id=self.dossier_id)
        self.table.does(name, gather_overzicht, invoer, days_ago=0)

    def stukken(self, soort: str, *, herkomst: str = "weegploeg") -> list[OverzichtStuk]:
        """Give what was gathered of a kind, from one file."""
        whole = self.prepares(open_verzoekoverzicht)
        return [one for one in whole.overzicht.stukken if one.soort == soort and one.herkomst == herkomst]

    def signaal(self, van: str = "gerda", *, herkomst: str = "weegploeg") -> OverzichtStuk:
        """Give the signaal that one of the people brought in, as it was gathered from one file."""
        organisatie_id = self.table.organisatie(van)
        return next(one for one in self.stukken("signaal", herkomst=herkomst) if one.organisatie_id == organisatie_id)

    def choose(self, stuk_id: UUID, soort: Wijzigingsoort, *, veld: str = "", tekst: str = "") -> UUID:
        """Choose what changes."""
        made: UUID = self.prepares(choose_wijziging, stuk_id=stuk_id, soort=soort, veld=veld, tekst=tekst)
        return made

    def improve(self, stuk: OverzichtStuk, *, tekst: str = NEW, veld: str = "omschrijving") -> None:
        """Improve a text of a piece."""
        self.choose(stuk.id, Wijzigingsoort.VERBETEREN, veld=veld, tekst=tekst)

    def carry_out(self, *, relayed: bool = True) -> None:
        """Carry it out, and let the relay carry what waits."""
        self.prepares(carry_out_verzoek)
        if relayed:
            self.relay()

    def relay(self) -> int:
        """Carry what waits between the files."""
        return relay(edge=self.table.edge(0))

    def opened(self) -> VerzoekBeeld:
        """Open the request."""
        beeld: VerzoekBeeld = self.prepares(open_verzoek)
        return beeld

    def dossier(self, name: str = "gerda") -> DossierBeeld:
        """Open the dossier."""
        return self.table.does(name, open_dossier, OpenDossier(houder_id=self.dossier_id), days_ago=0)

    def casus(self, name: str = "petra") -> CasusBeeld:
        """Open the casus of the dossier, at the table."""
        casus_id = Casus.objects.get(dossier_id=self.dossier_id).id
        return self.table.does(name, open_casus, OpenCasus(houder_id=casus_id), days_ago=0)


def decided(
    table: Table,
    dossier_id: UUID,
    *,
    soort: Verzoeksoort = Verzoeksoort.CORRECTIE,
    grounds: dict[str, str] | None = None,
    gathered_by: str = "ulla",
) -> Correctie:
    """Ask for a correction of what stands in a dossier, decide that it is done, answer, and gather what is held."""
    found = Correctie(table=table, verzoek_id=ask(table, dossiers=(dossier_id,), soort=soort), dossier_id=dossier_id)
    for name in KERN:
        ground = (grounds or {}).get(name, "")
        said = TakeStandpuntVerzoek(
            houder_id=found.verzoek_id,
            antwoord=Antwoord.GROND_EIGEN if ground else Antwoord.INWILLIGEN,
            grond=ground,
            reikwijdte="Ons signaal." if ground else "",
            motivering="Het klopt." if ground else "",
        )
        table.does(name, take_standpunt_verzoek, said, days_ago=0)
    versie = Verzoek.objects.get(pk=found.verzoek_id).versie
    table.does(
        "gerda", decide_verzoek, decide_verzoek.invoer(houder_id=found.verzoek_id, versie=versie, **WHERE), days_ago=0
    )
    found.prepares(answer_verzoek, brief="Wij herstellen dit (verzonnen).")
    found.gather(gathered_by)
    return found
