"""The security plan, the account of how the covenant is kept, the figures: each act once. Covenant 15.2, 15.3, 18.4."""

from typing import Any

from casustafel.acts.gate import Act
from casustafel.acts.toezicht.beveiliging import (
    evaluate_plan,
    find_werk_beveiliging,
    open_beveiliging,
    review_punt,
    write_punt,
)
from casustafel.acts.toezicht.cijfers import count_cijfers
from casustafel.acts.toezicht.verantwoording import count_logs, export_verantwoording, open_verantwoording
from casustafel.convenant.beveiliging import Beveiligingspunt, Puntoordeel, Puntstaat
from tests.evidence.stage import Stage


def walk(stage: Stage) -> None:
    """Record and review each subject, evaluate the plan, look at all there is to see, and take the evidence along."""
    for punt in Beveiligingspunt:
        _plain(stage, "ulla", write_punt, punt=punt, staat=Puntstaat.INGEVOERD, maatregelen="Gedaan.")
        _plain(stage, "fatma", review_punt, punt=punt, oordeel=Puntoordeel.VOLDOET, bevinding="Gezien.")
    _plain(stage, "fatma", evaluate_plan, conclusie="Goed.")
    looks: tuple[Act[Any, Any], ...] = (
        open_beveiliging,
        find_werk_beveiliging,
        open_verantwoording,
        export_verantwoording,
    )
    for look in (*looks, *count_logs.values(), *count_cijfers.values()):
        stage.does("fatma", look)


def _plain(stage: Stage, name: str, act: Act[Any, Any], **said: Any) -> None:
    """Do an act of which the words are plain: the plan holds nothing about a subject, as each paper of the covenant."""
    stage.table.does(name, act, act.invoer(**said), days_ago=0)
