"""The one table of the vault."""

from django.db import models


class DossierSleutel(models.Model):
    """The key of one dossier in one file, with its log id, wrapped under an epoch key."""

    id = models.BigAutoField(primary_key=True)
    bestand = models.CharField(max_length=20)
    dossier_id = models.UUIDField()
    epoch = models.PositiveIntegerField()
    omhuld = models.BinaryField()
    gemaakt_op = models.DateField(null=True)

    class Meta:
        """One key for each dossier and file."""

        constraints = (models.UniqueConstraint(fields=("bestand", "dossier_id"), name="one_key_per_dossier"),)
