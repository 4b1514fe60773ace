"""The archive's file as a Django app."""

from django.apps import AppConfig


class ArchiefConfig(AppConfig):
    """The archive; its tables live in a database of their own."""

    name = "casustafel.archief"
    label = "archief"
