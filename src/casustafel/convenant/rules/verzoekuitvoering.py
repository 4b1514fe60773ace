"""Carrying out what was decided on a request. Covenant 12.5, 12.6."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.afscherming import afschermingen_in, is_restricted
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoek import identity_reasons, prepares
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.verdict import Reason, Verdict, gettext_noop, state_fault
from casustafel.convenant.verzoek import Besluituitkomst, VerzoekFeit, Verzoeksoort, Verzoekstaat, must_carry_out


@carries_out("12.5", "12.6")
def may_carry_out_verzoek(wie: Wie, feit: VerzoekFeit, *, uitgevoerd: str, day: date) -> Verdict:
    """Say whether a decision may be carried out in the files: what was granted and answered, once. Covenant 12.6.

    Reading: of a correction that was granted whole, what changes was chosen; where nothing was, a text says what was
    done, as in files outside this one. A restriction is carried out by shielding (AVG 18).
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if not must_carry_out(feit):
            text = gettext_noop("Nothing is carried out: nothing was granted but an answer.")
            yield state_fault("12.6", "nothing", text)
        elif feit.staat is not Verzoekstaat.BEANTWOORD or feit.is_begonnen:
            text = gettext_noop("A decision is carried out once, after the answer.")
            yield state_fault("12.6", "step", text)
        if not feit.wijzigingen:
            is_whole = feit.soort is Verzoeksoort.CORRECTIE and feit.uitkomst is Besluituitkomst.TOEGEWEZEN
            if is_whole and feit.treffers:
                text = gettext_noop("Choose first what changes in the files: that is carried out.")
                yield state_fault("12.5", "nothing-chosen", text)
            yield from text_reason("12.6", "uitgevoerd", uitgevoerd)
        if is_restricted(feit) and feit.treffers and not afschermingen_in(feit.stukken):
            text = gettext_noop("Shield first what was granted: so a restriction is carried out.")
            yield state_fault("12.5", "nothing-shielded", text)

    return prepares(wie, feit, day=day, reasons=reasons())
