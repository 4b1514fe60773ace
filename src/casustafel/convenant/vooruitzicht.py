"""Until when a dossier or casus is there if nothing more is done, and when it is there no more. Covenant 7.4, 13.

A term ends at midnight, whether or not the night's work has run: what is past its day is shown to nobody. Reading: in
the files of casework that day is the one of the archive (13.2), or of destruction where that comes first.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import decide_by, unlisted_since
from casustafel.convenant.bewaring import A_DAY
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import UNDECIDED, CasusKop, ConvenantFeit, DossierKop
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.regimes.model import Termijn
from casustafel.convenant.termijn import ended_before, last_day

Kop = DossierKop | CasusKop


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitzicht:
    """What comes if nothing more is done: the last day on which it is kept, on which article, and what comes before.

    `vervalt_op` is the day on which an undecided dossier counts as outcome 2; `archief_op` the last day outside the
    archive.
    """

    tot: date
    artikel: str
    vervalt_op: date | None = None
    archief_op: date | None = None

    @property
    def hier_tot(self) -> date:
        """Give the last day on which the file of casework shows it."""
        return self.archief_op or self.tot

    @property
    def hier_artikel(self) -> str:
        """Give the article on which it leaves that file."""
        return "13.2" if self.archief_op else self.artikel


def last_casework_on(kop: Kop) -> date:
    """Give the day of the last casework on the subject, in either file, as far as this file knows. Covenant 13.1."""
    return max(kop.verwerkt_op, kop.elders_op or kop.verwerkt_op)


@carries_out("7.4", "13.1", "13.2", "13.3")
def outlook(kop: Kop, convenant: ConvenantFeit) -> Vooruitzicht:
    """Give until when a dossier or casus is kept if nothing more is done. Covenant 13.1–13.3.

    Reading: six months from outcome 2, also from the one that comes of itself; else a year in the file and five years
    in all, from the last casework.
    """
    vervalt_op = None
    if isinstance(kop, DossierKop):
        vervalt_op = decide_by(kop, convenant) + A_DAY if kop.staat in UNDECIDED else None
        since = vervalt_op or unlisted_since(kop, convenant, day=kop.verwerkt_op)
        if since is not None:
            unlisted = term_of(convenant, TermijnCode.BEWAREN_NIET_GEAGENDEERD)
            return Vooruitzicht(tot=last_day(since, termijn=unlisted), artikel="13.3", vervalt_op=vervalt_op)
    last = last_casework_on(kop)
    tot = last_day(last, termijn=term_of(convenant, TermijnCode.BEWAREN))
    archief_op = last_day(last, termijn=term_of(convenant, TermijnCode.ARCHIVEREN))
    return Vooruitzicht(tot=tot, artikel="13.1", archief_op=archief_op if archief_op < tot else None)


@carries_out("13.1", "13.2", "13.3")
def is_past(kop: Kop, convenant: ConvenantFeit, *, day: date) -> bool:
    """Tell whether a file of casework may show this no more: from the day after its last day there. Covenant 13."""
    return not kop.is_behouden and day > outlook(kop, convenant).hier_tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """The same for the filter of a list: the earliest days that are not past their term on a day.

    `uitkomst` for what was not put on the agenda, `signaal` and `signaal_verlengd` for the first signaal of what is
    undecided, `verwerkt` for everything else.
    """

    verwerkt: date
    uitkomst: date
    signaal: date
    signaal_verlengd: date


@carries_out("13.1", "13.2", "13.3")
def bounds(convenant: ConvenantFeit, *, day: date) -> Grenzen:
    """Give the earliest days that are not past their term on a day. Covenant 13."""
    kept, archived, unlisted = (
        ended_before(day, termijn=term_of(convenant, code))
        for code in (TermijnCode.BEWAREN, TermijnCode.ARCHIVEREN, TermijnCode.BEWAREN_NIET_GEAGENDEERD)
    )
    law = regime(convenant.regime)
    decide, longer = law.term(TermijnCode.BESLISSEN), law.term(TermijnCode.BESLISSEN_VERLENGEN)
    whole = Termijn(
        code=decide.code, aantal=decide.aantal + longer.aantal, eenheid=decide.eenheid, citaat=decide.citaat
    )
    return Grenzen(
        verwerkt=max(kept, archived) + A_DAY,
        uitkomst=unlisted + A_DAY,
        signaal=ended_before(unlisted, termijn=decide) + A_DAY,
        signaal_verlengd=ended_before(unlisted, termijn=whole) + A_DAY,
    )


@carries_out("13.1", "7.3", "9.1")
def overleg_outlook(op: date, seen: Collection[Kop], convenant: ConvenantFeit) -> Vooruitzicht:
    """Give until when a meeting is kept, for somebody who sees these subjects on its agenda. Covenant 13.1.

    Reading: a meeting goes with the last of its subjects; one with nothing on its agenda two weeks after its day.
    """
    if not seen:
        return Vooruitzicht(
            tot=last_day(op, termijn=regime(convenant.regime).term(TermijnCode.LEEG_OVERLEG)), artikel="13.1"
        )
    last = max((outlook(kop, convenant) for kop in seen), key=lambda one: one.hier_tot)
    return Vooruitzicht(tot=last.hier_tot, artikel=last.hier_artikel)


@carries_out("13.1", "4", "17", "18.4")
def convenantstuk_until(last_on: date, convenant: ConvenantFeit) -> date:
    """Give the last day on which a proposal, dispute, notice, evaluation or statement is kept. Covenant 13.1.

    Reading: these name people who acted for their organisation. Five years after the last thing that happened with
    them, settled or not: as long as what they may have to account for.
    """
    return last_day(last_on, termijn=term_of(convenant, TermijnCode.CONVENANTSTUK))


@carries_out("13.1", "4", "17", "18.4")
def convenantstukken_from(convenant: ConvenantFeit, *, day: date) -> date:
    """Give the earliest day on which the last thing may have happened with what is kept on a day. Covenant 13.1."""
    return ended_before(day, termijn=term_of(convenant, TermijnCode.CONVENANTSTUK)) + A_DAY
