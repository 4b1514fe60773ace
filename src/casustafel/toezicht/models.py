"""The tables of oversight, in the register's database. Covenant 15.2."""

from django.db import models

from casustafel.bestand.tabel import CertificaatTabel, StukTabel, TellerTabel


class Incident(models.Model):
    """An incident: its number, how far it is, and its moments; what happened is in its pieces. Covenant 15.2.g.

    `bekend_op` is the moment at which the first of the organisations knew, from which the hours of AVG 33 run.
    """

    id = models.UUIDField(primary_key=True)
    versie = models.PositiveIntegerField(default=1)
    convenant_id = models.UUIDField()
    nummer = models.CharField(max_length=20)
    staat = models.CharField(max_length=24)
    bekend_op = models.DateTimeField()
    afgesloten_op = models.DateField(null=True)
    vernietigen_op = models.DateField(null=True)

    class Meta:
        """Lists go by covenant and state, the earliest known first."""

        indexes = (models.Index(fields=("convenant_id", "staat", "bekend_op"), name="incident_list"),)


class Stuk(StukTabel):
    """A piece of an incident. Covenant 15.2.g."""

    class Meta:
        """Pieces are read by incident."""

        indexes = (models.Index(fields=("houder_id", "soort"), name="incident_stuk_list"),)


class Bevinding(models.Model):
    """That a finding of a check stands in an incident: a hash of what was found, so that it opens one once."""

    id = models.BigAutoField(primary_key=True)
    convenant_id = models.UUIDField()
    incident_id = models.UUIDField()
    hash = models.CharField(max_length=64)

    class Meta:
        """Once in a covenant."""

        constraints = (models.UniqueConstraint(fields=("convenant_id", "hash"), name="bevinding_once"),)


class PlanRegel(models.Model):
    """What was recorded of the security plan: measures, a review, an evaluation; nothing about a subject. Cov. 15.2."""

    id = models.BigAutoField(primary_key=True)
    regel_id = models.UUIDField(unique=True)
    convenant_id = models.UUIDField()
    deel = models.CharField(max_length=16)
    punt = models.CharField(max_length=1, blank=True)
    staat = models.CharField(max_length=16, blank=True)
    tekst = models.TextField()
    op = models.DateField()
    medewerker_id = models.UUIDField(null=True)
    door = models.CharField(max_length=420)

    class Meta:
        """Read as a whole, in the order in which it came."""

        indexes = (models.Index(fields=("convenant_id", "id"), name="plan_regel_list"),)


class Teller(TellerTabel):
    """The numbers of the incidents of a covenant."""


class Certificaat(CertificaatTabel):
    """What stays of an incident that was destroyed. Covenant 13.1."""
