"""Fill an empty database with invented cases, one statement a table: `python -m bench.peer.seed SIZE`.

Case i belongs to team i modulo TEAMS. The worker is in the first WORKER_TEAMS of them: of 1,000 cases he sees 150.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.peer.settings")
django.setup()

from auditlog.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from guardian.models import GroupObjectPermission
from rest_framework.authtoken.models import Token

from bench.peer import models
from bench.peer.workload import ORGANISATIONS, TEAMS, TOKEN, TYPES, WORKER_TEAMS

NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
SUMMARY = " what was seen, heard and done" * 10
NOTE = " what somebody wrote down of it" * 6
NOTES = 3

Columns = dict[str, str]


def seed(size: int) -> None:
    """Make the tables and `size` cases."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    with transaction.atomic():
        first_team, worker = make_people()
        make_lists()
        for model, columns in case_tables(size=size):
            fill(model, columns=columns, size=size)
        case = ContentType.objects.get_for_model(models.Case).pk
        fill(GroupObjectPermission, columns=grants(first_team=first_team, content_type=case), size=size)
        fill(LogEntry, columns=log_rows(actor=worker, content_type=case), size=size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_people() -> tuple[int, int]:
    """Make the teams and the worker with his token; return the number of the first team and of the worker."""
    teams = [Group.objects.create(name=f"team {number}") for number in range(TEAMS)]
    worker = User.objects.create_user("worker")
    worker.groups.set(teams[:WORKER_TEAMS])
    worker.user_permissions.add(Permission.objects.get(codename="add_case"))
    Token.objects.create(user=worker, key=TOKEN)
    return teams[0].pk, worker.pk


def make_lists() -> None:
    """Make the organisations and the types of case, numbered from 1."""
    models.Organisation.objects.bulk_create(models.Organisation(name=f"Organisation {n}") for n in range(ORGANISATIONS))
    models.CaseType.objects.bulk_create(models.CaseType(name=f"Type {n}") for n in range(TYPES))


def fill(model: type[Model], *, columns: Columns, size: int) -> None:
    """Insert `size` rows; each column is an SQL expression over i, which counts from 1."""
    names = ", ".join(columns)
    values = ", ".join(columns.values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE counter(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counter WHERE i < {size}) "
            f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM counter"
        )


def case_tables(*, size: int) -> list[tuple[type[Model], Columns]]:
    """Return each table of a case with its columns: one row a case, three of notes."""
    notes = [(models.Note, note(number=number, size=size)) for number in range(NOTES)]
    return [(models.Person, PERSON), (models.Case, CASE), *notes, *PARTS]


def note(*, number: int, size: int) -> Columns:
    """Return the columns of every case's note with this number."""
    return {
        "id": f"{number * size} + i",
        "case_id": "i",
        "author": "'worker'",
        "text": f"'Note {number} on ' || i || '{NOTE}'",
        "written_at": NOW,
    }


PERSON = {
    "id": "i",
    "first_name": "'First ' || i",
    "last_name": "'Last ' || i",
    "birth_date": "date('1950-01-01', '+' || (i % 20000) || ' days')",
    "national_number": "'N' || i",
    "address": "'Street ' || i || ', 1234 AB Town'",
}
CASE = {
    "id": "i",
    "number": "'CASE-' || i",
    "organisation_id": f"1 + i % {ORGANISATIONS}",
    "case_type_id": f"1 + i % {TYPES}",
    "subject_id": "i",
    "title": "'Title of case ' || i",
    "summary": f"'Case ' || i || '{SUMMARY}'",
    "status": "'open'",
    "secrecy": "1",
    "opened_at": NOW,
    "changed_at": NOW,
}
PARTS: list[tuple[type[Model], Columns]] = [
    (models.Participant, {"id": "i", "case_id": "i", "person_id": "i", "role": "'subject'"}),
    (models.Property, {"id": "i", "case_id": "i", "name": "'region'", "value": "'North'"}),
    (
        models.Document,
        {"id": "i", "case_id": "i", "name": "'letter.pdf'", "size": "12345", "sha256": f"'{'ab' * 32}'"},
    ),
]


def grants(*, first_team: int, content_type: int) -> Columns:
    """Return the columns of the permission that each case's team has on it."""
    view = Permission.objects.get(codename="view_case").pk
    return {
        "object_pk": "CAST(i AS TEXT)",
        "content_type_id": str(content_type),
        "group_id": f"{first_team} + i % {TEAMS}",
        "permission_id": str(view),
    }


def log_rows(*, actor: int, content_type: int) -> Columns:
    """Return the columns of the log row that each case's making left."""
    return {
        "object_pk": "CAST(i AS TEXT)",
        "object_id": "i",
        "object_repr": "'Case object (' || i || ')'",
        "action": str(LogEntry.Action.CREATE),
        "changes": """'{"title": ["None", "Title of case"]}'""",
        "changes_text": "''",
        "actor_id": str(actor),
        "timestamp": NOW,
        "content_type_id": str(content_type),
    }


if __name__ == "__main__":
    seed(int(sys.argv[1]))
