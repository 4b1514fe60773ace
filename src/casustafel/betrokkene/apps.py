"""The requests of the person concerned as a Django app."""

from django.apps import AppConfig


class BetrokkeneConfig(AppConfig):
    """The requests; their tables stand in the register's database, sealed under keys of their own."""

    name = "casustafel.betrokkene"
    label = "betrokkene"
