"""The weegploeg's file as a Django app."""

from django.apps import AppConfig


class WeegploegConfig(AppConfig):
    """The weegploeg's file; its tables live in a database of their own."""

    name = "casustafel.weegploeg"
    label = "weegploeg"
