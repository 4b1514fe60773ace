"""Deciding on a request, and answering it. Covenant 12.2-12.5, 4."""

from collections.abc import Iterable, Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import OrganisatieId, StukFeit, Wie, of_kind
from casustafel.convenant.regime import Regime, regime
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoek import (
    identity_reasons,
    may_find_verzoek,
    may_open_verzoektaak,
    own_taken,
    prepares,
    told_first_day,
)
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import VERVALLEN, VerzoekStuk
from casustafel.convenant.verdict import (
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)
from casustafel.convenant.verzoek import (
    Antwoord,
    Besluituitkomst,
    Stukkeuze,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
    VerzoekStandpunt,
    answer_by,
    reached,
)

STUK_GROND = "11.3.e"
"""The ground on which a melder's name is withheld, and on which who does not decide may keep its own piece back."""
UNDECIDED = frozenset({Verzoekstaat.IDENTITEIT_VASTGESTELD, Verzoekstaat.VERZAMELD})
GATHERING = UNDECIDED | {Verzoekstaat.BESLOTEN}
"""Whose request it is was established, and the answer was not given yet."""


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
    """Give what the decision says as the positions stand, and whose data a ground keeps back. Covenant 12.2, 12.4.

    A piece that is kept back by itself, or a melder's name, makes that not all is given.
    """
    uitkomst, kept = reached(standpunten_of(feit.stukken), told_first_day(wie, day=day))
    by_piece = {one.organisatie_id for one in feit.keuzes if one.keuze is not Stukkeuze.GEVEN}
    if by_piece and uitkomst is Besluituitkomst.TOEGEWEZEN:
        uitkomst = Besluituitkomst.DEELS
    return uitkomst, kept | by_piece


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
            yield from ungathered_reasons(feit)
        yield from text_reason("12.4", "bezwaar_bij", bezwaar_bij)
        yield from text_reason("12.4", "rechtbank", rechtbank)

    return _decides(wie, feit, day=day, reasons=reasons())


@carries_out("12.3", "12.4", "11.3.e")
def may_choose_stuk(  # a choice is what is said of a piece, on which ground and why
    wie: Wie, feit: VerzoekFeit, *, keuze: Stukkeuze, grond: str, motivering: str, day: date
) -> Verdict:
    """Say whether somebody may say of a piece of an overview whether it is given. Covenant 12.4, 12.3, 12.1.

    Reading: the party that provided it looks at it. A kernpartij keeps it back on a ground of 11.3, with reasons;
    another party, which does not decide, only to protect somebody (e). So is a melder's name withheld, signaal by
    signaal. That the piece comes from this party is seen when the overview is opened.
    """
    seen = may_see_stukken(wie, feit, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        if feit.staat not in UNDECIDED:
            yield state_fault("12.2", "decided", gettext_noop("This request has been decided on already."))
        grounds = gronden_for(feit.soort, regime(wie.convenant.regime), day=day) if is_weegploeg(wie) else (STUK_GROND,)
        if keuze is Stukkeuze.GEVEN:
            if grond:
                text = gettext_noop("What is given needs no ground.")
                yield field_fault("12.4", "grond", text)
            return
        if keuze is Stukkeuze.ZONDER_MELDER:
            grounds = (STUK_GROND,)
        if grond not in grounds:
            text = gettext_noop("Only a ground of this list can stand in the way: choose one.")
            yield field_fault("12.4", "grond", text)
        yield from text_reason("12.4", "motivering", motivering)

    return refuse_for(reasons())


@carries_out("12.3", "15.2.e")
def may_choose_inzagenamen(wie: Wie, feit: VerzoekFeit, *, motivering: str, day: date) -> Verdict:
    """Say whether a kernpartij may choose that its employees who looked are named, or not, to this person. Cov. 12.3.

    Reading: AVG 15 gives the person when and for what was looked, and by which organisation; not who, unless the
    controller whose employees they are decides so for this request, with a reason.
    """

    def reasons() -> Iterator[Reason]:
        yield from access_reasons(feit)
        if feit.is_established and feit.staat not in UNDECIDED:
            yield state_fault("12.2", "decided", gettext_noop("This request has been decided on already."))
        yield from text_reason("12.3", "motivering", motivering)

    return _decides(wie, feit, day=day, reasons=reasons())


@carries_out("12.3", "12.1")
def may_see_stukken(wie: Wie, feit: VerzoekFeit, *, day: date) -> Verdict:
    """Say whether somebody sees the pieces that the own organisation provided, for an overview. Covenant 12.1.

    A kernpartij, which decides, and a party that was given a task for the request: of both who speaks for it.
    """
    seen = may_find_verzoek(wie, feit, day=day)
    if not (seen.is_allowed and is_weegploeg(wie)):
        seen = may_open_verzoektaak(wie, feit, day=day)
        if seen.is_allowed and all(taak.bij_id is not None for taak in own_taken(wie, feit)):
            text = gettext_noop("Only who speaks for a party looks at the pieces that it provided.")
            return hide_for([right_fault("12.1", "speaks", text)])
    if not seen.is_allowed:
        return seen
    return refuse_for(access_reasons(feit))


@carries_out("12.3")
def access_reasons(feit: VerzoekFeit) -> Iterator[Reason]:
    """Say why there is no overview for a request: identity is open, another kind was asked, or it is answered."""
    yield from identity_reasons(feit)
    if feit.soort is not Verzoeksoort.INZAGE:
        yield state_fault("12.3", "kind", gettext_noop("An overview is for who asks for access."))
    if feit.is_established and feit.staat not in GATHERING:
        text = gettext_noop("An overview is made after identity was established, until the answer is given.")
        yield state_fault("12.3", "step", text)


def _silent(wie: Wie, feit: VerzoekFeit, *, day: date) -> Iterator[Reason]:
    spoke = {one.organisatie_id for one in standpunten_of(feit.stukken)}
    for partij in wie.convenant.kernpartijen_on(day):
        if partij.id not in spoke:
            text = gettext_noop("%(partij)s has not said yet what it wants, and the last day has not come.")
            yield state_fault("4", "silent", text, partij=partij.naam)


@carries_out("12.3")
def ungathered_reasons(feit: VerzoekFeit) -> Iterator[Reason]:
    """Say that what a dossier held was not gathered, of who asks for access: the answer is made of it. Cov. 12.3."""
    if feit.soort is Verzoeksoort.INZAGE and not feit.treffers <= feit.verzameld:
        text = gettext_noop("Gather first what each of the dossiers holds: the answer is made of that.")
        yield state_fault("12.3", "ungathered", text)


@carries_out("12.3", "12.4", "12.5")
def may_answer_verzoek(wie: Wie, feit: VerzoekFeit, *, brief: str, day: date) -> Verdict:
    """Say whether a request may be answered: identity was established, and the kernpartijen decided. Covenant 12.3.

    Access that is given, or the rest of it, is answered by the overview that was gathered from the files; nobody types
    it. A text says why something is refused; of access that is given in full there is nothing to say beside it.
    """

    def reasons() -> Iterator[Reason]:
        yield from identity_reasons(feit)
        if feit.is_established and feit.staat is not Verzoekstaat.BESLOTEN:
            text = gettext_noop("An answer follows the decision, and is given once.")
            yield state_fault("12.3", "step", text)
        is_whole = feit.soort is Verzoeksoort.INZAGE and feit.uitkomst is Besluituitkomst.TOEGEWEZEN
        if not is_whole:
            yield from text_reason("12.4", "brief", brief)
        yield from ungathered_reasons(feit)

    return prepares(wie, feit, day=day, reasons=reasons())
