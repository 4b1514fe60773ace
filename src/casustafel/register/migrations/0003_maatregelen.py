"""The statements of the college's measures. Besluit B2.b."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = (("register", "0002_log_evidence"),)

    operations = (
        migrations.CreateModel(
            name="Maatregelen",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("vastgesteld_op", models.DateField()),
                ("door", models.CharField(max_length=300)),
                ("omschrijving", models.TextField()),
                ("geldig_tot", models.DateField()),
                (
                    "convenant",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="register.convenant"),
                ),
            ],
        ),
    )
