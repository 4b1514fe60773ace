"""The history of authorisations, and the requests for new ones. Covenant 15.2.c, 15.2.f."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make both tables."""

    dependencies = [
        ("register", "0008_grens"),
    ]

    operations = [
        migrations.CreateModel(
            name="AutorisatieStap",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("stap", models.CharField(max_length=12)),
                ("op", models.DateField()),
                ("tot", models.DateField()),
                ("door", models.CharField(max_length=420)),
                ("reden", models.CharField(blank=True, max_length=300)),
                (
                    "autorisatie",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="register.autorisatie"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AutorisatieVraag",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=200)),
                ("email", models.EmailField(max_length=254)),
                ("functie", models.CharField(blank=True, max_length=200)),
                ("rollen", models.CharField(max_length=200)),
                ("reden", models.CharField(max_length=300)),
                ("gevraagd_op", models.DateField()),
                ("gevraagd_door", models.CharField(max_length=420)),
                ("staat", models.CharField(max_length=12)),
                ("afgedaan_op", models.DateField(null=True)),
                ("antwoord", models.CharField(blank=True, max_length=300)),
                (
                    "organisatie",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="register.organisatie"),
                ),
            ],
        ),
    ]
