"""Read a JSON body strictly: what is unclear is a fault, never guessed."""

import json
from collections import Counter
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.translation import gettext_noop

from casustafel.api.problem import Fault, fault

Names = dict[str, Any]


def read_object(request: HttpRequest) -> tuple[Names | None, list[Fault]]:
    """Give the object in the body, or nothing where it cannot be read, with the faults found."""
    try:
        text = request.body.decode("utf-8")
    except RequestDataTooBig:
        return None, [fault("too-large", gettext_noop("This body is too large."), field="")]
    except UnicodeDecodeError:
        return None, [fault("not-utf-8", gettext_noop("This body is not text in UTF-8."), field="")]
    return _parse(text)


def _parse(text: str) -> tuple[Names | None, list[Fault]]:
    faults: list[Fault] = []

    def once(pairs: list[tuple[str, Any]]) -> Names:
        twice = [name for name, n in Counter(name for name, _value in pairs).items() if n > 1]
        text = gettext_noop("This name is used twice in one object.")
        faults.extend(fault("twice", text, field=name) for name in twice)
        return dict(pairs)

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=_no_number)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None, [fault("malformed", gettext_noop("This body is not JSON."), field="")]
    if not isinstance(value, dict):
        return None, [fault("not-an-object", gettext_noop("This body is not a JSON object."), field="")]
    return value, faults


def _no_number(name: str) -> None:
    """Refuse NaN and the infinities, which are not JSON."""
    raise ValueError(name)
