"""The picture of a page: set straight, its ruled lines found and taken away. In pixels at DPI to the inch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PIL import Image, ImageFilter
from scipy import ndimage

from loaders.readers.grid import Rule

DPI = 300
_POINTS = 72 / DPI
INK = 150
_GRAIN = 0.8
_STEEPEST = 5.0
_GAP, _RUN, _THICKEST = 3, 41, 25
_SMALLEST = 300
_SPECK = 12

Grey = np.ndarray


@dataclass(frozen=True)
class Ruled:
    """A picture without its ruled lines, and those lines in points."""

    grey: Grey
    across: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def even(picture: Image.Image) -> Grey:
    """The picture in grey on white paper without grain, whatever the shade of the paper and the light on it."""
    grey = picture.convert("L").filter(ImageFilter.GaussianBlur(_GRAIN))
    small = np.asarray(grey.reduce(8), dtype=np.uint8)
    paper = ndimage.gaussian_filter(ndimage.maximum_filter(small, size=15), sigma=5)
    light = np.asarray(Image.fromarray(paper).resize(grey.size), dtype=np.float32)
    return np.clip(np.asarray(grey, dtype=np.float32) * 255 / np.maximum(light, 1), 0, 255).astype(np.uint8)


def straight(grey: Grey) -> Grey:
    """The picture turned so that its lines of text and its ruled lines run level."""
    angle = _slope(grey)
    turned = Image.fromarray(grey).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(turned)


def _slope(grey: Grey) -> float:
    """By how many degrees lines fall to the right: at that angle the ink gathers in the fewest rows."""
    y, x = np.nonzero(grey[::2, ::2] < INK)
    if not len(y):
        return 0.0
    step = max(len(y) // 200_000, 1)
    y, x = y[::step].astype(np.float64), x[::step]

    def gathered(angle: float) -> float:
        rows = np.round(y - x * np.tan(np.radians(angle))).astype(np.int64)
        return float((np.bincount(rows - rows.min()).astype(np.float64) ** 2).sum())

    best = 0.0
    for reach, width in ((_STEEPEST, 0.25), (0.25, 0.05), (0.05, 0.01)):
        best = max(np.arange(best - reach, best + reach + width / 2, width), key=gathered)
    return float(best)


def ruled(grey: Grey) -> Ruled:
    """The lines that meet others; a line by itself, such as one under a word, is left where it is."""
    ink = grey < INK
    rows, columns = _runs(ink, axis=1), _runs(ink, axis=0)
    lines = ndimage.binary_dilation(rows | columns, iterations=2)
    labels, _ = _labelled(lines)
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        own = labels[box] == number
        if max(own.shape) < _SMALLEST or not (rows[box][own].any() and columns[box][own].any()):
            lines[box][own] = False
    cleaned = np.where(lines, np.uint8(255), grey)
    return Ruled(cleaned, tuple(_rules(rows & lines, axis=1)), tuple(_rules(columns & lines, axis=0)))


def _runs(ink: np.ndarray, axis: Literal[0, 1]) -> np.ndarray:
    """The ink that runs long and straight along an axis; breaks of a pixel or two are bridged."""
    line = ink.astype(np.uint8)
    line = ndimage.minimum_filter1d(ndimage.maximum_filter1d(line, _GAP, axis), _GAP, axis)
    line = ndimage.maximum_filter1d(ndimage.minimum_filter1d(line, _RUN, axis), _RUN, axis)
    labels, _ = _labelled(line)
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        if box[1 - axis].stop - box[1 - axis].start > _THICKEST:
            line[box][labels[box] == number] = 0
    return line > 0


def _rules(lines: np.ndarray, axis: Literal[0, 1]) -> Iterator[Rule]:
    labels, _ = _labelled(lines)
    for box in ndimage.find_objects(labels):
        along, across = box[axis], box[1 - axis]
        at = (across.start + across.stop) / 2
        yield Rule(at * _POINTS, along.start * _POINTS, along.stop * _POINTS)


def _labelled(mask: np.ndarray) -> tuple[np.ndarray, int]:
    """A number for each spot of a mask, and how many there are; spots that touch by a corner are one."""
    labels = np.zeros(mask.shape, dtype=np.int32)
    ndimage.label(mask, np.ones((3, 3)), output=labels)
    return labels, int(labels.max(initial=0))


def ink_boxes(grey: Grey) -> list[tuple[slice, ...]]:
    """The letters and signs in a picture; specks are none."""
    labels, count = _labelled(grey < INK)
    sizes = ndimage.sum_labels(np.ones_like(labels), labels, range(1, count + 1)) if count else []
    return [box for box, size in zip(ndimage.find_objects(labels), sizes, strict=True) if size >= _SPECK]
