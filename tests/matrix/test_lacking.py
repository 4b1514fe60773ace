"""Every change × every kind of person × every state, asked over HTTP after a kernpartij has left. Covenant 18.3."""

from collections.abc import Iterator
from typing import Final

import pytest
from pytest_django.plugin import DjangoDbBlocker

from casustafel.acts.gate import ACTS
from casustafel.register.models import Organisatie
from tests.conftest import NOW
from tests.matrix.built import built
from tests.matrix.every import ROWS
from tests.matrix.roles import SEATS
from tests.matrix.test_matrix import answer_of, states_of
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("18.3")]

# 18.3, reading: existing files serve only 11, 12, 13 and control.
CONTROL: Final = frozenset(
    {
        # 13.2: a question to the archive, for a complaint or an accounting
        "state-archiefvraag",
        # 11: the kernpartijen that are left consult, and the person is informed
        "defer-informeren",
        "defer-informeren-casus",
        "speak-informeren",
        "speak-informeren-casus",
        "withdraw-uitstel",
        "withdraw-uitstel-casus",
        "record-geinformeerd",
        "record-geinformeerd-casus",
        # 12: who asks for access, correction, objection or restriction is answered
        *("receive-verzoek", "give-verzoektaak", "remind-verzoektaak", "do-verzoektaak"),
        *("establish-identiteit", "close-onbekend"),
        *(
            "record-treffers",
            "gather-overzicht",
            "choose-stuk",
            "choose-inzagenamen",
            "record-verzameld",
            "take-standpunt-verzoek",
            "decide-verzoek",
            "answer-verzoek",
        ),
        *("choose-wijziging", "withdraw-wijziging", "carry-out-verzoek", "notify-verzoek"),
        *("add-ontvanger", "acknowledge-melding"),
        *("shield-verzoek", "announce-opheffing", "lift-verzoek"),
        # 15.2.b: who must not see a file is kept away from it
        *("exclude-medewerker", "exclude-medewerker-casus", "end-uitsluiting", "end-uitsluiting-casus"),
        # 8.3, 10.3: checked periodically, and mended
        "prepare-controle",
        "confirm-controle",
        "start-controle",
        "record-controle",
        "confirm-gegevens",
        "correct-naw",
        "correct-signaal",
        "move-signaal",
        "correct-bijdrage",
        "correct-persoon",
        "end-persoon",
        # 6, 10.5.ii: police, OM and every party that gave its permission take back what others may have
        "withdraw-eigen",
        "withdraw-doorverstrekking",
    }
)
# Beside the files stand the covenant itself and its people: 14.1, 15.2.c, 4, 17, 18.2, 18.4, B1.3, B2.b, 11.1
COVENANT: Final = frozenset(
    {
        "accept-geheimhouding",
        "ask-autorisatie",
        "confirm-autorisaties",
        "end-autorisatie",
        "refuse-autorisatie",
        "grant-autorisatie",
        "withdraw-autorisatie",
        "reset-aanmelding",
        "name-plaatsvervanger",
        "withdraw-plaatsvervanger",
        "create-token",
        "withdraw-token",
        "give-opzegging",
        "withdraw-opzegging",
        "record-geschil",
        "record-overleg",
        "settle-geschil",
        "record-evaluatie",
        "verify-regime",
        "record-maatregelen",
        "record-publicatie",
        "remind-voorstel",
        "withdraw-voorstel",
        "withdraw-standpunt-voorstel",
        # 15.2.g: what goes wrong is reported and handled whoever is left
        *("report-incident", "assess-incident", "record-ap", "record-betrokkenen", "close-incident"),
        # 15.3: the plan that protects what is left is carried out, reviewed and evaluated
        *("write-beveiligingspunt", "review-beveiligingspunt", "evaluate-beveiliging"),
    }
)


@pytest.fixture(scope="module")
def lacking(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Build the world, and let the OM leave today."""
    assert django_db_setup is None
    with built(django_db_blocker, tmp_path_factory.mktemp("sleutels")) as world:
        Organisatie.objects.filter(soort="om").update(tot=NOW.date())
        yield world


def test_only_what_is_no_casework_goes(lacking: World) -> None:
    """Whoever could do a change before, in whichever state: it is refused, but for what the law page names."""
    done = set()
    for code in (code for code in sorted(ROWS) if ACTS[code].is_change):
        for state in states_of(code):
            could = [r for r, s in SEATS.items() if s.organisatie != "om" and ROWS[code].outcome(r, state) == "done"]
            if any(answer_of(lacking, code, role=role, state=state) == "done" for role in could):
                done.add(code)
    assert done == CONTROL | COVENANT
