"""Prints a sheet of a workbook, a row a line with tabs between its cells, or without a name the sheets there are.

What stands in the file is read here by itself, not with the library that wrote it: numbers as they are kept,
dates (numbers that are shown as such) as ISO dates.
Usage: read_workbook.py FILE [SHEET]
"""

import datetime
import re
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def part(book, name):
    return xml.fromstring(book.read(name))


def styles_of_dates(book):
    """The numbers of the cell styles that show a date."""
    styles = part(book, "xl/styles.xml")
    dates = {one.get("numFmtId") for one in styles.iter(MAIN + "numFmt") if "yyyy" in one.get("formatCode")}
    return {str(at) for at, one in enumerate(styles.find(MAIN + "cellXfs")) if one.get("numFmtId") in dates}


def column_of(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def text_of(cell, dates):
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(MAIN + "t")).replace("\n", " ").replace("\t", " ")
    value = cell.find(MAIN + "v")
    if value is None:
        return ""
    if cell.get("s") in dates:
        return str(datetime.date(1899, 12, 30) + datetime.timedelta(int(value.text)))
    return value.text


def main():
    book = zipfile.ZipFile(sys.argv[1])
    names = [one.get("name") for one in part(book, "xl/workbook.xml").iter(MAIN + "sheet")]
    if len(sys.argv) < 3:
        return print("\n".join(names))
    dates = styles_of_dates(book)
    for row in part(book, f"xl/worksheets/sheet{names.index(sys.argv[2]) + 1}.xml").iter(MAIN + "row"):
        cells = []
        for cell in row:
            column = column_of(cell.get("r"))
            cells += [""] * (column - len(cells)) + [text_of(cell, dates)]
        print("\t".join(cells))


main()
