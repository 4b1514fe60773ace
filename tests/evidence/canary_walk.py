"""Walk the whole main job with a canary in every text field; run by test_canaries.py in a process of its own."""

import json
import sys
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import django

django.setup()

from casustafel.acts.casusoverleg.adopt_plan import adopt_plan
from casustafel.acts.casusoverleg.advise_afsluiting import advise_afsluiting
from casustafel.acts.casusoverleg.close_casus import close_casus
from casustafel.acts.casusoverleg.contribute import contribute
from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.casusoverleg.open_casus import OpenCasus, open_casus
from casustafel.acts.casusoverleg.record_voortgang import record_voortgang
from casustafel.acts.casusoverleg.take_standpunt_afsluiting import take_standpunt_afsluiting
from casustafel.acts.casusoverleg.write_plan import write_plan
from casustafel.acts.edge import edge
from casustafel.acts.gate import Act, do, enter
from casustafel.acts.places import places
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import LoadPeople, load_people
from casustafel.acts.register.operator import operator
from casustafel.acts.weegploeg.answer_informatie import answer_informatie
from casustafel.acts.weegploeg.ask_informatie import ask_informatie
from casustafel.acts.weegploeg.decide import decide
from casustafel.acts.weegploeg.hand_over import hand_over
from casustafel.acts.weegploeg.name_betrokkenen import name_betrokkenen
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.acts.weegploeg.submit_signaal import submit_new_signaal, submit_signaal
from casustafel.acts.weegploeg.take_standpunt import take_standpunt
from casustafel.acts.weegploeg.weigh_criterium import weigh_criterium
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg.models import Casus, Stuk
from casustafel.conf.install import migrate
from casustafel.demo.example import example
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.kluis.store import Sleutels
from casustafel.seal.envelope import unseal
from tests.canary import Canaries
from tests.evidence.stage import Stage, topics

canaries = Canaries()


def seat() -> Table:
    """Make the installation and seat the invented people."""
    migrate()
    now = edge()
    convenant = LoadConvenant.model_validate(example("convenant.toml"))
    do(load_convenant, wie=operator(), invoer=convenant, edge=now)
    seats = {}
    for one in do(load_people, wie=operator(), invoer=LoadPeople.model_validate(example("mensen.toml")), edge=now):
        (place,) = places(one.medewerker_id, edge=now)
        accepted = AcceptGeheimhouding(versie=convenant.geheimhouding.versie)
        do(accept_geheimhouding, wie=enter(place.plaats, edge=now), invoer=accepted, edge=now)
        seats[one.email.partition("@")[0]] = place.plaats
    return Table(people=seats, now=now.now)


def step(table: Table, name: str, act: Act[Any, Any], **given: Any) -> Any:
    """Let somebody do an act, with a canary in every text that is not given."""
    return Stage(table=table, canaries=canaries).does(name, act, **given)


def provision(**codes: Any) -> dict[str, Any]:
    """Give a provision with its codes and days; its texts become canaries."""
    return dict(codes)


def walk(table: Table) -> None:
    """From a signaal to a closed plan."""
    day = table.edge(0).day
    police = provision(
        grondslag="wpg-18-2",
        klasse="wpg-9",
        doel="a",
        opsporingsbelang_getoetst_op=day,
        bevoegd_functionaris_op=day,
        bevoegd_functionaris_oordeel="geen-bezwaar",
        om_geraadpleegd_op=day,
    )
    om = provision(grondslag="wjsg-39f", klasse="wjsg-39f", derden_getoetst=True)
    gemeente = provision(grondslag="publieke-taak-gemeente", taak="jeugdzorg")
    confirmed = {"verblijft_in_nederland": True, "radicaliseert": True}
    opened = step(
        table, "gerda", submit_new_signaal, subject={"leeftijdsgroep": "18+"}, **confirmed, verstrekking=gemeente
    )
    dossier = opened.dossier_id
    step(table, "petra", submit_signaal, houder_id=dossier, verstrekking=police)
    step(table, "gerda", ask_informatie, houder_id=dossier, organisatie_id=table.organisatie("omar"))
    seen = table.does("omar", open_dossier, OpenDossier(houder_id=dossier), days_ago=0)
    step(table, "omar", answer_informatie, houder_id=dossier, verzoek_id=seen.vragen[0].id, verstrekking=om)
    step(table, "petra", weigh_criterium, houder_id=dossier, criterium="gedrag", signalen=[opened.signaal_id])
    for name in ("gerda", "omar", "petra"):
        step(table, name, take_standpunt, houder_id=dossier, uitkomst="agenderen")
    step(table, "gerda", decide, houder_id=dossier, uitkomst="agenderen")
    involved = [table.organisatie(name) for name in ("gerda", "petra", "rik", "bente")]
    step(table, "gerda", name_betrokkenen, houder_id=dossier, organisaties=involved)
    seen = table.does("gerda", open_dossier, OpenDossier(houder_id=dossier), days_ago=0)
    step(table, "gerda", hand_over, houder_id=dossier, signalen=[s.id for s in seen.signalen], **confirmed)
    relay(edge=table.edge(0))
    close(table)


def close(table: Table) -> None:
    """From the casus that was handed over to a closed plan."""
    casus = table.does("rik", find_casussen, FindCasussen(), days_ago=0).casussen[0].id
    partner = provision(grondslag="eigen-bepaling")
    step(table, "bente", contribute, houder_id=casus, verstrekking=partner)
    due = table.edge(0).day + timedelta(days=9)
    measures = [{"organisatie_id": table.organisatie(name), "uiterlijk_op": due} for name in ("gerda", "bente")]
    step(table, "rik", write_plan, houder_id=casus, doelstellingen=["i"], doelen=["a"], maatregelen=measures)
    step(table, "rik", adopt_plan, houder_id=casus)
    seen = table.does("rik", open_casus, OpenCasus(houder_id=casus), days_ago=0)
    own = seen.plan.maatregelen[1].id if seen.plan else casus
    step(table, "bente", record_voortgang, houder_id=casus, maatregel_id=own)
    step(table, "rik", advise_afsluiting, houder_id=casus)
    for name in ("gerda", "omar", "petra"):
        step(table, name, take_standpunt_afsluiting, houder_id=casus, keuze="instemmen")
    step(table, "gerda", close_casus, houder_id=casus)
    relay(edge=table.edge(0))


def opened_casusoverleg() -> dict[str, str]:
    """Open every sealed row of the casusoverleg's file under its own keys, and give it as one text per kind."""
    casussen = list(Casus.objects.all())
    keys = Sleutels(Bestand.CASUSOVERLEG, [casus.id for casus in casussen])
    rows: list[tuple[str, UUID, Casus | Stuk]] = [("casus", casus.id, casus) for casus in casussen]
    rows += [(stuk.soort, stuk.houder_id, stuk) for stuk in Stuk.objects.all()]
    opened: defaultdict[str, str] = defaultdict(str)
    for soort, houder_id, row in rows:
        place = f"casusoverleg|{type(row).__name__}|{row.bound()}".encode()
        opened[soort] += unseal(bytes(row.verzegeld), key=keys.key(houder_id), place=place).decode()
    return opened


if __name__ == "__main__":
    seated = seat()
    walk(seated)
    for topic in topics():
        topic(Stage(table=seated, canaries=canaries))
    Path(sys.argv[1]).write_text(json.dumps({"words": canaries.words, "casusoverleg": opened_casusoverleg()}))
