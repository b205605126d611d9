"""Every limit of the readers, in one place. Beyond it a file is refused with a sentence."""

MAX_FILE_BYTES = 20 * 1024 * 1024
"""The longest council annex seen as text has 0.1 MB."""

MAX_ROWS = 200_000

MAX_CELLS = 1000
"""In one row. The widest table seen has 17."""
