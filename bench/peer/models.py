"""A case with what belongs to it. Everything that says something about a person is under the audit log."""

from auditlog.registry import auditlog
from django.db import models


class Organisation(models.Model):
    """Where a case is handled."""

    name = models.CharField(max_length=100)


class CaseType(models.Model):
    """What kind of case it is."""

    name = models.CharField(max_length=100)


@auditlog.register()
class Person(models.Model):
    """Whom a case is about."""

    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100, db_index=True)
    birth_date = models.DateField()
    national_number = models.CharField(max_length=20, db_index=True)
    address = models.CharField(max_length=200)


@auditlog.register()
class Case(models.Model):
    """One case, about one person."""

    number = models.CharField(max_length=40, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    case_type = models.ForeignKey(CaseType, models.PROTECT)
    subject = models.ForeignKey(Person, models.PROTECT, related_name="cases")
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    status = models.CharField(max_length=20, default="open", db_index=True)
    secrecy = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)


@auditlog.register()
class Note(models.Model):
    """What somebody wrote on a case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="notes")
    author = models.CharField(max_length=60)
    text = models.TextField()
    written_at = models.DateTimeField(auto_now_add=True)


@auditlog.register()
class Participant(models.Model):
    """A person with a role in a case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT)
    role = models.CharField(max_length=30)


@auditlog.register()
class Property(models.Model):
    """A fact of a case, by name."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="properties")
    name = models.CharField(max_length=50)
    value = models.CharField(max_length=200)


@auditlog.register()
class Document(models.Model):
    """A reference to a document of a case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="documents")
    name = models.CharField(max_length=100)
    size = models.IntegerField()
    sha256 = models.CharField(max_length=64)
