"""Who consults, defers and informs: the duty of covenant 11. Covenant 11.2-11.5, 4, 5."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, DossierFeit, Keuze, Rol, StandpuntFeit, Wie
from casustafel.convenant.informatieplicht import (
    Aantekening,
    Bereik,
    Plicht,
    Plichtstaat,
    defer_until,
    on_deferral,
    reaches,
    replay,
    stand_of,
)
from casustafel.convenant.overeenstemming import (
    Onderwerp,
    is_agreed,
    must_agree,
    open_reasons,
    speaking_reasons,
    with_position,
)
from casustafel.convenant.plichten import plichten_of_casus
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.tafel import known
from casustafel.convenant.rules.toegang import (
    NOT_THERE,
    gone_from,
    is_weegploeg,
    may_serve_subject,
    standing,
    task_reasons,
)
from casustafel.convenant.rules.weegploeg import text_reason
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitstel:
    """What a kernpartij states when it lets informing wait. Covenant 11.3, 11.4.

    `tot` is the last day on which this holds; a ground that stays (`is_blijvend`) has none.
    """

    bereik: Bereik
    grond: str
    noodzaak: str
    evenredigheid: str
    reden: str
    tot: date | None = None
    is_blijvend: bool = False


@carries_out("11.3", "11.4", "8.4", "5")
def may_open_informeren(wie: Wie, dossier: DossierFeit, *, day: date) -> Verdict:
    """Say whether the duty towards the subject may be looked at: by who may open the dossier. Covenant 11.4, 8.4.

    Reading: also while it is shielded: the duty is one to the person. AVG 18.
    """
    return may_serve_subject(wie, dossier.kop, day=day)


@carries_out("11.3", "11.4", "10.4", "5")
def may_open_informeren_casus(wie: Wie, casus: CasusFeit, *, day: date) -> Verdict:
    """Say whether the duty towards the persons of a casus may be looked at.

    Covenant 11.3, 10.4. Reading: each kernpartij in the weegploeg, while there is a person in the casus who was not
    informed, at the table or not: that decision is pending; the uitvoerder for a named task. To others it is hidden.
    """
    away = tuple(gone_from(wie, casus.kop, day=day))
    if away:
        return hide_for(away)
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    plichten = plichten_of_casus(casus, wie.convenant)
    is_at_table = casus.kop.is_at_table(wie.organisatie_id, day=day)
    is_pending = any(stand_of(plicht, day=day).staat is not Plichtstaat.VERVULD for plicht in plichten)
    if is_weegploeg(wie) and (is_at_table or is_pending):
        return ALLOWED
    return hide_for([right_fault("10.4", "not-at-table", gettext_noop("Only those at the table have access."))])


@carries_out("11.3", "11.5", "10.4", "5")
def may_find_informeren(wie: Wie, *, day: date) -> Verdict:
    """Say whether this person has a list of who must be informed: kernpartijen in the weegploeg, and the uitvoerder."""
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away:
        return hide_for(away)
    if Rol.UITVOERDER in wie.rollen:
        return refuse_for(task_reasons(wie))
    return ALLOWED if is_weegploeg(wie) else NOT_THERE


def _to_do(plicht: Plicht, *, day: date) -> Iterator[Reason]:
    if stand_of(plicht, day=day).staat is Plichtstaat.VERVULD:
        yield state_fault("11.2", "informed", gettext_noop("This person has been informed."))


def _grounds(wie: Wie, plicht: Plicht, uitstel: Uitstel, *, day: date) -> Iterator[Reason]:
    """Ask a ground of 11.3, that it is necessary and proportional, why, and until when."""
    if uitstel.grond not in {g.code for g in regime(wie.convenant.regime).uitzonderingsgronden}:
        yield field_fault("11.3", "grond", gettext_noop("Choose one of the five grounds of article 11.3."))
    yield from text_reason("11.3", "noodzaak", uitstel.noodzaak)
    yield from text_reason("11.3", "evenredigheid", uitstel.evenredigheid)
    yield from text_reason("11.4", "reden", uitstel.reden)
    is_last = plicht.is_slotfase(day)
    if uitstel.is_blijvend and not is_last:
        text = gettext_noop("A ground that stays is recorded in the last thirty days only. Give a next date.")
        yield field_fault("11.5", "is_blijvend", text)
    elif is_last and not uitstel.is_blijvend:
        text = gettext_noop("The data leaves this file within thirty days: inform, or record a ground that stays.")
        yield field_fault("11.5", "is_blijvend", text)
    elif not uitstel.is_blijvend and not (uitstel.tot and day < uitstel.tot <= defer_until(wie.convenant, day=day)):
        text = gettext_noop("Choose a day after today, at most three months on.")
        yield field_fault("11.5", "tot", text)


@carries_out("11.3", "11.3.a", "11.3.b", "11.3.c", "11.3.d", "11.3.e", "11.4", "11.5", "4")
def defer_reasons(wie: Wie, plicht: Plicht, uitstel: Uitstel, *, day: date) -> Iterator[Reason]:
    """Say why informing does not wait.

    Covenant 11.3, 11.4. Reading: a ground is invoked by one kernpartij for its own data, and then holds at once, or by
    all for everything; with necessity, proportionality, a reason and a next day, at most three months on. In the last
    thirty days only a ground that stays counts.
    """
    yield from speaking_reasons(wie, Onderwerp.UITSTEL, day=day)
    yield from _to_do(plicht, day=day)
    yield from _grounds(wie, plicht, uitstel, day=day)
    if uitstel.bereik is Bereik.ALLEN:
        if on_deferral(plicht, day=day) is not None:
            yield state_fault("11.3", "asked", gettext_noop("The kernpartijen have been asked already."))
    elif wie.organisatie_id not in replay(plicht).rest:
        text = gettext_noop("Nothing is held here of your organisation that this person was not told.")
        yield right_fault("11.3", "own-data", text)


@carries_out("11.3", "4")
def speak_reasons(wie: Wie, plicht: Plicht, keuze: Aantekening, *, day: date) -> Iterator[Reason]:
    """Say why a kernpartij does not say that it sees no ground, or agrees with the ground that another one asks.

    Covenant 11.3. Reading: this is how the kernpartijen consult.
    """
    yield from speaking_reasons(wie, Onderwerp.UITSTEL, day=day)
    yield from _to_do(plicht, day=day)
    if keuze not in {Aantekening.GEEN_GROND, Aantekening.INSTEMMING}:
        yield field_fault("11.3", "keuze", gettext_noop("Say whether you see a ground."))
    if keuze is Aantekening.INSTEMMING:
        found = on_deferral(plicht, day=day)
        yield from open_reasons(found[1] if found else None)
    own = replay(plicht).eigen.get(wie.organisatie_id) if wie.organisatie_id else None
    if keuze is Aantekening.GEEN_GROND and own is not None and reaches(own, day):
        text = gettext_noop("Your organisation let this wait for its own data. End that first.")
        yield state_fault("11.3", "own-deferral", text)


def would_agree(wie: Wie, plicht: Plicht, *, day: date) -> bool:
    """Tell whether the deferral that was asked holds once this kernpartij agrees: then all of them do. Covenant 4."""
    found = on_deferral(plicht, day=day)
    if found is None or wie.organisatie_id is None:
        return False
    own = StandpuntFeit(organisatie_id=wie.organisatie_id, keuze=Keuze.INSTEMMEN)
    return is_agreed(with_position(found[1], own), wie.convenant, day=day)


@carries_out("11.5", "4")
def withdraw_reasons(wie: Wie, plicht: Plicht, bereik: Bereik, *, reden: str, day: date) -> Iterator[Reason]:
    """Say why a deferral does not end before its day.

    Covenant 11.5, 4. Reading: as soon as nothing stands in the way the person is informed. One for own data is ended by
    that kernpartij; one of all by each of them, as it needs the agreement of each; one that is asked by who asked it.
    """
    yield from speaking_reasons(wie, Onderwerp.UITSTEL, day=day)
    yield from _to_do(plicht, day=day)
    yield from text_reason("11.5", "reden", reden)
    found, asked = replay(plicht), on_deferral(plicht, day=day)
    own = found.eigen.get(wie.organisatie_id) if wie.organisatie_id else None
    held = own if bereik is Bereik.EIGEN else found.allen
    if held is not None and reaches(held, day):
        return
    if bereik is Bereik.ALLEN and asked is not None:
        if asked[1].gevraagd_door != wie.organisatie_id:
            text = gettext_noop("Only the kernpartij that asked this takes it back. You can say you see no ground.")
            yield right_fault("11.3", "asker", text)
    else:
        yield state_fault("11.5", "no-deferral", gettext_noop("Nothing waits here that you can end."))


def _consult_reasons(wie: Wie, plicht: Plicht, *, day: date) -> Iterator[Reason]:
    """Name each kernpartij that has not spoken yet, as long as the last day has not come. Covenant 11.3."""
    if day >= plicht.uiterlijk_op:
        return
    spoken = replay(plicht).gesproken
    for partij in must_agree(Onderwerp.UITSTEL, wie.convenant, day=day):
        if partij.id not in spoken:
            text = gettext_noop("%(partij)s has not said yet whether a ground stands in the way.")
            yield state_fault("11.3", "consult", text, partij=partij.naam)


@carries_out("11.2", "11.3", "11.5", "5")
def inform_reasons(  # how, when and by whom is what is recorded
    wie: Wie, plicht: Plicht, *, hoe: str, door: str, op: date, day: date, brief: str = "", wijze: str = ""
) -> Iterator[Reason]:
    """Say why it is not recorded that somebody was informed.

    Covenant 11.2, 11.3, 5. Reading: with a letter and how that was sent, or in words how else. By whom and when as for
    the letter itself.
    """
    if brief and not wijze:
        yield field_fault("11.2", "wijze", gettext_noop("Say how the letter was sent."))
    if not brief:
        yield from text_reason("11.2", "hoe", hoe)
    yield from text_reason("11.2", "door", door)
    if not plicht.sinds <= op <= day:
        text = gettext_noop("Choose a day from the first that something was recorded, up to today.")
        yield field_fault("11.2", "op", text)
    yield from letter_reasons(wie, plicht, day=day)


@carries_out("11.2", "11.3", "11.5", "5")
def letter_reasons(wie: Wie, plicht: Plicht, *, day: date) -> Iterator[Reason]:
    """Say why the letter to somebody is not made: whoever has a letter can send it.

    Covenant 11.2, 11.3, 5. Reading: by a kernpartij in the weegploeg or by the uitvoerder, for a named task; after the
    kernpartijen consulted, but silence does not hold it up once the last day has come. A ground of all holds it up; one
    for own data only for that data. Who was informed gets no other one: what came later is not due here.
    """
    if not is_weegploeg(wie) and Rol.UITVOERDER not in wie.rollen:
        text = gettext_noop("A kernpartij in the weegploeg, or the uitvoerder, records this.")
        yield right_fault("11.2", "recorder", text)
    yield from _to_do(plicht, day=day)
    yield from _consult_reasons(wie, plicht, day=day)
    found = replay(plicht)
    if found.holds_for_all(day):
        text = gettext_noop("The kernpartijen let this wait. Let one of them end that first.")
        yield state_fault("11.3", "deferred", text)
    elif found.rest and found.waiting(day) == found.rest:
        text = gettext_noop("Of all that is held here, the kernpartij whose data it is lets this wait.")
        yield state_fault("11.3", "nothing-to-tell", text)


@carries_out("6", "11.2")
def class_kept() -> Reason:
    """Say that the class of a person's data keeps it from the reader. Covenant 6, reading *Class*."""
    text = gettext_noop("The class of this data keeps it from your organisation. Another kernpartij makes the letter.")
    return right_fault("6", "class", text)


@carries_out("11.2", "12.5")
def shielded() -> Reason:
    """Say that what is recorded of a person is shielded (AVG 18): who asked for that knows of it."""
    text = gettext_noop("What is recorded of this person is shielded. Who asked for that knows of it.")
    return state_fault("11.2", "shielded", text)


def informs_in_part(plicht: Plicht, *, day: date) -> bool:
    """Tell whether informing today leaves something out: the data of a kernpartij that lets it wait."""
    return bool(replay(plicht).waiting(day))


def on_plicht(seen: Verdict, plicht: Plicht | None, reasons: Iterator[Reason]) -> Verdict:
    """Give the reasons only to who may see the duty. This is no casework: it stays possible without one (18.3)."""
    if plicht is None:
        nobody = state_fault("11.2", "nobody", gettext_noop("This person does not stand in this file."))
        return known(seen, [nobody])
    return known(seen, reasons)
