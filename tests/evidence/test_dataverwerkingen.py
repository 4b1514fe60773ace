"""Records of processing: all arrive, each once, whatever the collector does, and none says who did it. AVG 30."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ImproperlyConfigured
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from pytest_django.fixtures import Settings

from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import Refused
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.demo.table import Table
from casustafel.jobs.doorgeven import LONGEST_WAIT, Doorgeven, collector
from casustafel.register.store.doorgegeven import reach
from casustafel.weegploeg.models import Dossier

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.e")]


class Collector:
    """A collector on this machine: what it took, and what it answers now."""

    def __init__(self) -> None:
        """Begin with taking everything."""
        self.spans: list[Any] = []
        self.status, self.rejects = 200, 0

    def take(self, body: bytes) -> bytes:
        """Take a message, unless it is told to fail."""
        answer = ExportTraceServiceResponse()
        if self.status == 200 and not self.rejects:
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                self.spans += [span for scope in resource.scope_spans for span in scope.spans]
        answer.partial_success.rejected_spans = self.rejects
        found: bytes = answer.SerializeToString()
        return found


@pytest.fixture
def taken(settings: Settings) -> Iterator[Collector]:
    """Run a collector, and let the settings name it."""
    found = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = found.take(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(found.status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.CASUSTAFEL_LDV = f"http://127.0.0.1:{server.server_port}/v1/traces"
    yield found
    server.shutdown()
    server.server_close()


def expected() -> Counter[tuple[str, str]]:
    """Count what the logs hold of processing, by act and dossier."""
    rows = [
        (row.daad, str(row.log_id))
        for logboek in LOGBOEKEN.values()
        for row in logboek.regels._default_manager.exclude(gevolg="refused")
        if row.log_id
    ]
    return Counter(rows)


def arrived(taken: Collector) -> Counter[tuple[str, str]]:
    """Count what arrived, by act and dossier."""
    return Counter((span.name, attributes(span)["dpl.core.data_subject_id"]) for span in taken.spans)


def attributes(span: Any) -> dict[str, str]:
    """Give what a record says."""
    return {one.key: one.value.string_value for one in span.attributes}


def work(table: Table, *, minute: int) -> None:
    """Let somebody find and open dossiers, and seal the logs."""
    table.does("gerda", find_dossiers, FindDossiers(), days_ago=0)
    known = Dossier.objects.filter(convenant_id=table.people["gerda"].convenant_id).order_by("nummer")
    dossier_id = known[minute % known.count()].id
    table.does("petra", open_dossier, OpenDossier(houder_id=dossier_id), days_ago=0)
    seal_logs(table.edge(0), is_whole=True)


class TestACollectorThatIsAway:
    """For an hour in which people work."""

    def test_gets_everything_afterwards_and_each_record_once(self, worlds: list[Table], taken: Collector) -> None:
        """Nothing is dropped, however long it lasts."""
        doorgeven, table = Doorgeven(), worlds[0]
        taken.status = 503
        for minute in range(60):
            work(table, minute=minute)
            doorgeven.round(at=table.now + timedelta(minutes=minute))
        assert not taken.spans

        taken.status = 200
        doorgeven.round(at=table.now + timedelta(minutes=60) + LONGEST_WAIT)

        assert arrived(taken) == expected()
        ids = Counter((span.trace_id, span.span_id) for span in taken.spans)
        assert set(ids.values()) == {1}
        assert len(ids) > 1000
        assert doorgeven.round(at=table.now + timedelta(hours=2)) == 0

    def test_is_not_asked_every_second(self, worlds: list[Table], taken: Collector) -> None:
        """After a failure the relay goes on with its own work, and waits longer each time."""
        doorgeven, now = Doorgeven(), worlds[0].now
        work(worlds[0], minute=0)
        taken.status = 500
        doorgeven.round(at=now)
        taken.status = 200

        assert doorgeven.round(at=now + timedelta(seconds=4)) == 0
        assert doorgeven.round(at=now + timedelta(seconds=6)) > 0


class TestACollectorThatRejects:
    """It answers 200, and says that it did not take some."""

    def test_gets_them_again(self, worlds: list[Table], taken: Collector) -> None:
        """A partial success is a failure: none is lost."""
        doorgeven, now = Doorgeven(), worlds[0].now
        work(worlds[0], minute=0)
        taken.rejects = 1
        assert doorgeven.round(at=now) == 0

        taken.rejects = 0
        doorgeven.round(at=now + timedelta(minutes=1))

        assert arrived(taken) == expected()


class TestACrash:
    """Between the answer of the collector and the note of it."""

    def test_sends_the_same_records_again(
        self, worlds: list[Table], taken: Collector, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the same ids, so that the collector knows them."""
        work(worlds[0], minute=0)
        with monkeypatch.context() as patch:
            patch.setattr("casustafel.register.store.doorgegeven.reach", _crash_in_weegploeg)
            with pytest.raises(ConnectionAbortedError):
                Doorgeven().round(at=worlds[0].now)
        first = {(span.trace_id, span.span_id) for span in taken.spans}

        Doorgeven().round(at=worlds[0].now)

        again = Counter((span.trace_id, span.span_id) for span in taken.spans)
        assert first
        assert {ids for ids, times in again.items() if times == 2} == first
        assert sum(expected().values()) == len(again)


