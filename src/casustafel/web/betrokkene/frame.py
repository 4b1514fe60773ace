"""What the pages of one request share: its facts, how far it is, the steps that are the reader's. Covenant 12."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, VerzoekBeeld, open_verzoek
from casustafel.brieven.brief import Taal
from casustafel.convenant.afscherming import Afschermstaat
from casustafel.convenant.feit import Rol, Taak, Wie
from casustafel.convenant.rules.melding import BEFORE_TOLD
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verzoekbesluit import GATHERING
from casustafel.convenant.rules.wijziging import DECIDED
from casustafel.convenant.verzoek import UNANSWERED, Besluituitkomst, Verzoeksoort, Verzoekstaat
from casustafel.web.betrokkene.words import KINDS, STATES
from casustafel.web.door import through
from casustafel.web.part import Fact, Link, Reader, Step, Waarborgen
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.words import ROLES, TASKS

SHORT = 40
"""So much of a task is on a button."""
ORDER = (
    Verzoekstaat.ONTVANGEN,
    Verzoekstaat.IDENTITEIT_VASTGESTELD,
    Verzoekstaat.VERZAMELD,
    Verzoekstaat.BESLOTEN,
    Verzoekstaat.BEANTWOORD,
    Verzoekstaat.UITGEVOERD,
    Verzoekstaat.GEMELD,
)
NEXT = {
    Verzoekstaat.ONTVANGEN: "establish-identiteit",
    Verzoekstaat.IDENTITEIT_VASTGESTELD: "record-verzameld",
    Verzoekstaat.BESLOTEN: "answer-verzoek",
    Verzoekstaat.BEANTWOORD: "carry-out-verzoek",
    Verzoekstaat.UITGEVOERD: "notify-verzoek",
}


def opened(request: HttpRequest, verzoek_id: UUID) -> VerzoekBeeld:
    """Open a request for who is at the screen."""
    return through(request, open_verzoek, OpenVerzoek(houder_id=verzoek_id))


def around(request: HttpRequest, beeld: VerzoekBeeld, **more: Any) -> dict[str, Any]:
    """Give the context of a page on one request."""
    return {
        "nummer": beeld.verzoek.nummer,
        "terug": reverse("verzoek", args=[beeld.verzoek.id]),
        "waarborgen": safeguards(visitor_of(request).wie),
        **more,
    }


def is_gathered(beeld: VerzoekBeeld) -> bool:
    """Tell whether what each dossier holds was gathered, and the parties were given it; or that nothing was found."""
    is_put = beeld.verzoek.staat in {Verzoekstaat.VERZAMELD, Verzoekstaat.BESLOTEN}
    return is_put and all(one.is_verzameld for one in beeld.treffers)


def is_carried_out(beeld: VerzoekBeeld) -> bool:
    """Tell whether more than an answer is asked, as far as that is known."""
    refused = beeld.besluit is not None and beeld.besluit.uitkomst is Besluituitkomst.AFGEWEZEN
    return beeld.verzoek.soort is not Verzoeksoort.INZAGE and not refused


def is_changing(beeld: VerzoekBeeld) -> bool:
    """Tell whether what changes in the files is being chosen: decided that something does, and not carried out yet."""
    is_decided = beeld.besluit is not None and is_carried_out(beeld)
    return is_decided and beeld.verzoek.staat in DECIDED and beeld.uitvoering is None


def steps_of(beeld: VerzoekBeeld) -> list[Step]:
    """Give how far a request is; access ends with its answer, and so does what was refused."""
    staat = beeld.verzoek.staat
    if staat is Verzoekstaat.ONBEKEND:
        first = Step(label=str(STATES[Verzoekstaat.ONTVANGEN]), state="done", note=beeld.verzoek.ontvangen_op)
        return [first, Step(label=str(STATES[staat]), state="current", note=_answered_on(beeld) or "")]
    order = ORDER if is_carried_out(beeld) else ORDER[:5]
    here = order.index(staat)
    days = {
        Verzoekstaat.ONTVANGEN: beeld.verzoek.ontvangen_op,
        Verzoekstaat.IDENTITEIT_VASTGESTELD: beeld.identiteit.op if beeld.identiteit else None,
        Verzoekstaat.BESLOTEN: beeld.besluit.op if beeld.besluit else None,
        Verzoekstaat.BEANTWOORD: _answered_on(beeld),
        Verzoekstaat.UITGEVOERD: beeld.uitvoering.op if beeld.uitvoering else None,
    }
    return [
        Step(label=str(STATES[one]), state=_state(place, here), note=days.get(one) or "")
        for place, one in enumerate(order)
    ]


def _answered_on(beeld: VerzoekBeeld) -> date | None:
    return beeld.verzoek.beantwoord_op


def _state(place: int, here: int) -> str:
    if place == here:
        return "current"
    return "done" if place < here else "todo"


def days_of(beeld: VerzoekBeeld, *, day: date) -> list[Fact]:
    """Give the kind and the days of a request, with what is left of the one that runs."""
    regel = beeld.verzoek
    is_open = regel.staat in UNANSWERED
    facts = [
        Fact(key=_("Kind"), value=str(KINDS[regel.soort])),
        Fact(key=_("Received on"), on=regel.ontvangen_op),
        Fact(
            key=_("Answer by"),
            on=regel.antwoord_uiterlijk_op,
            term=term_of(regel.antwoord_uiterlijk_op, day=day) if is_open else None,
            note=_("art. %(artikel)s") % {"artikel": "12.3"},
        ),
    ]
    if regel.uitvoeren_uiterlijk_op is not None:
        runs = regel.staat in {Verzoekstaat.BEANTWOORD, Verzoekstaat.UITGEVOERD}
        term = term_of(regel.uitvoeren_uiterlijk_op, day=day) if runs else None
        facts.append(Fact(key=_("Carry out by"), on=regel.uitvoeren_uiterlijk_op, term=term))
    return facts


def actions_of(beeld: VerzoekBeeld, wie: Wie, *, day: date) -> list[Link]:
    """Give the steps that are the reader's; each act decides for itself."""
    found = [
        *_gathers(beeld, wie),
        *(_prepares(beeld, day=day) if _handles(wie) else _decides(beeld, wie)),
        *(_shields(beeld) if _handles(wie) else ()),
        *_letter(beeld, wie),
    ]
    links = [
        Link(url=reverse(name, args=[beeld.verzoek.id, *args]), label=label, current=is_current)
        for name, label, is_current, *args in found
    ]
    letter = reverse("verzoek-brief", args=[beeld.verzoek.id])
    if any(link.url == letter for link in links):
        links.append(Link(url=f"{letter}?taal={Taal.EN}", label=_("The letter in English (PDF)")))
    if _handles(wie) and beeld.verzoek.staat is Verzoekstaat.GEMELD:
        links.append(Link(url=f"{letter}?ontvangers=ja", label=_("The letter with who was told (PDF)")))
    return links


