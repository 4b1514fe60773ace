"""Provision: which organisation gives what, on which ground and for which purpose. Besluit 1–3; covenant 2, 6."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import ConvenantFeit, OrganisatieFeit
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Grondslag, Klasse, Oordeel, Regime, Taak, Vereiste
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop, state_fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekking:
    """What a providing organisation states with each item. Every text is in people's words; empty means not stated."""

    grondslag: str
    taak: str = ""
    doel: str = ""
    belang: str = ""
    werkzaamheid: str = ""
    bepaling: str = ""
    klasse: str = ""
    herkomst: str = ""
    wijze: str = ""
    opsporingsbelang_getoetst_door: str = ""
    opsporingsbelang_getoetst_op: date | None = None
    bevoegd_functionaris: str = ""
    bevoegd_functionaris_functie: str = ""
    bevoegd_functionaris_eenheid: str = ""
    bevoegd_functionaris_op: date | None = None
    bevoegd_functionaris_oordeel: str = ""
    bevoegd_functionaris_voorwaarden: str = ""
    om_geraadpleegd: str = ""
    om_geraadpleegd_op: date | None = None
    derden_getoetst: bool = False
    landelijk_team: bool = False
    bijzonder: str = ""
    uitzondering: str = ""
    uitzondering_reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebonden:
    """A class with the purpose for which data of that class was provided."""

    klasse: str
    doel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """The mark that stays with an item through copy, analysis and plan: its ground, purpose and class. Reading at 6.

    What rests on several items carries, beside all their classes, each class with its own purpose in `gebonden`.
    """

    grondslag: str
    doel: str = ""
    klassen: tuple[str, ...] = ()
    bijzonder: str = ""
    gebonden: tuple[Gebonden, ...] = ()

    @property
    def banden(self) -> tuple[Gebonden, ...]:
        """Give each class of this item with the purpose for which that was provided."""
        bound = {one.klasse for one in self.gebonden}
        own = tuple(Gebonden(klasse=klasse, doel=self.doel) for klasse in self.klassen if klasse not in bound)
        return (*self.gebonden, *own)


def merk_of(verstrekking: Verstrekking) -> Merk:
    """Give the mark that travels with what was provided."""
    klassen = (verstrekking.klasse,) if verstrekking.klasse else ()
    return Merk(
        grondslag=verstrekking.grondslag, doel=verstrekking.doel, klassen=klassen, bijzonder=verstrekking.bijzonder
    )


@carries_out("6", "10.2.d")
def mark_of_analysis(rests_on: Sequence[Merk]) -> Merk:
    """Give the mark of what rests on several items: every class of theirs, each with the purpose it was given for.

    Covenant 6. Reading: *Class*: an analysis or a plan is no way out of a class.
    """
    banden = dict.fromkeys(band for merk in rests_on for band in merk.banden)
    bijzonder = sorted({merk.bijzonder for merk in rests_on if merk.bijzonder})
    return Merk(
        grondslag=rests_on[0].grondslag,
        klassen=tuple(sorted({band.klasse for band in banden})),
        bijzonder=bijzonder[0] if bijzonder else "",
        gebonden=tuple(banden),
    )


ARTICLE_OF = {
    Soort.OM: "6.a",
    Soort.POLITIE: "6.b",
    Soort.GEMEENTE: "6.c",
    Soort.RAAD: "6.d",
    Soort.RECLASSERING: "6.e",
    Soort.EXTERN: "9.2",
}


_MISSING = {
    Vereiste.DOEL: ("6", gettext_noop("Name the purpose for which this is provided.")),
    Vereiste.BELANG: ("6", gettext_noop("State the weighty public interest.")),
    Vereiste.TAAK: ("2", gettext_noop("Name the public task.")),
    Vereiste.WERKZAAMHEID: ("6.e", gettext_noop("Name the kind of work of the reclassering.")),
    Vereiste.BEPALING: ("6", gettext_noop("Name, in words, the legal provision on which you provide this.")),
    Vereiste.HERKOMST: ("6.b", gettext_noop("Name the origin of this police data.")),
    Vereiste.WIJZE: ("6.b", gettext_noop("Name the way in which this police data was obtained.")),
    Vereiste.OPSPORINGSBELANG_DOOR: ("B2.a", gettext_noop("Say who established this before provision.")),
    Vereiste.OPSPORINGSBELANG_OP: ("B2.a", gettext_noop("Say on which day, not after today.")),
    Vereiste.BEVOEGD_FUNCTIONARIS: ("B2.c", gettext_noop("Say who was consulted before provision.")),
    Vereiste.BEVOEGD_FUNCTIONARIS_FUNCTIE: ("B2.c", gettext_noop("Name the function of who was consulted.")),
    Vereiste.BEVOEGD_FUNCTIONARIS_EENHEID: ("B2.c", gettext_noop("Name the unit of who was consulted.")),
    Vereiste.BEVOEGD_FUNCTIONARIS_OP: ("B2.c", gettext_noop("Say on which day, not after today.")),
    Vereiste.BEVOEGD_FUNCTIONARIS_OORDEEL: ("B2.c", gettext_noop("Say what the bevoegd functionaris answered.")),
    Vereiste.OM_GERAADPLEEGD: ("B2.c", gettext_noop("Say who was consulted before provision.")),
    Vereiste.OM_GERAADPLEEGD_OP: ("B2.c", gettext_noop("Say on which day, not after today.")),
    Vereiste.DERDEN_GETOETST: (
        "6.a",
        gettext_noop("Confirm that this does not expose third persons (Wjsg 39f, second paragraph)."),
    ),
    Vereiste.LANDELIJK_TEAM: (
        "2.e",
        gettext_noop("The reclassering takes part by its specialist national team: confirm that this is from there."),
    ),
}


