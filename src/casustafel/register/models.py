# reason: the tables of the register, each a few lines, are read side by side.
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
    termijnen = models.CharField(max_length=400, blank=True, default="")


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
    """A version of annex 3, adopted by the kernpartijen, in force from a day. Covenant 1.g, 7.3."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    versie = models.CharField(max_length=20)
    vastgesteld_op = models.DateField()
    vanaf = models.DateField()

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


class AutorisatieStap(models.Model):
    """What was done with an authorisation: granted, confirmed, withdrawn; `tot` is its end since. Covenant 15.2."""

    id = models.BigAutoField(primary_key=True)
    autorisatie = models.ForeignKey(Autorisatie, models.CASCADE)
    stap = models.CharField(max_length=12)
    op = models.DateField()
    tot = models.DateField()
    door = models.CharField(max_length=420)
    reden = models.CharField(max_length=300, blank=True)


class Uitsluiting(models.Model):
    """That a person does not see one subject, by the id of its dossier or casus. Covenant 15.2.b."""

    id = models.UUIDField(primary_key=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    houder_id = models.UUIDField(db_index=True)
    grond = models.CharField(max_length=16)
    op = models.DateField()
    door = models.CharField(max_length=420)

    class Meta:
        """Once for each subject."""

        constraints = (models.UniqueConstraint(fields=["medewerker", "houder_id"], name="one_uitsluiting"),)


class AutorisatieVraag(models.Model):
    """That an organisation asks roles for somebody, and what the manager answered. Covenant 15.2.c."""

    id = models.UUIDField(primary_key=True)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    naam = models.CharField(max_length=200)
    email = models.EmailField()
    functie = models.CharField(max_length=200, blank=True)
    rollen = models.CharField(max_length=200)
    reden = models.CharField(max_length=300)
    gevraagd_op = models.DateField()
    gevraagd_door = models.CharField(max_length=420)
    staat = models.CharField(max_length=12)
    afgedaan_op = models.DateField(null=True)
    antwoord = models.CharField(max_length=300, blank=True)


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


class Voorstel(models.Model):
    """A change of the covenant that is put to the kernpartijen; `inhoud` is the typed content, as JSON. Covenant 4."""

    id = models.UUIDField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    soort = models.CharField(max_length=24)
    staat = models.CharField(max_length=12)
    inhoud = models.TextField()
    reden = models.TextField()
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(Organisatie, models.PROTECT)
    herinnerd_op = models.DateField(null=True)
    afgedaan_op = models.DateField(null=True)


class VoorstelStandpunt(models.Model):
    """Where one party stands on a proposal, by whom of its people. Covenant 4."""

    id = models.BigAutoField(primary_key=True)
    voorstel = models.ForeignKey(Voorstel, models.CASCADE)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    keuze = models.CharField(max_length=12)
    motivering = models.TextField()
    door = models.CharField(max_length=420)
    op = models.DateField()

    class Meta:
        """A party has one position."""

        constraints = (models.UniqueConstraint(fields=("voorstel", "organisatie"), name="voorstel_standpunt_once"),)


class Bijlagetekst(models.Model):
    """A version of a text of the covenant: the covenant itself, annex 2, the AVG 26 arrangement. Covenant 4, 11.1."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    onderdeel = models.CharField(max_length=16)
    versie = models.CharField(max_length=20)
    tekst = models.TextField()
    vastgesteld_op = models.DateField()
    vanaf = models.DateField()

    class Meta:
        """A version is entered once."""

        constraints = (
            models.UniqueConstraint(fields=("convenant", "onderdeel", "versie"), name="bijlagetekst_versie"),
        )