def _gathers(beeld: VerzoekBeeld, wie: Wie) -> Iterator[tuple[Any, ...]]:
    """Give the steps to an overview: find, gather each dossier, look at it. Covenant 12.3."""
    if is_changing(beeld):
        yield from _changes(beeld, wie)
    staat = beeld.verzoek.staat
    if beeld.verzoek.soort is not Verzoeksoort.INZAGE or staat not in GATHERING:
        return
    handles = _handles(wie)
    if not handles and not is_weegploeg(wie):
        return
    if handles and staat is Verzoekstaat.IDENTITEIT_VASTGESTELD:
        yield "record-treffers", _("Find in which dossiers this person stands"), not beeld.treffers
    for one in beeld.treffers:
        label = _("Gather again: %(nummer)s") if one.is_verzameld else _("Gather what the files hold: %(nummer)s")
        yield "gather-overzicht", label % {"nummer": one.nummer}, handles and not one.is_verzameld, one.dossier_id
    if any(one.is_verzameld for one in beeld.treffers):
        yield "verzoekoverzicht", _("Look at the overview"), False
        if is_weegploeg(wie):
            yield "verzoekstukken", _("Look at the pieces of your organisation"), False


def _changes(beeld: VerzoekBeeld, wie: Wie) -> Iterator[tuple[Any, ...]]:
    """Give the steps to what changes: gather each dossier, then choose. Covenant 12.5."""
    handles = _handles(wie)
    if not handles and not is_weegploeg(wie):
        return
    for one in beeld.treffers:
        if not one.is_verzameld:
            label = _("Gather what the files hold: %(nummer)s") % {"nummer": one.nummer}
            yield "gather-overzicht", label, handles, one.dossier_id
    if handles and any(one.is_verzameld for one in beeld.treffers):
        is_next = all(one.is_verzameld for one in beeld.treffers) and not beeld.wijzigingen
        yield "wijzigingen", _("Choose what changes"), is_next


def _shields(beeld: VerzoekBeeld) -> Iterator[tuple[Any, ...]]:
    """Give the steps that shield what is asked, tell the person, and lift it. Covenant 12.5; AVG 18."""
    if is_shielding(beeld):
        shielded = {one.dossier_id for one in beeld.afschermingen}
        for hit in beeld.treffers:
            label = _("Shield what is asked: %(nummer)s") % {"nummer": hit.nummer}
            yield "shield-verzoek", label, hit.dossier_id not in shielded, hit.dossier_id
    for one in beeld.afschermingen:
        if one.staat is Afschermstaat.AFGESCHERMD and not _is_contested(beeld):
            told = one.aangekondigd_op is not None
            name = "lift-verzoek" if told else "announce-opheffing"
            yield name, _("Lift a shielding") if told else _("Tell the person that a shielding ends"), False, one.id


def _is_contested(beeld: VerzoekBeeld) -> bool:
    """Tell whether a correction or an objection is open, and so shields."""
    is_asked = beeld.verzoek.soort in {Verzoeksoort.CORRECTIE, Verzoeksoort.VERZET} and beeld.identiteit is not None
    refused = beeld.besluit is not None and beeld.besluit.uitkomst is Besluituitkomst.AFGEWEZEN
    return is_asked and not refused and beeld.verzoek.staat in {*UNANSWERED, Verzoekstaat.BEANTWOORD}


