"""The steps of the main job, as the invented people take them: from a signaal to a closed plan."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from casustafel.acts.casusoverleg.adopt_plan import AdoptPlan, adopt_plan
from casustafel.acts.casusoverleg.advise_afsluiting import AdviseAfsluiting, advise_afsluiting
from casustafel.acts.casusoverleg.close_casus import CloseCasus, close_casus
from casustafel.acts.casusoverleg.contribute import Contribute, contribute
from casustafel.acts.casusoverleg.deelname import AdmitDeelnemer, EndDeelname, admit_deelnemer, end_deelname
from casustafel.acts.casusoverleg.eigen_besluit import DecideEigen, decide_eigen
from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.casusoverleg.record_voortgang import RecordVoortgang, record_voortgang
from casustafel.acts.casusoverleg.request_doorverstrekking import RequestDoorverstrekking, request_doorverstrekking
from casustafel.acts.casusoverleg.take_standpunt_afsluiting import TakeStandpuntAfsluiting, take_standpunt_afsluiting
from casustafel.acts.casusoverleg.toestemming import TakeStandpuntDoorverstrekking, take_standpunt_doorverstrekking
from casustafel.acts.casusoverleg.write_plan import MaatregelInvoer, WritePlan, write_plan
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.acts.weegploeg.ask_informatie import AskInformatie, ask_informatie
from casustafel.acts.weegploeg.decide import Decide, decide
from casustafel.acts.weegploeg.hand_over import HandOver, hand_over
from casustafel.acts.weegploeg.name_betrokkenen import NameBetrokkenen, name_betrokkenen
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, OpenDossier, open_dossier
from casustafel.acts.weegploeg.submit_signaal import (
    NawInvoer,
    SubmitNewSignaal,
    SubmitSignaal,
    submit_new_signaal,
    submit_signaal,
)
from casustafel.acts.weegploeg.take_standpunt import TakeStandpunt, take_standpunt
from casustafel.acts.weegploeg.weigh_criterium import WeighCriterium, weigh_criterium
from casustafel.convenant.feit import Keuze, Uitkomst
from casustafel.demo.subjects import Subject
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay

KERNPARTIJEN = ("gerda", "omar", "petra")
GEMEENTE = VerstrekkingInvoer(grondslag="publieke-taak-gemeente", taak="werk-en-inkomen")
RAAD = VerstrekkingInvoer(grondslag="publieke-taak-raad", taak="minderjarigen-beschermen")
POLITIE = VerstrekkingInvoer(
    grondslag="wpg-20", klasse="wpg-8", doel="a", belang="Ernstige dreiging voor anderen in de stad (verzonnen)."
)
OM = VerstrekkingInvoer(
    grondslag="wjsg-39f",
    klasse="wjsg-39f",
    doel="De risico's voor de samenleving verkleinen (verzonnen).",
    belang="Ernstige dreiging voor anderen in de stad (verzonnen).",
    derden_getoetst=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps on one dossier at the table; each says how many days ago it was taken."""

    table: Table
    dossier_id: UUID

    def seen(self, *, days_ago: int) -> DossierBeeld:
        """Look at the dossier as it stands."""
        return self.table.does("gerda", open_dossier, OpenDossier(houder_id=self.dossier_id), days_ago=days_ago)

    def signaal(self, name: str, tekst: str, verstrekking: VerstrekkingInvoer, *, days_ago: int) -> None:
        """Bring in one more signaal."""
        versie = self.seen(days_ago=days_ago).versie
        invoer = SubmitSignaal(houder_id=self.dossier_id, versie=versie, omschrijving=tekst, verstrekking=verstrekking)
        self.table.does(name, submit_signaal, invoer, days_ago=days_ago)

    def ask(self, name: str, *, of: str, vraag: str, days_ago: int) -> None:
        """Ask another kernpartij for more."""
        versie = self.seen(days_ago=days_ago).versie
        day = self.table.edge(days_ago).day + timedelta(days=14)
        invoer = AskInformatie(
            houder_id=self.dossier_id,
            versie=versie,
            organisatie_id=self.table.organisatie(of),
            vraag=vraag,
            uiterlijk_op=day,
        )
        self.table.does(name, ask_informatie, invoer, days_ago=days_ago)

    def weigh(self, name: str, criterium: str, tekst: str, *, days_ago: int) -> None:
        """Weigh one criterion, resting on every signaal so far."""
        beeld = self.seen(days_ago=days_ago)
        invoer = WeighCriterium(
            houder_id=self.dossier_id,
            versie=beeld.versie,
            criterium=criterium,
            tekst=tekst,
            signalen=tuple(s.id for s in beeld.signalen),
        )
        self.table.does(name, weigh_criterium, invoer, days_ago=days_ago)

    def standpunt(self, name: str, uitkomst: Uitkomst | None, tekst: str, *, days_ago: int) -> None:
        """Take the position of one kernpartij."""
        versie = self.seen(days_ago=days_ago).versie
        invoer = TakeStandpunt(houder_id=self.dossier_id, versie=versie, uitkomst=uitkomst, motivering=tekst)
        self.table.does(name, take_standpunt, invoer, days_ago=days_ago)

    def decide(self, uitkomst: Uitkomst, *, days_ago: int) -> None:
        """Agree with all three, and record the outcome."""
        for name in KERNPARTIJEN:
            self.standpunt(name, uitkomst, "Volgt uit de weging (verzonnen).", days_ago=days_ago)
        invoer = Decide(
            houder_id=self.dossier_id,
            versie=self.seen(days_ago=days_ago).versie,
            uitkomst=uitkomst,
            motivering="De drie kernpartijen komen tot dezelfde conclusie (verzonnen).",
        )
        self.table.does("gerda", decide, invoer, days_ago=days_ago)

    def hand_over(self, *, betrokken: tuple[str, ...], days_ago: int) -> "CasusSteps":
        """Name who must be involved, hand every signaal over, and let the relay carry it."""
        beeld = self.seen(days_ago=days_ago)
        named = NameBetrokkenen(
            houder_id=self.dossier_id,
            versie=beeld.versie,
            organisaties=tuple(self.table.organisatie(name) for name in betrokken),
            reden="Nodig voor de maatregelen die worden verwacht (verzonnen).",
        )
        self.table.does("gerda", name_betrokkenen, named, days_ago=days_ago)
        chosen = HandOver(
            houder_id=self.dossier_id,
            versie=self.seen(days_ago=days_ago).versie,
            signalen=tuple(s.id for s in beeld.signalen),
            verblijft_in_nederland=True,
            radicaliseert=True,
        )
        self.table.does("gerda", hand_over, chosen, days_ago=days_ago)
        relay(edge=self.table.edge(days_ago))
        found = self.table.does(betrokken[0], find_casussen, FindCasussen(), days_ago=days_ago)
        newest = max(found.casussen, key=lambda casus: casus.nummer)
        return CasusSteps(table=self.table, casus_id=newest.id, host=betrokken[0])


