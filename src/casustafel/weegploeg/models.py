"""The tables of the weegploeg's file. Covenant 8.1."""

from django.db import models

from casustafel.bestand.tabel import (
    AanwezigeTabel,
    AfgifteTabel,
    AgendaPuntTabel,
    CertificaatTabel,
    ControlepuntTabel,
    LogBladTabel,
    LogBoomTabel,
    LogRegelTabel,
    LogTegelTabel,
    OntvangenTabel,
    OverlegTabel,
    StukTabel,
    TellerTabel,
    UitgaandTabel,
    VerzegeldTabel,
)


class Dossier(VerzegeldTabel):
    """A dossier on one subject; the sealed part is name, address, residence and age group. Covenant 8.2.a."""

    LOOSE = frozenset({"elders_op", "vernietigen_op", "gearchiveerd_op"})

    convenant_id = models.UUIDField()
    nummer = models.CharField(max_length=20)
    staat = models.CharField(max_length=24)
    eerste_signaal_op = models.DateField()
    laatste_verwerking_op = models.DateField()
    elders_op = models.DateField(null=True)
    besloten_op = models.DateField(null=True)
    verlengd_op = models.DateField(null=True)
    casus_id = models.UUIDField(null=True)
    vernietigen_op = models.DateField(null=True)
    gearchiveerd_op = models.DateField(null=True)

    class Meta:
        """Lists go by covenant and state, oldest first signal first."""

        indexes = (models.Index(fields=("convenant_id", "staat", "eerste_signaal_op"), name="dossier_list"),)
        constraints = (models.UniqueConstraint(fields=("convenant_id", "nummer"), name="dossier_nummer"),)


class Stuk(StukTabel):
    """A piece of a dossier: signaal, question, weging, standpunt, beslissing, betrokkenen, afsluiting. Covenant 8.2."""

    class Meta:
        """Pieces are read by dossier; what waits is found by organisation and state."""

        indexes = (
            models.Index(fields=("houder_id", "soort"), name="weegploeg_stuk_list"),
            models.Index(fields=("organisatie_id", "soort", "staat"), name="weegploeg_stuk_work"),
        )


class Uitgaand(UitgaandTabel):
    """Bundles under way to the casusoverleg."""


class Ontvangen(OntvangenTabel):
    """Bundles from the casusoverleg that were applied here."""


class Certificaat(CertificaatTabel):
    """What stays of dossiers that were destroyed. Covenant 13.1."""


class Teller(TellerTabel):
    """The numbers of dossiers."""

    class Meta:
        """One count per covenant and year."""

        constraints = (models.UniqueConstraint(fields=("convenant_id", "jaar"), name="weegploeg_teller_jaar"),)


class LogRegel(LogRegelTabel):
    """The log of the weegploeg's file."""


class LogBoom(LogBoomTabel):
    """The trees over the log of the weegploeg's file."""


class LogBlad(LogBladTabel):
    """The leaves of these trees."""


class LogTegel(LogTegelTabel):
    """The tiles of these trees."""


class Controlepunt(ControlepuntTabel):
    """The checkpoints of these trees."""


class Afgifte(AfgifteTabel):
    """The checkpoints that organisations fetched."""


class Overleg(OverlegTabel):
    """The meetings of the weegploeg. Covenant 7.3."""

    class Meta:
        """Lists go by covenant and day; a number is drawn once."""

        indexes = (models.Index(fields=("convenant_id", "staat", "op"), name="dossier_overleg_list"),)
        constraints = (models.UniqueConstraint(fields=("convenant_id", "nummer"), name="dossier_overleg_nummer"),)


class AgendaPunt(AgendaPuntTabel):
    """The agendas of those meetings."""

    class Meta:
        """A subject is on an agenda once."""

        constraints = (models.UniqueConstraint(fields=("overleg_id", "houder_id"), name="dossier_agenda"),)


class Aanwezige(AanwezigeTabel):
    """Who was present at those meetings."""

    class Meta:
        """Found by meeting."""

        indexes = (models.Index(fields=("overleg_id",), name="dossier_aanwezig"),)
