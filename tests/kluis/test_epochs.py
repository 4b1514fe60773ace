"""Destroying a key is the destruction: after the end of its epoch nothing opens it, wherever a copy of it lies."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections

from casustafel.bestand.bestand import Bestand
from casustafel.kluis import store
from casustafel.kluis.models import DossierSleutel
from casustafel.seal.envelope import SealBroken, unseal
from casustafel.seal.keys import EPOCH_GLOB, EpochKeys, FileMasterKey, KeyMissing

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1")]
FILE = Bestand.WEEGPLOEG


def made(*dossiers: UUID) -> dict[UUID, bytes]:
    """Make a key for each dossier and give them unwrapped."""
    keys = store.Sleutels(FILE, ())
    for dossier in dossiers:
        keys.make(dossier)
    return {dossier: keys.key(dossier) for dossier in dossiers}


def opened(dossier: UUID) -> bytes:
    """Open the key of a dossier as a new act does."""
    return store.Sleutels(FILE, [dossier]).key(dossier)


@pytest.mark.usefixtures("keys")
class TestTheEndOfAnEpoch:
    """A night with destructions."""

    def test_leaves_every_living_key_as_it_is(self) -> None:
        """What lives is wrapped anew and opens as before."""
        one, two = uuid4(), uuid4()
        before = made(one, two)
        latest = store.end_epochs()

        assert {dossier: opened(dossier) for dossier in before} == before
        assert set(DossierSleutel.objects.values_list("epoch", flat=True)) == {latest}

    def test_leaves_one_epoch_key(self, keys: Path) -> None:
        """The older ones are gone from the disk."""
        made(uuid4())
        store.end_epochs()
        latest = store.end_epochs()

        assert [path.name for path in keys.glob(EPOCH_GLOB)] == [f"epoch-{latest:06d}.key"]

    def test_makes_a_destroyed_key_unreadable_in_every_copy(self, keys: Path) -> None:
        """A backup of the vault from before opens under none of the keys that there are afterwards."""
        gone = uuid4()
        made(gone, uuid4())
        copy = DossierSleutel.objects.get(dossier_id=gone)
        assert store.destroy(FILE, [gone]) == 1
        store.end_epochs()

        epochs = EpochKeys(keys, FileMasterKey(keys / "master.key"))
        with pytest.raises(KeyMissing):
            epochs.key(copy.epoch)
        for number in epochs.numbers():
            with pytest.raises(SealBroken):
                unseal(bytes(copy.omhuld), key=epochs.key(number), place=f"weegploeg|{gone}".encode())

    def test_is_finished_by_the_next_one_after_a_crash(self, keys: Path) -> None:
        """Whatever was done by then: a new epoch without its keys, or half of them."""
        before = made(uuid4(), uuid4())
        store.epochs().begin()
        store.end_epochs()

        assert {dossier: opened(dossier) for dossier in before} == before
        assert len(list(keys.glob(EPOCH_GLOB))) == 1

    def test_does_not_take_the_key_from_an_act_that_is_under_way(self) -> None:
        """An act that fetched its keys before the epoch ended opens them after."""
        dossier = uuid4()
        before = made(dossier)
        under_way = store.Sleutels(FILE, [dossier])
        store.end_epochs()

        assert under_way.key(dossier) == before[dossier]

    def test_does_not_bring_a_destroyed_key_back_to_an_act_that_is_under_way(self) -> None:
        """The act learns that the key is gone."""
        dossier = uuid4()
        made(dossier)
        under_way = store.Sleutels(FILE, [dossier])
        store.destroy(FILE, [dossier])
        store.end_epochs()

        with pytest.raises(KeyMissing):
            under_way.key(dossier)

    def test_is_seen_by_a_process_that_had_the_key_in_memory(self, keys: Path) -> None:
        """What another process destroyed is not used from memory."""
        other = EpochKeys(keys, FileMasterKey(keys / "master.key"))
        first = other.latest()
        assert other.key(first)
        store.end_epochs()

        with pytest.raises(KeyMissing):
            other.key(first)


@pytest.mark.usefixtures("keys")
class TestAKeyThatIsMadeWhileAnEpochEnds:
    """Two things at once."""

    def test_is_kept_under_an_epoch_that_lives(self, keys: Path) -> None:
        """Where the epoch ends between wrapping the key and writing it, the key is kept under the next one."""
        made(uuid4())
        dossier = uuid4()
        ended: list[int] = []

        def end_first(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith("INSERT") and not ended:
                other = EpochKeys(keys, FileMasterKey(keys / "master.key"))
                ended.append(other.latest())
                other.begin()
                other.destroy(ended[0])
            return execute(sql, params, many, context)

        with connections[Bestand.KLUIS.value].execute_wrapper(end_first):
            before = made(dossier)

        assert ended
        assert {dossier: opened(dossier)} == before
        assert DossierSleutel.objects.get(dossier_id=dossier).epoch == ended[0] + 1