def begin(table: Table, subject: Subject, name: str, verstrekking: VerstrekkingInvoer, *, days_ago: int) -> Steps:
    """Open a dossier with its first signaal."""
    naw = NawInvoer(
        naam=subject.naam,
        adres=subject.adres,
        woonplaats="Lindewaard",
        leeftijdsgroep=subject.leeftijdsgroep,
    )
    invoer = SubmitNewSignaal(
        subject=naw,
        verblijft_in_nederland=True,
        radicaliseert=True,
        omschrijving=f"{subject.gedrag} (Verzonnen.)",
        waar=subject.waar,
        wanneer="in de week voor de melding",
        verstrekking=verstrekking,
    )
    opened = table.does(name, submit_new_signaal, invoer, days_ago=days_ago)
    return Steps(table=table, dossier_id=opened.dossier_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusSteps:
    """The steps on one casus; `host` is somebody at its table."""

    table: Table
    casus_id: UUID
    host: str

    def seen(self, *, days_ago: int) -> CasusBeeld:
        """Look at the casus as it stands."""
        return self.table.does(self.host, open_casus, OpenCasus(houder_id=self.casus_id), days_ago=days_ago)

    def contribute(self, name: str, tekst: str, verstrekking: VerstrekkingInvoer, *, days_ago: int) -> None:
        """Give what the plan needs."""
        invoer = Contribute(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            omschrijving=tekst,
            noodzaak="Nodig om de maatregelen te kiezen (verzonnen).",
            verstrekking=verstrekking,
        )
        self.table.does(name, contribute, invoer, days_ago=days_ago)

    def admit(self, name: str, reden: str, *, days_ago: int) -> None:
        """Let one more organisation join the table."""
        invoer = AdmitDeelnemer(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            organisatie_id=self.table.organisatie(name),
            reden=reden,
        )
        self.table.does(self.host, admit_deelnemer, invoer, days_ago=days_ago)

    def leave(self, name: str, reden: str, *, days_ago: int) -> None:
        """Let an organisation leave the table."""
        invoer = EndDeelname(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            organisatie_id=self.table.organisatie(name),
            reden=reden,
        )
        self.table.does(self.host, end_deelname, invoer, days_ago=days_ago)

    def share(self, name: str, *, to: str, days_ago: int) -> None:
        """Let the police or the OM decide that an organisation may have its first classed signaal."""
        seen = self.table.does(name, open_casus, OpenCasus(houder_id=self.casus_id), days_ago=days_ago)
        own = next(s for s in seen.signalen if s.organisatie_id == self.table.organisatie(name) and s.merk.klassen)
        invoer = DecideEigen(
            houder_id=self.casus_id,
            versie=seen.versie,
            item_id=own.id,
            organisatie_id=self.table.organisatie(to),
            bepaling="Wpg 20 (verzonnen)",
            reden="Nodig om het kind te beschermen (verzonnen).",
        )
        self.table.does(name, decide_eigen, invoer, days_ago=days_ago)

    def write(self, maatregelen: tuple[tuple[str, str, int], ...], *, days_ago: int) -> None:
        """Write the concept: each measure is a text, who carries it out, and in how many days from now it is due."""
        today = self.table.edge(0).day
        invoer = WritePlan(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            doelstellingen=("i",),
            doelen=("b", "e"),
            toelichting="Weer naar school of werk, en afstand nemen van de groep (verzonnen).",
            maatregelen=tuple(
                MaatregelInvoer(
                    tekst=tekst,
                    organisatie_id=self.table.organisatie(name),
                    uiterlijk_op=today + timedelta(days=in_days),
                )
                for tekst, name, in_days in maatregelen
            ),
        )
        self.table.does(self.host, write_plan, invoer, days_ago=days_ago)

    def adopt(self, *, days_ago: int) -> None:
        """Adopt the concept."""
        invoer = AdoptPlan(houder_id=self.casus_id, versie=self.seen(days_ago=days_ago).versie)
        self.table.does(self.host, adopt_plan, invoer, days_ago=days_ago)

    def progress(self, name: str, tekst: str, *, days_ago: int) -> None:
        """Record progress on the first measure of one organisation."""
        beeld = self.seen(days_ago=days_ago)
        measures = beeld.plan.maatregelen if beeld.plan else ()
        own = next(m for m in measures if m.organisatie_id == self.table.organisatie(name))
        invoer = RecordVoortgang(houder_id=self.casus_id, versie=beeld.versie, maatregel_id=own.id, tekst=tekst)
        self.table.does(name, record_voortgang, invoer, days_ago=days_ago)

    def ask_to_disclose(self, name: str, *, to: str, noodzaak: str, tekst: str, in_days: int, days_ago: int) -> UUID:
        """Ask to disclose name and address of the subject to a partner, until so many days from now."""
        invoer = RequestDoorverstrekking(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            organisatie_id=self.table.organisatie(to),
            noodzaak=(noodzaak,),
            toelichting=tekst,
            gegevens=(self.casus_id,),
            tot=self.table.edge(0).day + timedelta(days=in_days),
        )
        return self.table.does(name, request_doorverstrekking, invoer, days_ago=days_ago)

    def permit(self, doorverstrekking_id: UUID, *names: str, days_ago: int) -> None:
        """Give the permission of parties for a disclosure."""
        for name in names:
            invoer = TakeStandpuntDoorverstrekking(
                houder_id=doorverstrekking_id,
                keuze=Keuze.INSTEMMEN,
                motivering="Zonder dit kan de partner zijn maatregel niet uitvoeren (verzonnen).",
            )
            self.table.does(name, take_standpunt_doorverstrekking, invoer, days_ago=days_ago)

    def advise(self, *, days_ago: int) -> None:
        """Advise the kernpartijen to close."""
        invoer = AdviseAfsluiting(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            motivering="De maatregelen zijn uitgevoerd en werken (verzonnen).",
        )
        self.table.does(self.host, advise_afsluiting, invoer, days_ago=days_ago)

    def standpunt(self, name: str, keuze: Keuze, tekst: str, *, days_ago: int) -> None:
        """Take the position of one kernpartij on closing."""
        invoer = TakeStandpuntAfsluiting(
            houder_id=self.casus_id, versie=self.seen(days_ago=days_ago).versie, keuze=keuze, motivering=tekst
        )
        self.table.does(name, take_standpunt_afsluiting, invoer, days_ago=days_ago)

    def close(self, *, days_ago: int) -> None:
        """Agree with all three, close, and let the relay tell the weegploeg."""
        for name in KERNPARTIJEN:
            self.standpunt(name, Keuze.INSTEMMEN, "De doelen zijn bereikt (verzonnen).", days_ago=days_ago)
        invoer = CloseCasus(
            houder_id=self.casus_id,
            versie=self.seen(days_ago=days_ago).versie,
            motivering="De doelen van het plan zijn bereikt (verzonnen).",
        )
        self.table.does("gerda", close_casus, invoer, days_ago=days_ago)
        relay(edge=self.table.edge(days_ago))
