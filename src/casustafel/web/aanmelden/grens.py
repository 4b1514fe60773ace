"""The limits on guessing, kept in the register: every process counts the same tries. Values are JSON, never pickles."""

from datetime import timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from casustafel.acts.aanmelden import forget, forget_all, remember, remember_once, remembered
from casustafel.acts.edge import edge

LONGEST = timedelta(days=1)


class Grenzen(BaseCache):
    """A cache in Django's terms, over the register. Signing in uses it, and nothing else does."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        """Take the settings that every cache has."""
        super().__init__(params)

    def _key(self, key: Any, version: int | None) -> str:
        return self.make_and_validate_key(key, version=version)

    def _duur(self, timeout: Any) -> timedelta:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return LONGEST if seconds is None else timedelta(seconds=float(seconds))

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember what is not remembered yet."""
        return remember_once(self._key(key, version), value, duur=self._duur(timeout), edge=edge())

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Give what is remembered."""
        is_there, value = remembered(self._key(key, version), edge=edge())
        return value if is_there else default

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Remember."""
        remember(self._key(key, version), value, duur=self._duur(timeout), edge=edge())

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember for longer."""
        is_there, value = remembered(self._key(key, version), edge=edge())
        if is_there:
            self.set(key, value, timeout, version)
        return is_there

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget."""
        return forget(self._key(key, version))

    def clear(self) -> None:
        """Forget everything."""
        forget_all()
