"""Signals, questions, weighings and positions as the components show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.acts.register.open_convenant import CriteriumBeeld, KaderBeeld
from casustafel.acts.weegploeg.open_dossier import CorrectieBeeld, DossierBeeld, SignaalBeeld, VraagBeeld, WegingBeeld
from casustafel.convenant.feit import UNDECIDED, Keuze, Uitkomst, Wie
from casustafel.convenant.regime import Bijzonder, Klasse, Regime, regime
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.verstrekking import public_task
from casustafel.web.brieven.overzicht import LABELS
from casustafel.web.part import Event, Fact, Link, Position
from casustafel.web.provision import ground_words
from casustafel.web.provision_facts import checks_of, special_of
from casustafel.web.weegploeg.age import AGE_GROUPS, quarter_words
from casustafel.web.weegploeg.progress import next_steps
from casustafel.web.words import (
    CLASSES,
    OUTCOMES,
    SPECIAL_KINDS,
    WAYS,
    acted,
    criterium_text,
    organisation_names,
)


def signaal_names(beeld: DossierBeeld, wie: Wie) -> dict[UUID, str]:
    """Name each signaal by its number, its organisation and its day, oldest first."""
    names = organisation_names(wie)
    return {
        s.id: _("Signaal %(number)d – %(party)s, %(day)s")
        % {"number": number, "party": names.get(s.organisatie_id, ""), "day": date_format(s.op)}
        for number, s in enumerate(beeld.signalen, start=1)
    }


def events(beeld: DossierBeeld, wie: Wie) -> list[Event]:
    """Give the signals and the questions of a dossier in the order of time."""
    names = organisation_names(wie)
    shown = [
        (s.op, 1, signaal_event(s, beeld, wie=wie, number=number)) for number, s in enumerate(beeld.signalen, start=1)
    ]
    shown += [(v.op, 0, _vraag(v, beeld, wie=wie, party=names.get(v.organisatie_id, ""))) for v in beeld.vragen]
    return [event for _op, _rank, event in sorted(shown, key=lambda item: item[:2])]


def signaal_event(s: SignaalBeeld, beeld: DossierBeeld, *, wie: Wie, number: int) -> Event:
    """Give a signaal as it now is, with what it said before a correction, and the way to correct one's own."""
    party = organisation_names(wie).get(s.organisatie_id, "")
    marks = [CLASSES[Klasse(s.verstrekking.klasse)]] if s.verstrekking.klasse else []
    if s.verstrekking.bevoegd_functionaris:
        marks.append(_("checks of article 2 of the Besluit recorded"))
    if s.verstrekking.bijzonder:
        marks.append(str(SPECIAL_KINDS[Bijzonder(s.verstrekking.bijzonder)]))
    if s.is_overgedragen:
        marks.append(_("handed over to the casusoverleg"))
    is_mine = is_weegploeg(wie) and s.organisatie_id == wie.organisatie_id
    return Event(
        title=_("Signaal %(number)d – %(party)s") % {"number": number, "party": party},
        on=s.op,
        text=s.omschrijving,
        facts=_signaal_facts(s, law=regime(wie.convenant.regime)),
        marks=marks,
        url=reverse("correct-signaal", args=[beeld.id, s.id]) if is_mine else "",
        url_label=_("Correct") if is_mine else "",
        more=[Link(url=reverse("move-signaal", args=[beeld.id, s.id]), label=_("Move to another dossier"))]
        if is_mine
        else [],
        history=[corrected(c, wie) for c in reversed(s.correcties)],
        history_label=_("What it said before (%(n)d)") % {"n": len(s.correcties)},
    )


def corrected(c: CorrectieBeeld, wie: Wie) -> Event:
    """Give what stood there before a correction, who corrected it and why. Covenant 8.3."""
    party = organisation_names(wie).get(c.organisatie_id, "")
    was: list[tuple[str, str]] = []
    if c.signaal is not None:
        was = [(_("When"), c.signaal.wanneer), (_("Where"), c.signaal.waar)]
    if c.naw is not None:
        was = [(_("Address"), c.naw.adres), (_("Residence"), c.naw.woonplaats)]
    was += [(str(LABELS.get(one.veld, one.veld)), one.tekst) for one in c.was]
    facts = [Fact(key=_("Why it was corrected"), value=c.reden), *(Fact(key=k, value=v) for k, v in was if v)]
    text = c.signaal.omschrijving if c.signaal else c.naw.naam if c.naw else ""
    title = _("Corrected by %(party)s") % {"party": party} if party else _("Changed on a request of the person")
    return Event(title=title, on=c.op, text=text, facts=facts)


