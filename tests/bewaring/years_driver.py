"""Years of an invented board, night by night: work, lapses, moves, destruction; nights missed, doubled, and killed.

Run by test_years.py in a process of its own. What must be there is counted by a plain model of the law beside it; after
each night that came to its end the files, the vault, the certificates, the logs and the journal are held against it.
"""

import json
import sys
from calendar import monthrange
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import django

django.setup()

from casustafel.acts.edge import LOCAL, at
from casustafel.acts.places import plaats_at
from casustafel.archief import models as archief
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg import models as casusoverleg
from casustafel.convenant.feit import Uitkomst
from casustafel.demo.steps import GEMEENTE, CasusSteps, Steps, begin
from casustafel.demo.subjects import IN_WEGING
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.kluis import store as kluis
from casustafel.register.models import Autorisatie
from casustafel.weegploeg import models as weegploeg
from tests.kill import driver

START = date(2026, 3, 2)
A_DAY = timedelta(days=1)
AHEAD = timedelta(days=30)
MOST_STATEMENTS = 200
LOGGED_YEARS = 4
FILES = (
    (Bestand.WEEGPLOEG, weegploeg, weegploeg.Dossier),
    (Bestand.CASUSOVERLEG, casusoverleg, casusoverleg.Casus),
    (Bestand.ARCHIEF, archief, archief.Dossier),
)


