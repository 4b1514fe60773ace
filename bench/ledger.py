# ruff: noqa: PLC0415  # Django is loaded when the folder of the data is known
"""How fast a log is checked, beside the bare hashes: `.venv/bin/python -m bench.ledger [--rows N]`.

Fills a log of the weegploeg in a folder of its own, seals it, and then measures in one run: the hash of every leaf and
node over data that lies ready in memory, on one processor, and `casustafel logboek verify` over the database, on all.
Exit codes: 0 measured and fast enough, 1 slower than half the bare speed or something found, 2 wrong use.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

LEAST = 0.5
BATCH = 10_000


def main() -> int:
    """Fill, seal, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rows", type=int, default=1_000_000, metavar="N", help="how many log rows (default: 1,000,000)"
    )
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-ledger-") as folder:
        os.environ["CASUSTAFEL_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casustafel.conf.settings")
        figures = measure(options.rows)
    print(json.dumps(figures, indent=1))
    if options.json:
        Path(options.json).write_text(json.dumps(figures), encoding="utf-8")
    return 0 if figures["ratio"] >= LEAST and not figures["findings"] else 1


def measure(rows: int) -> dict[str, Any]:
    """Give the figures for a log of so many rows."""
    import django

    django.setup()
    from casustafel.acts.edge import edge
    from casustafel.acts.toezicht.verzegelen import checks_of_logs, seal_logs
    from casustafel.conf.install import migrate

    migrate()
    fill(rows)
    begin = time.perf_counter()
    seal_logs(edge())
    sealed = time.perf_counter() - begin
    bare = bare_seconds(rows)
    begin = time.perf_counter()
    checks = list(checks_of_logs())
    found = sum(1 for check in checks for _one in check.findings())
    verified = time.perf_counter() - begin
    return {
        "rows": sum(check.rows for check in checks),
        "findings": found,
        "seal seconds": round(sealed, 2),
        "bare seconds": round(bare, 2),
        "verify seconds": round(verified, 2),
        "ratio": round(bare / verified, 2),
    }


def fill(rows: int) -> None:
    """Write rows as the gate writes them: opened and found, a change now and then, a refusal now and then."""
    from casustafel.weegploeg.models import LogRegel

    convenant, parties = uuid4(), [uuid4() for _party in range(3)]
    people, logs = [uuid4() for _person in range(30)], [uuid4() for _log in range(1000)]
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for start in range(0, rows, BATCH):
        LogRegel.objects.bulk_create(
            row(
                LogRegel,
                n,
                convenant=convenant,
                party=parties[n % 3],
                person=people[n % 30],
                log=logs[n % 1000],
                begin=begin,
            )
            for n in range(start, min(start + BATCH, rows))
        )


def row(table: Any, n: int, *, convenant: UUID, party: UUID, person: UUID, log: UUID, begin: datetime) -> Any:
    """Make one row."""
    is_change, is_refused = n % 20 == 0, n % 100 == 1
    changes = json.dumps([[str(log), n, sha256(b"%d" % n).hexdigest()]]) if is_change else ""
    return table(
        convenant_id=convenant,
        op=begin + timedelta(seconds=n, microseconds=n % 1000),
        medewerker_id=person,
        organisatie_id=party,
        rollen="casusoverleg weegploeg",
        taak="",
        daad="submit-signaal" if is_change else "open-dossier",
        artikelen="7.3 8.2 8.4",
        verwerking="weegploeg",
        gevolg="refused" if is_refused else "changed" if is_change else "opened",
        log_id=log,
        redenen="8.4-kernpartij" if is_refused else "",
        wijzigingen=changes,
    )


def bare_seconds(rows: int) -> float:
    """Hash every leaf and every node above, over leaves that lie ready in memory; nothing is read or written."""
    from casustafel.acts.files import LOGBOEKEN
    from casustafel.bestand.bestand import Bestand
    from casustafel.bestand.logcontrole import raw_leaves
    from casustafel.bestand.logtekst import leaf_data

    logboek = LOGBOEKEN[Bestand.WEEGPLOEG]
    batches = raw_leaves(logboek, logboek.trees()[0], begin=0, end=rows)
    ready = [
        leaf_data(values, volgnummer=volgnummer, salt=salt)
        for batch in batches
        for _place, _hash, volgnummer, salt, *values in batch
    ]
    begin = time.perf_counter()
    level = [sha256(b"\0" + data).digest() for data in ready]
    while len(level) > 1:
        above = [sha256(b"\1" + level[at] + level[at + 1]).digest() for at in range(0, len(level) - 1, 2)]
        level = above + level[len(above) * 2 :]
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
