"""A tree as the definitions of RFC 9162 (2.1) read, and nothing more: slow, recursive, and on its own.

It shares no line with the product: the tests hold the two side by side.
"""

from hashlib import sha256


def leaf(data: bytes) -> bytes:
    """MTH({d[0]}) = HASH(0x00 || d[0])."""
    return sha256(bytes([0]) + data).digest()


def split(n: int) -> int:
    """Give the largest power of two smaller than n."""
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def root(data: list[bytes]) -> bytes:
    """MTH(D_n)."""
    if not data:
        return sha256(b"").digest()
    if len(data) == 1:
        return leaf(data[0])
    k = split(len(data))
    return sha256(bytes([1]) + root(data[:k]) + root(data[k:])).digest()


def path(m: int, data: list[bytes]) -> list[bytes]:
    """PATH(m, D_n)."""
    if len(data) == 1:
        return []
    k = split(len(data))
    if m < k:
        return [*path(m, data[:k]), root(data[k:])]
    return [*path(m - k, data[k:]), root(data[:k])]


def proof(m: int, data: list[bytes]) -> list[bytes]:
    """PROOF(m, D_n)."""
    return subproof(m, data, is_whole=True) if 0 < m < len(data) else []


def subproof(m: int, data: list[bytes], *, is_whole: bool) -> list[bytes]:
    """SUBPROOF(m, D_n, b)."""
    if m == len(data):
        return [] if is_whole else [root(data)]
    k = split(len(data))
    if m <= k:
        return [*subproof(m, data[:k], is_whole=is_whole), root(data[k:])]
    return [*subproof(m - k, data[k:], is_whole=False), root(data[:k])]
