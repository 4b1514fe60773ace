"""What is asked of a server: the operations, and the requests of each."""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Rows of a page.
PAGE = 50
# More would only make the client slower.
MOST_PAGES = 10
MOST_PATHS = 5_000
# wrk.lua puts a text in its place that no other request has.
UNIQUE = "__UNIQUE__"


class Operation(StrEnum):
    """What is measured."""

    LIST = "list"
    ONE = "one"
    CREATE = "create"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """The requests of one operation: a path at random each time, the same headers and body. ASCII only."""

    method: str
    paths: Sequence[str]
    headers: Mapping[str, str]
    status: int
    body: str | None = None
    # How many rows an answer must have, where it is a list.
    rows: int | None = None


def get_page(paths: Sequence[str], *, headers: Mapping[str, str]) -> Requests:
    """Return requests for full pages of a list."""
    return Requests(method="GET", paths=paths, headers=headers, status=200, rows=PAGE)


def get_one(paths: Sequence[str], *, headers: Mapping[str, str]) -> Requests:
    """Return requests for single things."""
    return Requests(method="GET", paths=paths, headers=headers, status=200)


def post_new(paths: Sequence[str], *, headers: Mapping[str, str], body: Mapping[str, object]) -> Requests:
    """Return requests that each make a thing."""
    typed = {**headers, "Content-Type": "application/json"}
    return Requests(method="POST", paths=paths, headers=typed, status=201, body=json.dumps(body))


def full_pages(count: int) -> range:
    """Return the numbers of the full pages to ask for, in a list of so many."""
    return range(1, min(MOST_PAGES, count // PAGE) + 1)


def some(ids: Sequence[object]) -> list[object]:
    """Return ids at random, the same in every run."""
    return random.Random(7).sample(ids, min(MOST_PATHS, len(ids)))
