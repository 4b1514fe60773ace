"""Statements that are compiled once say what Django itself would say."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError

from casustafel.bestand.prepared import Prepared, Slot, Writer
from casustafel.register.models import Convenant

pytestmark = pytest.mark.django_db(databases="__all__")
DAY = date(2026, 3, 2)
BEFORE = Prepared(
    lambda: (
        Convenant.objects.filter(in_werking_op__lt=Slot("day"), code__in=[Slot("codes", is_many=True)])
        .order_by("code")
        .values_list("id", "code", "in_werking_op", "is_verzonnen")
    )
)


def convenant(code: str, *, days: int) -> Convenant:
    """Make a covenant that is in force so many days after the day."""
    return Convenant(
        id=uuid4(),
        code=code,
        gemeente="Verzonnen % stad",
        in_werking_op=DAY + timedelta(days=days),
        regime="convenant-2017",
    )


class TestAPreparedQuery:
    """Compiled once, asked with other values each time."""

    def test_gives_what_the_queryset_gives(self) -> None:
        """The day before, the day and the day after, one code and several: the same rows, of the same types."""
        for code, days in (("a", -1), ("b", 0), ("c", 1)):
            convenant(code, days=days).save(force_insert=True)
        for shift, codes in ((0, ["a", "b", "c"]), (1, ["a", "b"]), (2, ["c"]), (-1, ["a"])):
            day = DAY + timedelta(days=shift)
            asked = Convenant.objects.filter(in_werking_op__lt=day, code__in=codes).order_by("code")

            assert BEFORE.rows(day=day, codes=codes) == list(
                asked.values_list("id", "code", "in_werking_op", "is_verzonnen")
            )

    def test_an_empty_list_finds_nothing(self) -> None:
        """Where nothing is asked for, nothing is asked."""
        assert BEFORE.rows(day=DAY, codes=[]) == []
        assert BEFORE.first(day=DAY, codes=[]) is None


class TestAPreparedWriter:
    """Rows that are written without the query builder."""

    def test_a_row_reads_back_as_it_was_written(self) -> None:
        """What is inserted and then updated is what Django reads."""
        row = convenant("a", days=0)
        Writer(Convenant).insert(row)
        row.gemeente = "Anders"
        Writer(Convenant).update(row)

        assert Convenant.objects.values().get(pk=row.pk) == Convenant.objects.filter(gemeente="Anders").values()[0]
        assert Convenant.objects.get(pk=row.pk).in_werking_op == DAY

    def test_a_row_that_is_gone_is_noticed(self) -> None:
        """An update that meets no row is a fault, not silence."""
        with pytest.raises(DatabaseError):
            Writer(Convenant).update(convenant("a", days=0))
