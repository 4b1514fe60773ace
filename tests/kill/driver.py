"""Kill a process after the n-th statement of a hand-over or other work, for every n; look what a new start makes of it.

Run by test_overdracht.py in a process of its own: it forks once for each n, before any database is open.
"""

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.edge import at
from casustafel.acts.gate import do, enter
from casustafel.acts.places import plaats_at, places
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import LoadPeople, load_people
from casustafel.acts.register.operator import make_keys, operator
from casustafel.acts.weegploeg.hand_over import HandOver, hand_over
from casustafel.acts.weegploeg.name_betrokkenen import NameBetrokkenen, name_betrokkenen
from casustafel.casusoverleg.models import Casus, Ontvangen, Stuk
from casustafel.convenant.feit import DossierStaat, Uitkomst
from casustafel.demo.example import example
from casustafel.demo.steps import GEMEENTE, POLITIE, Steps, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.kluis.models import DossierSleutel
from casustafel.weegploeg.models import Uitgaand

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
MOST = 500


def use(data: Path) -> None:
    """Point every database and the keys at one installation."""
    settings.CASUSTAFEL_DATA = data
    settings.CASUSTAFEL_KEYS = data / "sleutels"
    settings.CASUSTAFEL_RESERVE = data / "reserve"
    for alias in connections:
        if connections[alias].vendor != "sqlite":
            continue  # each run has a server of its own
        path = data / f"{alias}.sqlite3"
        connections.settings[alias]["NAME"] = path
        connections[alias].settings_dict["NAME"] = path


def kill_after(statements: int) -> None:
    """Have this process killed as soon as it has carried out so many statements, in any file."""
    done = 0

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal done
        result = execute(sql, params, many, context)
        done += 1
        if done == statements:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    for alias in connections:
        connections[alias].execute_wrappers.append(count)


def prepare(data: Path) -> dict[str, Any]:
    """Make an installation with one dossier that waits for its hand-over."""
    data.mkdir(parents=True)
    use(data)
    make_keys()
    for alias in settings.DATABASES:
        call_command("migrate", database=alias, verbosity=0)
    edge = at(NOW)
    do(load_convenant, wie=operator(), invoer=LoadConvenant.model_validate(example("convenant.toml")), edge=edge)
    seats = {}
    people = LoadPeople.model_validate(example("mensen.toml"))
    for one in do(load_people, wie=operator(), invoer=people, edge=edge):
        (place,) = places(one.medewerker_id, edge=edge)
        invoer = AcceptGeheimhouding(versie="voorbeeld-1")
        do(accept_geheimhouding, wie=enter(place.plaats, edge=edge), invoer=invoer, edge=edge)
        seats[one.email.partition("@")[0]] = place.plaats
    table = Table(people=seats, now=NOW)
    steps = begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)
    steps.signaal("petra", "Tweede gedraging (verzonnen).", POLITIE, days_ago=0)
    steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    name(steps, table)
    return {"table": table, "steps": steps}


def name(steps: Any, table: Any) -> None:
    """Name who must be involved, so that only the hand-over is left."""
    invoer = NameBetrokkenen(
        houder_id=steps.dossier_id,
        versie=steps.seen(days_ago=0).versie,
        organisaties=tuple(table.organisatie(one) for one in ("gerda", "petra", "rik")),
        reden="Nodig (verzonnen).",
    )
    table.does("gerda", name_betrokkenen, invoer, days_ago=0)


def finish(made: dict[str, Any]) -> None:
    """Hand over what waits, if it still does, and let the relay carry it."""
    steps, table = made["steps"], made["table"]
    seen = steps.seen(days_ago=0)
    if seen.staat is DossierStaat.AGENDEREN:
        chosen = tuple(signaal.id for signaal in seen.signalen)
        invoer = HandOver(
            houder_id=steps.dossier_id,
            versie=seen.versie,
            signalen=chosen,
            verblijft_in_nederland=True,
            radicaliseert=True,
        )
        table.does("gerda", hand_over, invoer, days_ago=0)
    relay(edge=table.edge(0))


