"""What the server answers, without a browser."""

from urllib.request import Request, urlopen


def answer(address: str, **headers: str):
    return urlopen(Request(address, headers=headers), timeout=10)


def test_every_answer_carries_security_headers(server):
    """Pages and files name what may run, are not sniffed, framed by others, or told to others."""
    for path in ("/", "/static/", "/_stcore/health"):
        try:
            headers = answer(server + path).headers
        except OSError as error:
            headers = getattr(error, "headers", {})
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "unsafe-eval" not in policy
        scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe-inline" not in scripts
        assert "'sha256-" in scripts
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_answers_are_compressed_where_the_reader_can_unpack_them(server):
    """The first page travels as gzip, and plain for a client that does not ask for it."""
    assert answer(server, **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert answer(server).headers["Content-Encoding"] is None


def test_the_first_page_has_a_name(server):
    """/overview leads to the first page and keeps what the address asks."""
    assert answer(f"{server}/overview?lang=en").url == f"{server}/?lang=en"