@carries_out("6", "6.a", "6.b", "6.c", "6.d", "6.e", "6.e.i", "6.e.ii", "6.e.iii", "2")
@carries_out("B1.1", "B1.1.a", "B1.1.b", "B1.1.c", "B1.2", "B1.3", "B2", "B2.a", "B2.b", "B2.c", "B3")
def provision_reasons(  # a provision is judged by who gives, in which covenant, under which law, on which day
    v: Verstrekking, *, soort: Soort, convenant: ConvenantFeit, regime: Regime, day: date
) -> Iterator[Reason]:
    """Give every fault of a provision by an organisation of this kind on this day.

    Covenant 6: each party provides on its own ground only. Besluit 1.1: police data names its purpose. Besluit 1.3:
    only while the covenant is in force. Besluit 2: investigation data, only after all that is to come before.
    """
    if day < convenant.in_werking_op:
        text = gettext_noop("Nothing is provided before the covenant is in force between the parties.")
        yield state_fault("B1.3", "not-in-force", text)
    grondslag = regime.grondslag(v.grondslag, day)
    if grondslag is None or grondslag.soort is not soort:
        yield _no_ground(v, soort=soort, regime=regime)
        return
    artikel = ARTICLE_OF[soort]
    if Soort.GEMEENTE not in grondslag.ontvangers and soort is not Soort.GEMEENTE:
        text = gettext_noop("What may not go to the municipality does not enter a file that the municipality reads.")
        yield field_fault("B1.2", "grondslag", text)
    yield from _missing(v, grondslag=grondslag, day=day)
    yield from _unlisted(v, soort=soort, regime=regime)
    yield from _class(v, grondslag=grondslag, artikel=artikel)
    yield from _measures(grondslag, convenant=convenant, day=day)
    yield from special_reasons(v, soort=soort, regime=regime, day=day)


def _no_ground(v: Verstrekking, *, soort: Soort, regime: Regime) -> Reason:
    """Say that a ground is not one's own, or that it is not valid on the day. Besluit B3."""
    if any(g.code == v.grondslag and g.soort is soort for g in regime.grondslagen):
        text = gettext_noop("This ground is not valid on this day: nothing is provided on it.")
        return field_fault("B3", "grondslag", text)
    text = gettext_noop("This is not a ground on which your organisation may provide data on this day.")
    return field_fault(ARTICLE_OF[soort], "grondslag", text)


def _measures(grondslag: Grondslag, *, convenant: ConvenantFeit, day: date) -> Iterator[Reason]:
    """Ask for what Besluit B2.b asks once per covenant: wherever consultation is asked, for Wpg 9, 10(1)(a) and (c)."""
    last = convenant.maatregelen_geldig_tot
    if Vereiste.BEVOEGD_FUNCTIONARIS in grondslag.verlangt and (last is None or last < day):
        text = gettext_noop(
            "The college has no current statement of its measures for purpose limitation and retention: this data is "
            "not provided until it has."
        )
        yield state_fault("B2.b", "maatregelen", text)


def _missing(v: Verstrekking, *, grondslag: Grondslag, day: date) -> Iterator[Reason]:
    for vereiste in sorted(grondslag.verlangt & _MISSING.keys()):
        value = getattr(v, vereiste.value)
        is_stated = value.strip() if isinstance(value, str) else value
        if not is_stated or (isinstance(value, date) and value > day):
            artikel, text = _MISSING[vereiste]
            if vereiste is Vereiste.DOEL and grondslag.soort is Soort.POLITIE:
                artikel = "B1.1"
            yield field_fault(artikel, vereiste.value, text)


