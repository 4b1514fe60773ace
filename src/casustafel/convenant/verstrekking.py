"""Provision: which organisation gives what, on which ground and for which purpose. Besluit 1–3; covenant 2, 6."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Grondslag, Klasse, Regime, Vereiste
from casustafel.convenant.verdict import Reason, field_fault, gettext_noop


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
    bevoegd_functionaris_op: date | None = None
    om_geraadpleegd: str = ""
    om_geraadpleegd_op: date | None = None
    derden_getoetst: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """The mark that stays with an item through copy, analysis and plan: its ground, purpose and class. Reading at 6."""

    grondslag: str
    doel: str = ""
    klassen: tuple[str, ...] = ()


def merk_of(verstrekking: Verstrekking) -> Merk:
    """Give the mark that travels with what was provided."""
    klassen = (verstrekking.klasse,) if verstrekking.klasse else ()
    return Merk(grondslag=verstrekking.grondslag, doel=verstrekking.doel, klassen=klassen)


@carries_out("6", "10.2.d")
def mark_of_analysis(rests_on: Sequence[Merk]) -> Merk:
    """Give the mark of an analysis: every class of the signals that it rests on. Reading at 6."""
    klassen = {klasse for merk in rests_on for klasse in merk.klassen}
    return Merk(grondslag=rests_on[0].grondslag, klassen=tuple(sorted(klassen)))


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
    Vereiste.BEVOEGD_FUNCTIONARIS_OP: ("B2.c", gettext_noop("Say on which day, not after today.")),
    Vereiste.OM_GERAADPLEEGD: ("B2.c", gettext_noop("Say who was consulted before provision.")),
    Vereiste.OM_GERAADPLEEGD_OP: ("B2.c", gettext_noop("Say on which day, not after today.")),
    Vereiste.DERDEN_GETOETST: (
        "6.a",
        gettext_noop("Confirm that this does not expose third persons (Wjsg 39f, second paragraph)."),
    ),
}


@carries_out("6", "6.a", "6.b", "6.c", "6.d", "6.e", "6.e.i", "6.e.ii", "6.e.iii", "2")
@carries_out("B1.1", "B1.1.a", "B1.1.b", "B1.1.c", "B1.2", "B2", "B2.a", "B2.c", "B3")
def provision_reasons(v: Verstrekking, *, soort: Soort, regime: Regime, day: date) -> Iterator[Reason]:
    """Give every fault of a provision by an organisation of this kind on this day.

    Covenant 6: each party provides on its own ground only. Besluit 1.1: police data names its purpose.
    """
    artikel = ARTICLE_OF[soort]
    grondslag = regime.grondslag(v.grondslag, day)
    if grondslag is None or grondslag.soort is not soort:
        text = gettext_noop("This is not a ground on which your organisation may provide data on this day.")
        yield field_fault(artikel, "grondslag", text)
        return
    if Soort.GEMEENTE not in grondslag.ontvangers and soort is not Soort.GEMEENTE:
        text = gettext_noop("What may not go to the municipality does not enter a file that the municipality reads.")
        yield field_fault("B1.2", "grondslag", text)
    yield from _missing(v, grondslag=grondslag, day=day)
    yield from _unlisted(v, soort=soort, regime=regime)
    yield from _class(v, grondslag=grondslag, artikel=artikel)


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


def _class(v: Verstrekking, *, grondslag: Grondslag, artikel: str) -> Iterator[Reason]:
    if not grondslag.klassen and v.klasse:
        yield field_fault(artikel, "klasse", gettext_noop("Only police and OM data carry a class."))
    if grondslag.klassen and v.klasse not in {k.value for k in grondslag.klassen}:
        artikel = "B1.2" if grondslag.soort is Soort.POLITIE else artikel
        yield field_fault(artikel, "klasse", gettext_noop("Data of this class may not be provided on this ground."))


@carries_out("B1.2", "6")
def may_read_item(merk: Merk, *, soort: Soort | None, regime: Regime, day: date) -> bool:
    """Tell whether an organisation of this kind may have an item with this mark. Default no for a class not listed.

    Reading at 6: class × recipient, through copy, analysis, plan, disclosure and export.
    """
    if soort is None:
        return not merk.klassen
    known = {klasse.value for klasse in Klasse}
    return all(k in known and regime.may_receive(Klasse(k), soort, day) for k in merk.klassen)
