"""Who sees how the covenant is kept, in counts, and who takes the evidence along. Cov. 15.3, 18.4; AVG 5(2)."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.logbewijs import OVERSIGHT
from casustafel.convenant.rules.toegang import is_weegploeg, standing
from casustafel.convenant.verdict import Reason, Verdict, gettext_noop, hide_for, right_fault


@carries_out("15.3")
def may_see_verantwoording(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody sees article by article how the covenant is kept, with how often each rule acted.

    Covenant 15.3; AVG 5(2). Reading: the kernpartijen, who must be able to show it, the toezichthouder and the auditor.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and not OVERSIGHT & wie.rollen:
            text = gettext_noop("Only kernpartijen, the toezichthouder and the auditor see how the covenant is kept.")
            yield right_fault("15.3", "verantwoording", text)

    return hide_for(away())


@carries_out("18.4")
def may_see_cijfers(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody sees the figures of the evaluation. Covenant 18.4.

    Reading: who sees how the covenant is kept, and the uitvoerder, who prepares the evaluation.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not is_weegploeg(wie) and not (OVERSIGHT | {Rol.UITVOERDER}) & wie.rollen:
            text = gettext_noop("Only kernpartijen, the uitvoerder and oversight see the figures.")
            yield right_fault("18.4", "cijfers", text)

    return hide_for(away())


@carries_out("15.3")
def may_export_verantwoording(wie: Wie, *, day: date) -> Verdict:
    """Say whether somebody takes the evidence along: the toezichthouder and the auditor. Covenant 15.3.

    Reading: articles, checkpoints, reviews, counts, and the history of authorisations by id; nothing of content.
    """

    def away() -> Iterator[Reason]:
        yield from standing(wie, convenant_id=wie.convenant.id, day=day)
        if not OVERSIGHT & wie.rollen:
            text = gettext_noop("Only the toezichthouder and the auditor take the evidence along.")
            yield right_fault("15.3", "oversight", text)

    return hide_for(away())
