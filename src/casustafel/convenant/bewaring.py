"""How long data is kept, and why: for a dossier and its casus, from their days alone. Covenant 13.

The files do not know each other's days. A job looks at both and passes the day of the other one along as `elders_op`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.beslistermijn import decide_by, unlisted_since
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import UNDECIDED, ConvenantFeit, ConvenantId, DossierKop
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.termijn import ended_before, last_day

A_DAY = timedelta(days=1)


class Houdersoort(StrEnum):
    """What holds the data of a subject."""

    DOSSIER = "dossier"
    CASUS = "casus"
    ARCHIEF = "archiefdossier"
    VERZOEK = "verzoek"
    INCIDENT = "incident"


class Wijze(StrEnum):
    """What happened to data that a file no longer holds."""

    VERNIETIGD = "vernietigd"
    VERPLAATST = "verplaatst"


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaarFeit:
    """The days that decide how long a dossier or casus is kept; plain, also when it is on its way out.

    `kop` is there for a dossier of the weegploeg alone. `onderweg` counts the bundles that wait to leave the file.
    `gehoord_op` is the last casework in the other file, as far as this one heard. `volgt_dossier` tells of a request
    that it was answered and goes with the dossiers that it is about; its `verwerkt_op` is the day of the answer.
    `is_behouden`: the whole is kept past its term, until a shielding is lifted; `behoudt` counts the pieces that are.
    `is_lopend` tells of an incident that it is not settled: its term has not begun.
    """

    id: UUID
    convenant_id: ConvenantId
    soort: Houdersoort
    nummer: str
    verwerkt_op: date
    kop: DossierKop | None = None
    elders_id: UUID | None = None
    is_afgesloten: bool = False
    onderweg: int = 0
    vernietigen_op: date | None = None
    gearchiveerd_op: date | None = None
    gehoord_op: date | None = None
    volgt_dossier: bool = False
    is_behouden: bool = False
    behoudt: int = 0
    is_lopend: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """Until when something is kept (its last day), on which article, and the day from which that was counted."""

    tot: date
    artikel: str
    sinds: date

    @property
    def vernietigen_vanaf(self) -> date:
        """Give the first day on which it may no longer be there."""
        return self.tot + A_DAY


@carries_out("13.1")
def last_processing_on(feit: BewaarFeit, *, elders_op: date | None) -> date:
    """Give the day of the last casework on a subject, in either file. Covenant 13.1, reading."""
    return max(feit.verwerkt_op, elders_op or feit.verwerkt_op)


@carries_out("7.4")
def lapses_on(kop: DossierKop, convenant: ConvenantFeit) -> date | None:
    """Give the day on which an undecided dossier counts as outcome 2, or nothing where it was decided. Covenant 7.4."""
    return decide_by(kop, convenant) + A_DAY if kop.staat in UNDECIDED else None


@carries_out("13.1", "13.3")
def retention_of(
    feit: BewaarFeit, convenant: ConvenantFeit, *, elders_op: date | None = None, day: date
) -> Bewaartermijn:
    """Give until when a dossier or casus is kept, as it stands on a day.

    Covenant 13.1, 13.3. Reading: six months from outcome 2, from the day of the lapse where nobody decided, also when
    that is recorded late, and from the day on which a dossier went over into another; everything else five years from
    the last casework in either file.
    """
    if feit.soort is Houdersoort.VERZOEK:
        return _of_a_request(feit, convenant)
    if feit.soort is Houdersoort.INCIDENT:
        tot = last_day(feit.verwerkt_op, termijn=term_of(convenant, TermijnCode.INCIDENT))
        return Bewaartermijn(tot=tot, artikel="13.1", sinds=feit.verwerkt_op)
    since = unlisted_since(feit.kop, convenant, day=day) if feit.kop is not None else None
    if since is not None:
        tot = last_day(since, termijn=term_of(convenant, TermijnCode.BEWAREN_NIET_GEAGENDEERD))
        return Bewaartermijn(tot=tot, artikel="13.3", sinds=since)
    last = last_processing_on(feit, elders_op=elders_op)
    return Bewaartermijn(
        tot=last_day(last, termijn=term_of(convenant, TermijnCode.BEWAREN)), artikel="13.1", sinds=last
    )


def _of_a_request(feit: BewaarFeit, convenant: ConvenantFeit) -> Bewaartermijn:
    """Give until when a request is kept: a year after its answer; with its dossier where it is about one.

    Covenant 12.3, 13.1, reading. Whether that dossier is there still is seen by who looks for what is due.
    """
    answered = feit.verwerkt_op
    tot = answered if feit.volgt_dossier else last_day(answered, termijn=term_of(convenant, TermijnCode.LOS_VERZOEK))
    return Bewaartermijn(tot=tot, artikel="13.1", sinds=answered)


@carries_out("13.1", "13.3")
def must_destroy(feit: BewaarFeit, convenant: ConvenantFeit, *, elders_op: date | None = None, day: date) -> bool:
    """Tell whether the term of a dossier or casus has ended: the day after its last day, and from then on.

    Covenant 13. Reading: sole exception is what is shielded because the person wants it kept (AVG 18(1)(b), (c)).
    """
    return (
        not (feit.is_lopend or feit.is_behouden)
        and day > retention_of(feit, convenant, elders_op=elders_op, day=day).tot
    )


@carries_out("13.2")
def archive_by(feit: BewaarFeit, convenant: ConvenantFeit, *, elders_op: date | None = None) -> date:
    """Give the last day on which data may stand outside the archive, also where nobody closed it. Covenant 13.2.

    Reading: a year after the last casework in either file; a dossier without a decision lapses long before.
    """
    last = last_processing_on(feit, elders_op=elders_op)
    return last_day(last, termijn=term_of(convenant, TermijnCode.ARCHIVEREN))


@carries_out("13.2")
def archive_from(feit: BewaarFeit, convenant: ConvenantFeit, *, elders_op: date | None = None) -> date:
    """Give the first day on which data is moved to the archive. Covenant 13.2.

    Reading: thirty days before its last day outside, or half the term where that is less, so that nights that were
    missed cost no term; what was closed goes three months after the last casework.
    """
    last = last_processing_on(feit, elders_op=elders_op)
    by = archive_by(feit, convenant, elders_op=elders_op)
    ahead = last_day(by, termijn=term_of(convenant, TermijnCode.ARCHIVEREN_VOORAF)) - by
    early = max(by - ahead, last + (by - last) // 2)
    if not feit.is_afgesloten:
        return early
    return min(early, last_day(last, termijn=term_of(convenant, TermijnCode.ARCHIVEREN_AFGESLOTEN)))


@carries_out("13.2")
def quiet_since(convenant: ConvenantFeit, *, day: date) -> date:
    """Give the latest day of a last casework for which something may go to the archive on `day`. Covenant 13.2."""
    term = term_of(convenant, TermijnCode.ARCHIVEREN)
    ahead = last_day(day, termijn=term_of(convenant, TermijnCode.ARCHIVEREN_VOORAF))
    return ended_before(ahead + A_DAY, termijn=term)


@carries_out("13.2", "13.3")
def must_archive(feit: BewaarFeit, convenant: ConvenantFeit, *, elders_op: date | None = None, day: date) -> bool:
    """Tell whether a dossier or casus goes to the archive: from its day on, until it is destroyed.

    Covenant 13.2, 13.3. Reading: who was not put on the agenda is destroyed after six months, and never archived.
    """
    kept = retention_of(feit, convenant, elders_op=elders_op, day=day)
    return kept.artikel == "13.1" and archive_from(feit, convenant, elders_op=elders_op) <= day <= kept.tot


def ground_of(feit: BewaarFeit, convenant: ConvenantFeit, *, day: date) -> tuple[str, Wijze]:
    """Give the article on which data leaves a file, and the way: it was moved to the archive, or is destroyed."""
    if feit.gearchiveerd_op is not None:
        return "13.2", Wijze.VERPLAATST
    return retention_of(feit, convenant, day=day).artikel, Wijze.VERNIETIGD


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificaat:
    """What stays of what was destroyed: what kind, how many, ground, way, when. No personal data, no id. Covenant 13.1.

    `aantallen` counts the pieces by kind; `tijdperk` is the first epoch of keys under which nothing of it is wrapped.
    """

    id: UUID
    soort: Houdersoort
    wijze: Wijze
    artikel: str
    aantallen: Mapping[str, int]
    vernietigen_op: date
    op: date
    tijdperk: int
    hash: str = ""
