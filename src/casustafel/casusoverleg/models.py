"""The tables of the casusoverleg's file. Covenant 10.1."""

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
    VernietigberichtTabel,
    VerzegeldTabel,
)


class Casus(VerzegeldTabel):
    """A casus on one subject; the sealed part is name, address, residence and age group. Covenant 10.2.a."""

    LOOSE = frozenset({"elders_op", "vernietigen_op", "gearchiveerd_op"})

    convenant_id = models.UUIDField()
    dossier_id = models.UUIDField(unique=True)
    nummer = models.CharField(max_length=20)
    staat = models.CharField(max_length=24)
    geopend_op = models.DateField()
    laatste_verwerking_op = models.DateField()
    elders_op = models.DateField(null=True)
    afgesloten_op = models.DateField(null=True)
    vernietigen_op = models.DateField(null=True)
    gearchiveerd_op = models.DateField(null=True)

    class Meta:
        """Lists go by covenant, newest first."""

        indexes = (models.Index(fields=("convenant_id", "geopend_op"), name="casus_list"),)
        constraints = (models.UniqueConstraint(fields=("convenant_id", "nummer"), name="casus_nummer"),)


class Stuk(StukTabel):
    """A piece of a casus: participant, signal, contribution, analysis, plan, measure, progress, closing. Cov. 10.2."""

    class Meta:
        """Pieces are read by casus; a seat at the table and own measures are found by organisation."""

        indexes = (
            models.Index(fields=("houder_id", "soort"), name="casus_stuk_list"),
            models.Index(fields=("organisatie_id", "soort", "op"), name="casus_stuk_work"),
        )


class Uitgaand(UitgaandTabel):
    """Bundles under way to the weegploeg."""


class Ontvangen(OntvangenTabel):
    """Bundles from the weegploeg that were applied here."""


class Vernietigbericht(VernietigberichtTabel):
    """To whom is told that what they were given was destroyed here. Covenant 10.5, 13.1."""


class Certificaat(CertificaatTabel):
    """What stays of casussen that were destroyed. Covenant 13.1."""


class Teller(TellerTabel):
    """The numbers of casussen."""

    class Meta:
        """One count per covenant and year."""

        constraints = (models.UniqueConstraint(fields=("convenant_id", "jaar"), name="casus_teller"),)


class LogRegel(LogRegelTabel):
    """The log of the casusoverleg's file."""


class LogBoom(LogBoomTabel):
    """The trees over the log of the casusoverleg's file."""


class LogBlad(LogBladTabel):
    """The leaves of these trees."""


class LogTegel(LogTegelTabel):
    """The tiles of these trees."""


class Controlepunt(ControlepuntTabel):
    """The checkpoints of these trees."""


class Afgifte(AfgifteTabel):
    """The checkpoints that organisations fetched."""


class Overleg(OverlegTabel):
    """The meetings of the casusoverleg. Covenant 9.1."""

    class Meta:
        """Lists go by covenant and day; a number is drawn once."""

        indexes = (models.Index(fields=("convenant_id", "staat", "op"), name="casus_overleg_list"),)
        constraints = (models.UniqueConstraint(fields=("convenant_id", "nummer"), name="casus_overleg_nummer"),)


class AgendaPunt(AgendaPuntTabel):
    """The agendas of those meetings."""

    class Meta:
        """A subject is on an agenda once."""

        constraints = (models.UniqueConstraint(fields=("overleg_id", "houder_id"), name="casus_agenda"),)


class Aanwezige(AanwezigeTabel):
    """Who was present at those meetings."""

    class Meta:
        """Found by meeting."""

        indexes = (models.Index(fields=("overleg_id",), name="casus_aanwezig"),)
