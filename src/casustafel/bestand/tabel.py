"""The abstract tables that a file of casework is made of. The concrete ones are each file's own."""

from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar

from django.db import models

BETWEEN = "\x1f"


@cache
def _bound_columns(table: "type[VerzegeldTabel]") -> tuple[str, ...]:
    names = (field.attname for field in table._meta.concrete_fields)
    return tuple(name for name in names if name != "verzegeld" and name not in table.LOOSE)


def _text(value: Any) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


class LogRegelTabel(models.Model):
    """One line of a file's log: who did what on which article, when, with which outcome. Covenant 15.2.e.

    People stand by id, a dossier by its random log id, never with content.
    """

    id = models.BigAutoField(primary_key=True)
    convenant_id = models.UUIDField(null=True)
    op = models.DateTimeField()
    medewerker_id = models.UUIDField(null=True)
    organisatie_id = models.UUIDField(null=True)
    rollen = models.CharField(max_length=200)
    taak = models.CharField(max_length=20, blank=True)
    daad = models.CharField(max_length=60)
    artikelen = models.CharField(max_length=200)
    verwerking = models.CharField(max_length=60)
    gevolg = models.CharField(max_length=12)
    log_id = models.UUIDField(null=True)
    redenen = models.CharField(max_length=1000, blank=True)
    wijzigingen = models.TextField(blank=True)

    class Meta:
        """What was done with a dossier is found by its log id, and what was changed apart."""

        abstract = True
        indexes = (models.Index(fields=("log_id", "gevolg"), name="%(app_label)s_log_of"),)


class LogBoomTabel(models.Model):
    """The evidence of a file's log for one covenant: a Merkle tree, and how many leaves it has. Covenant 15.2.e.

    Its id is that of the covenant; rows of no covenant, the operator's, stand in the tree of the installation.
    """

    id = models.UUIDField(primary_key=True)
    grootte = models.PositiveBigIntegerField(default=0)

    class Meta:
        """Abstract: each file has its own log."""

        abstract = True


class LogBladTabel(models.Model):
    """A leaf: the place of a log row in its tree. The row and its salt go when the row's term ends, the hash stays.

    `volgnummer` counts the rows of one organisation in one tree, so that it sees when one of its own is missing.
    """

    id = models.BigAutoField(primary_key=True)
    boom_id = models.UUIDField()
    plaats = models.PositiveBigIntegerField()
    regel = models.OneToOneField(  # type: ignore[misc]  # the LogRegel of the same room
        "LogRegel", models.DO_NOTHING, null=True, db_constraint=False, related_name="blad"
    )
    organisatie_id = models.UUIDField(null=True)
    volgnummer = models.PositiveBigIntegerField()
    zout = models.BinaryField(null=True)
    hash = models.BinaryField()

    class Meta:
        """A place is taken once; an organisation finds its own."""

        abstract = True
        indexes = (models.Index(fields=("boom_id", "organisatie_id", "volgnummer")),)
        constraints = (models.UniqueConstraint(fields=("boom_id", "plaats"), name="%(app_label)s_log_plaats"),)


class LogTegelTabel(models.Model):
    """A tile of a tree: up to 256 hashes side by side."""

    id = models.BigAutoField(primary_key=True)
    boom_id = models.UUIDField()
    niveau = models.PositiveSmallIntegerField()
    nummer = models.PositiveBigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        """A tile is there once."""

        abstract = True
        constraints = (models.UniqueConstraint(fields=("boom_id", "niveau", "nummer"), name="%(app_label)s_log_tegel"),)


class ControlepuntTabel(models.Model):
    """A signed checkpoint. The latest is kept, and each that was given out."""

    id = models.BigAutoField(primary_key=True)
    boom_id = models.UUIDField()
    grootte = models.PositiveBigIntegerField()
    op = models.DateTimeField()
    tekst = models.TextField()
    is_afgegeven = models.BooleanField(default=False)

    class Meta:
        """One for each size of a tree."""

        abstract = True
        constraints = (models.UniqueConstraint(fields=("boom_id", "grootte"), name="%(app_label)s_log_controlepunt"),)


class AfgifteTabel(models.Model):
    """That an organisation fetched a checkpoint; with its own signature over it where it gave one."""

    id = models.BigAutoField(primary_key=True)
    boom_id = models.UUIDField()
    grootte = models.PositiveBigIntegerField()
    organisatie_id = models.UUIDField()
    op = models.DateTimeField()
    sleutel = models.CharField(max_length=300, blank=True)
    handtekening = models.CharField(max_length=200, blank=True)

    class Meta:
        """Once for each size and organisation."""

        abstract = True
        constraints = (
            models.UniqueConstraint(fields=("boom_id", "organisatie_id", "grootte"), name="%(app_label)s_log_afgifte"),
        )


