"""The tables of the register."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from casustafel.bestand.tabel import (
    AfgifteTabel,
    ControlepuntTabel,
    LogBladTabel,
    LogBoomTabel,
    LogRegelTabel,
    LogTegelTabel,
)


class Convenant(models.Model):
    """A covenant after the model, between the parties of one municipality. Covenant 18.1."""

    id = models.UUIDField(primary_key=True)
    code = models.SlugField(unique=True)
    gemeente = models.CharField(max_length=100)
    is_verzonnen = models.BooleanField(default=False)
    in_werking_op = models.DateField()
    bekendmaking = models.CharField(max_length=200, blank=True)
    regime = models.CharField(max_length=40)
    regime_geverifieerd_door = models.CharField(max_length=200, blank=True)
    regime_geverifieerd_op = models.DateField(null=True)


class Organisatie(models.Model):
    """A party, or an externe casuspartner of annex 1. Covenant, list of parties; 1.c."""

    id = models.UUIDField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    code = models.SlugField()
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=20)
    contact = models.CharField(max_length=200)
    vanaf = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        """A code is used once in a covenant."""

        constraints = (models.UniqueConstraint(fields=("convenant", "code"), name="organisatie_code"),)


class Referentiekader(models.Model):
    """A version of annex 3, adopted by the kernpartijen. Covenant 1.g, 7.3."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    versie = models.CharField(max_length=20)
    vastgesteld_op = models.DateField()

    class Meta:
        """A version is entered once."""

        constraints = (models.UniqueConstraint(fields=("convenant", "versie"), name="referentiekader_versie"),)


class Criterium(models.Model):
    """A criterion of a version of the referentiekader."""

    id = models.BigAutoField(primary_key=True)
    referentiekader = models.ForeignKey(Referentiekader, models.CASCADE)
    code = models.SlugField()
    tekst = models.CharField(max_length=500)
    volgorde = models.PositiveIntegerField()


class Geheimhoudingstekst(models.Model):
    """A version of the secrecy text. Covenant 14."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    versie = models.CharField(max_length=20)
    tekst = models.TextField()
    vanaf = models.DateField()

    class Meta:
        """A version is entered once."""

        constraints = (models.UniqueConstraint(fields=("convenant", "versie"), name="geheimhouding_versie"),)


class Maatregelen(models.Model):
    """A statement of the college's measures for purpose limitation and retention, current for a while. Besluit B2.b."""

    id = models.UUIDField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    vastgesteld_op = models.DateField()
    door = models.CharField(max_length=300)
    omschrijving = models.TextField()
    geldig_tot = models.DateField()


class MedewerkerManager(BaseUserManager["Medewerker"]):
    """Find people for signing in."""

    use_in_migrations = True


class Medewerker(AbstractBaseUser):
    """Somebody who works with the product: an account, without rights of its own."""

    id = models.UUIDField(primary_key=True)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=200)
    functie = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    taal = models.CharField(max_length=5, default="nl")

    USERNAME_FIELD = "email"
    objects = MedewerkerManager()


class Autorisatie(models.Model):
    """A role of a person of an organisation in a covenant, for a period. Covenant 15.2.b, c."""

    id = models.UUIDField(primary_key=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    rol = models.CharField(max_length=24)
    vanaf = models.DateField()
    tot = models.DateField()
    ingetrokken_op = models.DateField(null=True)
    verleend_door = models.UUIDField(null=True)


class Geheimhoudingsverklaring(models.Model):
    """That somebody accepted a version of the secrecy text. Covenant 14."""

    id = models.BigAutoField(primary_key=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    tekst = models.ForeignKey(Geheimhoudingstekst, models.PROTECT)
    op = models.DateTimeField()

    class Meta:
        """Accepted once per version."""

        constraints = (models.UniqueConstraint(fields=("medewerker", "tekst"), name="verklaring_once"),)


class Token(models.Model):
    """A personal token for the API: speaks for one person in one organisation. Only its hash is kept."""

    id = models.UUIDField(primary_key=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    naam = models.CharField(max_length=100)
    hash = models.CharField(max_length=64, unique=True)
    vanaf = models.DateTimeField()
    tot = models.DateTimeField()


class LogRegel(LogRegelTabel):
    """The log of the register."""


class LogBoom(LogBoomTabel):
    """The trees over the log of the register."""


class LogBlad(LogBladTabel):
    """The leaves of these trees."""


class LogTegel(LogTegelTabel):
    """The tiles of these trees."""


class Controlepunt(ControlepuntTabel):
    """The checkpoints of these trees."""


class Afgifte(AfgifteTabel):
    """The checkpoints that organisations fetched."""