def verplaatsingen(beeld: DossierBeeld, wie: Wie) -> list[Event]:
    """Show which signals came from another dossier or went to one, and why."""
    names = organisation_names(wie)
    return [
        Event(
            title=str(WAYS[v.wijze, v.richting]) % {"number": v.nummer},
            on=v.op,
            text=v.reden,
            facts=[Fact(key=_("Signals"), value=v.signalen)],
            marks=[names.get(v.organisatie_id, "")],
        )
        for v in beeld.verplaatsingen
    ]


def _signaal_facts(s: SignaalBeeld, *, law: Regime) -> list[Fact]:
    v = s.verstrekking
    ground = law.grondslag(v.grondslag, s.op)
    kind = next((g.soort for g in law.grondslagen if g.code == v.grondslag), None)
    task = public_task(v, soort=kind, regime=law) if kind else None
    purposes = {d.code: d.titel for d in law.verstrekkingsdoelen}
    facts = [
        Fact(key=_("When"), value=s.wanneer),
        Fact(key=_("Where"), value=s.waar),
        Fact(key=_("Ground"), value=ground_words(ground) if ground else v.grondslag),
        Fact(key=_("Task"), value=task.titel if task else v.taak),
        Fact(key=_("Purpose"), value=purposes.get(v.doel, v.doel)),
        Fact(key=_("Weighty interest"), value=v.belang),
        Fact(key=_("Origin"), value=v.herkomst),
        Fact(key=_("Obtained by"), value=v.wijze),
        *checks_of(v),
        *special_of(v, law),
        Fact(key=_("Melder"), value=", ".join(part for part in (s.melder_naam, s.melder_contact) if part)),
        Fact(key=_("Third person"), value=s.derde_naam),
        Fact(key=_("Why the third person is named"), value=s.derde_noodzaak),
    ]
    return [fact for fact in facts if fact.value]


def _vraag(v: VraagBeeld, beeld: DossierBeeld, *, wie: Wie, party: str) -> Event:
    is_waiting = not v.is_beantwoord and not v.is_ingetrokken
    can_act = is_waiting and is_weegploeg(wie) and beeld.staat in UNDECIDED and beeld.niet_geagendeerd_sinds is None
    facts = [Fact(key=_("Answer hoped for by"), value=date_format(v.uiterlijk_op))] if v.uiterlijk_op else []
    if v.beantwoord_op:
        facts.append(Fact(key=_("Answered on"), value=date_format(v.beantwoord_op)))
    url, label = "", ""
    if can_act and v.organisatie_id == wie.organisatie_id:
        url, label = reverse("answer-informatie", args=[beeld.id, v.id]), _("Answer")
    elif can_act and v.gevraagd_door == wie.organisatie_id:
        url, label = reverse("withdraw-informatie", args=[beeld.id, v.id]), _("Take this question back")
    return Event(
        title=_("Question to %(party)s") % {"party": party},
        on=v.op,
        text=v.vraag,
        facts=facts,
        marks=[_question_state(v)],
        url=url,
        url_label=label,
    )


