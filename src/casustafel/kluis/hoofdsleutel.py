"""The master key of this installation: in a file beside the other keys, or in a hardware security module."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from casustafel.seal.hsm import HsmMasterKey, Token
from casustafel.seal.keys import FileMasterKey, MasterKey

FILE = "master.key"


def hoofdsleutel() -> MasterKey:
    """Give the master key that the settings name; it is used when something is wrapped or unwrapped."""
    if settings.CASUSTAFEL_HSM:
        return _in_module(settings.CASUSTAFEL_HSM)
    return FileMasterKey(Path(settings.CASUSTAFEL_KEYS) / FILE)


@cache
def _in_module(uri: str) -> HsmMasterKey:
    """Give the key in a module, one for the process: opening a module takes its time."""
    try:
        return HsmMasterKey(Token.parse(uri))
    except ValueError as fault:
        raise ImproperlyConfigured(f"CASUSTAFEL_HSM: {fault}") from fault
