"""The term to decide of a dossier, and the outcome that its end is. Covenant 7.4, 13.3."""

from datetime import date, timedelta

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import UNDECIDED, ConvenantFeit, DossierKop, DossierStaat
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.termijn import last_day, last_undecided_day


@carries_out("7.4")
def decide_by(kop: DossierKop, convenant: ConvenantFeit) -> date:
    """Give the last day on which this dossier may be undecided, by the covenant's own regime. Covenant 7.4.

    Reading: counted from the first signaal, whatever came later; longer once, where all kernpartijen agreed.
    """
    is_extended = kop.verlengd_op is not None
    return last_undecided_day(kop.eerste_signaal_op, extended=is_extended, regime=regime(convenant.regime))


@carries_out("7.4", "7.4.2")
def outcome_2_on(kop: DossierKop, convenant: ConvenantFeit, *, day: date) -> date | None:
    """Give the day from which a dossier has outcome 2, or nothing where on `day` it has not.

    Covenant 7.4. Reading: the day on which the weegploeg recorded it; without agreement in time the first day after the
    term, whether anybody acted or not.
    """
    if kop.staat is DossierStaat.NIET_AGENDEREN:
        return kop.besloten_op
    last = decide_by(kop, convenant)
    return last + timedelta(days=1) if kop.staat in UNDECIDED and day > last else None


@carries_out("13.3")
def unlisted_since(kop: DossierKop, convenant: ConvenantFeit, *, day: date) -> date | None:
    """Give the day from which the six months of 13.3 run, or nothing where they do not.

    Covenant 13.3. Reading: from outcome 2, also where that came of itself; and for what is left of a dossier whose
    signals all went over into another one, from that day.
    """
    return kop.besloten_op if kop.staat is DossierStaat.OPGEGAAN else outcome_2_on(kop, convenant, day=day)


@carries_out("13.3")
def unlisted_until(kop: DossierKop, convenant: ConvenantFeit, *, day: date) -> date | None:
    """Give the last day on which what was not put on the agenda is kept, or nothing where that is not so. Cov. 13.3."""
    since = unlisted_since(kop, convenant, day=day)
    if since is None:
        return None
    return last_day(since, termijn=term_of(convenant, TermijnCode.BEWAREN_NIET_GEAGENDEERD))
