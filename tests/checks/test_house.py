"""The house rules catch what they are there for, and let good code pass."""

from pathlib import PurePosixPath
from textwrap import dedent

import pytest

from checks.house import FUNCTION_LINES, MODULE_LINES, Source, faults


def rules_broken(*, path: str, code: str) -> list[str]:
    """Return the rules that this code breaks at this path."""
    return [fault.rule for fault in faults(Source(PurePosixPath(path), dedent(code)))]


def product(path: str) -> str:
    """Return a path in the product."""
    return f"src/casustafel/{path}"


class TestModels:
    """A room's models are touched by that room's store."""

    @pytest.mark.parametrize(
        "code",
        [
            "from casustafel.weegploeg.models import Dossier",
            "from casustafel.weegploeg import models",
            "import casustafel.weegploeg.models",
            "from ..weegploeg.models import Dossier",
            "from .. import models\nfrom ..weegploeg import models as theirs",
        ],
    )
    def test_another_room_may_not_import_them(self, code: str) -> None:
        """However it is written, an act does not import a model."""
        assert rules_broken(path=product("acts/besluit.py"), code=code) == ["models"]

    def test_a_store_may_not_import_another_rooms_models(self) -> None:
        """A store is a door to its own room only."""
        code = "from casustafel.weegploeg.models import Dossier"

        assert rules_broken(path=product("casusoverleg/store.py"), code=code) == ["models"]

    def test_the_rooms_own_screens_may_not_import_them(self) -> None:
        """Within a room, too, the way is the store."""
        assert rules_broken(path=product("weegploeg/bundle.py"), code="from .models import Dossier") == ["models"]

    @pytest.mark.parametrize("module", ["store", "apps", "models", "migrations/0002_more", "store/read"])
    def test_the_room_itself_may(self, module: str) -> None:
        """The store, the app and its migrations may."""
        code = "from casustafel.weegploeg.models import Dossier"

        assert rules_broken(path=product(f"weegploeg/{module}.py"), code=code) == []

    def test_a_model_may_build_on_the_abstract_ones(self) -> None:
        """What every file carries is defined once."""
        code = "from casustafel.bestand.models import LogRow"

        assert rules_broken(path=product("weegploeg/models.py"), code=code) == []

    def test_a_test_may_look_inside(self) -> None:
        """A test looks at the tables from outside: what stands there, and what happens when it is broken."""
        code = "from casustafel.weegploeg.models import Dossier"

        assert rules_broken(path="tests/evidence/test_store.py", code=code) == []

    def test_get_model_is_no_way_round(self) -> None:
        """A model that is looked up by name is a model all the same; a migration has no other way."""
        code = 'Dossier = apps.get_model("weegploeg", "Dossier")'

        assert rules_broken(path=product("acts/besluit.py"), code=code) == ["models"]
        assert rules_broken(path=product("weegploeg/migrations/0002_more.py"), code=code) == []


class TestNaming:
    """A model has no text form that could carry a name into a log."""

    @pytest.mark.parametrize("method", ["__str__", "__repr__"])
    def test_a_model_may_not_define_one(self, method: str) -> None:
        """Django's own shows the id."""
        code = f"""
            class Persoon(Model):
                def {method}(self):
                    return self.naam
        """

        assert rules_broken(path=product("register/models.py"), code=code) == ["naming"]

    def test_other_classes_may(self) -> None:
        """A verdict is not a person."""
        code = """
            class Verdict:
                def __str__(self):
                    return self.code
        """

        assert rules_broken(path=product("convenant/verdict.py"), code=code) == []


class TestUsing:
    """A transaction says on which database."""

    @pytest.mark.parametrize(
        "code",
        [
            "with transaction.atomic():\n    pass",
            "@transaction.atomic\ndef act(): ...",
            "transaction.on_commit(send)",
            "from django.db.transaction import atomic\nwith atomic():\n    pass",
            "from django.db.transaction import atomic as whole\n@whole\ndef act(): ...",
            'with transaction.atomic("weegploeg"):\n    pass',
        ],
    )
    def test_without_it_is_refused(self, code: str) -> None:
        """It would guard only the default database."""
        assert rules_broken(path=product("weegploeg/store.py"), code=code) == ["using"]

    @pytest.mark.parametrize(
        "code",
        [
            'with transaction.atomic(using="weegploeg"):\n    pass',
            "@transaction.atomic(using=ALIAS)\ndef act(): ...",
            "transaction.on_commit(send, using=ALIAS)",
            "from django.db.transaction import atomic\nwith atomic(using=ALIAS):\n    pass",
        ],
    )
    def test_with_it_passes(self, code: str) -> None:
        """The database is named."""
        assert rules_broken(path=product("weegploeg/store.py"), code=code) == []