def _crash_in_weegploeg(bestand: str, boom_id: UUID, *, tot: int) -> None:
    if bestand == "weegploeg":
        raise ConnectionAbortedError
    reach(bestand, boom_id, tot=tot)


class TestARecord:
    """What leaves the house."""

    def test_says_what_the_standard_asks_and_nothing_more(self, worlds: list[Table], taken: Collector) -> None:
        """The activity of the register, whom it is about by a random id, and when; never who did it."""
        work(worlds[0], minute=0)
        Doorgeven().round(at=worlds[0].now)
        people = {str(plaats.medewerker_id) for plaats in worlds[0].people.values()}
        people |= {one.replace("-", "") for one in people}

        for span in taken.spans:
            found = attributes(span)
            assert set(found) == {
                "dpl.core.processing_activity_id",
                "dpl.core.data_subject_id",
                "dpl.core.data_subject_id_type",
            }
            assert found["dpl.core.processing_activity_id"].startswith("urn:casustafel:verwerking:")
            assert not any(one in str(span) for one in people)
            assert span.start_time_unix_nano == span.end_time_unix_nano > 0

    def test_is_not_made_of_a_refusal(self, worlds: list[Table], taken: Collector) -> None:
        """Where nothing was opened, nothing was processed."""
        with pytest.raises(Refused):
            worlds[0].does("rik", open_dossier, OpenDossier(houder_id=Dossier.objects.latest("nummer").id), days_ago=0)
        seal_logs(worlds[0].edge(0), is_whole=True)
        Doorgeven().round(at=worlds[0].now)
        refused = sum(one.regels._default_manager.filter(gevolg="refused").count() for one in LOGBOEKEN.values())

        assert refused
        assert sum(arrived(taken).values()) == sum(expected().values())


class TestTheAddress:
    """Where records may go."""

    @pytest.mark.parametrize("address", ["http://collector.example/v1/traces", "ftp://127.0.0.1/", "http://10.0.0.7/"])
    def test_is_refused_in_clear_over_a_network(self, settings: Settings, address: str) -> None:
        """Only over https, or on this machine."""
        settings.CASUSTAFEL_LDV = address
        with pytest.raises(ImproperlyConfigured):
            collector()

    @pytest.mark.parametrize("address", ["", "https://collector.example/v1/traces", "http://localhost:4318/v1/traces"])
    def test_is_taken_otherwise(self, settings: Settings, address: str) -> None:
        """Without one nothing leaves."""
        settings.CASUSTAFEL_LDV = address
        assert collector() == address
