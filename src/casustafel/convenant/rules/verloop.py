"""The life of the covenant: notice to leave, disputes, evaluation, its law. Covenant 17, 18.2, 18.4, B1.3."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from casustafel.convenant.artikel import artikelen, carries_out
from casustafel.convenant.feit import OrganisatieFeit, OrganisatieId, Rol, Wie
from casustafel.convenant.partij import CASUSPARTIJEN, KERNPARTIJEN, PARTIJEN
from casustafel.convenant.regime import TermijnCode, regime
from casustafel.convenant.rules.toegang import NOT_THERE, is_weegploeg, standing
from casustafel.convenant.rules.weegploeg import representative, text_reason
from casustafel.convenant.termijn import last_day
from casustafel.convenant.verdict import (
    ALLOWED,
    Reason,
    Verdict,
    field_fault,
    gettext_noop,
    hide_for,
    refuse_for,
    right_fault,
    state_fault,
)

FEWEST = 2


def is_representative(wie: Wie) -> bool:
    """Tell whether this person speaks for a party: of a kernpartij in the weegploeg, of a casuspartij at the table."""
    return is_weegploeg(wie) or (Rol.CASUSOVERLEG in wie.rollen and wie.soort in CASUSPARTIJEN)


def _seen(wie: Wie, *, is_theirs: bool, day: date) -> Verdict:
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    text = gettext_noop("Only the parties of the covenant see this.")
    return ALLOWED if is_theirs else hide_for([right_fault("17", "partij", text)])


@carries_out("18.2")
def leaves_on(op: date, wie: Wie) -> date:
    """Give the first day on which a party has left that gives notice on a day. Covenant 18.2."""
    return last_day(op, termijn=regime(wie.convenant.regime).term(TermijnCode.OPZEGGEN)) + timedelta(days=1)


@carries_out("18.2")
def may_see_opzegging(wie: Wie, *, day: date) -> Verdict:
    """Say whether the page of notice may be seen: by who speaks for a party. Covenant 18.2."""
    return _seen(wie, is_theirs=is_representative(wie), day=day)


@carries_out("18.2")
def may_give_opzegging(wie: Wie, *, day: date) -> Verdict:
    """Say whether a party may give notice, by its own representative and not by a deputy of a moment. Covenant 18.2."""
    seen = may_see_opzegging(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from _not_deputy(wie)
        if wie.organisatie is not None and wie.organisatie.tot is not None:
            yield state_fault("18.2", "given", gettext_noop("Your organisation leaves already."))

    return refuse_for(reasons())


@carries_out("18.2")
def may_withdraw_opzegging(wie: Wie, *, tot: date | None, reden: str, day: date) -> Verdict:
    """Say whether a notice may be taken back: by who gave it, before the term has run out. Covenant 18.2."""
    seen = may_see_opzegging(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from _not_deputy(wie)
        yield from text_reason("18.2", "reden", reden)
        if tot is None:
            yield state_fault("18.2", "not-given", gettext_noop("Your organisation gave no notice."))
        elif wie.soort in KERNPARTIJEN and any(_follows(o, wie) for o in wie.convenant.organisaties):
            text = gettext_noop("Another organisation takes your place already: the notice stands.")
            yield state_fault("18.3", "followed", text)

    return refuse_for(reasons())


def _follows(organisatie: OrganisatieFeit, wie: Wie) -> bool:
    """Tell whether an organisation of the same kind comes in the place of the own one."""
    return (
        organisatie.soort is wie.soort
        and organisatie.id != wie.organisatie_id
        and wie.organisatie is not None
        and wie.organisatie.tot is not None
        and organisatie.vanaf >= wie.organisatie.tot
    )


def _not_deputy(wie: Wie) -> Iterator[Reason]:
    if wie.is_plaatsvervanger:
        text = gettext_noop("A deputy does not give notice: the representative does.")
        yield right_fault("18.2", "deputy", text)


@carries_out("17")
def may_see_geschillen(wie: Wie, *, day: date) -> Verdict:
    """Say whether disputes may be seen: by the parties of the covenant. Covenant 17."""
    return _seen(wie, is_theirs=is_representative(wie), day=day)


@carries_out("17", "16")
def may_record_geschil(
    wie: Wie, *, tussen: Collection[OrganisatieId], artikel: str, omschrijving: str, day: date
) -> Verdict:
    """Say whether a dispute may be recorded: between parties of the covenant, on an article, in words. Covenant 17."""
    seen = may_see_geschillen(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        named = {wie.convenant.organisatie(organisatie_id) for organisatie_id in tussen}
        if len(named) < FEWEST or not all(_is_party(o, day=day) for o in named):
            yield field_fault("17", "tussen", gettext_noop("Choose two or more parties of this covenant."))
        elif wie.organisatie_id not in set(tussen):
            yield field_fault("17", "tussen", gettext_noop("Your own organisation is one of the parties."))
        if artikel not in {one.id for one in artikelen()}:
            yield field_fault("17", "artikel", gettext_noop("Choose an article of the covenant."))
        yield from text_reason("17", "omschrijving", omschrijving)

    return refuse_for(reasons())


def _is_party(organisatie: OrganisatieFeit | None, *, day: date) -> bool:
    return organisatie is not None and organisatie.soort in PARTIJEN and organisatie.is_in_force_on(day)


@carries_out("17")
def may_add_overleg(  # a consultation is a day and what was said
    wie: Wie, *, is_there: bool, is_settled: bool, op: date, tekst: str, name: str, day: date
) -> Verdict:
    """Say whether a consultation or the outcome of an open dispute may be recorded. Covenant 17."""
    seen = may_see_geschillen(wie, day=day)
    if not seen.is_allowed:
        return seen
    if not is_there:
        return NOT_THERE

    def reasons() -> Iterator[Reason]:
        if is_settled:
            yield state_fault("17", "settled", gettext_noop("This dispute was settled."))
        if op > day:
            yield field_fault("17", "op", gettext_noop("This day has not come yet."))
        yield from text_reason("17", name, tekst)

    return refuse_for(reasons())


@carries_out("18.4")
def evaluatie_due(wie: Wie, *, volgende_op: date | None, is_evaluated: bool) -> date | None:
    """Give the day by which the covenant is to be evaluated.

    Covenant 18.4. Reading: two years after it entered into force, and after that on the day that was agreed, if any.
    """
    if is_evaluated:
        return volgende_op
    return last_day(wie.convenant.in_werking_op, termijn=regime(wie.convenant.regime).term(TermijnCode.EVALUATIE))


@carries_out("18.4", "5")
def may_see_evaluatie(wie: Wie, *, day: date) -> Verdict:
    """Say whether evaluations may be seen: by the parties, and the uitvoerder that prepares them. Covenant 18.4, 5."""
    is_uitvoerder = Rol.UITVOERDER in wie.rollen
    return _seen(wie, is_theirs=is_representative(wie) or is_uitvoerder, day=day)


@carries_out("18.4")
def may_record_evaluatie(
    wie: Wie, *, op: date, uitgevoerd_door: str, conclusie: str, volgende_op: date | None, day: date
) -> Verdict:
    """Say whether an evaluation may be recorded, by a kernpartij. Covenant 18.4."""
    seen = may_see_evaluatie(wie, day=day)
    if not seen.is_allowed:
        return seen

    def reasons() -> Iterator[Reason]:
        yield from representative(wie, artikel="18.4")
        if op > day or op < wie.convenant.in_werking_op:
            text = gettext_noop("Choose a day since the covenant is in force, and not one to come.")
            yield field_fault("18.4", "op", text)
        yield from text_reason("18.4", "uitgevoerd_door", uitgevoerd_door)
        yield from text_reason("18.4", "conclusie", conclusie)
        if volgende_op is not None and volgende_op <= op:
            yield field_fault("18.4", "volgende_op", gettext_noop("The next evaluation comes after this one."))

    return refuse_for(reasons())


@carries_out("B1.3")
def may_verify_regime(wie: Wie, *, toelichting: str, day: date) -> Verdict:
    """Say whether may be recorded that the law of the covenant was verified, by a kernpartij. Besluit B1.3."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away or not is_weegploeg(wie):
        return hide_for([*away, *representative(wie, artikel="B1.3")])
    return refuse_for(text_reason("B1.3", "toelichting", toelichting))


@carries_out("4")
def may_open_verwerkingen(wie: Wie, *, day: date) -> Verdict:
    """Say whether the register of processing activities may be read: by everybody of the covenant. Covenant 4."""
    return hide_for(standing(wie, convenant_id=wie.convenant.id, day=day))
