"""A casus in parts for the screen: how far it is, the next steps, what was brought in, positions on closing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.casusoverleg.open_afsluiting import AfsluitingBeeld
from casustafel.acts.casusoverleg.open_casus import (
    BijdrageBeeld,
    CasusBeeld,
    DeelnemerBeeld,
    MotiveringBeeld,
    SignaalBeeld,
    StandpuntBeeld,
)
from casustafel.convenant.feit import CasusStaat, DeelnemerFeit, Keuze, OrganisatieId, Rol, Wie
from casustafel.convenant.partij import PARTIJEN, Soort
from casustafel.convenant.regime import Klasse, Regime
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.verstrekking import Merk
from casustafel.web.part import Cell, Column, Event, Fact, Link, Position, Step, Table
from casustafel.web.provision import ground_words
from casustafel.web.words import CASUS_STATES, CLASSES, acted

Named = tuple[str, str]

STANDS = {Keuze.INSTEMMEN: "given", Keuze.ONTHOUDEN: "withheld"}


def steps_of(casus: CasusBeeld) -> list[Step]:
    """Say how far a casus is."""
    states = list(CasusStaat)
    now = states.index(casus.staat)
    notes: dict[CasusStaat, date] = {CasusStaat.OPEN: casus.geopend_op}
    if casus.adviezen and now >= states.index(CasusStaat.AFSLUITING_GEADVISEERD):
        notes[CasusStaat.AFSLUITING_GEADVISEERD] = casus.adviezen[-1].op
    if casus.afsluiting:
        notes[CasusStaat.AFGESLOTEN] = casus.afsluiting.op
    return [
        Step(
            label=str(CASUS_STATES[state]),
            state="current" if place == now else ("done" if place < now else "todo"),
            note=notes.get(state, ""),
        )
        for place, state in enumerate(states)
    ]


def seat_of(wie: Wie, casus: CasusBeeld, *, day: date) -> bool:
    """Tell whether the reader sits at the table as a party; for offering buttons only, the acts decide."""
    seats = [
        DeelnemerFeit(organisatie_id=OrganisatieId(d.organisatie_id), vanaf=d.vanaf, tot=d.tot)
        for d in casus.deelnemers
    ]
    here = any(seat.organisatie_id == wie.organisatie_id and seat.is_at_table_on(day) for seat in seats)
    return here and Rol.CASUSOVERLEG in wie.rollen and wie.soort in PARTIJEN


def actions_of(wie: Wie, casus: CasusBeeld, *, day: date) -> list[Link]:
    """Give the steps that are this reader's to take now; the first is what the casus waits for."""
    return _links(casus.id, _steps(wie, casus, day=day))


def offers(wie: Wie, closing: CasusBeeld | AfsluitingBeeld, *, day: date) -> set[str]:
    """Give the names of the steps that are offered to this reader: a form for another step is not shown."""
    if isinstance(closing, CasusBeeld):
        return {name for name, _label in _steps(wie, closing, day=day)}
    return {name for name, _label in _closing_steps(wie, closing.standpunten, day=day)}


def _steps(wie: Wie, casus: CasusBeeld, *, day: date) -> list[Named]:
    if casus.staat is CasusStaat.AFGESLOTEN:
        return []
    is_seated = seat_of(wie, casus, day=day)
    steps: list[Named] = []
    if is_seated and casus.concept:
        steps.append(("adopt-plan", _("Adopt the plan")))
    if casus.staat is CasusStaat.AFSLUITING_GEADVISEERD:
        steps += _closing_steps(wie, casus.standpunten, day=day)
    if is_seated or Rol.UITVOERDER in wie.rollen:
        steps.append(("write-plan", _plan_label(casus)))
    if is_seated:
        steps.append(("contribute", _("Contribute data")))
    if is_seated and casus.staat is CasusStaat.PLAN_VASTGESTELD:
        steps.append(("advise-afsluiting", _("Advise to close")))
    return steps


def _plan_label(casus: CasusBeeld) -> str:
    if casus.concept:
        return _("Change the concept")
    return _("Change the plan") if casus.plan else _("Write the plan")


def closing_actions(wie: Wie, closing: AfsluitingBeeld, *, day: date) -> list[Link]:
    """Give the steps of a kernpartij on a pending closing."""
    return _links(closing.id, _closing_steps(wie, closing.standpunten, day=day))


def _links(casus_id: UUID, steps: Sequence[Named]) -> list[Link]:
    return [
        Link(url=reverse(name, args=[casus_id]), label=label, current=place == 0)
        for place, (name, label) in enumerate(steps)
    ]


