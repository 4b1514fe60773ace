"""The technical log: lines of JSON from a list of fields, and never what people wrote. Covenant 15.2.e."""

import json
import logging
from typing import Any

import pytest

from casustafel.conf.logs import FIELDS, logging_of

pytestmark = pytest.mark.article("15.2.e")
NAME = "Zeldzaam Verzonnen"


def written(name: str, text: str, *args: object, fault: BaseException | None = None) -> dict[str, Any]:
    """Write a line as the programs do, with a field that somebody added, and read it."""
    formatter = dict(logging_of(is_plain=False)["formatters"]["lines"])
    made = formatter.pop("()")(**formatter)
    found = (type(fault), fault, fault.__traceback__) if fault else None
    record = logging.getLogger(name).makeRecord(
        name, logging.WARNING, "f.py", 1, text, args, found, extra={"naam": NAME}
    )
    line: dict[str, Any] = json.loads(made.format(record))
    return line


class TestALine:
    """What a program says."""

    def test_has_the_fields_of_the_list_and_no_other(self) -> None:
        """A field that somebody adds is left out."""
        line = written("casustafel.jobs", "Bundle %s waits", 7)

        assert set(line) <= set(FIELDS)
        assert line["event"] == "Bundle 7 waits"
        assert (line["level"], line["logger"]) == ("warning", "casustafel.jobs")

    def test_names_a_fault_by_its_kind_and_place(self) -> None:
        """Not by its message, which may quote what was typed, and without variables."""
        with pytest.raises(ValueError, match=NAME) as raised:
            int(NAME)
        line = written("casustafel.web", "It broke", fault=raised.value)

        assert NAME not in json.dumps(line)
        assert line["fault"] == "ValueError"
        assert "test_logs.py:" in line["where"][0]

    def test_keeps_of_a_library_what_stands_in_its_source(self) -> None:
        """What it fills in may be a path, a header or a value."""
        assert written("django.security", "Invalid header: %s", NAME)["event"] == "Invalid header: %s"
