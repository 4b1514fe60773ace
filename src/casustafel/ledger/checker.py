# reason: a party prints, reads and runs it as one file, so it is one.
"""Check, on a party's own machine, what a log says of itself. One file, standard library only: print, read, run it.

It needs the public key and the last checkpoint that the party kept. It checks a newer checkpoint, the party's own rows
and, where there are, the hash tiles. Nothing that it reads is trusted before the signature over it holds.

The hashes are those of RFC 9162, signed notes and tiles those of C2SP (signed-note, tlog-checkpoint, tlog-tiles), the
signature is Ed25519 (RFC 8032). Exit codes: 0 in order, 1 not in order, 2 wrong use.
"""

import argparse
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

IN_ORDER, BROKEN, WRONG_USE = 0, 1, 2
HASH_BYTES = 32
SALT_BYTES = 32
TILE_WIDTH = 256
ED25519 = 1
DASH = "\N{EM DASH}"


class Broken(Exception):  # it is what was found, not an error of the program
    """Something is not as it was signed; the text says what, in Dutch."""


# --- leaves and nodes: RFC 9162, 2.1 ---


def leaf_hash(data: bytes) -> bytes:
    """Hash what a leaf holds."""
    return sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two nodes into the one above them."""
    return sha256(b"\1" + left + right).digest()


def empty_root() -> bytes:
    """Give the root of a tree without leaves."""
    return sha256().digest()


def canonical(row: Mapping[str, Any]) -> bytes:
    """Write text, whole numbers, lists of these and nothing as canonical JSON (RFC 8785); the names are ASCII."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def root_of(hashes: Iterable[bytes]) -> bytes:
    """Give the root over these leaf hashes, in one pass."""
    waiting: list[bytes] = []
    for count, found in enumerate(hashes, 1):
        node = found
        while count & 1 == 0:
            node, count = node_hash(waiting.pop(), node), count >> 1  # noqa: PLW2901  # one bit for each full pair
        waiting.append(node)
    if not waiting:
        return empty_root()
    root = waiting.pop()
    while waiting:
        root = node_hash(waiting.pop(), root)
    return root


# --- proofs: RFC 9162, 2.1.3.2 and 2.1.4.2 ---


