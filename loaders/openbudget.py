"""Treasury data from the open budget service, openbudget.gov.ua: one file a budget and year, asked for politely.

The service is public and needs no key. It is slow, answers 429 to haste and 403 to networks that it does not like.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urljoin, urlsplit

import requests

from loaders.documents import treasury
from loaders.errors import NotFetched
from loaders.limits import FETCH_ATTEMPTS, FETCH_LONGEST_WAIT, FETCH_PAUSE, FETCH_SECONDS, MAX_FILE_BYTES
from loaders.rows import Row

BASE_URL = "https://api.openbudget.gov.ua/api/public/"
KINDS = ("PROGRAM", "FUNCTIONAL", "ECONOMIC")
ITEMS = ("EXPENSES",)
PERIODS = ("MONTH", "QUARTER", "YEAR")

_HEADERS = {"User-Agent": "Koshtorys/0.1 (reads budgets of local programmes)", "Accept": "text/csv, */*;q=0.1"}
_TIMEOUT = (10, 60)
"""Seconds to connect, and between two parts of the answer."""
_PART = 64 * 1024
_BY_HAND = "Download the file in a browser and give it to `python -m loaders read FILE`"


class _TryAgain(Exception):
    """A failure that may pass; `wait` is how long the service asks to wait, in seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class _NoSuch(Exception):
    """The service knows nothing under this code."""


@dataclass(frozen=True)
class Query:
    """What is asked for: expenditure of one budget in one year."""

    budget_code: str
    year: int
    kind: str = "PROGRAM"
    item: str = "EXPENSES"
    period: str = "MONTH"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\d{10,11}", self.budget_code, re.ASCII):
            raise NotFetched(
                f"«{self.budget_code}» is not the code of a budget: it has 10 or 11 digits, such as 06552000000."
            )

    def codes(self) -> list[str]:
        """The code as given, then the same budget's other one: it has ten digits in some years and eleven in others."""
        other = self.budget_code + "0" if len(self.budget_code) == 10 else self.budget_code.removesuffix("0")
        return list(dict.fromkeys(code for code in (self.budget_code, other) if len(code) in (10, 11)))

    def parameters(self, code: str) -> dict[str, str]:
        return {
            "budgetCode": code,
            "budgetItem": self.item,
            "classificationType": self.kind,
            "period": self.period,
            "year": str(self.year),
        }


@dataclass
class Service:
    """The service at `base_url`."""

    base_url: str = BASE_URL
    sleep: Callable[[float], None] = time.sleep
    timeout: tuple[float, float] = _TIMEOUT
    session: requests.Session = field(default_factory=requests.Session)

    def expenditure(self, query: Query) -> bytes:
        """The file as the service gives it. Raises NotFetched, with what to do."""
        answers: list[str] = []
        for code in query.codes():
            if answers:
                self.sleep(FETCH_PAUSE)
            address = f"{self.base_url.rstrip('/')}/localBudgetData?{urlencode(query.parameters(code))}"
            try:
                content = self._patiently(address)
            except _NoSuch as answer:
                answers.append(f"{code}: {answer}")
                continue
            if len(content.splitlines()) > 1:
                return content
            answers.append(f"{code}: an empty table")
        raise NotFetched(
            f"{self.base_url}: no expenditure of {query.year} ({'; '.join(answers)}). "
            "Check the budget's code and the year."
        )

    def _patiently(self, address: str) -> bytes:
        for attempt in range(1, FETCH_ATTEMPTS + 1):
            try:
                return self._once(address)
            except _TryAgain as failure:
                wait = max(failure.wait or 0, 2**attempt)
                if wait > FETCH_LONGEST_WAIT:
                    raise NotFetched(f"{address}: {failure}, and asks to wait {wait:.0f} s. Try again later.") from None
                if attempt == FETCH_ATTEMPTS:
                    raise NotFetched(
                        f"{address}: {failure}; asked {attempt} times. Try again later. {_BY_HAND}."
                    ) from None
                self.sleep(wait)
        raise AssertionError

    def _once(self, address: str) -> bytes:
        try:
            with self.session.get(
                address, headers=_HEADERS, timeout=self.timeout, stream=True, allow_redirects=False
            ) as response:
                _refuse(response, address)
                content = b"".join(_parts(response, address))
        except requests.exceptions.SSLError:
            raise NotFetched(f"{address}: the certificate of the service cannot be verified. {_BY_HAND}.") from None
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as error:
            late = isinstance(error, requests.Timeout) or "timed out" in str(error).casefold()
            raise _TryAgain("no answer in time" if late else "the service cannot be reached, or broke off") from None
        except requests.RequestException as error:
            raise NotFetched(f"{address}: cannot be asked for ({type(error).__name__}). Check the address.") from None
        _check(content, address)
        return content


def _refuse(response: requests.Response, address: str) -> None:
    """Anything but 200 is an exception: one that may pass, or one that says what to do."""
    code = response.status_code
    if code == 200:
        return
    if code == 429 or code >= 500:
        raise _TryAgain(f"the service answers {code}", _wait(response.headers.get("Retry-After")))
    if code == 403:
        raise NotFetched(f"{address}: the service refuses this computer or network (403). {_BY_HAND}.")
    if response.is_redirect:
        target = urljoin(address, response.headers["Location"])
        raise NotFetched(
            f"{address}: the service sends us on to {urlsplit(target).netloc}, which is not followed. If that is its "
            "new address, give it with --base-url."
        )
    if code in (400, 404):
        raise _NoSuch(f"the service answers {code}")
    raise NotFetched(f"{address}: the service answers {code}. {_BY_HAND}.")


def _wait(retry_after: str | None) -> float | None:
    """Seconds of a Retry-After header: a number, or a date."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None


def _parts(response: requests.Response, address: str) -> Iterator[bytes]:
    """The answer in parts, up to the size that can be read here, and for no longer than `FETCH_SECONDS`."""
    size, start = 0, time.monotonic()
    for part in response.iter_content(_PART):
        size += len(part)
        if size > MAX_FILE_BYTES:
            limit = MAX_FILE_BYTES // 1024**2
            raise NotFetched(f"{address}: the answer is larger than {limit} MB. Ask for --period QUARTER or YEAR.")
        if time.monotonic() - start > FETCH_SECONDS:
            raise NotFetched(f"{address}: the answer takes longer than {FETCH_SECONDS} s. Try again later. {_BY_HAND}.")
        yield part


def _check(content: bytes, address: str) -> None:
    """Nothing at all is an answer; a page of words in place of the table is not."""
    first = next((line for line in content.splitlines() if line.strip()), b"")
    if not first:
        return
    text = first.removeprefix(b"\xef\xbb\xbf").decode("cp1251", errors="replace")
    if not treasury.is_heading(Row(1, tuple(cell.strip('"') for cell in text.split(";")))):
        shown = "".join(letter if letter.isprintable() else "?" for letter in text.strip()[:60])
        raise NotFetched(
            f"{address}: the answer is not the table that was asked for; it starts with «{shown}». "
            f"Nothing was kept. {_BY_HAND}."
        )
