# reason: a party prints, reads and runs it as one file, so it is one.
"""Check, on a party's own machine, what a log says of itself. One file, standard library only: print, read, run it.

It needs the public key and the last checkpoint that the party kept. It checks a newer checkpoint, the party's own rows
and, where there are, the hash tiles. Nothing that it reads is trusted before the signature over it holds.

The hashes are those of RFC 9162, signed notes and tiles those of C2SP (signed-note, tlog-checkpoint, tlog-tiles), the
signature is Ed25519 (RFC 8032). Exit codes: 0 in order, 1 not in order, 2 wrong use.
"""

import argparse
import json
import os
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256, sha512
from operator import ge
from pathlib import Path
from typing import Any, BinaryIO

IN_ORDER, BROKEN, WRONG_USE = 0, 1, 2
HASH_BYTES = 32
SALT_BYTES = 32
TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT
ED25519 = 1
# Above so many bytes an export is divided over the processors; below it a process costs more than it saves.
LONG = 1 << 25
DASH = "\N{EM DASH}"
# How a row names its organisation and its number, and how the first line of a block begins.
OWN, NUMBER = b',"organisatie_id":"%b",', b',"volgnummer":'
BLOCK = re.compile(rb'\{"aantal":(\d{1,9}),"bytes":(\d{1,12}),')


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


class Peaks:
    """A tree that is read once, from the left: the roots of the full subtrees over what was read so far."""

    __slots__ = ("_roots", "size")

    def __init__(self) -> None:
        """Begin with no leaves."""
        self.size = 0
        self._roots: list[bytes] = []

    def add(self, node: bytes, height: int = 0) -> None:
        """Put the root of a full subtree of that height after what is there; it must be able to stand there."""
        place, roots = self.size >> height, self._roots
        while place & 1:
            node, place = sha256(b"\1" + roots.pop() + node).digest(), place >> 1
        roots.append(node)
        self.size += 1 << height

    def extend(self, nodes: Sequence[bytes], height: int = 0) -> None:
        """Put the roots of full subtrees of one height after what is there, pair by pair: faster than one by one."""
        if len(nodes) and self.size >> height & 1:
            self.add(nodes[0], height)
            nodes = nodes[1:]
        even = len(nodes) & -2
        if even:
            pairs = [sha256(b"\1" + nodes[at] + nodes[at + 1]).digest() for at in range(0, even, 2)]
            self.extend(pairs, height + 1)
        for node in nodes[even:]:
            self.add(node, height)

    def fill(self, place: int, beside: str) -> None:
        """Put the roots of other subtrees up to a place: the fewest that there can be. Raises `Broken`."""
        for node in split_hashes(unpack(beside)):
            if self.size >= place:
                break
            self.add(node, subtree_height(self.size, place))
        else:
            if self.size == place:
                return
        raise Broken("Het bewijs past niet bij de plaatsen van de regels.")

    def root(self) -> bytes:
        """Give the root over all that was read."""
        waiting = list(self._roots)
        if not waiting:
            return empty_root()
        root = waiting.pop()
        while waiting:
            root = node_hash(waiting.pop(), root)
        return root


def subtree_height(begin: int, end: int) -> int:
    """Give the height of the largest full subtree that begins at one place and ends at or before another."""
    most = (end - begin).bit_length() - 1
    return min((begin & -begin).bit_length() - 1, most) if begin else most


def line_of(row: Mapping[str, Any]) -> bytes:
    """Write a row as the line that its leaf holds, before its salt."""
    return canonical(row) + b"\n"


def subtree_root(hashes: Sequence[bytes], places: Sequence[int], *, height: int, beside: str) -> bytes:
    """Give the root of a full subtree from leaves at some places, and level by level the nodes beside them."""
    if places[0] < 0 or places[-1] >> height or any(map(ge, places, places[1:])):
        raise Broken("De plaatsen van de regels lopen niet op.")
    others = iter(split_hashes(b64decode(beside)))
    for level in range(height, 0, -1):
        if len(hashes) >> level:
            places = range(len(hashes) >> 1)
        else:
            known = dict(zip(places, hashes, strict=True))
            children = sorted({*known, *[place ^ 1 for place in places]})
            places = [place >> 1 for place in children[::2]]
            hashes = [found or next(others, b"") for found in map(known.get, children)]
        pairs = zip(hashes[::2], hashes[1::2], strict=True)
        hashes = [sha256(b"\1" + left + right).digest() for left, right in pairs]
    if next(others, None) is not None:
        raise Broken("Het bewijs past niet bij de plaatsen van de regels.")
    return hashes[0]


