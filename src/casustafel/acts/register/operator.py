"""The operator of the command line, and the keys of an installation."""

from casustafel.convenant.feit import Wie
from casustafel.kluis.store import make_keys
from casustafel.register import store as register

__all__ = ["make_keys", "operator"]


def operator() -> Wie:
    """Give the operator, who has no standing in any covenant and sees no content."""
    return register.operator()