def casussen(made: dict[str, Any]) -> list[CasusBeeld]:
    """Open every casus that the politie finds."""
    table = made["table"]
    found = table.does("petra", find_casussen, FindCasussen(), days_ago=0).casussen
    return [table.does("petra", open_casus, OpenCasus(houder_id=row.id), days_ago=0) for row in found]


def look(made: dict[str, Any]) -> dict[str, Any]:
    """Tell what a new start ended with."""
    found = casussen(made)
    beeld = found[0] if found else None
    return {
        "casussen": Casus.objects.count(),
        "stukken": Stuk.objects.count(),
        "found": len(found),
        "signalen": len(beeld.signalen) if beeld else 0,
        "deelnemers": len(beeld.deelnemers) if beeld else 0,
        "analyses": len(beeld.analyses) if beeld else 0,
        "waiting": Uitgaand.objects.count(),
        "received": Ontvangen.objects.count(),
        "keyless": Casus.objects.exclude(
            pk__in=list(DossierSleutel.objects.values_list("dossier_id", flat=True))
        ).count(),
    }


def in_child(work: Callable[[], None]) -> int:
    """Do work in a forked process; gives the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  # whatever it is, the parent must see it as a failure
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("A step failed in the child; see above.")
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is prepared, what a process is killed in, and what a new start ends with."""

    prepare: Callable[[Path], dict[str, Any]]
    finish: Callable[[dict[str, Any]], None]
    look: Callable[[dict[str, Any]], dict[str, Any]]


def main(folder: Path, scenario: Scenario) -> None:
    """Do it for every n until the work ends before it is killed; print what was seen as JSON."""
    made: dict[str, Any] = {}
    template = folder / "template"
    reader, writer = os.pipe()
    in_child(lambda: _prepare_in_child(template, writer, scenario))
    os.close(writer)
    with os.fdopen(reader) as pipe:
        made = _revive(json.loads(pipe.read()))
    results = []
    for statements in range(1, MOST):
        data = folder / "now"
        shutil.copytree(template, data)
        killed = in_child(partial(_try, data, made, statements, scenario))
        outcome = folder / "outcome.json"
        in_child(partial(_start_anew, data, made, outcome, scenario))
        results.append(json.loads(outcome.read_text()))
        shutil.rmtree(data)
        if not killed:
            break
    print(json.dumps({"killed": len(results) - 1, "results": results}))


def _try(data: Path, made: dict[str, Any], statements: int, scenario: Scenario) -> None:
    """Do the work, and be killed on the way."""
    use(data)
    kill_after(statements)
    scenario.finish(made)


def _start_anew(data: Path, made: dict[str, Any], outcome: Path, scenario: Scenario) -> None:
    """Start as after a crash, and write down what there is."""
    use(data)
    scenario.finish(made)
    outcome.write_text(json.dumps(scenario.look(made)))


def _prepare_in_child(template: Path, writer: int, scenario: Scenario) -> None:
    """Prepare in a process of its own, so that the parent never opens a database before it forks."""
    made = scenario.prepare(template)
    told = {
        "dossier_id": str(made["steps"].dossier_id),
        "people": {
            name: [str(p.medewerker_id), str(p.convenant_id), str(p.organisatie_id)]
            for name, p in made["table"].people.items()
        },
    }
    os.write(writer, json.dumps(told).encode())


def _revive(told: dict[str, Any]) -> dict[str, Any]:

    people = {
        name: plaats_at(medewerker_id=UUID(m), convenant_id=UUID(c), organisatie_id=UUID(o))
        for name, (m, c, o) in told["people"].items()
    }
    table = Table(people=people, now=NOW)
    return {"table": table, "steps": Steps(table=table, dossier_id=UUID(told["dossier_id"]))}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Scenario(prepare=prepare, finish=finish, look=look))