def is_shielding(beeld: VerzoekBeeld) -> bool:
    """Tell whether a request may shield: it is open, or a restriction that was granted."""
    granted = beeld.besluit is not None and beeld.besluit.uitkomst is not Besluituitkomst.AFGEWEZEN
    return _is_contested(beeld) or (beeld.verzoek.soort is Verzoeksoort.BEPERKING and granted)


def _letter(beeld: VerzoekBeeld, wie: Wie) -> Iterator[tuple[str, str, bool]]:
    """Give the letter once there is one to make: with the overview or the decision, or that nobody could say who."""
    if not _handles(wie) and not is_weegploeg(wie):
        return
    is_there = beeld.antwoord is not None or beeld.besluit is not None
    if beeld.verzoek.soort is Verzoeksoort.INZAGE:
        is_there = beeld.antwoord is not None or is_gathered(beeld)
    if is_there or beeld.verzoek.staat is Verzoekstaat.ONBEKEND:
        yield "verzoek-brief", _("Make the letter (PDF)"), beeld.antwoord is not None and not is_carried_out(beeld)


def _handles(wie: Wie) -> bool:
    return Rol.UITVOERDER in wie.rollen and wie.taak is Taak.VERZOEK


def _prepares(beeld: VerzoekBeeld, *, day: date) -> Iterator[tuple[Any, ...]]:
    staat = beeld.verzoek.staat
    labels = {
        "establish-identiteit": _("Establish who asks"),
        "record-verzameld": _("Put before the kernpartijen what was found"),
        "answer-verzoek": _("Answer this request"),
        "carry-out-verzoek": _("Carry this out in every file"),
        "notify-verzoek": _("Tell everybody who received data"),
    }
    name = NEXT.get(staat)
    if name is not None and (staat is not Verzoekstaat.BEANTWOORD or is_changing(beeld)):
        yield name, labels[name], _is_next(beeld)
    if staat is Verzoekstaat.ONTVANGEN and day >= beeld.verzoek.antwoord_uiterlijk_op:
        yield "close-onbekend", _("Identity was not established: send the letter"), False
    if staat in UNANSWERED:
        yield "give-verzoektaak", _("Give a task"), False
        for taak in beeld.taken:
            if taak.dagen_te_laat and taak.herinnerd_op != day:
                label = _("Ask again: %(task)s") % {"task": Truncator(taak.opdracht).chars(SHORT)}
                yield "remind-verzoektaak", label, False, taak.id
    if staat in BEFORE_TOLD and beeld.besluit is not None and is_carried_out(beeld):
        yield "add-ontvanger", _("Add a recipient outside"), False


def _is_next(beeld: VerzoekBeeld) -> bool:
    """Tell whether the next state is the next step: of access, only after something was gathered. Covenant 12.3."""
    if is_changing(beeld) and beeld.treffers:
        return bool(beeld.wijzigingen)
    if beeld.verzoek.soort is not Verzoeksoort.INZAGE or beeld.verzoek.staat is Verzoekstaat.ONTVANGEN:
        return True
    is_found = bool(beeld.treffers) or beeld.verzoek.staat is not Verzoekstaat.IDENTITEIT_VASTGESTELD
    return is_found and all(one.is_verzameld for one in beeld.treffers)


def _decides(beeld: VerzoekBeeld, wie: Wie) -> Iterator[tuple[str, str, bool]]:
    staat = beeld.verzoek.staat
    if not is_weegploeg(wie):
        return
    spoke = any(one.organisatie_id == wie.organisatie_id for one in beeld.standpunten)
    if staat in {Verzoekstaat.IDENTITEIT_VASTGESTELD, Verzoekstaat.VERZAMELD}:
        yield "take-standpunt-verzoek", _("Take the position of your organisation"), not spoke
    if staat is Verzoekstaat.VERZAMELD:
        yield "decide-verzoek", _("Record the decision"), spoke


def safeguards(wie: Wie) -> Waarborgen:
    """Say why one may see this, and who else can."""
    by_task = not is_weegploeg(wie) and wie.taak is not None
    role = f"{ROLES[Rol.UITVOERDER]} ({TASKS[wie.taak]})" if by_task and wie.taak else str(ROLES[Rol.WEEGPLOEG])
    return Waarborgen(
        artikel="12.1" if by_task else "12.2",
        role=role,
        purpose=_("Only to handle this request. Nothing is answered before it is known who asks."),
        who=(
            Reader(party=_("Kernpartijen"), why=_("they decide")),
            Reader(party=_("Uitvoerder"), why=_("receives and prepares")),
            Reader(party=_("Who has a task"), why=_("that task, and whose request it is")),
        ),
        kept_artikel="13.1",
        kept_why=_("with the dossier that it is about, else a year after the answer"),
    )