def root_of(hashes: Iterable[bytes]) -> bytes:
    """Give the root over these leaf hashes."""
    peaks = Peaks()
    peaks.extend(list(hashes))
    return peaks.root()


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
        hashes = split_hashes(tile)
        if level == 0:
            above[0] += hashes
        elif hashes != above[level][number * TILE_WIDTH :][:width]:
            raise Broken(f"Tegel {level}/{number} past niet op de tegels eronder.")
        if width == TILE_WIDTH:
            above.setdefault(level + 1, []).append(root_of(hashes))
    for point in known:
        if _root_at(point.size, above) != point.root:
            raise Broken(f"De tegels passen niet bij het controlepunt van {point.size} regels.")
    return above[0]


def _root_at(size: int, above: Mapping[int, Sequence[bytes]]) -> bytes:
    """Give the root over the first leaves, from the roots of the largest full tiles that there are."""
    peaks = Peaks()
    for level in sorted(above, reverse=True):
        height = TILE_HEIGHT * level
        peaks.extend(above[level][peaks.size >> height : size >> height], height)
    return peaks.root()


def split_hashes(joined: bytes) -> list[bytes]:
    """Give the hashes that stand side by side. Raises `Broken` where the last one is cut."""
    if len(joined) % HASH_BYTES:
        raise Broken("Een hash is afgebroken.")
    return [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]


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


def check_export(path: Path, verifier: Verifier, kept: Checkpoint | None, *, processors: int) -> Found:
    """Check an export: its checkpoint against the one kept, each row, its statement. Raises `Broken`."""
    with path.open("rb") as file:
        return _check_export(file, verifier, kept, processors=processors)


def _check_export(file: BinaryIO, verifier: Verifier, kept: Checkpoint | None, *, processors: int) -> Found:
    line = file.readline()
    head = _object(line, {"controlepunt", "eerste", "organisatie", "samenhang"})
    checkpoint = read_checkpoint(str(head["controlepunt"]), verifier)
    if kept is not None:
        _check_kept(kept, checkpoint, head)
    organisatie, first = str(head["organisatie"]), int(head["eerste"])
    seen, peaks, count = sha256(line), Peaks(), 0
    blocks = _Blocks(file, organisatie=organisatie, number=first)
    for done in _all_done(blocks, processors=processors):
        peaks.fill(done.begin, done.before)
        peaks.add(done.root, done.height)
        seen.update(done.seen)
        count += done.rows
    last = _object(blocks.last, {"naast", "verklaring"})
    peaks.fill(checkpoint.size, last["naast"])
    if file.read(1) or peaks.root() != checkpoint.root:
        raise Broken("De regels van uw organisatie staan niet zo in het logboek.")
    signer = Verifier(name=uitvoer_name(verifier.name), public=verifier.public)
    expected = statement(
        signer.name, organisatie=organisatie, size=checkpoint.size, first=first, count=count, digest=seen.digest()
    )
    if "\n".join(open_note(str(last["verklaring"]), signer)) + "\n" != expected:
        raise Broken("De uitvoer is niet die waarvoor het logboek heeft getekend.")
    return Found(checkpoint, organisatie, first, count)


@dataclass(frozen=True)
class Block:
    """A full subtree of an export: where its first line stands in the file, and the number of its first row.

    The first line says how many rows follow, in how many bytes, how high the subtree is, at which places the rows
    stand, their salts, and the hashes of what stands before the block and beside the rows.
    """

    path: str
    offset: int
    organisatie: str
    number: int


@dataclass(frozen=True)
class Done:
    """What came of a block: how many rows, where its subtree begins, its height and root, what stands before it."""

    rows: int
    begin: int
    height: int
    root: bytes
    before: str
    seen: bytes


