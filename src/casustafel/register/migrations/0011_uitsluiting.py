"""Who is kept away from which subject. Covenant 15.2.b."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = [
        ("register", "0010_koppeling"),
    ]

    operations = [
        migrations.CreateModel(
            name="Uitsluiting",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("houder_id", models.UUIDField(db_index=True)),
                ("grond", models.CharField(max_length=16)),
                ("op", models.DateField()),
                ("door", models.CharField(max_length=420)),
                (
                    "convenant",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="register.convenant"),
                ),
                (
                    "medewerker",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("medewerker", "houder_id"), name="one_uitsluiting")],
            },
        ),
    ]
