"""The tables of requests, in the register's database. Covenant 12."""

from django.db import models

from casustafel.bestand.tabel import CertificaatTabel, OntvangenTabel, StukTabel, TellerTabel, UitgaandTabel


class Verzoek(models.Model):
    """A request: its number, kind, state and days; all that is about a person is in its pieces. Covenant 12.1.

    `uiterlijk_op` is the last day to answer, kept for the order of a list.
    """

    id = models.UUIDField(primary_key=True)
    versie = models.PositiveIntegerField(default=1)
    convenant_id = models.UUIDField()
    nummer = models.CharField(max_length=20)
    soort = models.CharField(max_length=24)
    staat = models.CharField(max_length=24)
    uitkomst = models.CharField(max_length=24, blank=True)
    ontvangen_op = models.DateField()
    uiterlijk_op = models.DateField()
    gegevens_tot = models.DateField(null=True)
    besloten_op = models.DateField(null=True)
    beantwoord_op = models.DateField(null=True)
    vernietigen_op = models.DateField(null=True)

    class Meta:
        """Lists go by covenant and state, what is due first at the top."""

        indexes = (models.Index(fields=("convenant_id", "staat", "uiterlijk_op"), name="verzoek_list"),)


class Stuk(StukTabel):
    """A piece of a request. Covenant 12."""

    class Meta:
        """Pieces are read by request; tasks are found by whose they are."""

        indexes = (
            models.Index(fields=("houder_id", "soort"), name="verzoek_stuk_list"),
            models.Index(fields=("organisatie_id", "soort", "staat"), name="verzoek_stuk_work"),
        )


class Uitgaand(UitgaandTabel):
    """Bundles under way to the files in which a decision is carried out. Covenant 12.6."""


class Ontvangen(OntvangenTabel):
    """Bundles of other requests that were applied here. Covenant 12.6."""


class Teller(TellerTabel):
    """The numbers of the requests of a covenant."""


class Certificaat(CertificaatTabel):
    """What stays of a request that was destroyed. Covenant 13.1."""
