"""A log row as the text that its leaf holds: canonical JSON (RFC 8785), written without a detour. Covenant 15.2.e.

What a refusal must not tell, it does not tell afterwards either: of a refused row the reasons and the log id of what
was asked stand in the leaf as a hash, under a salt of their own, and a party that exports its own rows gets that hash.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from json.encoder import encode_basestring as quoted
from typing import Any
from uuid import UUID

from casustafel.bestand.log import Gevolg
from casustafel.ledger.checker import SALT_BYTES, closed_hash

# The columns of a log row, in the order in which the functions below take their values.
COLUMNS = (
    "id",
    "convenant_id",
    "op",
    "medewerker_id",
    "organisatie_id",
    "rollen",
    "taak",
    "daad",
    "artikelen",
    "verwerking",
    "gevolg",
    "log_id",
    "redenen",
    "wijzigingen",
)
GEVOLG, LOG_ID, REDENEN = COLUMNS.index("gevolg"), COLUMNS.index("log_id"), COLUMNS.index("redenen")
Plain = Sequence[Any]
"""The values of a row: whole numbers, text, an id as 32 hexadecimal digits, a moment as text in UTC, or nothing."""


def plain(values: Sequence[Any]) -> Plain:
    """Give the values of a row as text, whatever the database makes of them; SQLite has them so already."""
    return [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value


def new_salt(gevolg: str, *, new_bytes: Callable[[], bytes]) -> bytes:
    """Draw the salt of a row; a refused one has a second."""
    return new_bytes() + (new_bytes() if gevolg == Gevolg.REFUSED.value else b"")


def leaf_data(values: Plain, *, volgnummer: int, salt: bytes) -> bytes:
    """Give what the leaf of a row holds: its text as a line, then its salt."""
    return text_of(values, volgnummer=volgnummer, salt=salt).encode() + b"\n" + salt[:SALT_BYTES]


def text_of(values: Plain, *, volgnummer: int, salt: bytes) -> str:
    """Write a row as the checker would, names in order; faster, for a log is long."""
    id_, convenant, op, medewerker, organisatie, rollen, taak, daad, artikelen, verwerking, gevolg, *rest = values
    log_id, redenen, wijzigingen = rest
    closed, logged, reasons = "", f'"log_id":{_id(log_id)},', f'"redenen":{quoted(redenen)},'
    if gevolg == "refused":
        closed = f'"gesloten":"{closed_hash({"log_id": log_id, "redenen": redenen}, salt[SALT_BYTES:])}",'
        logged = reasons = ""
    return (
        f'{{"artikelen":{quoted(artikelen)},"convenant_id":{_id(convenant)},"daad":{quoted(daad)},{closed}'
        f'"gevolg":"{gevolg}","id":{id_},{logged}"medewerker_id":{_id(medewerker)},"op":"{op}",'
        f'"organisatie_id":{_id(organisatie)},{reasons}"rollen":{quoted(rollen)},"taak":{quoted(taak)},'
        f'"verwerking":{quoted(verwerking)},"volgnummer":{volgnummer},"wijzigingen":{quoted(wijzigingen)}}}'
    )


def _id(value: str | None) -> str:
    return f'"{value}"' if value else "null"


def row_of(values: Plain, *, volgnummer: int, salt: bytes) -> dict[str, Any]:
    """Give a row by names, as the checker reads it."""
    row = {**dict(zip(COLUMNS, values, strict=True)), "volgnummer": volgnummer}
    if row["gevolg"] == Gevolg.REFUSED.value:
        closed = {"log_id": row.pop("log_id"), "redenen": row.pop("redenen")}
        row["gesloten"] = closed_hash(closed, salt[SALT_BYTES:])
    return row
