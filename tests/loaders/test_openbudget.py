"""Downloading Treasury data, from a server on the loopback address that behaves well and badly."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from loaders import openbudget
from loaders.__main__ import main
from loaders.errors import NotFetched
from loaders.openbudget import Query, Service

HEADING = b"REP_PERIOD;FUND_TYP;COD_BUDGET;COD_CONS_MB_PK;COD_CONS_EK;ZAT_AMT;FAKT_AMT\r\n"
TABLE = HEADING + "12.2022;C;06552000000;7530;Послуги;1504000;11250\r\n".encode("cp1251")
NEW, OLD = "06552000000", "0655200000"
QUERY = Query(NEW, 2022)


@dataclass
class Answer:
    """One answer; `cut` announces more than is sent, `late` waits that many seconds."""

    status: int = 200
    body: bytes = TABLE
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    late: float = 0


@dataclass
class Local:
    """A server that gives the answers it was told, the last one for ever, and remembers what it was asked."""

    base_url: str = ""
    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    def service(self) -> Service:
        return Service(self.base_url, sleep=self.slept.append, timeout=(2, 2))

    def codes(self) -> list[str]:
        return [query["budgetCode"] for query in self.asked]


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> Iterator[Local]:
    monkeypatch.setenv("NO_PROXY", "*")
    state = Local()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            state.asked.append({name: values[0] for name, values in parse_qs(parts.query).items()} | {"": parts.path})
            state.agents.append(self.headers["User-Agent"])
            answer = state.answers.pop(0) if len(state.answers) > 1 else state.answers[0]
            sleep(answer.late)
            try:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body) + 100 * answer.cut))
                self.end_headers()
                self.wfile.write(answer.body)
            except OSError:  # the client has gone
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.base_url = f"http://127.0.0.1:{server.server_port}/api/public/"
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def run(local: Local) -> Callable[..., Result]:
    """Runs the command against the local server."""

    def invoked(*arguments: object) -> Result:
        given = ["fetch", "openbudget", "--budget-code", NEW, "--year", "2022", "--base-url", local.base_url]
        return CliRunner().invoke(main, [*given, *map(str, arguments)])

    return invoked


def test_what_is_asked(local: Local) -> None:
    """One request with the service's own names, by a client that says who it is; the answer is kept byte for byte."""
    local.answers = [Answer()]
    assert local.service().expenditure(Query(NEW, 2022, "ECONOMIC", period="QUARTER")) == TABLE
    assert local.asked == [
        {
            "": "/api/public/localBudgetData",
            "budgetCode": NEW,
            "budgetItem": "EXPENSES",
            "classificationType": "ECONOMIC",
            "period": "QUARTER",
            "year": "2022",
        }
    ]
    assert local.agents[0].startswith("Koshtorys/")
    assert local.slept == []


@pytest.mark.parametrize("nothing", [Answer(body=b""), Answer(body=HEADING), Answer(404), Answer(400)])
def test_other_code_of_the_same_budget(local: Local, nothing: Answer) -> None:
    """Where one code gives nothing the other is tried, after a pause."""
    local.answers = [nothing, Answer()]
    assert local.service().expenditure(QUERY) == TABLE
    assert local.codes() == [NEW, OLD]
    assert local.slept == [1.0]


def test_ten_digits_first(local: Local) -> None:
    """The code as given is tried first."""
    local.answers = [Answer(body=b""), Answer()]
    local.service().expenditure(Query(OLD, 2022))
    assert local.codes() == [OLD, NEW]


def test_nothing_under_either_code(local: Local) -> None:
    """Nothing at all is said with both codes."""
    local.answers = [Answer(404, b"no"), Answer(body=HEADING)]
    with pytest.raises(NotFetched, match=f"{NEW}: the service answers 404; {OLD}: an empty table") as caught:
        local.service().expenditure(QUERY)
    assert "Check the budget's code and the year." in str(caught.value)


def test_haste(local: Local) -> None:
    """429 with Retry-After is waited for, and asked again."""
    local.answers = [Answer(429, b"", {"Retry-After": "7"}), Answer()]
    assert local.service().expenditure(QUERY) == TABLE
    assert local.slept == [7]


