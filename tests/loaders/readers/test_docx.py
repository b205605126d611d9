"""Word documents: tables with merged, nested and deleted cells, numbers of lists, notes, and damaged files."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.table import Table

from loaders.errors import FileRefused
from loaders.readers import docx
from loaders.rows import Source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Read = Callable[[Callable[[Document], object]], Source]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a document that a function has filled."""

    def source(fill: Callable[[Document], object]) -> Source:
        document = python_docx.Document()
        fill(document)
        path = tmp_path / "document.docx"
        document.save(str(path))
        return docx.source_of(path.read_bytes(), path)

    return source


@pytest.fixture
def read_body(tmp_path: Path) -> Callable[..., Source]:
    """Reads a document whose body is given as XML; other parts by name."""

    def source(body: str, **parts: str) -> Source:
        path = tmp_path / "document.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
            for name, xml in parts.items():
                archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{WORD}">{xml}</w:{name}>')
        return docx.source_of(path.read_bytes(), path)

    return source


def rows(source: Source) -> list[tuple[str, tuple[str, ...]]]:
    """The place and the cells of each row that is not blank."""
    return [(row.locator(), row.cells) for row in source.rows if not row.is_blank]


def fill(table: Table, *lines: str) -> None:
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line.split("|"), strict=True):
            cell.text = text


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_paragraphs_and_tables_in_order(read: Read) -> None:
    """Text and tables stand in the order of the document, each with its place; a line break makes two lines."""

    def write(document: Document) -> None:
        document.add_paragraph("Р І Ш Е Н Н Я")
        document.add_paragraph("Про програму\nмістa")
        fill(document.add_table(2, 2), "Захід|Сума", "Ремонт|5")
        document.add_paragraph("Секретар")
        fill(document.add_table(1, 3), "а|б|в")

    source = read(write)
    assert rows(source) == [
        ("абзац 1", ("Р І Ш Е Н Н Я",)),
        ("абзац 2", ("Про програму",)),
        ("абзац 2", ("містa",)),
        ("табл. 1, рядок 1", ("Захід", "Сума")),
        ("табл. 1, рядок 2", ("Ремонт", "5")),
        ("абзац 3", ("Секретар",)),
        ("табл. 2, рядок 1", ("а", "б", "в")),
    ]
    assert source.rows[4].locator(1) == "табл. 1, рядок 2, графа 2"


def test_tables_side_by_side_are_parted(read_body: Callable[..., Source]) -> None:
    """Two tables without a paragraph between are two: the numbers of their rows leave a gap."""
    table = f"<w:tbl><w:tr>{cell('а')}{cell('б')}</w:tr></w:tbl>"
    first, second = read_body(table * 2).rows
    assert second.no > first.no + 1


def test_merged_cells(read: Read) -> None:
    """A merged cell holds its text once, top left; every row has all columns."""

    def write(document: Document) -> None:
        table = document.add_table(4, 4)
        fill(table, "Завдання|2021||", "|Загальний|Спеціальний|Всього", "Обладнання|1|2|3", "|4|5|9")
        for first, last in (((0, 0), (1, 0)), ((0, 1), (0, 3)), ((2, 0), (3, 0))):
            table.cell(*first).merge(table.cell(*last))

    assert [cells for _, cells in rows(read(write))] == [
        ("Завдання", "2021", "", ""),
        ("", "Загальний", "Спеціальний", "Всього"),
        ("Обладнання", "1", "2", "3"),
        ("", "4", "5", "9"),
    ]


