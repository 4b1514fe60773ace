"""The day on which a key was made, so that one without a record can be swept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the day; the keys of before have none."""

    dependencies = (("kluis", "0001_initial"),)

    operations = (
        migrations.AddField(model_name="dossiersleutel", name="gemaakt_op", field=models.DateField(null=True)),
    )