class _Blocks:
    """Reads the blocks of an export one after the other; what comes after them is `last`."""

    def __init__(self, file: BinaryIO, *, organisatie: str, number: int) -> None:
        self._file, self._organisatie, self._number = file, organisatie, number
        self.last = b""

    def __iter__(self) -> Iterator[Block]:
        offset = self._file.tell()
        while found := BLOCK.match(line := self._file.readline()):
            yield Block(self._file.name, offset, self._organisatie, self._number)
            self._number += int(found[1])
            offset = self._file.seek(int(found[2]), os.SEEK_CUR)
        self.last = line


def _all_done(blocks: Iterable[Block], *, processors: int) -> Iterator[Done]:
    """Compute the blocks in their order, on so many processors."""
    if processors == 1:
        yield from map(compute, blocks)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # few exports need it

    with ProcessPoolExecutor(processors) as pool:
        yield from pool.map(compute, blocks)


def compute(block: Block) -> Done:
    """Hash the rows of a block and the subtree over them. Raises `Broken`."""
    with Path(block.path).open("rb") as file:
        file.seek(block.offset)
        line = file.readline()
        head = json.loads(line)  # what was signed covers its bytes, so it has no other form
        lines = file.read(head["bytes"]).splitlines(keepends=True)
    places, salts = head["plaatsen"], split_hashes(b64decode(head["zouten"]))
    if not len(lines) == len(places) == len(salts) == head["aantal"]:
        raise Broken("De uitvoer is niet volledig.")
    _check_numbers(lines, organisatie=block.organisatie, number=block.number)
    hashes = [sha256(b"\0" + line + salt).digest() for line, salt in zip(lines, salts, strict=True)]
    height = head["hoogte"]
    begin = places[0] >> height << height
    root = subtree_root(hashes, [place - begin for place in places], height=height, beside=head["naast"])
    seen = sha256(line + b"".join(hashes)).digest()
    return Done(len(lines), begin, height, root, head["voor"], seen)


def _check_numbers(lines: Iterable[bytes], *, organisatie: str, number: int) -> None:
    """See to it that each row is of this organisation, and the next of its numbers.

    A quote inside a text stands behind a backslash, so these bytes are the names and nothing else. How a row ends after
    its number, the next mostly does too; where it does not, the number is looked for.
    """
    own, end = OWN % organisatie.encode(), b""
    for expected, line in enumerate(lines, number):
        if own in line and line.endswith(b"%b%d%b" % (NUMBER, expected, end)):
            continue
        end = line.partition(b"%b%d" % (NUMBER, expected))[2]
        if own not in line or not end.startswith((b",", b"}")):
            raise Broken(f"Regel {expected} van uw organisatie ontbreekt of staat op de verkeerde plaats.")


def _object(line: bytes, names: set[str]) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as fault:
        raise Broken("Een regel van de uitvoer is niet leesbaar.") from fault
    if not isinstance(found, dict) or set(found) != names or line_of(found) != line:
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


# --- the command ---


def main(arguments: Sequence[str] | None = None) -> int:
    """Check what the options name, say in Dutch what was found, and give the exit code."""
    parser = argparse.ArgumentParser(description="Controleer het logboek op uw eigen computer.")
    parser.add_argument("--sleutel", required=True, type=Path, help="het bestand met de openbare sleutel")
    parser.add_argument("--bewaard", type=Path, help="het laatste controlepunt dat u zelf bewaart")
    parser.add_argument("--nieuw", type=Path, help="een nieuwer controlepunt")
    parser.add_argument("--uitvoer", type=Path, help="de regels van uw eigen organisatie")
    parser.add_argument("--tegels", type=Path, help="de map met de map 'tile'")
    parser.add_argument("--processors", type=int, help="op hoeveel processors tegelijk (een grote uitvoer: alle)")
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
        some = (os.cpu_count() or 1) if options.uitvoer.stat().st_size > LONG else 1
        found = check_export(options.uitvoer, verifier, kept, processors=options.processors or some)
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