def _closing_steps(wie: Wie, standpunten: Sequence[MotiveringBeeld], *, day: date) -> list[Named]:
    if not is_weegploeg(wie):
        return []
    own = ("take-standpunt-afsluiting", _("Take the position of your organisation"))
    changed = [
        ("take-standpunt-afsluiting", _("Change the position of your organisation")),
        ("withdraw-standpunt-afsluiting", _("Take the position of your organisation back")),
    ]
    remind = ("remind-afsluiting", _("Remind the kernpartijen"))
    if wie.organisatie_id not in {s.organisatie_id for s in standpunten}:
        return [own, remind]
    agreed = {s.organisatie_id for s in standpunten if s.keuze == Keuze.INSTEMMEN}
    if {partij.id for partij in wie.convenant.kernpartijen_on(day)} <= agreed:
        return [("close-casus", _("Close the plan")), *changed]
    return [*changed, remind] if len(standpunten) < len(wie.convenant.kernpartijen_on(day)) else changed


def positions_of(wie: Wie, standpunten: Sequence[StandpuntBeeld], *, day: date) -> list[Position]:
    """Show where each kernpartij stands on closing; one that withholds or is silent stays visible."""
    taken = {s.organisatie_id: s for s in standpunten}
    return [
        Position(
            party=partij.naam,
            stand=STANDS[Keuze(found.keuze)] if found else "open",
            text=_("withholds its agreement: closing waits for this") if _is_blocking(found) else "",
            on=found.op if found else None,
            name=acted(found.door, als_plaatsvervanger=found.als_plaatsvervanger) if found else "",
            motivation=found.motivering if found else "",
        )
        for partij in wie.convenant.kernpartijen_on(day)
        for found in [taken.get(partij.id)]
    ]


def _is_blocking(found: MotiveringBeeld | None) -> bool:
    return found is not None and found.keuze == Keuze.ONTHOUDEN


def merk_facts(merk: Merk, law: Regime) -> list[Fact]:
    """Say on which ground and for which purpose an item was provided."""
    grond = next((ground_words(g) for g in law.grondslagen if g.code == merk.grondslag), merk.grondslag)
    doel = next((d.titel for d in law.verstrekkingsdoelen if d.code == merk.doel), merk.doel)
    facts = [Fact(key=_("Ground"), value=grond)]
    return [*facts, Fact(key=_("Purpose"), value=doel)] if doel else facts


def marks_of(merk: Merk) -> list[str]:
    """Name the class that stays with an item."""
    return [CLASSES[Klasse(klasse)] for klasse in merk.klassen]


def signalen_of(casus: CasusBeeld, wie: Wie, *, names: Mapping[UUID, str], law: Regime, day: date) -> list[Event]:
    """Show the signals that were handed over, in the order of time; the party stands where the melder stood."""
    return [
        Event(
            title=names.get(s.organisatie_id, ""),
            on=s.op,
            text=s.omschrijving,
            facts=[*_where_and_when(s.waar, s.wanneer), *merk_facts(s.merk, law)],
            marks=marks_of(s.merk),
            url=decide_url(wie, casus, s, day=day),
            url_label=_("Decide who else may have this"),
        )
        for s in casus.signalen
    ]


def _where_and_when(waar: str, wanneer: str) -> Iterator[Fact]:
    if waar:
        yield Fact(key=_("Where"), value=waar)
    if wanneer:
        yield Fact(key=_("When"), value=wanneer)


def bijdragen_of(casus: CasusBeeld, wie: Wie, *, names: Mapping[UUID, str], law: Regime, day: date) -> list[Event]:
    """Show what participants gave, with its necessity, ground and class."""
    return [
        Event(
            title=names.get(b.organisatie_id, ""),
            on=b.op,
            text=b.omschrijving,
            facts=[Fact(key=_("Necessity"), value=b.noodzaak), *merk_facts(b.merk, law)],
            marks=marks_of(b.merk),
            url=decide_url(wie, casus, b, day=day),
            url_label=_("Decide who else may have this"),
            more=_correct(wie, casus, b),
        )
        for b in casus.bijdragen
    ]


def _correct(wie: Wie, casus: CasusBeeld, bijdrage: BijdrageBeeld) -> list[Link]:
    """Offer correcting to who gave it, while the casus is open; the act decides. Covenant 10.3."""
    is_own = Rol.CASUSOVERLEG in wie.rollen and bijdrage.organisatie_id == wie.organisatie_id
    if not is_own or casus.staat is CasusStaat.AFGESLOTEN:
        return []
    return [Link(url=reverse("correct-bijdrage", args=[casus.id, bijdrage.id]), label=_("Correct this"))]


