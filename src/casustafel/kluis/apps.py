"""The vault as a Django app."""

from django.apps import AppConfig


class KluisConfig(AppConfig):
    """The vault; its table lives in a database of its own."""

    name = "casustafel.kluis"
    label = "kluis"
