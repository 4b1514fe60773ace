"""The endpoints of the security plan, of how the covenant is kept, and of the figures. Covenant 15.2, 15.3, 18.4."""

from collections.abc import Callable, Sequence
from typing import Any

from casustafel.acts.invoer import Uitvoer
from casustafel.acts.toezicht.beveiliging import (
    Beveiligingsplan,
    evaluate_plan,
    open_beveiliging,
    review_punt,
    write_punt,
)
from casustafel.acts.toezicht.cijfers import CijferBeeld, count_cijfers
from casustafel.acts.toezicht.verantwoording import (
    Bewijsstuk,
    LogTelling,
    Verantwoording,
    count_logs,
    export_verantwoording,
    open_verantwoording,
)


class Cijfers(Uitvoer):
    """The figures, file by file."""

    bestanden: tuple[CijferBeeld, ...]


class LogTellingen(Uitvoer):
    """How often acts were done and refused, file by file."""

    logboeken: tuple[LogTelling, ...]


def _figures(found: Sequence[CijferBeeld]) -> Cijfers:
    return Cijfers(bestanden=tuple(found))


def _counts(found: Sequence[LogTelling]) -> LogTellingen:
    return LogTellingen(logboeken=tuple(found))


def oversight(route: Callable[..., Any]) -> tuple[Any, ...]:
    """Give the endpoints, made with the table's own kind of route."""
    # fmt: off
    return (
        route(method="GET", path="/beveiligingsplan", acts=(open_beveiliging,), output=Beveiligingsplan,
              summary="Open the security plan, with what the product shows of itself"),
        route(method="POST", path="/beveiligingsplan/maatregelen", acts=(write_punt,),
              summary="Record the measures of a subject of the security plan"),
        route(method="POST", path="/beveiligingsplan/toetsingen", acts=(review_punt,),
              summary="Review the measures of a subject of the security plan"),
        route(method="POST", path="/beveiligingsplan/evaluaties", acts=(evaluate_plan,),
              summary="Record the yearly evaluation of the security plan"),
        route(method="GET", path="/verantwoording", acts=(open_verantwoording,), output=Verantwoording,
              summary="Open how the covenant is kept, article by article"),
        route(method="GET", path="/verantwoording/tellingen", acts=tuple(count_logs.values()), output=LogTellingen,
              compose=_counts, summary="Count what was done and refused in the past year, file by file"),
        route(method="GET", path="/verantwoording/bewijs", acts=(export_verantwoording,), output=Bewijsstuk,
              summary="Take the evidence along: articles, plan, counts, authorisations by id"),
        route(method="GET", path="/cijfers", acts=tuple(count_cijfers.values()), output=Cijfers, compose=_figures,
              summary="Open the figures of the evaluation, with small counts kept back"),
    )
    # fmt: on
