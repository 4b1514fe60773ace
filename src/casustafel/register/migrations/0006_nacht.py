"""What each night's work did, in numbers. Covenant 13.1."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table of nights."""

    dependencies = (("register", "0005_termijnen"),)

    operations = (
        migrations.CreateModel(
            name="Nacht",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("op", models.DateTimeField()),
                ("dag", models.DateField(db_index=True)),
                ("getallen", models.TextField()),
            ],
        ),
    )