class TestPass:
    """The gate alone makes a Pass."""

    @pytest.mark.parametrize(
        "code",
        [
            "Pass(dossier_id=1)",
            "Pass.issue(dossier_id=1)",
            "pas.Pass(dossier_id=1)",
            "pas.Pass.issue(dossier_id=1)",
            "from casustafel.bestand.pas import Pass as P",
            'claim_issue("act")',
            "class Leave(pas.Pass): ...",
        ],
    )
    def test_elsewhere_is_refused(self, code: str) -> None:
        """Whoever could make one could open any payload."""
        assert rules_broken(path=product("acts/besluit.py"), code=code) == ["pass"]

    def test_the_gate_may_and_others_may_ask_for_one(self) -> None:
        """To take a Pass as a parameter is what everyone else does."""
        asking = "from casustafel.bestand.pas import Pass\ndef open_payload(*, by: Pass) -> bytes: ..."

        assert rules_broken(path=product("acts/gate.py"), code="Pass.issue(dossier_id=1)") == []
        assert rules_broken(path=product("weegploeg/store.py"), code=asking) == []


class TestSize:
    """What is long says why."""

    def test_a_long_module_wants_a_reason(self) -> None:
        """At the limit it passes, one line over it wants a reason at the top."""
        at_limit = "x = 1\n" * MODULE_LINES

        assert rules_broken(path=product("web/urls.py"), code=at_limit) == []
        assert rules_broken(path=product("web/urls.py"), code=at_limit + "x = 1\n") == ["size"]
        assert rules_broken(path=product("web/urls.py"), code="# reason: one table\n" + at_limit) == []

    def test_a_long_function_wants_a_reason(self) -> None:
        """At the limit it passes, one line over it wants a reason on the def line."""
        body = "    x = 1\n" * (FUNCTION_LINES - 1)

        over = body + "    x = 1\n"

        assert rules_broken(path=product("web/urls.py"), code="def f():\n" + body) == []
        assert rules_broken(path=product("web/urls.py"), code="def f():\n" + over) == ["size"]
        assert rules_broken(path=product("web/urls.py"), code="def f():  # reason: one table\n" + over) == []

    def test_an_empty_reason_is_none(self) -> None:
        """The words are the point."""
        body = "    x = 1\n" * FUNCTION_LINES

        assert rules_broken(path=product("web/urls.py"), code="def f():  # reason:\n" + body) == ["size"]


class TestLaw:
    """The law is pure."""

    @pytest.mark.parametrize(
        "code",
        [
            "import django",
            "from pydantic import BaseModel",
            "from pathlib import Path",
            "import os.path",
            "import time",
            "from casustafel.seal import keys",
            "from ..bestand import log",
            'open("regime.toml")',
        ],
    )
    def test_frameworks_packages_and_io_are_refused(self, code: str) -> None:
        """It has no way to the world."""
        assert rules_broken(path=product("convenant/termijn.py"), code=code) == ["law"]

    def test_the_pure_library_and_the_law_itself_pass(self) -> None:
        """Dates, enums, data classes, and the other rules."""
        code = """
            from dataclasses import dataclass
            from datetime import date
            from . import verdict
            from .verdict import Verdict
            from casustafel.convenant.feit import Feit
        """

        assert rules_broken(path=product("convenant/termijn.py"), code=code) == []


class TestBare:
    """Sealing and the ledger know neither Django nor the product."""

    @pytest.mark.parametrize("room", ["seal", "ledger"])
    @pytest.mark.parametrize("code", ["from django.db import models", "from casustafel.convenant import verdict"])
    def test_they_may_import_neither(self, *, room: str, code: str) -> None:
        """They could serve another product as they are."""
        assert rules_broken(path=product(f"{room}/tree.py"), code=code) == ["bare"]

    def test_they_may_import_themselves_and_a_package(self) -> None:
        """Cryptography is what they are made of."""
        code = """
            from cryptography.hazmat.primitives import keywrap
            from . import envelope
            from casustafel.seal import keys
        """

        assert rules_broken(path=product("seal/tree.py"), code=code) == []
