"""What the seed of the peer and the requests to it must agree on. Both import it, so it knows no Django."""

TEAMS = 20
WORKER_TEAMS = 3
ORGANISATIONS = 5
TYPES = 100
TOKEN = "0123456789abcdef" * 2


def visible(size: int) -> list[int]:
    """Return the numbers of the cases that the worker may see."""
    return [number for number in range(1, size + 1) if number % TEAMS < WORKER_TEAMS]
