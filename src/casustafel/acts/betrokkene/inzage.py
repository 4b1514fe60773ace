"""Who looked at a person's data, as the person reads it: by organisation, day and purpose. Covenant 12.3, 15.2.e.

Counted from the log of each file by the reading of that file, kept with what was gathered, and given with the answer.
Reading: employees are counted and not named, unless their organisation chose to name them for this request; what a
ground of 11.3 keeps back takes along every row that would tell of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from casustafel.acts.files import LOGBOEKEN
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inzage import Gebruik, used
from casustafel.bestand.log import Gevolg
from casustafel.betrokkene.overzicht import Inzageregel, Overzicht
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.stuk import Herkomst

NOT_LISTED: Final = frozenset({"betrokkenen informeren", "toezicht op inzage"})
"""Activities that would tell whether informing waited (11.4), or in which only the log was read."""
OF_PEOPLE: Final = (
    *("open-netwerk", "add-achterblijver", "add-netwerkpersoon", "correct-persoon", "end-persoon"),
    *("open-controle-casus", "open-overzicht-casus", "open-overzicht-archief"),
)
"""Acts that open the people beside the subject; a row of another one counts for a person where it names that piece."""
MOST_LINES: Final = 60
"""So many lines by day; what has more goes by month."""
LOG_OF: Final = {Herkomst.WEEGPLOEG: Bestand.WEEGPLOEG, Herkomst.CASUSOVERLEG: Bestand.CASUSOVERLEG}


def looked(
    bestand: Bestand, log_id: UUID | None, *, nummer: str, persoon_id: UUID | None = None
) -> tuple[Inzageregel, ...]:
    """Count in a log what was done with a dossier; of somebody beside the subject, what opened that person."""
    if log_id is None:
        return ()
    daden = OF_PEOPLE if persoon_id is not None else None
    return tuple(_lines(used(LOGBOEKEN[bestand].regels, log_id, daden=daden, stuk_id=persoon_id), nummer=nummer))


def _lines(found: Iterable[Gebruik], *, nummer: str) -> Iterator[Inzageregel]:
    lines: dict[tuple[UUID | None, date, str], Inzageregel] = {}
    for one in found:
        doel = one.verwerking.partition(":")[0]
        if doel in NOT_LISTED:
            continue
        key = (one.organisatie_id, one.op, doel)
        line = lines.get(key) or Inzageregel(
            nummer=nummer, organisatie_id=one.organisatie_id, doel=doel, vanaf=one.op, tot=one.op
        )
        lines[key] = _counted(line, one)
    yield from lines.values()


def _counted(line: Inzageregel, one: Gebruik) -> Inzageregel:
    people = {*line.medewerkers, *([one.medewerker_id] if one.medewerker_id else [])}
    return replace(
        line,
        geopend=line.geopend + one.aantal * (one.gevolg is Gevolg.OPENED),
        gewijzigd=line.gewijzigd + one.aantal * (one.gevolg is Gevolg.CHANGED),
        verstrekt=line.verstrekt + one.aantal * (one.gevolg is Gevolg.EXPORTED),
        medewerkers=tuple(sorted(people)),
    )


def newest(found: Iterable[Overzicht]) -> tuple[Inzageregel, ...]:
    """Join what was counted in several gatherings: a later one counted the same day anew, and counted more of it."""
    lines = {(o.nummer, o.organisatie_id, o.vanaf, o.doel): o for one in found for o in one.inzage}
    return tuple(lines.values())


@carries_out("12.4", "11.3")
def given_looks(
    overzicht: Overzicht, weg: Collection[UUID], *, silent: Collection[UUID], namen: Mapping[UUID, str]
) -> tuple[Inzageregel, ...]:
    """Give the lines that tell of nothing that is kept back, in one per organisation, day and purpose. Covenant 12.4.

    `silent` are organisations whose ground reaches all of their own. Reading: of an organisation of which nothing is
    given beside what is kept back, no line is given; of another one none of the days of the pieces that are kept back.
    `namen` are the employees that may be named.
    """
    kept = [stuk for stuk in overzicht.stukken if stuk.id in weg]
    gone = {stuk.organisatie_id for stuk in kept} - {s.organisatie_id for s in overzicht.stukken if s.id not in weg}
    hidden = {*gone, *silent} - {None}
    days = {(stuk.organisatie_id, stuk.op) for stuk in kept}
    lines = [o for o in overzicht.inzage if o.organisatie_id not in hidden and (o.organisatie_id, o.vanaf) not in days]
    named = [
        replace(o, medewerkers=(), namen=tuple(sorted({namen[m] for m in o.medewerkers if m in namen}))) for o in lines
    ]
    return tuple(_together(named))


def _together(lines: Iterable[Inzageregel]) -> list[Inzageregel]:
    """Add up the files; by day where that is not too much to read, else by month."""
    by_day = _summed(lines)
    return by_day if len(by_day) <= MOST_LINES else _summed(by_day, by_month=True)


def _summed(lines: Iterable[Inzageregel], *, by_month: bool = False) -> list[Inzageregel]:
    found: dict[tuple[UUID | None, date, str], Inzageregel] = {}
    for line in lines:
        key = (line.organisatie_id, line.vanaf.replace(day=1) if by_month else line.vanaf, line.doel)
        was = found.get(key)
        found[key] = replace(line, nummer="") if was is None else _added(was, line)
    return sorted(found.values(), key=lambda o: (o.vanaf, o.doel))


def _added(was: Inzageregel, line: Inzageregel) -> Inzageregel:
    return replace(
        was,
        vanaf=min(was.vanaf, line.vanaf),
        tot=max(was.tot, line.tot),
        geopend=was.geopend + line.geopend,
        gewijzigd=was.gewijzigd + line.gewijzigd,
        verstrekt=was.verstrekt + line.verstrekt,
        namen=tuple(sorted({*was.namen, *line.namen})),
    )
