"""Every limit of the readers, in one place. Beyond it a file is refused with a sentence."""

MAX_FILE_BYTES = 20 * 1024 * 1024
"""The longest council annex seen as text has 0.1 MB."""

MAX_ROWS = 200_000

MAX_CELLS = 1000
"""In one row. The widest table seen has 17."""

MAX_CELL_LINES = 64
"""Cells of one row where each stands on a line of its own: so long a run of lines is no row of a table."""

MAX_PDF_PAGES = 1000

MAX_PAGE_LETTERS = 100_000
"""On one page of a PDF. A page of 7 pt without margins has 15 000."""

MAX_PAGE_RULES = 30_000
"""Lines and boxes drawn on one page of a PDF. Each cell of a table may have nine: four sides, four corners, a shade."""

PDF_SECONDS = 120

READER_MEMORY_BYTES = 1536 * 1024 * 1024
"""For a reader that runs in a process of its own; libraries alone reserve a third of it."""

MAX_SCAN_PAGES = 40

MAX_SCAN_PIXELS = 80_000_000
"""In one picture. A3 at 600 dpi has 70 million."""

SCAN_SECONDS = 900
"""For all pages together; one takes 5 to 20 seconds."""

MAX_PARTS = 5000
"""In a zip archive. A workbook with a hundred sheets has some three hundred."""

MAX_UNPACKED_BYTES = 160 * 1024 * 1024
"""Of a zip archive, pictures left aside. A sheet of 200 000 rows and 17 columns has 150 MB."""

MAX_SHEET_CELLS = 26 * MAX_ROWS
"""From A1 to the last cell of a sheet that is not empty: the memory that they take grows with it."""

SHEET_SECONDS = 60
"""For a workbook whose reader runs in a process of its own."""

FETCH_ATTEMPTS = 4

FETCH_PAUSE = 1.0
"""Seconds between two requests to the open budget service."""

FETCH_LONGEST_WAIT = 120
"""Seconds that we wait where the service asks for it."""

FETCH_SECONDS = 600
"""For one answer, however slowly it comes."""

MAX_QUOTED_LINES = 100
"""In one cell of a text with `;` between cells. A longer one is a quotation mark that was not closed."""

MAX_ELEMENTS = 6_000_000
"""Of the XML of a .docx, opening and closing counted. A table of 20 000 rows and 12 columns has 5 million."""

MAX_MERGED_CELLS = 200_000
"""In one sheet."""

MAX_REPAIRS = 50_000
"""In one file. A damaged programme of 30 pages needs 1300."""