class VerzegeldTabel(models.Model):
    """A row whose personal data is one sealed payload, bound to file, table, row, version and what is plain.

    `LOOSE` names the plain columns that the payload is not bound to: the night's work sets them, and opens nothing.
    """

    LOOSE: ClassVar[frozenset[str]] = frozenset()

    id = models.UUIDField(primary_key=True)
    versie = models.PositiveIntegerField(default=1)
    verzegeld = models.BinaryField()

    class Meta:
        """Abstract: tables are the file's own."""

        abstract = True

    def bound(self) -> str:
        """Give what is plain in this row, as its payload is bound to it: a plain column that changed shows."""
        return BETWEEN.join(_text(getattr(self, name)) for name in _bound_columns(type(self)))


class StukTabel(VerzegeldTabel):
    """A piece of a dossier or casus (its holder): plain is only what must be queried, the rest is sealed."""

    volg = models.BigIntegerField()
    houder_id = models.UUIDField()
    soort = models.CharField(max_length=24)
    organisatie_id = models.UUIDField(null=True)
    bij_id = models.UUIDField(null=True)
    op = models.DateField()
    uiterlijk_op = models.DateField(null=True)
    staat = models.CharField(max_length=24, blank=True)

    class Meta:
        """Abstract: tables are the file's own."""

        abstract = True


class UitgaandTabel(VerzegeldTabel):
    """The outbox: a bundle under way to another file, sealed under the sender's dossier key. Covenant 8.5."""

    houder_id = models.UUIDField(db_index=True)
    convenant_id = models.UUIDField()
    soort = models.CharField(max_length=24)
    op = models.DateTimeField()

    class Meta:
        """Abstract: each sending file has its own outbox."""

        abstract = True


class OntvangenTabel(models.Model):
    """A bundle that this file has applied, so that it is never applied twice."""

    id = models.UUIDField(primary_key=True)
    soort = models.CharField(max_length=24)
    op = models.DateTimeField()

    class Meta:
        """Abstract: each receiving file keeps its own."""

        abstract = True


class TellerTabel(models.Model):
    """The last number that a covenant gave in a year."""

    id = models.BigAutoField(primary_key=True)
    convenant_id = models.UUIDField()
    jaar = models.PositiveIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        """Abstract: each file numbers its own."""

        abstract = True


class OverlegTabel(models.Model):
    """A meeting of a board: when, at whose place, how far. No subject, no name, no text. Covenant 7.3, 9.1."""

    id = models.UUIDField(primary_key=True)
    convenant_id = models.UUIDField()
    nummer = models.CharField(max_length=20)
    op = models.DateField()
    van = models.CharField(max_length=5)
    plaats_id = models.UUIDField(null=True)
    organisatie_id = models.UUIDField(null=True)
    staat = models.CharField(max_length=24)
    huidig_id = models.UUIDField(null=True)

    class Meta:
        """Abstract: each file has its own meetings."""

        abstract = True


class AgendaPuntTabel(models.Model):
    """A subject on the agenda of a meeting: the id of its dossier or casus, and its place in the order."""

    id = models.BigAutoField(primary_key=True)
    overleg_id = models.UUIDField()
    houder_id = models.UUIDField(db_index=True)
    volg = models.PositiveIntegerField()
    is_besproken = models.BooleanField(default=False)

    class Meta:
        """Abstract: tables are the file's own."""

        abstract = True


class AanwezigeTabel(models.Model):
    """An organisation that was present at a meeting; the person where it was said in their own session."""

    id = models.BigAutoField(primary_key=True)
    overleg_id = models.UUIDField()
    organisatie_id = models.UUIDField()
    medewerker_id = models.UUIDField(null=True)
    op = models.DateTimeField()

    class Meta:
        """Abstract: tables are the file's own."""

        abstract = True


class CertificaatTabel(models.Model):
    """What stays of a dossier or casus that left the file: kinds and counts, ground, way, days. Covenant 13.1.

    No personal data, and no id or number of what it was.
    """

    id = models.UUIDField(primary_key=True)
    convenant_id = models.UUIDField(db_index=True)
    soort = models.CharField(max_length=24)
    wijze = models.CharField(max_length=12)
    artikel = models.CharField(max_length=12)
    aantallen = models.TextField()
    vernietigen_op = models.DateField()
    op = models.DateField()
    tijdperk = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        """Abstract: each file keeps its own."""

        abstract = True


class VernietigberichtTabel(models.Model):
    """That what was disclosed to an organisation was destroyed at its source, and is to be destroyed there too.

    Covenant 10.5, 13.1. The random number by which the organisation knew it, and nothing of what it was.
    """

    id = models.UUIDField(primary_key=True)
    convenant_id = models.UUIDField()
    organisatie_id = models.UUIDField(db_index=True)
    nummer = models.CharField(max_length=20)
    op = models.DateField()

    class Meta:
        """Abstract: each file that held it has its own."""

        abstract = True
