"""Achterblijvers, persons in the social network, and correcting what one gave. Covenant 10.2.f, 10.2.g, 10.3, 1.a."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, Rol, StukFeit, StukId, Wie, of_kind
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.tafel import checking, known, open_case, party_seated, within
from casustafel.convenant.rules.toegang import at_table, may_open_casus, may_open_plan
from casustafel.convenant.rules.weegploeg import text_reason
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, right_fault
from casustafel.convenant.verstrekking import Verstrekking, provision_reasons

HULP = frozenset({"ja", "nee", "onbekend"})
BEEINDIGD = "beeindigd"
PERSONEN = (CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON)


def _person(  # what every person is recorded with
    wie: Wie, casus: CasusFeit, *, artikel: str, naam: str, noodzaak: str, verstrekking: Verstrekking, day: date
) -> Iterator[Reason]:
    yield from party_seated(wie, casus, artikel=artikel, day=day)
    yield from open_case(casus.kop, artikel=artikel)
    yield from text_reason(artikel, "naam", naam)
    yield from text_reason(artikel, "noodzaak", noodzaak)
    if wie.soort is not None:
        law = regime(wie.convenant.regime)
        yield from provision_reasons(verstrekking, soort=wie.soort, convenant=wie.convenant, regime=law, day=day)


def _help(hulp: str) -> Iterator[Reason]:
    if hulp not in HULP:
        text = gettext_noop("Say whether this person wants help: yes, no, or not known yet.")
        yield field_fault("3.f", "hulp", text)


@carries_out("10.2.f", "10.2", "1.a", "3.f", "6")
def may_add_achterblijver(  # name, necessity, the wish for help and the provision
    wie: Wie, casus: CasusFeit, *, naam: str, noodzaak: str, hulp: str, verstrekking: Verstrekking, day: date
) -> Verdict:
    """Say whether an achterblijver may be recorded.

    Covenant 10.2.f, 1.a. Reading: by a party at the table, on its own ground, with the necessity for the plan and
    whether help is wanted (3.f); that the person lived as a family with an uitreiziger, the party judges.
    """

    def reasons() -> Iterator[Reason]:
        yield from _person(
            wie, casus, artikel="10.2.f", naam=naam, noodzaak=noodzaak, verstrekking=verstrekking, day=day
        )
        yield from _help(hulp)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


@carries_out("10.2.g", "10.2", "6")
def may_add_netwerkpersoon(  # name, necessity, the role in the plan and the provision
    wie: Wie, casus: CasusFeit, *, naam: str, noodzaak: str, rol: str, verstrekking: Verstrekking, day: date
) -> Verdict:
    """Say whether a person of the social network may be recorded. Covenant 10.2.g: only with a role in the plan."""

    def reasons() -> Iterator[Reason]:
        yield from _person(
            wie, casus, artikel="10.2.g", naam=naam, noodzaak=noodzaak, verstrekking=verstrekking, day=day
        )
        yield from text_reason("10.2.g", "rol", rol)

    return within(wie, may_open_casus(wie, casus.kop, day=day), reasons(), day=day)


def _own(wie: Wie, casus: CasusFeit, stuk: StukFeit | None, *, name: str, day: date) -> Iterator[Reason]:
    """Ask that the piece is of one's own organisation at the table, or that the uitvoerder mends it in a check."""
    if Rol.UITVOERDER in wie.rollen and not at_table(wie, casus.kop, day=day):
        yield from checking(wie)
    elif stuk is not None and stuk.organisatie_id != wie.organisatie_id:
        stuk = None
    if stuk is None:
        yield field_fault("10.3", name, gettext_noop("Only what your own organisation gave to this casus."))


@carries_out("10.3", "10.2.f", "10.2.g")
def may_correct_persoon(  # what stands there now, and why it changes
    wie: Wie, casus: CasusFeit, *, persoon_id: StukId, naam: str, noodzaak: str, rol: str, reden: str, day: date
) -> Verdict:
    """Say whether what is recorded of a person may be corrected.

    Covenant 10.3. Reading: by the party that gave it while it is at the table, or by the uitvoerder in a check, with a
    reason. Mending is no casework, so it stays possible without one of the kernpartijen (18.3).
    """
    stuk = next((s for s in of_kind(casus.stukken, *PERSONEN) if s.id == persoon_id and s.staat != BEEINDIGD), None)

    def reasons() -> Iterator[Reason]:
        yield from _own(wie, casus, stuk, name="persoon_id", day=day)
        yield from open_case(casus.kop, artikel="10.3")
        yield from text_reason("10.3", "naam", naam)
        yield from text_reason("10.3", "noodzaak", noodzaak)
        yield from text_reason("10.3", "reden", reden)
        if stuk is not None and stuk.soort == CasusStuk.NETWERKPERSOON:
            yield from text_reason("10.2.g", "rol", rol)
        elif stuk is not None:
            yield from _help(rol)

    return known(may_open_casus(wie, casus.kop, day=day), reasons())


@carries_out("10.3", "10.2.f", "10.2.g")
def may_end_persoon(wie: Wie, casus: CasusFeit, *, persoon_id: StukId, reden: str, day: date) -> Verdict:
    """Say whether a person may be set aside as no longer needed for the plan. Covenant 10.3, 10.2.f, 10.2.g."""
    stuk = next((s for s in of_kind(casus.stukken, *PERSONEN) if s.id == persoon_id and s.staat != BEEINDIGD), None)

    def reasons() -> Iterator[Reason]:
        yield from _own(wie, casus, stuk, name="persoon_id", day=day)
        yield from open_case(casus.kop, artikel="10.3")
        yield from text_reason("10.3", "reden", reden)

    return known(may_open_casus(wie, casus.kop, day=day), reasons())


@carries_out("10.3", "9.2")
def may_correct_bijdrage(  # both texts as they must be, and why
    wie: Wie, casus: CasusFeit, *, bijdrage_id: StukId, omschrijving: str, noodzaak: str, reden: str, day: date
) -> Verdict:
    """Say whether a contribution may be corrected.

    Covenant 10.3, 9.2. Reading: a participant corrects its own, with a reason; what came from the weegploeg is
    corrected there. A partner does not see its contribution back, and corrects it by what it kept of it.
    """
    stuk = next((s for s in of_kind(casus.stukken, CasusStuk.BIJDRAGE) if s.id == bijdrage_id), None)

    def reasons() -> Iterator[Reason]:
        if Rol.UITVOERDER in wie.rollen and not at_table(wie, casus.kop, day=day):
            yield right_fault("10.3", "own", gettext_noop("Who gave this corrects it."))
        else:
            yield from _own(wie, casus, stuk, name="bijdrage_id", day=day)
        yield from open_case(casus.kop, artikel="10.3")
        yield from text_reason("10.3", "omschrijving", omschrijving)
        yield from text_reason("9.2", "noodzaak", noodzaak)
        yield from text_reason("10.3", "reden", reden)

    return known(may_open_plan(wie, casus.kop, day=day), reasons())
