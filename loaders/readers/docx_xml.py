"""The XML of a Word document: names without their namespaces, of which there are two generations, and text."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

_NO_TEXT = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "tbl", "txbxContent"}
"""What was deleted, codes of fields, a second copy for old programs, and properties; tables and boxes stand apart."""
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

Label = Callable[[Element], str]
"""The number that Word prints before a paragraph of a list; the text of the paragraph does not hold it."""


def tag_of(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its name without namespace; None if it, or the element, is not there."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names."""
    for name in path:
        element = next((one for one in element if tag_of(one) == name), None) if element is not None else None
    return element


def text_of(paragraph: Element) -> str:
    """The text of a paragraph; a line break is one."""
    return "".join(_texts(paragraph))


def paragraphs(element: Element, label: Label) -> Iterator[str]:
    """The text of every paragraph within, those of inner tables and text boxes too, in order."""
    for one in element:
        tag = tag_of(one)
        if tag == "p":
            yield from paragraph(one, label)
        elif tag not in _NO_TEXT or tag in ("tbl", "txbxContent"):
            yield from paragraphs(one, label)


def paragraph(element: Element, label: Label) -> Iterator[str]:
    """The text of a paragraph with its number, then of the text boxes that hang on it."""
    number, text = label(element), text_of(element)
    yield f"{number} {text}".rstrip() if number else text
    yield from (inner for box in _boxes(element) for inner in paragraphs(box, label))


def _texts(element: Element) -> Iterator[str]:
    for one in element:
        tag = tag_of(one)
        if tag == "t":
            yield one.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag not in _NO_TEXT:
            yield from _texts(one)


def _boxes(element: Element) -> Iterator[Element]:
    for one in element:
        if tag_of(one) == "txbxContent":
            yield one
        elif tag_of(one) not in _NO_TEXT:
            yield from _boxes(one)
