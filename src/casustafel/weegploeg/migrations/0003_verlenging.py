"""The day on which the kernpartijen agreed to a longer term. Covenant 7.4."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A dossier knows whether its term was extended."""

    dependencies = [("weegploeg", "0002_log_evidence")]

    operations = [
        migrations.AddField(model_name="dossier", name="verlengd_op", field=models.DateField(null=True)),
    ]
