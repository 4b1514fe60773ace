"""What falls due ahead, by number, day and article: to check, to mend, to be reminded of. Covenant 13, 7.4, 11.5."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from casustafel.acts.bewaring.termijnen import ended_by
from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Pagina, Uitvoer
from casustafel.acts.werk import WerkLijst, listed
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.bewaring import A_DAY, BewaarFeit, quiet_since
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.rules.bewaring import may_find_vervaldag, may_find_vervaldagen
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.vervaldag import Verval, Vervaldag, remind_until, vervaldagen_of
from casustafel.convenant.werk import Stap, Werk
from casustafel.weegploeg import store as weegploeg

AHEAD: Final = timedelta(days=90)
PAGE: Final = 50


class FindVervaldagen(Invoer):
    """Up to and including which day (90 days where none is named), and the page, counted from 1."""

    tot: Dag | None = None
    pagina: Pagina = 1


class VervaldagRegel(Uitvoer):
    """What comes of a dossier, in which file, on which day and article. `is_met_casus`: its casus goes with it."""

    bestand: str
    dossier_id: Id
    nummer: str
    wat: Verval
    op: Dag
    artikel: str
    is_met_casus: bool


class VervaldagLijst(Uitvoer):
    """A page of what falls due, the earliest first, and whether there is a next one."""

    tot: Dag
    pagina: int
    is_laatste: bool
    vervaldagen: tuple[VervaldagRegel, ...]


Ahead = list[tuple[BewaarFeit, Vervaldag]]
Found = Callable[..., Iterable[BewaarFeit]]


def _in_weegploeg(wie: Wie, *, until: date) -> Iterable[BewaarFeit]:
    """Give the dossiers of which something may come up to a day."""
    quiet = max(quiet_since(wie.convenant, day=until), ended_by(wie.convenant, TermijnCode.BEWAREN, day=until + A_DAY))
    closed = ended_by(wie.convenant, TermijnCode.ARCHIVEREN_AFGESLOTEN, day=until + A_DAY)
    ids = weegploeg.ageing(wie.convenant.id, until=quiet, afgesloten_until=closed)
    return weegploeg.bewaring(ids, lock=False).values()


def _in_archief(wie: Wie, *, until: date) -> Iterable[BewaarFeit]:
    """Give the archived subjects that may be destroyed up to a day."""
    ids = archief.ageing(wie.convenant.id, until=ended_by(wie.convenant, TermijnCode.BEWAREN, day=until))
    return archief.bewaring(ids, lock=False).values()


def _until(invoer: FindVervaldagen, day: date) -> date:
    """Give the day up to which is looked ahead."""
    return invoer.tot or day + AHEAD


def _ahead(found: Found, wie: Wie, *, day: date, until: date) -> Ahead:
    ahead = [
        (feit, one)
        for feit in found(wie, until=until)
        if feit.id not in wie.uitgesloten
        for one in vervaldagen_of(feit, wie.convenant, day=day, until=until)
    ]
    return sorted(ahead, key=lambda pair: (pair[1].op, pair[1].nummer))


def _page(found: Found, wie: Wie, invoer: FindVervaldagen, *, day: date) -> Ahead:
    start = (invoer.pagina - 1) * PAGE
    return _ahead(found, wie, day=day, until=_until(invoer, day))[start : start + PAGE]


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_vervaldagen(wie, day=edge.day)


def _rule(wie: Wie, feit: BewaarFeit, edge: Edge) -> Verdict:
    return may_find_vervaldag(wie, feit, day=edge.day)


def _id(feit: BewaarFeit) -> Id:
    return feit.id


def _act_in(bestand: Bestand, found: Found) -> ListAct[FindVervaldagen, BewaarFeit, VervaldagLijst]:
    def candidates(wie: Wie, invoer: FindVervaldagen, edge: Edge) -> Sequence[BewaarFeit]:
        return list({feit.id: feit for feit, _one in _page(found, wie, invoer, day=edge.day)}.values())

    def run(pas: Pass, allowed: Sequence[BewaarFeit], invoer: FindVervaldagen) -> VervaldagLijst:
        seen = {feit.id for feit in allowed}
        rows = _page(found, pas.wie, invoer, day=pas.day)
        return VervaldagLijst(
            tot=_until(invoer, pas.day),
            pagina=invoer.pagina,
            is_laatste=len(rows) < PAGE,
            vervaldagen=tuple(
                VervaldagRegel(
                    bestand=bestand.value,
                    dossier_id=one.houder_id,
                    nummer=one.nummer,
                    wat=one.wat,
                    op=one.op,
                    artikel=one.artikel,
                    is_met_casus=feit.elders_id is not None,
                )
                for feit, one in rows
                if feit.id in seen
            ),
        )

    return ListAct(
        code=f"find-vervaldagen-{bestand.value}",
        articles=("13.1", "13.2", "13.3", "7.4"),
        bestand=bestand,
        verwerking="bewaren en vernietigen",
        gevolg=Gevolg.FOUND,
        invoer=FindVervaldagen,
        candidates=candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=run,
    )


find_vervaldagen: tuple[ListAct[FindVervaldagen, BewaarFeit, VervaldagLijst], ...] = tuple(
    register_act(_act_in(bestand, found))
    for bestand, found in ((Bestand.WEEGPLOEG, _in_weegploeg), (Bestand.ARCHIEF, _in_archief))
)
"""What falls due in the file of the weegploeg, casussen with it, and in the archive."""


def merged(found: Sequence[VervaldagLijst]) -> VervaldagLijst:
    """Put the lists of the files in one, the earliest first."""
    rows = sorted((row for lijst in found for row in lijst.vervaldagen), key=lambda row: (row.op, row.nummer))
    return VervaldagLijst(
        tot=found[0].tot,
        pagina=found[0].pagina,
        is_laatste=all(lijst.is_laatste for lijst in found),
        vervaldagen=tuple(rows),
    )


STAP_OF: Final = {
    Verval.VERVALT: Stap.VERVALT,
    Verval.NAAR_ARCHIEF: Stap.NAAR_ARCHIEF,
    Verval.VERNIETIGD: Stap.VERNIETIGD,
}


def _reminders(wie: Wie, feit: BewaarFeit, *, day: date) -> Iterator[Werk]:
    """Remind of what comes of a dossier within thirty days; derived, and kept nowhere."""
    for one in vervaldagen_of(feit, wie.convenant, day=day, until=remind_until(wie.convenant, day=day)):
        stap = STAP_OF[one.wat]
        yield Werk(stap=stap, artikel=one.artikel, houder_id=one.houder_id, nummer=one.nummer, uiterlijk_op=one.op)


def _reminder_in(bestand: Bestand, found: Found) -> ListAct[Niets, BewaarFeit, WerkLijst]:
    def soon(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[BewaarFeit]:
        until = remind_until(wie.convenant, day=edge.day)
        return list({feit.id: feit for feit, _one in _ahead(found, wie, day=edge.day, until=until)}.values())

    return ListAct(
        code=f"find-werk-vervaldagen-{bestand.value}",
        articles=("13.1", "13.2", "13.3", "7.4", "11.5"),
        bestand=bestand,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=soon,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=listed(_reminders),
    )


find_werk_vervaldagen: tuple[ListAct[Niets, BewaarFeit, WerkLijst], ...] = tuple(
    register_act(_reminder_in(bestand, found))
    for bestand, found in ((Bestand.WEEGPLOEG, _in_weegploeg), (Bestand.ARCHIEF, _in_archief))
)
"""What comes within thirty days, for the werkvoorraad: from the weegploeg's file and from the archive."""
