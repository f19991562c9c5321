"""Rows as CSV, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the start of a formula


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV after RFC 4180 with a head line, in UTF-8 with plain line ends.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; None is
    an empty cell.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str):
        value = value.replace("\0", "\ufffd")
        return f"'{value}" if value.startswith(FORMULA) else value
    return "" if value is None else value
