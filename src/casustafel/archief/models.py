"""The tables of the archive. Covenant 13.2."""

from django.db import models

from casustafel.bestand.tabel import (
    AfgifteTabel,
    CertificaatTabel,
    ControlepuntTabel,
    LogBladTabel,
    LogBoomTabel,
    LogRegelTabel,
    LogTegelTabel,
    OntvangenTabel,
    StukTabel,
    UitgaandTabel,
    VernietigberichtTabel,
)
from casustafel.convenant.stuk import Herkomst


class Dossier(models.Model):
    """A subject that was moved to the archive: numbers and days; all that is about a person is in its pieces."""

    id = models.UUIDField(primary_key=True)
    versie = models.PositiveIntegerField(default=1)
    convenant_id = models.UUIDField()
    nummer = models.CharField(max_length=20)
    casus_nummer = models.CharField(max_length=20, blank=True)
    laatste_verwerking_op = models.DateField()
    gearchiveerd_op = models.DateField()
    vernietigen_op = models.DateField(null=True)

    class Meta:
        """Lists go by covenant, oldest casework first: what is destroyed first."""

        indexes = (models.Index(fields=("convenant_id", "laatste_verwerking_op"), name="archief_list"),)


class Stuk(StukTabel):
    """A piece that came from one of the files, or was made here: a question, a standpunt. Covenant 13.2, 13.4."""

    herkomst = models.CharField(max_length=12, default=Herkomst.ARCHIEF.value)

    class Meta:
        """Pieces are read by dossier; what waits is found by kind and state."""

        indexes = (
            models.Index(fields=("houder_id", "herkomst", "soort"), name="archief_stuk_list"),
            models.Index(fields=("soort", "staat"), name="archief_stuk_work"),
        )


class Uitgaand(UitgaandTabel):
    """Bundles under way to the weegploeg. Covenant 13.4."""


class Ontvangen(OntvangenTabel):
    """Bundles from the files that were applied here."""


class Vernietigbericht(VernietigberichtTabel):
    """To whom is told that what they were given was destroyed here. Covenant 10.5, 13.1."""


class Certificaat(CertificaatTabel):
    """What stays of what was destroyed here. Covenant 13.1."""


class LogRegel(LogRegelTabel):
    """The log of the archive."""


class LogBoom(LogBoomTabel):
    """The trees over the log of the archive."""


class LogBlad(LogBladTabel):
    """The leaves of these trees."""


class LogTegel(LogTegelTabel):
    """The tiles of these trees."""


class Controlepunt(ControlepuntTabel):
    """The checkpoints of these trees."""


class Afgifte(AfgifteTabel):
    """The checkpoints that organisations fetched."""