def test_date_to_wait_for(local: Local) -> None:
    """Retry-After may be a date."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    local.answers = [Answer(503, b"", {"Retry-After": later}), Answer()]
    assert local.service().expenditure(QUERY) == TABLE
    assert 50 < local.slept[0] <= 60


@pytest.mark.parametrize("header", [{}, {"Retry-After": "soon"}, {"Retry-After": "Mon, 01 Jan 2024 00:00:00 GMT"}])
@pytest.mark.parametrize("status", [429, 500, 503])
def test_failure_for_ever(local: Local, status: int, header: dict[str, str]) -> None:
    """The service is asked four times, each time later, and then left alone."""
    local.answers = [Answer(status, b"", header)]
    with pytest.raises(NotFetched, match=f"the service answers {status}; asked 4 times"):
        local.service().expenditure(QUERY)
    assert local.slept == [2, 4, 8]
    assert len(local.asked) == 4


def test_too_long_to_wait(local: Local) -> None:
    """A wait of hours is not waited."""
    local.answers = [Answer(429, b"", {"Retry-After": "86400"})]
    with pytest.raises(NotFetched, match="asks to wait 86400 s"):
        local.service().expenditure(QUERY)
    assert (len(local.asked), local.slept) == (1, [])


def test_refused(local: Local) -> None:
    """403 is not asked again: the sentence gives the address, and what to do by hand."""
    local.answers = [Answer(403, b"<html>")]
    with pytest.raises(NotFetched, match="refuses this computer or network") as caught:
        local.service().expenditure(QUERY)
    assert f"budgetCode={NEW}" in str(caught.value)
    assert "Download the file in a browser and give it to `python -m loaders read FILE`" in str(caught.value)
    assert len(local.asked) == 1


@pytest.mark.parametrize("late", [Answer(late=3), Answer(cut=True)], ids=["no answer", "answer cut off"])
def test_broken_answers(local: Local, late: Answer) -> None:
    """A late answer, or one that is shorter than announced, is asked for again and never kept."""
    local.answers = [late, Answer()]
    service = local.service()
    service.timeout = (2, 0.3)
    assert service.expenditure(QUERY) == TABLE
    assert local.slept == [2]


def test_nobody_answers(local: Local) -> None:
    """A closed port is a sentence."""
    service = local.service()
    service.base_url = "http://127.0.0.1:1/"
    with pytest.raises(NotFetched, match="the service cannot be reached, or broke off; asked 4 times"):
        service.expenditure(QUERY)


@pytest.mark.parametrize("address", ["nonsense", "file:///etc/passwd", "http://", "http://[::1"])
def test_address_that_is_none(local: Local, address: str) -> None:
    """An address that is none is a sentence."""
    with pytest.raises(NotFetched, match="cannot be asked for"):
        Service(address, sleep=local.slept.append).expenditure(QUERY)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_sent_to_another_host(local: Local, status: int) -> None:
    """We are not sent on to another host."""
    local.answers = [Answer(status, b"", {"Location": "http://example.invalid/file.csv"})]
    with pytest.raises(NotFetched, match=r"sends us on to example\.invalid, which is not followed"):
        local.service().expenditure(QUERY)
    assert len(local.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><html><body>Error;</body></html>\n",
        b'{"error": "no"}\n{}\n',
        b"REP_PERIOD;COD_INCO\n1;2\n",
        b"\x1b[2J\x00\x01;;\n\n",
        b"PK\x03\x04",
    ],
)
def test_answer_that_is_no_table(local: Local, body: bytes) -> None:
    """A page of words, or any other thing in place of the table, is refused with its beginning, harmless to show."""
    local.answers = [Answer(body=body)]
    with pytest.raises(NotFetched, match="the answer is not the table that was asked for") as caught:
        local.service().expenditure(QUERY)
    assert str(caught.value).isprintable()


def test_answer_without_end(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer larger than can be read is stopped on the way."""
    monkeypatch.setattr(openbudget, "MAX_FILE_BYTES", 1024 * 1024)
    local.answers = [Answer(body=TABLE * 20_000)]
    with pytest.raises(NotFetched, match="larger than 1 MB"):
        local.service().expenditure(QUERY)


def test_answer_that_drips(local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that takes for ever is given up."""
    monkeypatch.setattr(openbudget, "FETCH_SECONDS", -1)
    local.answers = [Answer()]
    with pytest.raises(NotFetched, match="takes longer than"):
        local.service().expenditure(QUERY)


def test_command(local: Local, run: Callable[..., Result], tmp_path: Path) -> None:
    """The file is saved as it came, nothing else is left beside it, and the next step is said."""
    local.answers = [Answer()]
    path = tmp_path / "budget.csv"
    result = run("-o", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert path.read_bytes() == TABLE
    assert list(tmp_path.iterdir()) == [path]
    assert f"python -m loaders read {path}" in result.stdout


def test_existing_file(local: Local, run: Callable[..., Result], tmp_path: Path) -> None:
    """A file that is there stays, and nothing is asked; with --force it is replaced."""
    local.answers = [Answer()]
    path = tmp_path / "budget.csv"
    path.write_text("mine")
    result = run("-o", path)
    assert (result.exit_code, path.read_text(), local.asked) == (2, "mine", [])
    assert result.stderr.startswith(f"{path}: there is such a file already")
    assert run("-o", path, "--force").exit_code == 0
    assert path.read_bytes() == TABLE


def test_failure_keeps_the_old_file(local: Local, run: Callable[..., Result], tmp_path: Path) -> None:
    """Where nothing comes, a file that was to be replaced stays, and exit code 2 has its sentence."""
    local.answers = [Answer(403)]
    path = tmp_path / "budget.csv"
    path.write_text("mine")
    result = run("-o", path, "--force")
    assert (result.exit_code, path.read_text(), list(tmp_path.iterdir())) == (2, "mine", [path])
    assert result.stderr.count("\n") == 1


def test_places_that_cannot_be_written(local: Local, run: Callable[..., Result], tmp_path: Path) -> None:
    """A folder, or a folder that is not there, is a sentence."""
    local.answers = [Answer()]
    assert "this is a folder" in run("-o", tmp_path).stderr
    result = run("-o", tmp_path / "absent" / "budget.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("code", ["0655200", "065520000000", "o6552000000", "٠٦٥٥٢٠٠٠٠٠٠", ""])
def test_code_that_is_none(run: Callable[..., Result], tmp_path: Path, code: str) -> None:
    """What is not the code of a budget is said before anything is asked."""
    result = run("-o", tmp_path / "a.csv", "--budget-code", code)
    assert result.exit_code == 2
    assert "it has 10 or 11 digits" in result.stderr
