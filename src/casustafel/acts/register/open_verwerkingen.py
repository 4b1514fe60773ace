"""The register of processing activities, made from the acts, the regime and the covenant. Covenant 4; AVG 30."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ACTS, PlainAct, register_act
from casustafel.acts.invoer import Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.artikel import artikelen
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.verloop import may_open_verwerkingen
from casustafel.convenant.verdict import Verdict

ROOM = "casustafel.acts"


class VerwerkingBeeld(Uitvoer):
    """A processing activity: on which articles it rests, in which files, and whether it changes data."""

    verwerking: str
    artikelen: tuple[str, ...]
    bestanden: tuple[str, ...]
    is_wijzigend: bool


class TermijnBeeld(Uitvoer):
    """A term of the regime with its citation."""

    code: str
    aantal: int
    eenheid: str
    citaat: str


class Verwerkingen(Uitvoer):
    """The entry of AVG 30: controller, purposes, activities, terms."""

    verantwoordelijken: tuple[str, ...]
    doelen: tuple[str, ...]
    ontvangers: tuple[str, ...]
    verwerkingen: tuple[VerwerkingBeeld, ...]
    termijnen: tuple[TermijnBeeld, ...]


def _rule(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_open_verwerkingen(wie, day=edge.day)


def _load_acts() -> None:
    """Import every act, so that the register is whole whoever asks first."""
    for module in walk_packages([str(Path(__file__).parents[1])], f"{ROOM}."):
        import_module(module.name)


def _activities() -> tuple[VerwerkingBeeld, ...]:
    _load_acts()
    names = sorted({act.verwerking for act in ACTS.values()})
    return tuple(_activity(name) for name in names)


def _activity(name: str) -> VerwerkingBeeld:
    acts = [act for act in ACTS.values() if act.verwerking == name]
    named = {artikel for act in acts for artikel in act.articles}
    return VerwerkingBeeld(
        verwerking=name,
        artikelen=tuple(one.id for one in artikelen() if one.id in named),
        bestanden=tuple(sorted({act.bestand.name.lower() for act in acts})),
        is_wijzigend=any(act.is_change for act in acts),
    )


def _run(pas: Pass, _invoer: Niets) -> Verwerkingen:
    convenant, day = pas.wie.convenant, pas.day
    law = regime(convenant.regime)
    in_force = [o for o in convenant.organisaties if o.is_in_force_on(day)]
    return Verwerkingen(
        verantwoordelijken=tuple(o.naam for o in convenant.kernpartijen_on(day)),
        doelen=tuple(doel.titel for doel in law.doelstellingen),
        ontvangers=tuple(sorted({o.soort.value for o in in_force})),
        verwerkingen=_activities(),
        termijnen=tuple(
            TermijnBeeld(code=t.code.value, aantal=t.aantal, eenheid=t.eenheid.value, citaat=t.citaat)
            for t in law.termijnen
        ),
    )


open_verwerkingen = register_act(
    PlainAct(
        code="open-verwerkingen",
        articles=("4",),
        bestand=Bestand.REGISTER,
        verwerking="convenant beheren",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_rule,
        run=_run,
    )
)
