"""The example files that ship: a covenant and its people, all invented."""

import tomllib
from importlib.resources import files


def example(name: str) -> dict[str, object]:
    """Read one of the example files that ship."""
    return tomllib.loads(files("casustafel.demo").joinpath("voorbeeld", name).read_text(encoding="utf-8"))
