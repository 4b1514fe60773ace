"""Oversight as a Django app."""

from django.apps import AppConfig


class ToezichtConfig(AppConfig):
    """Oversight; its tables stand in the register's database, sealed under keys of their own."""

    name = "casustafel.toezicht"
    label = "toezicht"
