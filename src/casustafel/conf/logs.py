"""What the programs say of themselves: one line of JSON each, from a list of fields, and never what people wrote.

This is the technical log, for who runs the machine. Who saw what stands in the log of each file. Covenant 15.2.e.
"""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, Final

import structlog

OWN: Final = "casustafel"
EventDict = MutableMapping[str, Any]
FIELDS: Final = ("timestamp", "level", "logger", "event", "fault", "where")
"""The fields that a line may have; whatever else a library adds is left out."""


def name_fault(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Name a fault by its kind and the places in the code: its message and its variables may hold what people wrote."""
    found = event.pop("exc_info", None)
    fault = found[1] if isinstance(found, tuple) else found
    if isinstance(fault, BaseException):
        event["fault"] = type(fault).__name__
        event["where"] = list(_places(fault))
    return event


def _places(fault: BaseException) -> list[str]:
    """Give file and line of each step of a fault, outermost first."""
    places, step = [], fault.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{step.tb_lineno}")
        step = step.tb_next
    return places


def leave_out_words(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Keep of a message of a library only what stands in its source: what it fills in may be what people wrote."""
    record = event.get("_record")
    if record is not None and not record.name.startswith(OWN):
        event["event"] = str(record.msg)
    return event


def keep_known(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Leave out every field that is not in the list, and the arguments of a message that a library brought along."""
    return {name: event[name] for name in FIELDS if name in event} | {
        name: event[name] for name in ("_record", "_from_structlog") if name in event
    }


def logging_of(*, is_plain: bool) -> dict[str, Any]:
    """Give the set-up of logging: lines of JSON, or plain lines for who looks at them on a screen."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_fault,
        leave_out_words,
        keep_known,
    ]
    last: Any = structlog.dev.ConsoleRenderer(colors=False) if is_plain else structlog.processors.JSONRenderer()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": shared,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {"django.request": {"level": "CRITICAL"}},
    }
