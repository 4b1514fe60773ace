"""Make or update an installation: its keys and its databases. Safe to repeat."""

from django.conf import settings
from django.core.management import call_command

from casustafel.acts.bewaring.reserve import begin_first
from casustafel.acts.edge import edge
from casustafel.acts.register.operator import make_keys


def migrate() -> None:
    """Make the data folder, the keys and the tables of every file."""
    settings.CASUSTAFEL_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_keys()
    for alias in settings.DATABASES:
        call_command("migrate", database=alias, verbosity=0)
    begin_first(day=edge().day)
