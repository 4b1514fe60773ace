"""Deciding on a request, and answering it. Covenant 12.2-12.5, 4."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import OrganisatieId, StukFeit, Wie, of_kind
from casustafel.convenant.regime import Regime, regime
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoek import identity_reasons, may_find_verzoek, prepares, told_first_day
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import VERVALLEN, VerzoekStuk
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    refuse_for,
    right_fault,
    state_fault,
)
from casustafel.convenant.verzoek import (
    Antwoord,
    Besluituitkomst,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
    VerzoekStandpunt,
    answer_by,
    reached,
)

UNDECIDED = frozenset({Verzoekstaat.IDENTITEIT_VASTGESTELD, Verzoekstaat.VERZAMELD})


@carries_out("12.4", "11.3.a", "11.3.b", "11.3.c", "11.3.d", "11.3.e", "12.5.a", "12.5.b", "12.5.c")
def gronden_for(soort: Verzoeksoort, law: Regime, *, day: date) -> tuple[str, ...]:
    """Give the grounds that may stand in the way of what is asked. Covenant 12.4, 12.5.

    Access: the five of 11.3. Reading: of a correction, objection or restriction also that it is not called for: of a
    correction, that the data is right, complete, relevant and lawful (12.5).
    """
    own = (g.code for g in law.afwijzingsgronden if g.soort == soort and g.geldigheid.is_valid_on(day))
    return (*(f"11.3.{g.code}" for g in law.uitzonderingsgronden), *own)


def standpunt_code(antwoord: Antwoord, grond: str) -> str:
    """Write a position as the plain state of its piece: what is said, and on which ground. At most 24 characters."""
    return f"{antwoord}:{grond}" if grond else antwoord.value


def standpunten_of(stukken: Iterable[StukFeit]) -> tuple[VerzoekStandpunt, ...]:
    """Read the positions of the kernpartijen on a request."""
    found = []
    for stuk in of_kind(stukken, VerzoekStuk.STANDPUNT):
        if stuk.organisatie_id is not None and stuk.staat != VERVALLEN:
            antwoord, _sign, grond = stuk.staat.partition(":")
            found.append(VerzoekStandpunt(organisatie_id=stuk.organisatie_id, antwoord=Antwoord(antwoord), grond=grond))
    return tuple(found)


@carries_out("12.2", "12.4")
def would_decide(feit: VerzoekFeit, wie: Wie, *, day: date) -> tuple[Besluituitkomst, frozenset[OrganisatieId]]:
    """Give what the decision says as the positions stand, and whose data a ground keeps back. Covenant 12.2, 12.4."""
    return reached(standpunten_of(feit.stukken), told_first_day(wie, day=day))


def _decides(wie: Wie, feit: VerzoekFeit, *, day: date, reasons: Iterator[Reason]) -> Verdict:
    seen = may_find_verzoek(wie, feit, day=day)
    if not seen.is_allowed:
        return seen
    if not is_weegploeg(wie):
        text = gettext_noop("The kernpartijen decide on a request, each by its representative in the weegploeg.")
        return refuse_for([right_fault("12.2", "kernpartij", text)])
    return refuse_for(reasons)


@carries_out("12.2", "12.4", "12.5", "4")
def may_take_standpunt_verzoek(  # a position is the answer, its ground, how far that reaches and why
    wie: Wie, feit: VerzoekFeit, *, antwoord: Antwoord, grond: str, reikwijdte: str, motivering: str, day: date
) -> Verdict:
    """Say whether a kernpartij may take its position on a request: after identity, before the decision. Cov. 12.2.

    Reading: withholding needs a ground of the list, how far it reaches, and why; no ground needs no reason.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.is_established and feit.staat not in UNDECIDED:
            yield state_fault("12.2", "decided", gettext_noop("This request has been decided on already."))
        if antwoord is Antwoord.INWILLIGEN:
            if grond:
                text = gettext_noop("A ground stands in the way of what is asked: choose what it reaches.")
                yield field_fault("12.4", "grond", text)
            return
        if grond not in gronden_for(feit.soort, regime(wie.convenant.regime), day=day):
            text = gettext_noop("Only a ground of this list can stand in the way: choose one.")
            yield field_fault("12.4", "grond", text)
        yield from text_reason("12.4", "reikwijdte", reikwijdte)
        yield from text_reason("12.4", "motivering", motivering)

    return _decides(wie, feit, day=day, reasons=reasons())


@carries_out("12.2", "12.3", "12.4", "4")
def may_decide_verzoek(wie: Wie, feit: VerzoekFeit, *, bezwaar_bij: str, rechtbank: str, day: date) -> Verdict:
    """Say whether the kernpartijen may decide on a request: all of them spoke, or it is the last day. Covenant 12.2, 4.

    Reading: on the last day who was silent stands in nobody's way, and the duty is performed. (outside) Every decision
    names where to object within six weeks, the court, and the complaint to the AP.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.is_established and feit.staat is not Verzoekstaat.VERZAMELD:
            text = gettext_noop("A decision follows once what there is was gathered, and is taken once.")
            yield state_fault("12.2", "step", text)
        if day < answer_by(feit, wie.convenant):
            yield from _silent(wie, feit, day=day)
        yield from text_reason("12.4", "bezwaar_bij", bezwaar_bij)
        yield from text_reason("12.4", "rechtbank", rechtbank)

    return _decides(wie, feit, day=day, reasons=reasons())


def _silent(wie: Wie, feit: VerzoekFeit, *, day: date) -> Iterator[Reason]:
    spoke = {one.organisatie_id for one in standpunten_of(feit.stukken)}
    for partij in wie.convenant.kernpartijen_on(day):
        if partij.id not in spoke:
            text = gettext_noop("%(partij)s has not said yet what it wants, and the last day has not come.")
            yield state_fault("4", "silent", text, partij=partij.naam)


@carries_out("12.3", "12.4", "12.5")
def may_answer_verzoek(  # the letter, and the four parts of an overview
    wie: Wie, feit: VerzoekFeit, *, brief: str, overzicht: Collection[tuple[str, str]], day: date
) -> Verdict:
    """Say whether a request may be answered: identity was established, and the kernpartijen decided. Covenant 12.3.

    Access that is given, or the rest of it, has an overview in four parts: the data, its purposes, the recipients or
    kinds of them, the origin. `overzicht` is each part by the name of its field.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.is_established and feit.staat is not Verzoekstaat.BESLOTEN:
            text = gettext_noop("An answer follows the decision, and is given once.")
            yield state_fault("12.3", "step", text)
        yield from text_reason("12.3", "brief", brief)
        is_given = feit.soort is Verzoeksoort.INZAGE and feit.uitkomst is not Besluituitkomst.AFGEWEZEN
        if is_given:
            for name, text in overzicht:
                yield from text_reason("12.3", name, text)

    return prepares(wie, feit, day=day, reasons=reasons())