def months(day: date, number: int) -> date:
    """Count months the plain way, clipped at the end of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(slots=True)
class Model:
    """What the law says of one subject: first signaal, outcome 2 if the board gave it, last casework, its casus."""

    id: str
    first: date
    last: date
    refused: date | None = None
    agreed: bool = False
    casus: str = ""
    archived: bool = False

    def until(self) -> date:
        """Give the last day on which it is kept."""
        if self.agreed:
            return months(self.last, 60)
        return months(self.refused or months(self.first, 3) + A_DAY, 6)

    def outside(self) -> date | None:
        """Give the last day on which it may stand outside the archive, if it ever goes there."""
        return months(self.last, 12) if self.agreed else None

    def moves(self, day: date) -> bool:
        """Tell whether a night of this day moves it."""
        last = self.outside()
        return last is not None and not self.archived and last - AHEAD <= day <= self.until()


class Years:
    """One run."""

    def __init__(self, folder: Path, *, seed: int, dossiers: int, years: int, kills: int) -> None:
        """Take where, and how much."""
        self.data, self.told = folder / "data", folder / "told.json"
        self.random = Random(seed)  # noqa: S311  # chance for a test, repeatable
        self.wanted, self.kills = kills, 0
        self.end = date(START.year + years, 12, 31)
        span = (date(self.end.year - 1, 1, 1) - START).days
        self.begins = sorted(START + self.random.randrange(span) * A_DAY for _ in range(dossiers))
        self.alive: dict[str, Model] = {}
        self.work: list[tuple[date, str, str]] = []
        self.gone: list[Model] = []
        self.moved = 0
        self.nights = self.missed = self.doubled = 0
        self.people: dict[str, Any] = {}

    def child(self, work: Callable[[], Any], *, statements: int = 0) -> tuple[Any, bool]:
        """Do something in a process of its own, killed after so many statements if any; gives its answer."""
        self.told.unlink(missing_ok=True)

        def run() -> None:
            driver.use(self.data)
            if statements:
                driver.kill_after(statements)
            self.told.write_text(json.dumps(work(), default=str))

        killed = bool(driver.in_child(run))
        return (None if killed else json.loads(self.told.read_text())), killed

    def prepare(self) -> None:
        """Make the installation; its people stay for all these years."""
        made, _killed = self.child(self._prepare)
        self.people = {name: tuple(UUID(part) for part in parts) for name, parts in made.items()}

    def _prepare(self) -> dict[str, list[str]]:
        made = driver.prepare(self.data)
        weegploeg.Dossier.objects.all().delete()
        weegploeg.Stuk.objects.all().delete()
        kluis.destroy(Bestand.WEEGPLOEG, kluis.holders(Bestand.WEEGPLOEG))
        Autorisatie.objects.update(tot=date(2099, 1, 1))
        people = made["table"].people
        return {n: [str(p.medewerker_id), str(p.convenant_id), str(p.organisatie_id)] for n, p in people.items()}

    def table(self, day: date) -> Table:
        """Seat the people on a day."""
        seats = {
            name: plaats_at(medewerker_id=m, convenant_id=c, organisatie_id=o)
            for name, (m, c, o) in self.people.items()
        }
        return Table(people=seats, now=datetime(day.year, day.month, day.day, 12, tzinfo=LOCAL))

    def begin(self, day: date) -> None:
        """Open a dossier, and choose what the board will do with it, if anything."""
        answer, _killed = self.child(
            lambda: begin(self.table(day), IN_WEGING, "gerda", GEMEENTE, days_ago=0).dossier_id
        )
        self.alive[answer] = Model(id=answer, first=day, last=day)
        deed = self.random.choice(("nothing", "signaal", "refuse", "agree", "hand over", "hand over"))
        self.work.append((day + self.random.randint(1, 85) * A_DAY, answer, deed))

    def deed(self, day: date, dossier_id: str, deed: str) -> None:
        """Do what was chosen, and note in the model what the law makes of it."""
        model = self.alive.get(dossier_id)
        if model is None or model.archived or deed == "nothing":
            return
        steps = Steps(table=self.table(day), dossier_id=UUID(dossier_id))
        answer, _killed = self.child(partial(self._do, steps, deed))
        model.last = day
        model.refused = day if deed == "refuse" else None
        model.agreed = deed in {"agree", "hand over", "plan"}
        if answer:
            model.casus = answer
            self.work.append((day + self.random.randint(1, 500) * A_DAY, dossier_id, "plan"))

    @staticmethod
    def _do(steps: Steps, deed: str) -> str:
        if deed == "plan":
            casus_id = casusoverleg.Casus.objects.get(dossier_id=steps.dossier_id).id
            CasusSteps(table=steps.table, casus_id=casus_id, host="gerda").write(
                (("Hulp (verzonnen).", "gerda", 30),), days_ago=0
            )
            return ""
        if deed == "signaal":
            steps.signaal("gerda", "Nog een gedraging (verzonnen).", GEMEENTE, days_ago=0)
            return ""
        steps.weigh("gerda", "gedrag", "Gewogen (verzonnen).", days_ago=0)
        steps.decide(Uitkomst.NIET_AGENDEREN if deed == "refuse" else Uitkomst.AGENDEREN, days_ago=0)
        if deed != "hand over":
            return ""
        return str(steps.hand_over(betrokken=("gerda", "petra"), days_ago=0).casus_id)

    def run(self) -> dict[str, Any]:
        """Go through the years, and give the figures; raises `AssertionError` where the product and the law differ."""
        self.prepare()
        day = START
        while day <= self.end:
            self._day(day)
            day += A_DAY
        return {
            "dossiers": len(self.begins),
            "days": (self.end - START).days + 1,
            "nights worked": self.nights,
            "nights missed": self.missed,
            "nights doubled": self.doubled,
            "kills": self.kills,
            "archived": self.moved,
            "destroyed in the archive": sum(m.archived for m in self.gone),
            "destroyed": len(self.gone),
            "alive": len(self.alive),
        }

    def _day(self, day: date) -> None:
        due = [m for m in self.alive.values() if m.until() < day or m.moves(day)]
        lapsing = any(
            not m.agreed and m.refused is None and months(m.first, 3) + A_DAY == day for m in self.alive.values()
        )
        if due or lapsing or self.random.random() < 0.02:
            self._night(day)
        for model in self.alive.values():
            last = None if model.archived else model.outside()
            assert last is None or day <= last, f"{day}: {model} stands outside the archive past its term"
        for start in self.begins:
            if start == day:
                self.begin(day)
        now = [one for one in self.work if one[0] == day]
        self.work = [one for one in self.work if one[0] > day]
        for _day, dossier_id, deed in now:
            self.deed(day, dossier_id, deed)

    def _night(self, day: date) -> None:
        if self.random.random() < 0.15:
            self.missed += 1
            return
        moment = at(datetime(day.year, day.month, day.day, self.random.randrange(24), tzinfo=LOCAL))
        left = max(0, self.wanted - self.kills)
        for _ in range(min(left, self.random.randint(0, 5))):
            _answer, killed = self.child(
                lambda: asdict(nachtwerk(edge=moment)), statements=self.random.randint(1, MOST_STATEMENTS)
            )
            self.kills += killed
        is_doubled = self.random.random() < 0.15
        for _ in range(1 + is_doubled):
            self.child(lambda: asdict(nachtwerk(edge=moment)))
        self.nights += 1
        self.doubled += is_doubled
        for model in [m for m in self.alive.values() if m.until() < day]:
            self.gone.append(self.alive.pop(model.id))
        for model in [m for m in self.alive.values() if m.moves(day)]:
            model.archived = True
            self.moved += 1
        self._compare(day)

    def _compare(self, day: date) -> None:
        """Hold what there is against what there must be."""
        found, _killed = self.child(partial(self._look, day))
        here = [m for m in self.alive.values() if not m.archived]
        left = [*self.gone, *(m for m in self.alive.values() if m.archived)]
        expected = {
            "weegploeg": ([m.id for m in here], [m.id for m in left]),
            "casusoverleg": ([m.casus for m in here if m.casus], [m.casus for m in left if m.casus]),
            "archief": ([m.id for m in self.alive.values() if m.archived], [m.id for m in self.gone if m.archived]),
        }
        for name, (rows, noted) in expected.items():
            for part, ids in (("rows", rows), ("keys", rows), ("noted", noted)):
                assert found[name][part] == sorted(ids), f"{day}: {name} {part}: {set(found[name][part]) ^ set(ids)}"
            assert found[name]["stray"] == 0, f"{day}: {name} has pieces of what is gone"
            assert found[name]["bare"] == 0, f"{day}: {name} has something without pieces"
            assert found[name]["certificates"] == len(noted), f"{day}: {name}: certificates"
            assert found[name]["logged"] == found[name]["certified"], f"{day}: {name}: the log lacks a destruction"

    @staticmethod
    def _look(day: date) -> dict[str, Any]:
        found = {}
        since = date(day.year - LOGGED_YEARS, day.month, 1)
        for bestand, tables, houders in FILES:
            ids = set(houders.objects.values_list("id", flat=True))
            filled = set(tables.Stuk.objects.values_list("houder_id", flat=True))
            finished = tables.LogRegel.objects.filter(daad__startswith="finish-vernietiging-", gevolg="changed")
            found[bestand.value] = {
                "rows": sorted(str(one) for one in ids),
                "keys": sorted(str(one) for one in kluis.holders(bestand)),
                "noted": sorted(str(one) for one in kluis.destroyed_ids()[bestand]),
                "stray": tables.Stuk.objects.exclude(houder_id__in=ids).count() + tables.Uitgaand.objects.count(),
                "bare": len(ids - filled),
                "certificates": tables.Certificaat.objects.count(),
                "certified": tables.Certificaat.objects.filter(op__gte=since).count(),
                "logged": finished.filter(op__gte=datetime(since.year, since.month, 1, tzinfo=LOCAL)).count(),
            }
        return found


def main() -> None:
    """Run once, and print the figures as JSON."""
    folder, seed, dossiers, years, kills = sys.argv[1:]
    run = Years(Path(folder), seed=int(seed), dossiers=int(dossiers), years=int(years), kills=int(kills))
    print(json.dumps(run.run()))


if __name__ == "__main__":
    main()