def test_columns_that_nobody_sees(read_body: Callable[..., Source]) -> None:
    """A column of the grid where no cell starts, or that only crooked edges have made, is none."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (500, 3000, 20, 1000, 1000))
    span = '<w:gridSpan w:val="{}"/>'.format
    first = cell("№") + cell("Захід") + cell("Сума", span(2)) + cell("Рік")
    second = cell("1") + cell("Ремонт", span(2)) + cell("5") + cell("2021")
    source = read_body(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>")
    assert [row.cells for row in source.rows] == [("№", "Захід", "Сума", "Рік"), ("1", "Ремонт", "5", "2021")]


def test_row_that_starts_to_the_right(read_body: Callable[..., Source]) -> None:
    """Cells that a row leaves out before its first are blank."""
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    source = read_body(f"<w:tbl><w:tr>{cell('а')}{cell('б')}</w:tr><w:tr>{before}{cell('в')}</w:tr></w:tbl>")
    assert [row.cells for row in source.rows] == [("а", "б"), ("", "в")]


def test_paragraphs_of_a_cell(read: Read) -> None:
    """They are one text; digits of two are never joined to one number. A nested table is part of its cell."""

    def write(document: Document) -> None:
        table = document.add_table(1, 3)
        fill(table, "Ремонт|12|а")
        table.cell(0, 0).add_paragraph("даху")
        table.cell(0, 1).add_paragraph("345")
        fill(table.cell(0, 2).add_table(1, 2), "б|в")

    assert rows(read(write)) == [("табл. 1, рядок 1", ("Ремонт даху", "12 / 345", "а б в"))]


def test_table_in_a_frame(read: Read) -> None:
    """A table that stands in the only cell of another is a table; the frame around it is none."""

    def write(document: Document) -> None:
        frame = document.add_table(1, 1).cell(0, 0)
        frame.text = "Додаток"
        fill(frame.add_table(2, 2), "Захід|Сума", "Ремонт|5")

    assert rows(read(write)) == [
        ("абзац 1", ("Додаток",)),
        ("табл. 2, рядок 1", ("Захід", "Сума")),
        ("табл. 2, рядок 2", ("Ремонт", "5")),
    ]


def test_table_that_lays_out_text(read: Read) -> None:
    """A table with text in one column only is lines of text."""
    source = read(lambda document: fill(document.add_table(2, 2), "|ЗАТВЕРДЖЕНО\nрішенням", "|№ 5"))
    assert rows(source) == [
        ("табл. 1, рядок 1", ("ЗАТВЕРДЖЕНО",)),
        ("табл. 1, рядок 1", ("рішенням",)),
        ("табл. 1, рядок 2", ("№ 5",)),
    ]


def test_tracked_changes(read_body: Callable[..., Source]) -> None:
    """Inserted text is text; deleted text and deleted rows are not."""
    text = (
        "<w:p><w:r><w:t>сума </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>7</w:t></w:r></w:ins></w:p>"
    )
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('в')}{cell('г')}</w:tr>"
    source = read_body(f"{text}<w:tbl>{deleted}<w:tr>{cell('а')}{cell('б')}</w:tr></w:tbl>")
    assert rows(source) == [("абзац 1", ("сума 7",)), ("табл. 1, рядок 2", ("а", "б"))]


def test_text_of_boxes_and_controls(read_body: Callable[..., Source]) -> None:
    """A box of text is read after its paragraph, once; what stands in a control for filling in is text."""
    box = f"<w:txbxContent>{paragraph('у рамці')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>текст</w:t><w:pict>{box}</w:pict><w:Fallback>{box}</w:Fallback></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('у полі')}</w:sdtContent></w:sdt>"
    )
    assert [cells for _, cells in rows(read_body(body))] == [("текст",), ("у рамці",), ("у полі",)]


def test_notes(read_body: Callable[..., Source]) -> None:
    """Footnotes stand at the end with their numbers; their mark is not in the text, where it would join a number."""
    body = '<w:p><w:r><w:t>19,1</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    line = f'<w:footnote w:type="separator">{paragraph("")}</w:footnote>'
    source = read_body(body, footnotes=f'{line}<w:footnote w:id="2">{paragraph("З урахуванням змін")}</w:footnote>')
    assert rows(source) == [("абзац 1", ("19,1",)), ("виноска 1", ("З урахуванням змін",))]


def listed(text: str, level: int = 0, name: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(number: int, form: str, text: str, start: int = 1) -> str:
    about = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{about}</w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="8">{level(0, "upperRoman", "%1)", 4)}{level(1, "bullet", "·")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def test_numbers_that_word_counts(read_body: Callable[..., Source]) -> None:
    """A number that Word prints before a paragraph is part of its text, though the file does not hold it."""
    body = "".join(
        listed(*one)
        for one in [
            ("а",),
            ("б", 1),
            ("в", 1),
            ("г",),
            ("ґ", 1),
            ("", 1),
            ("д", 0, 3),
            ("е", 0, 2),
            ("є", 1, 2),
            ("ж", 0, 2),
        ]
    )
    assert [row.cells[0] for row in read_body(body, numbering=NUMBERING).rows] == [
        *("1. а", "1.1. б", "1.2. в", "2. г", "2.1. ґ", "2.2.", "9. д", "IV) е", "є", "V) ж")
    ]


def test_column_of_numbers_that_word_counts(read_body: Callable[..., Source]) -> None:
    """A column «№ з/п» may be such a list."""
    line = "<w:tr><w:tc>{}</w:tc>{}</w:tr>"
    table = "".join(line.format(listed(""), cell(text)) for text in ("Ремонт", "Закупівля"))
    source = read_body(f"<w:tbl>{table}</w:tbl>", numbering=NUMBERING)
    assert [row.cells for row in source.rows] == [("1.", "Ремонт"), ("2.", "Закупівля")]


def test_style_of_a_list(read: Read) -> None:
    """The style of a paragraph may make it one of a list."""
    source = read(lambda document: [document.add_paragraph(text, style="List Number") for text in ("а", "б")])
    assert [row.cells for row in source.rows] == [("1. а",), ("2. б",)]


def test_symbols(read_body: Callable[..., Source]) -> None:
    """A hyphen that does not break, a tab and a line break are signs; a soft hyphen is none."""
    run = "<w:t>а</w:t><w:noBreakHyphen/><w:t>б</w:t><w:softHyphen/><w:t>в</w:t><w:tab/><w:t>г</w:t>"
    assert rows(read_body(f"<w:p><w:r>{run}</w:r></w:p>")) == [("абзац 1", ("а-бв г",))]


def test_long_table(read_body: Callable[..., Source], monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than the limit, or more XML, are refused."""
    table = f"<w:tbl>{f'<w:tr>{cell(chr(97))}{cell(chr(98))}</w:tr>' * 5}</w:tbl>"
    monkeypatch.setattr(docx, "MAX_ROWS", 4)
    with pytest.raises(FileRefused, match="more than 4 rows"):
        read_body(table)
    monkeypatch.setattr(docx, "MAX_ELEMENTS", 40)
    with pytest.raises(FileRefused, match="the document is too long"):
        read_body(table)


def test_deep_nesting(read_body: Callable[..., Source]) -> None:
    """Text nested without end is refused, not followed."""
    with pytest.raises(FileRefused, match="nested too deep"):
        read_body("<w:p>" + "<w:r>" * 50_000 + "</w:r>" * 50_000 + "</w:p>")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [("<w:p>", "the file is damaged"), ("<w:p/>", "holds no text"), ("<!DOCTYPE w:p>", "no XML of an office program")],
)
def test_refused(read_body: Callable[..., Source], body: str, sentence: str) -> None:
    """Broken XML, a document without text, and a DOCTYPE."""
    with pytest.raises(FileRefused, match=sentence):
        read_body(body)


def test_runs_of_a_paragraph(tmp_path: Path) -> None:
    """What python-docx writes is read as it stands, properties and all."""
    document = python_docx.Document()
    document.add_paragraph("текст").add_run(" жирний").bold = True
    document.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{WORD}"><w:r><w:t>перший</w:t></w:r></w:p>'))
    out = io.BytesIO()
    document.save(out)
    source = docx.source_of(out.getvalue(), tmp_path / "a.docx")
    assert [row.cells for row in source.rows] == [("перший",), ("текст жирний",)]