def _unlisted(v: Verstrekking, *, soort: Soort, regime: Regime) -> Iterator[Reason]:
    if v.taak and v.taak not in {t.code for t in regime.taken_of(soort)}:
        yield field_fault("2", "taak", gettext_noop("This is not a task of your organisation in the covenant."))
    if soort is Soort.POLITIE and v.doel and v.doel not in {d.code for d in regime.verstrekkingsdoelen}:
        yield field_fault("B1.1", "doel", gettext_noop("Police data is provided for one of three purposes only."))
    if v.werkzaamheid and v.werkzaamheid not in {w.code for w in regime.werkzaamheden}:
        yield field_fault("6.e", "werkzaamheid", gettext_noop("This is not one of the kinds of work in the covenant."))
    if v.bevoegd_functionaris_oordeel.strip() and v.bevoegd_functionaris_oordeel not in set(Oordeel):
        text = gettext_noop("The answer is that there is an objection, or that there is none.")
        yield field_fault("B2.c", "bevoegd_functionaris_oordeel", text)


def _class(v: Verstrekking, *, grondslag: Grondslag, artikel: str) -> Iterator[Reason]:
    if not grondslag.klassen and v.klasse:
        yield field_fault(artikel, "klasse", gettext_noop("Only police and OM data carry a class."))
    if grondslag.klassen and v.klasse not in {k.value for k in grondslag.klassen}:
        artikel = "B1.2" if grondslag.soort is Soort.POLITIE else artikel
        yield field_fault(artikel, "klasse", gettext_noop("Data of this class may not be provided on this ground."))


@carries_out("6")
def special_reasons(v: Verstrekking, *, soort: Soort, regime: Regime, day: date) -> Iterator[Reason]:
    """Say what data that the AVG keeps apart lacks: an exception of its own kind, and why that applies.

    Covenant 6. Reading: *Class*: special categories and criminal data name their own exception (AVG 9, 10; UAVG 22-33).
    """
    if not (v.bijzonder or v.uitzondering):
        return
    kinds = {g.bijzonder.value for g in regime.bijzondere_gronden}
    if v.bijzonder not in kinds:
        text = gettext_noop("Say which kind of data this is: a special category, or criminal data.")
        yield field_fault("6", "bijzonder", text)
        return
    own = [g for g in regime.bijzondere_gronden_of(soort, day) if g.bijzonder == v.bijzonder]
    if v.uitzondering not in {g.code for g in own}:
        text = gettext_noop("Name the exception on which your organisation may process this kind of data.")
        yield field_fault("6", "uitzondering", text)
    if not v.uitzondering_reden.strip():
        yield field_fault("6", "uitzondering_reden", gettext_noop("Say why this exception applies."))


@carries_out("2", "2.a", "2.b", "2.c", "2.d", "2.e")
def public_task(v: Verstrekking, *, soort: Soort, regime: Regime) -> Taak | None:
    """Give the public task on which a provision rests. Covenant 2.

    Reading: a party with several tasks names one; one with a single task in the covenant rests on that.
    """
    own = regime.taken_of(soort)
    return next((taak for taak in own if taak.code == v.taak or len(own) == 1), None)


@carries_out("B1.2", "6")
def may_read_item(merk: Merk, *, soort: Soort | None, regime: Regime, day: date) -> bool:
    """Tell whether an organisation of this kind may have an item with this mark. Default no for a class not listed.

    Reading at 6: class × recipient × purpose, through copy, analysis, plan, disclosure and export.
    """
    if soort is None:
        return not merk.klassen
    known = {klasse.value for klasse in Klasse}
    return all(
        band.klasse in known and regime.may_receive(Klasse(band.klasse), soort, doel=band.doel, day=day)
        for band in merk.banden
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenBesluit:
    """A decision of police or OM of its own that one organisation may have one item of theirs. Reading at 6."""

    item_id: UUID
    organisatie_id: UUID


@carries_out("6")
def may_have(  # a reader check is item, organisation, the decisions, the law and the day
    merk: Merk,
    *,
    item_id: UUID,
    organisatie: OrganisatieFeit | None,
    besluiten: Collection[EigenBesluit],
    regime: Regime,
    day: date,
) -> bool:
    """Tell whether an organisation may have an item: by the matrix, or by a recorded own decision of whose it is.

    Covenant 6. Reading: *Class*: class × recipient × purpose, default no; a casuspartij or partner has classed data
    only on such a decision.
    """
    if may_read_item(merk, soort=organisatie.soort if organisatie else None, regime=regime, day=day):
        return True
    if organisatie is None:
        return False
    return EigenBesluit(item_id=item_id, organisatie_id=organisatie.id) in besluiten
