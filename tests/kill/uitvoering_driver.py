"""Kill a process after the n-th statement of carrying out a decision, and its way to every file, for every n."""

import sys
from pathlib import Path
from typing import Any

import django

django.setup()

from casustafel.acts.betrokkene.carry_out_verzoek import CarryOutVerzoek, carry_out_verzoek
from casustafel.betrokkene.models import Ontvangen, Uitgaand, Verzoek
from casustafel.betrokkene.models import Stuk as VerzoekStuk
from casustafel.casusoverleg.models import Stuk
from casustafel.convenant.feit import Taak
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.jobs.relay import relay
from tests.betrokkene.uitvoeren import decided
from tests.kill import driver

NAME = "Verbeterde Naam (verzonnen)"
MORE = "Dit kwam erbij (verzonnen)."


def prepare(data: Path) -> dict[str, Any]:
    """Make an installation with one dossier that was handed over, and two requests about it: what changes is chosen."""
    made = driver.prepare(data)
    driver.finish(made)
    table, dossier_id = made["table"], made["steps"].dossier_id
    decided(table, dossier_id)
    correctie = decided(table, dossier_id)
    correctie.choose(correctie.signaal("gerda").id, Wijzigingsoort.AANVULLEN, veld="omschrijving", tekst=MORE)
    correctie.choose(correctie.signaal("petra").id, Wijzigingsoort.VERWIJDEREN)
    correctie.choose(dossier_id, Wijzigingsoort.VERBETEREN, veld="naam", tekst=NAME)
    return made


def chosen() -> Verzoek:
    """Give the request on which something changes."""
    return Verzoek.objects.get(pk=VerzoekStuk.objects.filter(soort="wijziging").values_list("houder_id")[0][0])


def finish(made: dict[str, Any]) -> None:
    """Carry it out where that was not done yet, and let the relay carry it."""
    table, verzoek = made["table"], chosen()
    if not VerzoekStuk.objects.filter(houder_id=verzoek.id, soort="uitvoering").exists():
        invoer = CarryOutVerzoek(houder_id=verzoek.id, versie=verzoek.versie)
        table.does_with_task("ulla", Taak.VERZOEK, carry_out_verzoek, invoer, days_ago=0)
    relay(edge=table.edge(0))


def look(made: dict[str, Any]) -> dict[str, Any]:
    """Tell what a new start ended with, in every file."""
    seen = made["steps"].seen(days_ago=0)
    (beeld,) = driver.casussen(made)
    return {
        "dossier": [s.omschrijving.count(MORE) for s in seen.signalen],
        "casus": [s.omschrijving.count(MORE) for s in beeld.signalen],
        "kept": len(seen.correcties) + sum(len(s.correcties) for s in seen.signalen),
        "kept there": Stuk.objects.filter(soort=CasusStuk.CORRECTIE.value).count(),
        "namen": [seen.subject.naam == NAME, beeld.subject.naam == NAME],
        "waiting": Uitgaand.objects.count(),
        "other request": Ontvangen.objects.count(),
        "files": sorted(VerzoekStuk.objects.filter(soort="uitvoering-bestand").values_list("staat", flat=True)),
        "staat": chosen().staat,
    }


if __name__ == "__main__":
    driver.main(Path(sys.argv[1]), driver.Scenario(prepare=prepare, finish=finish, look=look))