class Publicatie(models.Model):
    """Where a part of the covenant was published. Covenant 11.1."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    onderdeel = models.CharField(max_length=16)
    referentie = models.CharField(max_length=200)
    op = models.DateField()


class Opzegging(models.Model):
    """A notice to leave; `tot` is the first day on which the organisation has left. Covenant 18.2."""

    id = models.UUIDField(primary_key=True)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    op = models.DateField()
    tot = models.DateField()
    door = models.CharField(max_length=420)
    ingetrokken_op = models.DateField(null=True)
    intrekking_reden = models.TextField(blank=True)
    ingetrokken_door = models.CharField(max_length=420, blank=True)


class Geschil(models.Model):
    """A dispute between organisations of the covenant, in words without names of subjects. Covenant 17."""

    id = models.UUIDField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    tussen = models.ManyToManyField(Organisatie)
    artikel = models.CharField(max_length=12)
    omschrijving = models.TextField()
    op = models.DateField()
    door = models.CharField(max_length=420)
    uitkomst = models.TextField(blank=True)
    opgelost_op = models.DateField(null=True)


class GeschilOverleg(models.Model):
    """A consultation on a dispute. Covenant 17."""

    id = models.BigAutoField(primary_key=True)
    geschil = models.ForeignKey(Geschil, models.CASCADE)
    op = models.DateField()
    verslag = models.TextField()
    door = models.CharField(max_length=420)


class ConvenantEvaluatie(models.Model):
    """An evaluation of the covenant, and the day by which the next is due, if one was agreed. Covenant 18.4."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    op = models.DateField()
    uitgevoerd_door = models.CharField(max_length=300)
    conclusie = models.TextField()
    volgende_op = models.DateField(null=True)
    door = models.CharField(max_length=420)


class RegimeVerificatie(models.Model):
    """That a kernpartij verified the law that the covenant is under. Besluit B1.3."""

    id = models.BigAutoField(primary_key=True)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    regime = models.CharField(max_length=40)
    toelichting = models.TextField()
    door = models.CharField(max_length=420)
    op = models.DateField()


class Plaatsvervanging(models.Model):
    """That a person acts for the representative of the own organisation, for a period. Covenant 4."""

    id = models.UUIDField(primary_key=True)
    medewerker = models.ForeignKey(Medewerker, models.PROTECT)
    convenant = models.ForeignKey(Convenant, models.PROTECT)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT)
    rol = models.CharField(max_length=24)
    vanaf = models.DateField()
    tot = models.DateField()
    reden = models.CharField(max_length=300)
    benoemd_door = models.CharField(max_length=420)
    ingetrokken_op = models.DateField(null=True)


class Grens(models.Model):
    """What is remembered for a while against guessing a password or a code; `sleutel` is a hash. Covenant 15.2.d."""

    sleutel = models.CharField(primary_key=True, max_length=64)
    waarde = models.TextField()
    tot = models.DateTimeField(db_index=True)


class Koppeling(models.Model):
    """That one person signs in at their organisation; `onderwerp` is a hash of who they are there. Covenant 15.2.d."""

    id = models.BigAutoField(primary_key=True)
    medewerker = models.OneToOneField(Medewerker, models.PROTECT)
    aanbieder = models.CharField(max_length=40)
    uitgever = models.CharField(max_length=300)
    onderwerp = models.CharField(max_length=64)
    sinds = models.DateTimeField()

    class Meta:
        """Whoever somebody is at a provider, they are one person here: no account of a group."""

        constraints = (models.UniqueConstraint(fields=("uitgever", "onderwerp"), name="koppeling_once"),)


class Doorgegeven(models.Model):
    """Up to which place of a tree the records of processing reached the collector. Covenant 15.2.e."""

    id = models.BigAutoField(primary_key=True)
    bestand = models.CharField(max_length=16)
    boom_id = models.UUIDField()
    tot = models.PositiveBigIntegerField(default=0)

    class Meta:
        """One for each tree."""

        constraints = (models.UniqueConstraint(fields=("bestand", "boom_id"), name="one_doorgegeven"),)


class Nacht(models.Model):
    """What a night's work did, in numbers: no id, no name, nothing of what it was. Covenant 13.1."""

    id = models.UUIDField(primary_key=True)
    op = models.DateTimeField()
    dag = models.DateField(db_index=True)
    getallen = models.TextField()


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
