"""To whom is told that what they were given was destroyed at its source. Covenant 10.5, 13.1."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table of notices."""

    dependencies = (("casusoverleg", "0006_archivering"),)

    operations = (
        migrations.CreateModel(
            name="Vernietigbericht",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("convenant_id", models.UUIDField()),
                ("organisatie_id", models.UUIDField(db_index=True)),
                ("nummer", models.CharField(max_length=20)),
                ("op", models.DateField()),
            ],
            options={"abstract": False},
        ),
    )