def _question_state(v: VraagBeeld) -> str:
    if v.is_ingetrokken:
        return _("taken back")
    return _("answered") if v.is_beantwoord else _("not answered yet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterium:
    """A criterion of the referentiekader, and what was weighed on it."""

    tekst: str
    wegingen: list[Event]


def criteria(
    beeld: DossierBeeld, wie: Wie, *, frame: tuple[CriteriumBeeld, ...], kaders: Sequence[KaderBeeld] = ()
) -> list[Criterium]:
    """Give every criterion in force with its weighings, and any older one on which something was weighed.

    A weighing stands under the text of the version that was in force on its own day. Covenant 1.g, 7.3.
    """
    own = {w.id: criterium_text(kaders, w.criterium, on=w.op) for w in beeld.wegingen}
    latest = {w.criterium: own[w.id] for w in beeld.wegingen if not w.is_vervangen}
    weighed = {
        w.id: (w.criterium, latest.get(w.criterium, own[w.id]) if w.is_vervangen else own[w.id]) for w in beeld.wegingen
    }
    texts = dict.fromkeys([*((c.code, c.tekst) for c in frame), *weighed.values()])
    names = signaal_names(beeld, wie)
    parties = organisation_names(wie)
    then = {w.id: own[w.id] for w in beeld.wegingen if own[w.id] != weighed[w.id][1]}
    return [
        Criterium(
            tekst=text[1],
            wegingen=_current(
                [w for w in beeld.wegingen if weighed[w.id] == text], parties=parties, names=names, then=then
            ),
        )
        for text in texts
    ]


def _current(
    wegingen: list[WegingBeeld], *, parties: Mapping[UUID, str], names: dict[UUID, str], then: Mapping[UUID, str]
) -> list[Event]:
    """Give the weighing that counts now, with the earlier ones behind it, newest first.

    One that was weighed under another text of the criterion says how it read `then`.
    """
    shown = [
        (w, _weging(w, party=parties.get(w.organisatie_id, ""), names=names, then=then.get(w.id, ""))) for w in wegingen
    ]
    earlier = [event for w, event in reversed(shown) if w.is_vervangen]
    label = _("Weighed before (%(n)d)") % {"n": len(earlier)}
    if earlier and len(earlier) == len(shown):  # nothing replaced it: the signals that it rested on went
        return [replace(event, marks=[_("set aside: its signals went to another dossier")]) for event in earlier]
    return [replace(event, history=earlier, history_label=label) for w, event in shown if not w.is_vervangen]


def _weging(w: WegingBeeld, *, party: str, names: dict[UUID, str], then: str) -> Event:
    rests = [Fact(key=_("Rests on"), value=names[signaal]) for signaal in w.signalen if signaal in names]
    if then:
        rests.insert(0, Fact(key=_("The criterion read"), value=then))
    return Event(title=party, on=w.op, text=w.tekst, facts=rests)


def positions(beeld: DossierBeeld, wie: Wie, *, day: date) -> list[Position]:
    """Give where each kernpartij stands: with which outcome it agrees, that it withholds, or that it has not spoken."""
    taken = {s.organisatie_id: s for s in beeld.standpunten}
    steps = next_steps(beeld, wie, day=day)
    url = reverse("take-standpunt", args=[beeld.id])
    own = next((link for link in steps if link.url == url), None)
    shown = []
    for partij in wie.convenant.kernpartijen_on(day):
        s = taken.get(partij.id)
        link = own if partij.id == wie.organisatie_id else None
        shown.append(
            Position(
                party=partij.naam,
                stand=_stand(s.keuze if s else ""),
                text=_stand_words(s.keuze if s else ""),
                on=s.op if s else None,
                name=acted(s.door, als_plaatsvervanger=s.als_plaatsvervanger) if s else "",
                motivation=s.motivering if s else "",
                url=link.url if link else "",
                url_label=link.label if link else "",
            )
        )
    return shown


def _stand(keuze: str) -> str:
    if not keuze:
        return "open"
    return "withheld" if keuze == Keuze.ONTHOUDEN else "given"


def _stand_words(keuze: str) -> str:
    if not keuze:
        return _("has not taken a position yet")
    if keuze == Keuze.ONTHOUDEN:
        return _("withholds its agreement")
    return _("agrees with: %(outcome)s") % {"outcome": OUTCOMES[Uitkomst(keuze)]}


def outcome_facts(beeld: DossierBeeld) -> list[Fact]:
    """Give the outcome, its day and its reasons."""
    if beeld.beslissing is None:
        return []
    return [
        Fact(key=_("Outcome"), value=str(OUTCOMES[Uitkomst(beeld.beslissing.uitkomst)])),
        Fact(key=_("Decided on"), on=beeld.beslissing.op),
        Fact(key=_("Motivation"), value=beeld.beslissing.motivering),
    ]


def subject_facts(beeld: DossierBeeld, *, wie: Wie) -> list[Fact]:
    """Give name, address, residence and age group of the subject. Covenant 8.2.a."""
    s = beeld.subject
    note = _("changes in %(quarter)s") % {"quarter": quarter_words(s.wisselkwartaal)} if s.wisselkwartaal else ""
    age = AGE_GROUPS.get(s.leeftijdsgroep, s.leeftijdsgroep)
    return [
        Fact(
            key=_("Name"),
            value=s.naam,
            url=reverse("correct-naw", args=[beeld.id]) if is_weegploeg(wie) else "",
            url_label=_("Correct"),
        ),
        Fact(key=_("Address"), value=s.adres),
        Fact(key=_("Residence"), value=s.woonplaats),
        Fact(key=_("Age group"), value=str(age), note=note),
    ]