def is_included(leaf: bytes, *, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Tell whether the proof shows that this leaf stands at this place under this root."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(beside, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def is_continued(old: tuple[int, bytes], new: tuple[int, bytes], *, proof: Sequence[bytes]) -> bool:
    """Tell whether the proof shows that the new tree (size, root) begins with the whole old one."""
    (old_size, old_root), (new_size, new_root) = old, new
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof and old_root == empty_root()
    if old_size > new_size:
        return False
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not path:
        return False
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_found = new_found = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old_found, new_found = node_hash(beside, old_found), node_hash(beside, new_found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new_found = node_hash(new_found, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and old_found == old_root and new_found == new_root


# --- Ed25519: RFC 8032, 5.1.7, verification only ---

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_1 = pow(2, (_P - 1) // 4, _P)
_Point = tuple[int, int, int, int]
_NEUTRAL: _Point = (0, 1, 1, 0)


def _add(one: _Point, other: _Point) -> _Point:
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2) % _P, (y1 + x1) * (y2 + x2) % _P
    c, d = 2 * t1 * t2 * _D % _P, 2 * z1 * z2 % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(number: int, point: _Point) -> _Point:
    found = _NEUTRAL
    while number:
        if number & 1:
            found = _add(found, point)
        point, number = _add(point, point), number >> 1
    return found


def _point(packed: bytes) -> _Point | None:
    """Unpack a point, or give nothing where these bytes are none."""
    number = int.from_bytes(packed, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT_OF_MINUS_1 % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _packed(point: _Point) -> bytes:
    x, y, z, _t = point
    inverse = pow(z, -1, _P)
    x, y = x * inverse % _P, y * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


_BASE = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little")) or _NEUTRAL


def is_signed(message: bytes, *, signature: bytes, public: bytes) -> bool:
    """Tell whether this is the Ed25519 signature of the message by this public key."""
    key = _point(public) if len(public) == HASH_BYTES else None
    if key is None or len(signature) != 2 * HASH_BYTES:
        return False
    half, number = signature[:32], int.from_bytes(signature[32:], "little")
    if number >= _L:
        return False
    challenge = int.from_bytes(sha512(half + public + message).digest(), "little") % _L
    x, y, z, t = _times(challenge, key)
    return _packed(_add(_times(number, _BASE), (_P - x, y, z, _P - t))) == half


# --- signed notes and checkpoints: C2SP ---


@dataclass(frozen=True)
class Verifier:
    """A public key by its name: `name+hash+key`, as it is printed."""

    name: str
    public: bytes

    @property
    def key_hash(self) -> bytes:
        """Give the four bytes by which a note names this key."""
        return sha256(self.name.encode() + b"\n" + bytes([ED25519]) + self.public).digest()[:4]

    def __str__(self) -> str:
        """Write the key as it is printed."""
        return f"{self.name}+{self.key_hash.hex()}+{b64encode(bytes([ED25519]) + self.public).decode()}"


def read_verifier(text: str) -> Verifier:
    """Read a public key. Raises `Broken` where it is none."""
    name, _plus, rest = text.strip().partition("+")
    key_hash, _plus, encoded = rest.partition("+")
    key = unpack(encoded)
    verifier = Verifier(name=name, public=key[1:])
    if key[:1] != bytes([ED25519]) or len(key) != 1 + HASH_BYTES or verifier.key_hash.hex() != key_hash:
        raise Broken("De openbare sleutel klopt niet.")
    return verifier


def unpack(encoded: str) -> bytes:
    """Read base64 in its one right form. Raises `Broken` where it is not."""
    try:
        found = b64decode(encoded, validate=True)
    except ValueError as fault:
        raise Broken("Een waarde is geen base64.") from fault
    if b64encode(found).decode() != encoded:
        raise Broken("Een waarde is geen base64 in de vaste vorm.")
    return found


def open_note(note: str, verifier: Verifier) -> list[str]:
    """Give the lines of a note that this key alone signed. Raises `Broken` where it did not."""
    text, blank, signatures = note.rpartition("\n\n")
    mark, _space, rest = signatures.partition(" ")
    name, _space, encoded = rest.partition(" ")
    if not blank or mark != DASH or name != verifier.name or not encoded.endswith("\n"):
        raise Broken("Dit is geen bericht met één handtekening onder de naam van deze sleutel.")
    packed = unpack(encoded[:-1])
    message = text + "\n"
    if packed[:4] != verifier.key_hash or not is_signed(message.encode(), signature=packed[4:], public=verifier.public):
        raise Broken("De handtekening klopt niet.")
    return text.split("\n")


@dataclass(frozen=True)
class Checkpoint:
    """What a log signed: its name, how many rows it had, and the root over all of them."""

    origin: str
    size: int
    root: bytes


def read_checkpoint(note: str, verifier: Verifier) -> Checkpoint:
    """Read a checkpoint that this key signed under its own name. Raises `Broken` where it did not."""
    lines = open_note(note, verifier)
    if len(lines) != 3 or lines[0] != verifier.name or not lines[1].isascii() or not lines[1].isdigit():  # noqa: PLR2004  # origin, size, root
        raise Broken("Dit is geen controlepunt van dit logboek.")
    checkpoint = Checkpoint(origin=lines[0], size=int(lines[1]), root=unpack(lines[2]))
    if str(checkpoint.size) != lines[1] or len(checkpoint.root) != HASH_BYTES:
        raise Broken("Dit is geen controlepunt van dit logboek.")
    return checkpoint


# --- tiles: C2SP tlog-tiles ---


def tile_path(level: int, number: int, width: int = TILE_WIDTH) -> str:
    """Give the path of a tile: thousands apart, and its width where it is not full."""
    parts = [f"{number % 1000:03d}"]
    while number >= 1000:  # noqa: PLR2004  # three digits a part
        number //= 1000
        parts.insert(0, f"x{number % 1000:03d}")
    return f"tile/{level}/{'/'.join(parts)}" + (f".p/{width}" if width < TILE_WIDTH else "")


def tile_shapes(size: int) -> Iterable[tuple[int, int, int]]:
    """Give level, number and width of each tile of a tree of this size."""
    level, count = 0, size
    while count:
        for number in range(count // TILE_WIDTH):
            yield level, number, TILE_WIDTH
        if count % TILE_WIDTH:
            yield level, count // TILE_WIDTH, count % TILE_WIDTH
        level, count = level + 1, count // TILE_WIDTH


def check_tiles(read: Callable[[str], bytes], points: Iterable[Checkpoint]) -> list[bytes]:
    """Check every tile under the largest checkpoint, and every checkpoint under the tiles; give the leaf hashes."""
    known = sorted(points, key=lambda point: point.size)
    above: dict[int, list[bytes]] = {0: []}
    for level, number, width in tile_shapes(known[-1].size):
        tile = read(tile_path(level, number, width))
        if len(tile) != width * HASH_BYTES:
            raise Broken(f"Tegel {level}/{number} heeft niet de juiste lengte.")
        hashes = [tile[at : at + HASH_BYTES] for at in range(0, len(tile), HASH_BYTES)]
        if level == 0:
            above[0] += hashes
        elif hashes != above[level][number * TILE_WIDTH :][:width]:
            raise Broken(f"Tegel {level}/{number} past niet op de tegels eronder.")
        if width == TILE_WIDTH:
            above.setdefault(level + 1, []).append(root_of(hashes))
    for point in known:
        if root_of(above[0][: point.size]) != point.root:
            raise Broken(f"De tegels passen niet bij het controlepunt van {point.size} regels.")
    return above[0]


# --- a party's own rows ---


def closed_hash(closed: Mapping[str, Any], salt: bytes) -> str:
    """Hash what a row keeps closed to the party that it is of; under a salt of its own nobody can guess it."""
    return sha256(salt + canonical(closed)).hexdigest()


def statement(origin: str, *, organisatie: str, size: int, first: int, count: int, digest: bytes) -> str:
    """Give the text of a note that says: these are all rows of this party, from this number on."""
    return f"{origin}\n{organisatie}\n{size}\n{first}\n{count}\n{b64encode(digest).decode()}\n"


def uitvoer_name(origin: str) -> str:
    """Give the name under which the key signs exports: another than that of checkpoints."""
    return f"{origin}/uitvoer"


@dataclass(frozen=True)
class Found:
    """What an export was found to hold."""

    checkpoint: Checkpoint
    organisatie: str
    first: int
    rows: int


def check_export(data: bytes, verifier: Verifier, kept: Checkpoint | None) -> Found:
    """Check an export: its statement, its checkpoint against the one kept, each row. Raises `Broken`."""
    lines = data.split(b"\n")
    if len(lines) < 3 or lines[-1]:  # noqa: PLR2004  # at least the first and the last line, each ended
        raise Broken("De uitvoer is niet volledig.")
    last = _object(lines[-2], {"verklaring"})
    signer = Verifier(name=uitvoer_name(verifier.name), public=verifier.public)
    said = "\n".join(open_note(str(last["verklaring"]), signer)) + "\n"
    head = _object(lines[0], {"controlepunt", "eerste", "organisatie", "samenhang"})
    checkpoint = read_checkpoint(str(head["controlepunt"]), verifier)
    rows = [_object(line, {"bewijs", "plaats", "regel", "zout"}) for line in lines[1:-2]]
    expected = statement(
        signer.name,
        organisatie=str(head["organisatie"]),
        size=checkpoint.size,
        first=int(head["eerste"]),
        count=len(rows),
        digest=sha256(data[: -len(lines[-2]) - 1]).digest(),
    )
    if said != expected:
        raise Broken("De uitvoer is niet die waarvoor het logboek heeft getekend.")
    if kept is not None:
        _check_kept(kept, checkpoint, head)
    _check_rows(rows, checkpoint, organisatie=str(head["organisatie"]), first=int(head["eerste"]))
    return Found(checkpoint, str(head["organisatie"]), int(head["eerste"]), len(rows))


def _object(line: bytes, names: set[str]) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as fault:
        raise Broken("Een regel van de uitvoer is niet leesbaar.") from fault
    if not isinstance(found, dict) or set(found) != names or canonical(found) != line:
        raise Broken("Een regel van de uitvoer heeft niet de vaste vorm.")
    return found


def _check_kept(kept: Checkpoint, checkpoint: Checkpoint, head: Mapping[str, Any]) -> None:
    if kept.size > checkpoint.size:
        raise Broken(f"Het logboek is korter dan u al zag: {checkpoint.size} regels, en u bewaart {kept.size}.")
    known = {**head["samenhang"], str(checkpoint.size): []}
    if str(kept.size) not in known:
        raise Broken(f"De uitvoer sluit niet aan op het controlepunt van {kept.size} regels dat u bewaart.")
    proof = [unpack(part) for part in known[str(kept.size)]]
    if not is_continued((kept.size, kept.root), (checkpoint.size, checkpoint.root), proof=proof):
        raise Broken("Het logboek is herschreven: het begint niet met de regels die u al zag.")


def _check_rows(rows: Sequence[Mapping[str, Any]], checkpoint: Checkpoint, *, organisatie: str, first: int) -> None:
    before = -1
    for number, row in enumerate(rows, first):
        if row["regel"].get("organisatie_id") != organisatie or row["regel"].get("volgnummer") != number:
            raise Broken(f"Regel {number} van uw organisatie ontbreekt of staat op de verkeerde plaats.")
        found = leaf_hash(canonical(row["regel"]) + unpack(row["zout"]))
        proof = [unpack(part) for part in row["bewijs"]]
        index = int(row["plaats"])
        is_there = is_included(found, index=index, size=checkpoint.size, proof=proof, root=checkpoint.root)
        if index <= before or not is_there:
            raise Broken(f"Regel {number} van uw organisatie staat niet zo in het logboek.")
        before = index


# --- the command ---


def main(arguments: Sequence[str] | None = None) -> int:
    """Check what the options name, say in Dutch what was found, and give the exit code."""
    parser = argparse.ArgumentParser(description="Controleer het logboek op uw eigen computer.")
    parser.add_argument("--sleutel", required=True, type=Path, help="het bestand met de openbare sleutel")
    parser.add_argument("--bewaard", type=Path, help="het laatste controlepunt dat u zelf bewaart")
    parser.add_argument("--nieuw", type=Path, help="een nieuwer controlepunt")
    parser.add_argument("--uitvoer", type=Path, help="de regels van uw eigen organisatie")
    parser.add_argument("--tegels", type=Path, help="de map met de map 'tile'")
    options = parser.parse_args(arguments)
    try:
        for line in _check(options):
            print(line)  # noqa: T201  # a command speaks through print
    except (Broken, AttributeError, KeyError, TypeError, UnicodeDecodeError, ValueError) as fault:
        text = fault if isinstance(fault, Broken) else "Een bestand heeft niet de vaste vorm."
        print(f"NIET IN ORDE: {text}", file=sys.stderr)  # noqa: T201  # as above
        return BROKEN
    except OSError as fault:
        print(f"Een bestand is er niet of is niet leesbaar: {fault.filename}", file=sys.stderr)  # noqa: T201  # as above
        return WRONG_USE
    return IN_ORDER


def _read(path: Path) -> str:
    """Read a text just as it stands; Python would otherwise mend the ends of lines."""
    return path.read_bytes().decode()


def _tile(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise Broken(f"Er ontbreekt een tegel: {path}.") from fault


def _check(options: argparse.Namespace) -> Iterable[str]:
    verifier = read_verifier(_read(options.sleutel))
    kept = read_checkpoint(_read(options.bewaard), verifier) if options.bewaard else None
    newer = read_checkpoint(_read(options.nieuw), verifier) if options.nieuw else None
    points = [point for point in (kept, newer) if point]
    if kept and newer:
        if newer.size < kept.size:
            raise Broken(f"Het logboek is korter dan u al zag: {newer.size} regels, en u bewaart {kept.size}.")
        if newer.size == kept.size and newer.root != kept.root:
            raise Broken("Het logboek is herschreven: twee controlepunten van dezelfde grootte verschillen.")
    if options.uitvoer:
        found = check_export(options.uitvoer.read_bytes(), verifier, kept)
        points.append(found.checkpoint)
        yield f"In orde: {found.rows} regels van uw organisatie, vanaf nummer {found.first}."
    if options.tegels and points:
        leaves = check_tiles(lambda path: _tile(options.tegels / path), points)
        yield f"In orde: alle tegels, over {len(leaves)} regels."
    for point in points:
        yield f"In orde: het controlepunt van {point.size} regels van {point.origin}."
    if kept and newer and not options.tegels and newer.size > kept.size and not options.uitvoer:
        yield "Let op: of het nieuwe controlepunt op het oude voortbouwt, ziet u pas met --uitvoer of --tegels."


if __name__ == "__main__":
    sys.exit(main())
