"""The register as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register; its tables live in the default database."""

    name = "casustafel.register"
    label = "register"
