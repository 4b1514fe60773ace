"""Statements that are compiled once per process: Django makes the SQL from the models, a request fills in values.

Django's query builder costs more than a query. What is kept is the text of a statement, and nothing of an answer.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DatabaseError, connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import AutoField, Expression, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)
Convert = Callable[[Any], Any]
PLACE = "%s"
# Where the database itself names no limit.
MOST_PARAMETERS = 10_000


class Slot(Expression):
    """Where a request fills in a value. One with `is_many` stands alone in a list, and takes any number of values."""

    def __init__(self, name: str, *, is_many: bool = False) -> None:
        """Take the name of the value."""
        super().__init__()
        self.name = name
        self.is_many = is_many

    def as_sql(self, _compiler: SQLCompiler, _connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:  # type: ignore[override]  # Django's own compilers pass parameters of any kind through
        """Leave the place open."""
        return PLACE, [self]


def _adapter(connection: BaseDatabaseWrapper) -> Convert:
    """Give what makes a value of the kinds that our tables hold into what this database takes."""
    ops = connection.ops
    by_type: dict[type, Convert] = {date: ops.adapt_datefield_value, datetime: ops.adapt_datetimefield_value}
    if not connection.features.has_native_uuid_field:
        by_type[UUID] = lambda value: value.hex

    def adapt(value: Any) -> Any:
        convert = by_type.get(type(value))
        return convert(value) if convert else value

    return adapt


def _each_once(convert: Convert, values: Sequence[Hashable]) -> list[Any]:
    """Convert values, equal ones once: many rows of a page name the same few organisations and days."""
    first, *others = values
    if not others:
        return [convert(first)]
    known = {value: convert(value) for value in {first, *others}}
    return [known[value] for value in values]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text of a query between its places, the value or slot of each place, and what to do with each column."""

    alias: str
    parts: tuple[str, ...]
    values: tuple[Any, ...]
    converts: tuple[tuple[int, Convert], ...]
    adapt: Convert

    def filled(self, given: dict[str, Any]) -> tuple[str, list[Any]] | None:
        """Give the text and its parameters; nothing where a list is empty, for then there is nothing to find."""
        text, bound = [self.parts[0]], []
        for value, part in zip(self.values, self.parts[1:], strict=True):
            if not isinstance(value, Slot):
                bound.append(value)
                text.append(PLACE)
            elif value.is_many:
                many = given[value.name]
                if not many:
                    return None
                bound += [self.adapt(one) for one in many]
                text.append(", ".join([PLACE] * len(many)))
            else:
                bound.append(self.adapt(given[value.name]))
                text.append(PLACE)
            text.append(part)
        return "".join(text), bound


class Prepared:
    """A query that is compiled when it is first asked. A paged one takes `limit` and `offset` besides its slots."""

    def __init__(self, make: Callable[[], QuerySet[Any, tuple[Any, ...]]], *, is_paged: bool = False) -> None:
        """Take what makes the query, as a list of values with slots where each request fills something in."""
        self._make = make
        self._is_paged = is_paged
        self._compiled: _Compiled | None = None

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """Ask the query with these values for its slots."""
        compiled = self._compiled or self._compile()
        filled = compiled.filled(given)
        if filled is None:
            return []
        with connections[compiled.alias].cursor() as cursor:
            cursor.execute(*filled)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        if not found or not compiled.converts:
            return found
        columns: list[Sequence[Any]] = list(zip(*found, strict=True))
        for place, convert in compiled.converts:
            columns[place] = _each_once(convert, columns[place])
        return list(zip(*columns, strict=True))

    def first(self, **given: Any) -> tuple[Any, ...] | None:
        """Give the first row, or nothing."""
        return next(iter(self.rows(**given)), None)

    def _compile(self) -> _Compiled:
        found = self._make()
        connection = connections[found.db]
        compiler = found.query.get_compiler(using=found.db)
        text, values = compiler.as_sql()
        if self._is_paged:
            text, values = f"{text} LIMIT {PLACE} OFFSET {PLACE}", (*values, Slot("limit"), Slot("offset"))
        by_place = compiler.get_converters([column[0] for column in compiler.select])
        self._compiled = _Compiled(
            alias=found.db,
            parts=tuple(text.split(PLACE)),
            values=tuple(values),
            converts=tuple((place, _chained(steps, column, connection)) for place, (steps, column) in by_place.items()),
            adapt=_adapter(connection),
        )
        return self._compiled


def _chained(steps: Sequence[Callable[..., Any]], column: Any, connection: BaseDatabaseWrapper) -> Convert:
    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, column, connection)
        return value

    return convert


class Writer(Generic[Row]):
    """The statements that write rows of one table; a number that the database gives out is left to it."""

    def __init__(self, model: type[Row]) -> None:
        """Take the table."""
        self._model = model

    def insert(self, row: Row) -> None:
        """Insert a row."""
        self.insert_all([[getattr(row, name) for name in self._columns]])

    def insert_all(self, rows: Sequence[Sequence[Hashable]]) -> None:
        """Insert rows, each the values of all columns in the order of the model, in as few statements as may be."""
        connection, adapt = self._connection(), _adapter(self._connection())
        most = (connection.features.max_query_params or MOST_PARAMETERS) // len(self._columns)
        names = ", ".join(map(connection.ops.quote_name, self._columns))
        places = f"({', '.join([PLACE] * len(self._columns))})"
        for begin in range(0, len(rows), most):
            batch = rows[begin : begin + most]
            columns = [_each_once(adapt, column) for column in zip(*batch, strict=True)]
            bound = [value for row in zip(*columns, strict=True) for value in row]
            self._execute(connection, "INSERT INTO", f"({names}) VALUES {', '.join([places] * len(batch))}", bound)

    def update(self, row: Row) -> None:
        """Write all columns of a row that is there; raises `DatabaseError` where it is not."""
        connection, (key, *names) = self._connection(), self._columns
        adapt, quote = _adapter(connection), connection.ops.quote_name
        settings = ", ".join(f"{quote(name)} = {PLACE}" for name in names)
        bound = [adapt(getattr(row, name)) for name in (*names, key)]
        written = self._execute(connection, "UPDATE", f"SET {settings} WHERE {quote(key)} = {PLACE}", bound)
        if written != 1:
            raise DatabaseError("There is no such row to update.")

    def _execute(self, connection: BaseDatabaseWrapper, verb: str, rest: str, bound: Sequence[Any]) -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"{verb} {connection.ops.quote_name(self._model._meta.db_table)} {rest}", bound)
            written: int = cursor.rowcount
        return written

    def _connection(self) -> BaseDatabaseWrapper:
        return connections[router.db_for_write(self._model)]

    @cached_property
    def _columns(self) -> tuple[str, ...]:
        """Name the columns in the order of the model; where we give the key ourselves, it is the first."""
        fields = self._model._meta.concrete_fields
        return tuple(field.attname for field in fields if not isinstance(field, AutoField))
