"""What can go wrong while reading, as sentences.

LoaderError                the base: says what, where and what to do
├── FileRefused            the file as a whole: absent, empty, too large, not text
├── NothingToRead          the file is fine, but holds no table that is known
├── TableError             one table stops: a heading is new, missing or repeated
├── RegisterMismatch       the register and the document disagree
├── CorrectionMismatch     a correction no longer fits what is read
├── NotFetched             a file was not downloaded
└── NotWritten             a file was not kept: there is one already, or the place cannot be written
"""

from data.contracts import UnreadReason


class LoaderError(Exception):
    """A sentence for the person who gave us the file: what, where, what to do."""


class FileRefused(LoaderError):
    pass


class NothingToRead(LoaderError):
    pass


class TableError(LoaderError):
    """A table that is in scope but cannot be read for certain.

    `locator` is the cell, `text` what stands in it; `reason` is the sentence without them.
    """

    def __init__(self, sentence: str, reason: UnreadReason, locator: str, text: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.locator = locator
        self.text = text


class RegisterMismatch(LoaderError):
    pass


class NotFetched(LoaderError):
    pass


class NotWritten(LoaderError):
    pass


class CorrectionMismatch(LoaderError):
    pass
