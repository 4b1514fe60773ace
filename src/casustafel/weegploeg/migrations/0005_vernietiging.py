"""The intent to destroy, and the certificate that stays. Covenant 13.1."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the day of the intent, and make the table of certificates."""

    dependencies = (("weegploeg", "0004_overleg"),)

    operations = (
        migrations.AddField(model_name="dossier", name="vernietigen_op", field=models.DateField(null=True)),
        migrations.CreateModel(
            name="Certificaat",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("convenant_id", models.UUIDField(db_index=True)),
                ("soort", models.CharField(max_length=24)),
                ("wijze", models.CharField(max_length=12)),
                ("artikel", models.CharField(max_length=12)),
                ("aantallen", models.TextField()),
                ("vernietigen_op", models.DateField()),
                ("op", models.DateField()),
                ("tijdperk", models.PositiveIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={"abstract": False},
        ),
    )
