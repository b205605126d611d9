"""ASGI entry: the dashboard with compression and security headers. Start it with `streamlit run app.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from pages.components.headers import SecurityHeaders


async def overview(request: Request) -> RedirectResponse:
    """The first page answers only at `/`; its name in the address leads there, with what the address asks."""
    return RedirectResponse(request.url.replace(path=request.scope.get("root_path", "") + "/"))


app = st.App(
    Path(__file__).parent / "pages" / "shell.py",
    routes=[Route("/overview", overview)],
    middleware=[Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)],
)
