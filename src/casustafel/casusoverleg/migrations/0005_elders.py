"""The day of the last casework in the other file, as far as this one heard. Covenant 13.1."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A casus knows when its subject was last worked on elsewhere."""

    dependencies = (("casusoverleg", "0004_vernietiging"),)

    operations = (migrations.AddField(model_name="casus", name="elders_op", field=models.DateField(null=True)),)