def seated_now(casus: CasusBeeld, *, day: date) -> set[UUID]:
    """Give who sits at the table or is about to."""
    return {d.organisatie_id for d in casus.deelnemers if d.tot is None or day < d.tot}


def may_seat(wie: Wie, casus: CasusBeeld, *, day: date) -> bool:
    """Tell whether joining and leaving is offered; the acts decide. Covenant 9.1."""
    return casus.staat is not CasusStaat.AFGESLOTEN and seat_of(wie, casus, day=day)


def items_in(casus: CasusBeeld) -> dict[UUID, SignaalBeeld | BijdrageBeeld]:
    """Give the signals and contributions that the reader may read, by their id."""
    return {**{s.id: s for s in casus.signalen}, **{b.id: b for b in casus.bijdragen}}


def may_decide_on(wie: Wie, casus: CasusBeeld, item: SignaalBeeld | BijdrageBeeld, *, day: date) -> bool:
    """Tell whether an own decision on an item is offered: to police or OM, on its own classed data. Covenant 6."""
    is_own = bool(item.merk.klassen) and item.organisatie_id == wie.organisatie_id
    return is_own and wie.soort in {Soort.POLITIE, Soort.OM} and may_seat(wie, casus, day=day)


def decide_url(wie: Wie, casus: CasusBeeld, item: SignaalBeeld | BijdrageBeeld, *, day: date) -> str:
    """Give the address at which to decide who else may have an item, where that is offered."""
    return reverse("decide-eigen", args=[casus.id, item.id]) if may_decide_on(wie, casus, item, day=day) else ""


def decisions_of(casus: CasusBeeld, *, names: Mapping[UUID, str]) -> Table | None:
    """Show the own decisions of the reader's organisation, with a link to withdraw each."""
    if not casus.eigen_besluiten:
        return None
    texts = {item_id: item.omschrijving for item_id, item in items_in(casus).items()}
    labels = (_("Data"), _("May be read by"), _("Decided on"), _("Ground"), _("Withdraw"))
    return Table(
        caption=_("Decisions of your organisation on its own data"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=texts.get(b.item_id, "")),
                Cell(text=names.get(b.organisatie_id, "")),
                Cell(on=b.op),
                Cell(text=b.bepaling, note=b.reden),
                Cell(text=_("withdrawn"))
                if b.is_ingetrokken
                else Cell(text=_("Withdraw"), url=reverse("withdraw-eigen", args=[casus.id, b.id])),
            ]
            for b in casus.eigen_besluiten
        ],
    )


def deelnemers_of(casus: CasusBeeld, wie: Wie, *, names: Mapping[UUID, str], day: date) -> Table:
    """Show who sits and sat at the table, since when and why, until when and why."""
    labels = [_("Participant"), _("Since"), _("Why"), _("Until"), _("Why it left")]
    here, offered = seated_now(casus, day=day), may_seat(wie, casus, day=day)
    return Table(
        caption=_("Participants"),
        columns=[Column(label=label) for label in (*labels, _("Leave"))[: 6 if offered else 5]],
        cells=[
            [*_seat(d, names=names), *_leave(casus, d, is_here=d.organisatie_id in here, day=day)[: int(offered)]]
            for d in casus.deelnemers
        ],
    )


def _seat(d: DeelnemerBeeld, *, names: Mapping[UUID, str]) -> list[Cell]:
    return [
        Cell(text=names.get(d.organisatie_id, "")),
        Cell(on=d.vanaf),
        Cell(text=d.reden),
        Cell(on=d.tot) if d.tot else Cell(text="–"),
        Cell(text=d.reden_einde or "–"),
    ]


def _leave(casus: CasusBeeld, d: DeelnemerBeeld, *, is_here: bool, day: date) -> list[Cell]:
    if not is_here or (d.tot is not None and d.tot <= day):
        return [Cell(text="–")]
    return [Cell(text=_("Leave the table"), url=reverse("end-deelname", args=[casus.id, d.organisatie_id]))]


def reasons_of(found: Sequence[MotiveringBeeld], *, names: Mapping[UUID, str]) -> list[Event]:
    """Show an advice or a closing, with who recorded it."""
    return [Event(title=names.get(m.organisatie_id, ""), on=m.op, text=m.motivering) for m in found]
