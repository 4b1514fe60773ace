"""The duty to inform in words: how it stands, where each kernpartij stands, what was noted. Covenant 11.2-11.5."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casustafel.acts.informeren.beeld import AantekeningBeeld, InformerenBeeld, PlichtBeeld
from casustafel.convenant.feit import Keuze, Rol, Wie
from casustafel.convenant.informatieplicht import Aantekening, Brieftaal, Plichtstaat, Verzendwijze
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.stuk import CasusStuk
from casustafel.web.informeren.plek import Plek
from casustafel.web.part import Event, Fact, Link, Part, Position
from casustafel.web.terms import term_of
from casustafel.web.words import SENT, acted, organisation_names

STATES = {
    Plichtstaat.OPEN: _("Must be informed"),
    Plichtstaat.UITGESTELD: _("Waits on a ground"),
    Plichtstaat.BLIJVEND: _("Waits on a ground that stays"),
    Plichtstaat.VERVULD: _("Informed"),
}
KINDS = {
    "subject": _("the subject of this dossier"),
    CasusStuk.ACHTERBLIJVER.value: _("achterblijver"),
    CasusStuk.NETWERKPERSOON.value: _("person in the network"),
}
NOTES = {
    Aantekening.GEEN_GROND: _("Sees no ground to wait"),
    Aantekening.INSTEMMING: _("Agrees to let everything wait"),
    Aantekening.UITSTEL_EIGEN: _("Lets its own data wait"),
    Aantekening.UITSTEL_GEVRAAGD: _("Asks all to let everything wait"),
    Aantekening.UITSTEL_ALLEN: _("All kernpartijen let everything wait"),
    Aantekening.BLIJVEND_EIGEN: _("A ground that stays, for its own data"),
    Aantekening.BLIJVEND_GEVRAAGD: _("Asks all to agree with a ground that stays"),
    Aantekening.BLIJVEND_ALLEN: _("A ground that stays, of all kernpartijen"),
    Aantekening.EINDE_EIGEN: _("Ends the wait for its own data"),
    Aantekening.EINDE_ALLEN: _("Ends the wait for everything"),
    Aantekening.GEINFORMEERD: _("Informed"),
    Aantekening.GEINFORMEERD_DEELS: _("Informed, without the data that waits"),
}
LETTERS = {
    Brieftaal.NL: _("the letter in Dutch"),
    Brieftaal.EN: _("the letter in English"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon(Part):
    """One person on the page: how it stands, who spoke, what was noted, and what the reader may do."""

    id: str
    title: str
    rows: Sequence[Fact]
    positions: Sequence[Position]
    items: Sequence[Event]
    acties: Sequence[Link]


def gronden(wie: Wie) -> list[tuple[str, str]]:
    """Give the five grounds of 11.3, each with its title."""
    return [(g.code, f"{g.code}. {g.titel}") for g in regime(wie.convenant.regime).uitzonderingsgronden]


def personen_of(beeld: InformerenBeeld, wie: Wie, plek: Plek, *, day: date) -> list[Persoon]:
    """Give every person that this file holds, the subject first."""
    return [
        Persoon(
            id=f"persoon-{number}",
            title=plicht.naam or gettext("Person %(n)d (the name is not for your organisation)") % {"n": number},
            rows=facts_of(plicht, wie, day=day),
            positions=positions_of(plicht, wie, day=day),
            items=[_event(note, wie) for note in reversed(plicht.aantekeningen)],
            acties=_steps(beeld.id, plicht, wie, plek),
        )
        for number, plicht in enumerate(beeld.plichten, start=1)
    ]


def facts_of(plicht: PlichtBeeld, wie: Wie, *, day: date) -> list[Fact]:
    """Say who it is, since when, how it stands, and by which day something must be done."""
    rows = [
        Fact(key=gettext("Who"), value=str(KINDS.get(plicht.soort, plicht.soort))),
        Fact(key=gettext("Recorded since"), on=plicht.sinds),
        Fact(key=gettext("How it stands"), value=_state(plicht)),
    ]
    if plicht.uiterlijk_op is not None:
        is_due = plicht.staat is Plichtstaat.OPEN
        key = gettext("Inform by") if is_due else gettext("Reconsider by")
        rows.append(Fact(key=key, on=plicht.uiterlijk_op, term=term_of(plicht.uiterlijk_op, day=day)))
    for label, ids in (
        (gettext("Not told yet: data of"), plicht.open_delen),
        (gettext("Waits: data of"), plicht.uitgesteld),
    ):
        if ids:
            rows.append(Fact(key=label, value=_named(ids, wie)))
    if plicht.moet_blijvend:
        note = gettext("Before that day: inform, or record a ground that stays (article 11.5).")
        rows.append(Fact(key=gettext("Last day of the data here"), on=plicht.laatste_op, note=note))
    return rows


def _state(plicht: PlichtBeeld) -> str:
    state = str(STATES[plicht.staat])
    return gettext("%(state)s; informed in part") % {"state": state} if plicht.is_deels else state


def _named(ids: Sequence[UUID], wie: Wie) -> str:
    names = organisation_names(wie)
    return ", ".join(names.get(one, "") for one in ids)


def positions_of(plicht: PlichtBeeld, wie: Wie, *, day: date) -> list[Position]:
    """Give where each kernpartij stands: on what is asked of all, or whether it sees a ground."""
    if plicht.staat is Plichtstaat.VERVULD:
        return []
    return [_position(plicht, partij.id, partij.naam) for partij in wie.convenant.kernpartijen_on(day)]


def _position(plicht: PlichtBeeld, organisatie_id: UUID, party: str) -> Position:
    last = next((n for n in reversed(plicht.aantekeningen) if n.organisatie_id == organisatie_id and _speaks(n)), None)
    asked = {s.organisatie_id: s.keuze for s in plicht.standen}
    if last is None or (plicht.gevraagd_id is not None and organisatie_id not in asked):
        return Position(party=party, stand="open", text=gettext("has not spoken yet"))
    withholds = asked.get(organisatie_id) == Keuze.ONTHOUDEN
    return Position(
        party=party,
        stand="withheld" if withholds else "given",
        text=str(NOTES[Aantekening(last.staat)]),
        on=last.op,
        name=acted(last.door, als_plaatsvervanger=last.als_plaatsvervanger),
    )


def _speaks(note: AantekeningBeeld) -> bool:
    return note.staat not in {Aantekening.GEINFORMEERD, Aantekening.GEINFORMEERD_DEELS}


def _event(note: AantekeningBeeld, wie: Wie) -> Event:
    grounds = dict(gronden(wie))
    party = organisation_names(wie).get(note.organisatie_id, "") if note.organisatie_id else ""
    person = acted(note.door, als_plaatsvervanger=note.als_plaatsvervanger)
    rows = [
        Fact(key=gettext("By"), value=", ".join(one for one in (party, person) if one)),
        Fact(key=gettext("Ground"), value=grounds.get(note.grond, note.grond)),
        Fact(key=gettext("Why this is necessary"), value=note.noodzaak),
        Fact(key=gettext("Why this is not too much"), value=note.evenredigheid),
        Fact(key=gettext("Letter"), value=_letter(note)),
        Fact(key=gettext("How"), value=note.hoe),
        Fact(key=gettext("Told by"), value=note.geinformeerd_door),
    ]
    days = [(gettext("Up to and including"), note.tot), (gettext("Told on"), note.geinformeerd_op)]
    rows += [Fact(key=key, value=Fact(key="", on=on).day) for key, on in days if on is not None]
    return Event(
        title=str(NOTES[Aantekening(note.staat)]), on=note.op, text=note.reden, facts=[r for r in rows if r.value]
    )


def _letter(note: AantekeningBeeld) -> str:
    if not note.brief:
        return ""
    return f"{LETTERS[Brieftaal(note.brief)]}, {SENT[Verzendwijze(note.wijze)]}"


def _steps(houder_id: UUID, plicht: PlichtBeeld, wie: Wie, plek: Plek) -> list[Link]:
    """Give what this reader may do; the act decides."""
    if plicht.staat is Plichtstaat.VERVULD:
        return []

    def step(name: str, label: str, *, current: bool = False) -> Link:
        return Link(url=plek.url(name, houder_id, plicht.persoon_id), label=label, current=current)

    steps = []
    if is_weegploeg(wie):
        asked = plicht.gevraagd_id is not None and wie.organisatie_id not in {s.organisatie_id for s in plicht.standen}
        must = asked or wie.organisatie_id not in plicht.gesproken
        steps.append(step("speak-informeren", gettext("Say whether you see a ground"), current=must))
        steps.append(step("defer-informeren", gettext("Let it wait on a ground")))
        if plicht.is_uitgesteld_voor_allen or wie.organisatie_id in plicht.uitgesteld or plicht.gevraagd_id:
            steps.append(step("withdraw-uitstel", gettext("End what waits")))
    if (is_weegploeg(wie) or Rol.UITVOERDER in wie.rollen) and not plicht.is_uitgesteld_voor_allen:
        is_next = plicht.staat is Plichtstaat.OPEN and not any(one.current for one in steps)
        if plicht.heeft_brief:
            steps.append(step("informatiebrief", gettext("Letter (PDF), Dutch")))
            letter = plek.url("informatiebrief", houder_id, plicht.persoon_id)
            steps.append(Link(url=f"{letter}?taal={Brieftaal.EN}", label=gettext("Letter (PDF), English")))
        steps.append(step("record-geinformeerd", gettext("Record that this person was informed"), current=is_next))
    return steps
