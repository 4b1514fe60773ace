"""How far the records of processing reached the collector. Covenant 15.2.e."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = [
        ("register", "0011_uitsluiting"),
    ]

    operations = [
        migrations.CreateModel(
            name="Doorgegeven",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("bestand", models.CharField(max_length=16)),
                ("boom_id", models.UUIDField()),
                ("tot", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("bestand", "boom_id"), name="one_doorgegeven")],
            },
        ),
    ]
