"""The only door to data: the published warehouse, read only, one connection for all and a cursor a query."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import duckdb
import streamlit as st

from data import warehouse

FOLDER_SETTING = "KOSHTORYS_WAREHOUSE"
P = ParamSpec("P")
T = TypeVar("T")


def read(question: Callable[Concatenate[duckdb.DuckDBPyConnection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The answer of a function of `analytics`, kept until another warehouse is published.

    Raises `data.warehouse.NotPublished` when there is none.
    """
    name = f"{question.__module__}.{question.__qualname__}"
    return _answer(str(warehouse.published(folder())), name, args, kwargs, _question=question)


def folder() -> Path:
    """Where the warehouse is published; the setting KOSHTORYS_WAREHOUSE names another folder than data/build."""
    return Path(os.environ.get(FOLDER_SETTING) or warehouse.BUILD)


@st.cache_data(max_entries=512, show_spinner=False)
def _answer(path: str, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], _question: Callable[..., Any]) -> Any:
    return _question(_connection(path), *args, **kwargs)


# Connections stay open on eviction: other sessions may still read through their cursors.
@st.cache_resource(show_spinner=False)
def _connection(path: str) -> duckdb.DuckDBPyConnection:
    return warehouse.connect(Path(path))
