"""The casusoverleg's file as a Django app."""

from django.apps import AppConfig


class CasusoverlegConfig(AppConfig):
    """The casusoverleg's file; its tables live in a database of their own."""

    name = "casustafel.casusoverleg"
    label = "casusoverleg"
