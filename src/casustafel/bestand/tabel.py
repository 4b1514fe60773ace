"""The abstract tables that a file of casework is made of. The concrete ones are each file's own."""

from django.db import models


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
    log_id = models.UUIDField(null=True, db_index=True)
    redenen = models.CharField(max_length=1000, blank=True)
    wijzigingen = models.TextField(blank=True)

    class Meta:
        """Abstract: each file has its own log."""

        abstract = True


class VerzegeldTabel(models.Model):
    """A row whose personal data is one sealed payload, bound to file, table, row and version."""

    id = models.UUIDField(primary_key=True)
    versie = models.PositiveIntegerField(default=1)
    verzegeld = models.BinaryField()

    class Meta:
        """Abstract: tables are the file's own."""

        abstract = True


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
