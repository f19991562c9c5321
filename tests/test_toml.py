"""TOML with places: every key that tomllib finds has one, and hostile files end in one clear line."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.errors import InputError
from crosscheck.toml import LARGEST, Toml, quoted

TEXT = '''\
# a sheet
title = "plain"   # with a comment
a.b."c d" = 'dotted'
when = 1979-05-27 07:32:00
[[people]]
name = "A ] } # \\" B"
list = [ 1, [2, "]"], {x = 1, y.z = 'q'} ,
  3, ]  # ends
[[people.offices]]
words = """two
lines ""quoted"" """
raw = \'\'\'it's ''raw'' \'\'\'
[[people]]
"na me" = "B"
[people.deep.er]
k = 1979-05-27
[last]
"\\u0041" = +1_000
'''


def walk(value, path=()):
    """Every path of keys and indexes with its value."""
    if path:
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from walk(inner, (*path, key))


def reads_back(toml: Toml) -> None:
    for path, value in walk(toml.data):
        spot = toml.spot(*path)
        if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value)):
            continue  # a table's parts may stand in several places
        assert spot is not None, path
        written = toml.text[spot.start : spot.end]
        assert tomllib.loads(f"v = {written}")["v"] == value, path


def test_every_value_has_its_place():
    toml = Toml.loads(TEXT)
    reads_back(toml)
    assert toml.where("people", 1, "na me") == "<text>:14"
    assert toml.where("people", 0, "offices", 0, "raw") == "<text>:12"
    assert toml.where("people", 1, "missing") == "<text>:13"
    assert toml.where("nowhere") == "<text>"


KEY = st.text(alphabet="ab-_ .\"'é\\#[]=", max_size=6)
SCALAR = st.one_of(
    st.booleans(), st.integers(-(10**9), 10**9), st.text(max_size=12), st.just(date(2024, 1, 2))
)


def dumped(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(dumped, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)} = {dumped(v)}" for k, v in value.items()) + "}"
    return str(value)


NESTED = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=8
)


@given(st.lists(st.dictionaries(KEY, NESTED, max_size=4), max_size=4))
def test_any_file_reads_back_by_its_places(tables):
    rows = []
    for table in tables:
        rows.append("[[t]] # x\r\n")
        rows.extend(f"{quoted(key)}\t= {dumped(value)}\n" for key, value in table.items())
    reads_back(Toml.loads("".join(rows)))


@given(st.text(max_size=200))
def test_any_text_is_toml_or_one_clear_error(text):
    told, toml = "sheet.toml", None
    try:
        toml = Toml.loads(text, "sheet.toml")
    except InputError as problem:
        told = str(problem)
    assert told.startswith("sheet.toml")
    assert "\n" not in told
    if toml is not None:
        reads_back(toml)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\na = 2\n", "f.toml:2:6: not TOML: Cannot overwrite a value (a key stands twice"),
        ("[a]\n[a]\n", "f.toml:2:3: not TOML: Cannot declare"),
        ("a = [1, 2\n", "f.toml:2: not TOML"),
        ("a = \n", "f.toml:1:5: not TOML: Invalid value"),
        ("a = " + "[" * 100_000, "f.toml: lists or tables nest too deeply"),
        ("a = " + "9" * 10_000, "f.toml: a number cannot be read"),
        ("\x00", "f.toml:1:1: not TOML"),
    ],
)
def test_a_broken_file_is_one_clear_line(text, told):
    with pytest.raises(InputError) as caught:
        Toml.loads(text, "f.toml")
    assert str(caught.value).startswith(told)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="cannot be opened"):
        Toml.read(tmp_path / "none.toml")
    with pytest.raises(InputError, match="cannot be opened"):
        Toml.read(tmp_path)
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b'a = "\xff"\n')
    with pytest.raises(InputError, match="not UTF-8"):
        Toml.read(bad)
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="more than 64 MB"):
        Toml.read(huge)


def test_a_byte_order_mark_is_no_key(tmp_path):
    path = tmp_path / "bom.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert Toml.read(path).data == {"a": 1}
