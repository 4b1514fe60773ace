"""A covenant may have shorter terms of retention than its regime. Covenant 13."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the covenant's own terms."""

    dependencies = (("register", "0004_convenant"),)

    operations = (
        migrations.AddField(
            model_name="convenant",
            name="termijnen",
            field=models.CharField(blank=True, default="", max_length=400),
        ),
    )
