"""Filters whose state is in the address, so that a link reproduces the view in any language.

The address holds stable names, not labels, and is the truth: a widget shows what the address says, and writes there
when it is changed. What equals the default is left out of the address. (Streamlit's own binding writes labels, which
change with the language.)
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeVar

import streamlit as st

T = TypeVar("T", str, int)


def choice(
    label: str,
    options: Sequence[T],
    key: str,
    *,
    name: Callable[[T], str] = str,
    default: T | None = None,
    on_all_pages: bool = False,
    clears: Sequence[str] = (),
    look: Literal["list", "buttons"] = "list",
) -> T:
    """One of the options; the first unless `default` names another. A change clears the filters named in `clears`,
    which mean nothing any more."""
    first = default if default in options else options[0]
    names = {str(option): option for option in options}
    written = _address(key, on_all_pages)
    _pass_over(key, label, [*(text for text in written[:1] if text not in names), *written[1:]])
    st.session_state[key] = names.get(written[0], first) if written else first
    widget: Callable[..., Any] = st.selectbox if look == "list" else st.segmented_control
    # Beside others a row of buttons would scroll, and nothing would tell that it goes on.
    extra: dict[str, Any] = {} if look == "list" else {"required": True, "wrap": True}
    widget(label, options, format_func=name, key=key, on_change=_write, args=(key, (first,), clears), **extra)
    return st.session_state[key]


def several(
    label: str, options: Sequence[T], key: str, *, name: Callable[[T], str] = str, help: str | None = None
) -> list[T]:
    """Some of the options, in their order; none chosen means no filter, and gives an empty list."""
    names = {str(option): option for option in options}
    written = _address(key)
    _pass_over(key, label, [text for text in written if text not in names])
    st.session_state[key] = [names[text] for text in written if text in names]
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=name,
        key=key,
        on_change=_write,
        args=(key, ()),
        help=help,
        wrap=True,
    )
    return [option for option in options if option in st.session_state[key]]


def optional(
    label: str,
    options: Sequence[T],
    key: str,
    *,
    name: Callable[[T], str] = str,
    placeholder: str,
    clears: Sequence[str] = (),
) -> T | None:
    """One of the options or none. `clears` as in `choice`."""
    names = {str(option): option for option in options}
    written = _address(key)
    _pass_over(key, label, [*(text for text in written[:1] if text not in names), *written[1:]])
    st.session_state[key] = names.get(written[0]) if written else None
    st.selectbox(
        label,
        options,
        index=None,
        format_func=name,
        key=key,
        placeholder=placeholder,
        on_change=_write,
        args=(key, (), clears),
    )
    return st.session_state[key]


def text(label: str, key: str, *, placeholder: str) -> str:
    """Words to look for; empty where none are asked."""
    st.session_state[key] = written(key) or ""
    st.text_input(label, key=key, placeholder=placeholder, on_change=_write, args=(key, ("",)))
    return st.session_state[key].strip()


def day(label: str, key: str, *, default: date) -> date:
    """A day; `default` unless the address names another that the calendar holds."""
    first, last = date(1991, 1, 1), date(2099, 12, 31)
    try:
        asked = date.fromisoformat(written(key) or "")
    except ValueError:
        asked = None
    known = asked is not None and first <= asked <= last
    _pass_over(key, label, [] if known else [written(key) or ""])
    st.session_state[key] = asked if known else default
    st.date_input(
        label, key=key, format="DD.MM.YYYY", min_value=first, max_value=last, on_change=_write, args=(key, (default,))
    )
    return st.session_state[key]


def number(label: str, key: str, *, default: float, low: float, high: float, step: float) -> float:
    """A number within bounds, whole where `default` is; `default` unless the address names another."""
    kind = type(default)
    try:
        asked = kind(written(key) or "")
    except ValueError:
        asked = None
    known = asked is not None and low <= asked <= high
    _pass_over(key, label, [] if known else [written(key) or ""])
    st.session_state[key] = asked if known else default
    st.number_input(label, low, high, step=step, key=key, on_change=_write, args=(key, (default,)))
    return st.session_state[key]


def put_clicked(key: str, values: Mapping[str, str], clears: Sequence[str] = ()) -> Callable[[dict[str, Any]], None]:
    """What a chart does on a click: the clicked bar becomes the filter's value; a second click takes it back.

    A bar has its name in `customdata`. `values`: that name -> the filter's value; `clears` as in `choice`.
    """

    def put(point: dict[str, Any]) -> None:
        named = point.get("customdata")
        value = values.get(str(named[0] if isinstance(named, list) else named))
        for other in clears:
            st.query_params.pop(other, None)
        if value is None or st.query_params.get(key) == value:
            st.query_params.pop(key, None)
        else:
            st.query_params[key] = value

    return put


def put_tile(key: str, part: str, values: Mapping[str, tuple[str, str | None]]) -> Callable[[dict[str, Any]], None]:
    """What a treemap does on a click: the tile of a group becomes the value of `key`, that of a part of it the value of
    `part` too; a second click goes one step up.

    `values`: the id of a tile -> its group, and its part or None; the tile of the whole is not among them.
    """

    def put(point: dict[str, Any]) -> None:
        group, chosen = values.get(str(point.get("id")), (None, None))
        before = (st.query_params.get(key), st.query_params.get(part))
        if before == (group, chosen):
            group, chosen = (group, None) if chosen is not None else (None, None)
        for name, value in ((key, group), (part, chosen)):
            if value is None:
                st.query_params.pop(name, None)
            else:
                st.query_params[name] = value

    return put


def forget(key: str) -> None:
    """Take a filter out of the address."""
    st.query_params.pop(key, None)


def page_opened(page: str) -> None:
    """Tell which page is drawn. On a change of page the address loses all it held; what counts on all pages stays."""
    st.session_state["_page_changed"] = st.session_state.get("_page") != page
    st.session_state["_page"] = page
    st.session_state["_passed_over"] = {}


def written(key: str) -> str | None:
    """What the address says of a filter, known or not."""
    return st.query_params.get(key)


def passed_over(*but: str) -> dict[str, list[str]]:
    """What the address asks of the filters drawn so far and none of them knows: label -> values as written. `but`:
    filters that speak for themselves."""
    found = st.session_state.get("_passed_over", {})
    return {label: values for key, (label, values) in found.items() if key not in but}


def _pass_over(key: str, label: str, unknown: Sequence[str]) -> None:
    if values := [text for text in unknown if text]:
        st.session_state.setdefault("_passed_over", {})[key] = (label, values)


def _write(key: str, default: Iterable[object], clears: Sequence[str] = ()) -> None:
    for other in clears:
        st.query_params.pop(other, None)
    value = st.session_state[key]
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not values or values == list(default):
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = [str(item) for item in values]
    st.session_state[f"_kept_{key}"] = st.query_params.get_all(key)


def _address(key: str, on_all_pages: bool = False) -> list[str]:
    written = st.query_params.get_all(key)
    if not on_all_pages:
        return written
    kept = f"_kept_{key}"
    if not written and st.session_state.get("_page_changed") and st.session_state.get(kept):
        written = st.session_state[kept]
        st.query_params[key] = written
    st.session_state[kept] = written
    return written
