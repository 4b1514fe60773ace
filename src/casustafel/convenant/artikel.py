"""The register of articles: what the Besluit and the covenant ask, and which rules carry it out."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final, ParamSpec, TypeVar

from casustafel.convenant.artikelen.besluit import BESLUIT
from casustafel.convenant.artikelen.convenant_1_6 import CONVENANT_1_6
from casustafel.convenant.artikelen.convenant_7_10 import CONVENANT_7_10
from casustafel.convenant.artikelen.convenant_11_13 import CONVENANT_11_13
from casustafel.convenant.artikelen.convenant_14_18 import CONVENANT_14_18
from casustafel.convenant.artikelen.model import Artikel, ArtikelId, Status

__all__ = [
    "Artikel",
    "ArtikelId",
    "Status",
    "UnknownArtikelError",
    "artikel",
    "artikelen",
    "artikelen_of",
    "carries_out",
    "rules_of",
]

P = ParamSpec("P")
R = TypeVar("R")

_REGISTER: Final = MappingProxyType(
    {a.id: a for a in (*BESLUIT, *CONVENANT_1_6, *CONVENANT_7_10, *CONVENANT_11_13, *CONVENANT_14_18)}
)
_RULES: Final[dict[ArtikelId, list[str]]] = {artikel_id: [] for artikel_id in _REGISTER}
_ATTRIBUTE: Final = "carries_out"


class UnknownArtikelError(KeyError):
    """Raised for an id that is not in the register."""

    def __init__(self, artikel_id: str) -> None:
        """Keep the id that was asked."""
        super().__init__(artikel_id)
        self.artikel_id = artikel_id

    def __str__(self) -> str:
        """Say which id is unknown and what ids look like."""
        return f'There is no article "{self.artikel_id}" in the register; ids look like B1.1, 7.4 or 8.2.c.'


def artikel(artikel_id: str) -> Artikel:
    """Give the article with this id.

    Raises `UnknownArtikelError` for an id that is not in the register.
    """
    try:
        return _REGISTER[ArtikelId(artikel_id)]
    except KeyError:
        raise UnknownArtikelError(artikel_id) from None


def artikelen() -> tuple[Artikel, ...]:
    """Give all articles in the order of the text: the Besluit, then the covenant."""
    return tuple(_REGISTER.values())


def carries_out(*ids: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register the decorated function as a rule that carries out these articles.

    The function itself is unchanged; `rules_of` and `artikelen_of` read what was registered. Raises
    `UnknownArtikelError` when the module is imported and an id is not in the register.
    """
    known = tuple(artikel(artikel_id).id for artikel_id in ids)

    def register(function: Callable[P, R]) -> Callable[P, R]:
        name = f"{function.__module__}.{function.__qualname__}"
        for artikel_id in known:
            if name not in _RULES[artikel_id]:
                _RULES[artikel_id].append(name)
        setattr(function, _ATTRIBUTE, known)
        return function

    return register


def rules_of(artikel_id: str) -> tuple[str, ...]:
    """Give the rules that carry out this article, as `module.qualname`, in the order of registration.

    Only rules of modules that were imported are known. Raises `UnknownArtikelError` for an unknown id.
    """
    return tuple(_RULES[artikel(artikel_id).id])


def artikelen_of(function: Callable[..., object]) -> tuple[ArtikelId, ...]:
    """Give the articles that this function carries out; none for a function that was not registered."""
    ids: tuple[ArtikelId, ...] = getattr(function, _ATTRIBUTE, ())
    return ids
