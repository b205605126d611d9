"""Security headers on every answer of the server."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components import scripts

# Streamlit and Plotly write styles into the page; pictures of charts are blob: and data:. Everything else, and every
# other host, is refused.
POLICY = "; ".join(
    [
        "default-src 'self'",
        f"script-src 'self' {' '.join(scripts.allowed())}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' {sockets}",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def _sockets(host: str) -> str:
    """The web sockets of this host: not every browser takes them for its `'self'`."""
    return f"ws://{host} wss://{host}" if re.fullmatch(r"[\w.:\[\]-]+", host) else ""


class SecurityHeaders:
    """ASGI middleware that adds `HEADERS` and the policy; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = POLICY.format(sockets=_sockets(Headers(scope=scope).get("host", "")))

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, with_headers)
