import re
from pathlib import Path

import pytest
from attrs import fields

from crosscheck import Config
from crosscheck.config import KEYS, codes
from crosscheck.errors import ConfigError, UsageError


def settings(folder: Path, text: str, name: str = "crosscheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_above_counts(tmp_path: Path):
    settings(tmp_path, 'ignore = ["D"]')
    settings(tmp_path, '[project]\nname = "x"\n', "pyproject.toml")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert Config.load(below) == Config(ignore=("D",))
    settings(below.parent, '[tool.crosscheck]\nselect = ["N201"]\nfail-on = "never"\n', "pyproject.toml")
    assert Config.load(below) == Config(select=("N201",), fail_on="never")


def test_without_a_file_the_default_holds(tmp_path: Path):
    assert Config.load(tmp_path) == Config.default() == Config()


def test_crosscheck_toml_may_hold_the_table_of_pyproject(tmp_path: Path):
    settings(tmp_path, '[tool.crosscheck]\nselect = ["D"]\n')
    assert Config.load(tmp_path).select == ("D",)


def test_jobs(tmp_path: Path):
    settings(tmp_path, "jobs = 0")
    assert Config.load(tmp_path).jobs == 0


def test_the_table_of_keys_is_whole():
    """The page of the settings tells every key, with its default."""
    page = Path(__file__).resolve().parent.parent / "docs" / "configuration.md"
    rows = re.findall(r"^\| `([\w-]+)` \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert tuple(rows) == KEYS
    assert {key.replace("-", "_") for key in KEYS} == {field.name for field in fields(Config)}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("jobs = -1", "1", "jobs must be a number from 0 to 256, such as jobs = 4"),
        ("jobs = true", "1", "jobs must be a number from 0 to 256"),
        ('jobs = "4"', "1", "jobs must be a number from 0 to 256"),
        ('fail_on = "error"', "1", "unknown key 'fail_on' (did you mean 'fail-on'?)"),
        ('\nselekt = ["D"]', "2", "unknown key 'selekt' (did you mean 'select'?)"),
        ("colour = true", "1", "unknown key 'colour'; known are select, ignore, fail-on"),
        ('# select\nselect = ["D", "X9"]', "2", "select: no rule's code begins with 'X9'"),
        ('ignore = ["D11"]', "1", "ignore: no rule's code begins with 'D11' (did you mean 'D101'?)"),
        ('select = "D"', "1", 'select must be a list of rule codes, such as select = ["D", "N201"]'),
        ("select = [1]", "1", "select must be a list of rule codes"),
        ('fail-on = "eror"', "1", "fail-on must be one of error, warning, info, never, not 'eror'"),
        ("fail-on = []", "1", "fail-on must be one of"),
        ('x = "a\n', "1:7", "not TOML: Illegal character"),
        ("[tool]\ncrosscheck = 3", "", "[tool.crosscheck] must be a table"),
    ],
)
def test_bad_settings_name_file_and_line(tmp_path: Path, text: str, line: str, what: str):
    path = settings(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        Config.load(tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}: {what}" if line else f"{path}: {what}")
    assert "\n" not in str(caught.value)


def test_the_line_is_the_one_of_the_right_table(tmp_path: Path):
    settings(tmp_path, "[project]\nselect = 1\n\n[tool.crosscheck]\nselect = 1\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: select must be"):
        Config.load(tmp_path)


def test_files_that_cannot_be_read(tmp_path: Path):
    (tmp_path / "crosscheck.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="not UTF-8"):
        Config.load(tmp_path)
    with pytest.raises(ConfigError, match="cannot be opened"):
        Config.read(tmp_path / "none.toml")


def test_which_rules_run():
    config = Config(select=("D", "N201"), ignore=("D103",))
    assert [code for code in ("D101", "D103", "N201", "N202") if config.selects(code)] == ["D101", "N201"]
    assert Config().selects("D101")
    assert not Config().selects("E404", enabled=False)
    assert Config(select=("E404",)).selects("E404", enabled=False)


def test_codes_of_options():
    assert codes(["D,N201", " D103 "]) == ("D", "N201", "D103")
    with pytest.raises(UsageError, match="no rule's code begins with 'Z1'"):
        codes(["D,Z1"])


def test_files_are_relative_to_the_settings(tmp_path):
    path = tmp_path / "crosscheck.toml"
    path.write_text('sheet = "desk/facts.toml"\nbaseline = "fine.toml"\n')
    made = Config.read(path)
    assert made.sheet == str(tmp_path / "desk" / "facts.toml")
    assert made.baseline == str(tmp_path / "fine.toml")


def test_a_file_must_be_a_path(tmp_path):
    path = tmp_path / "crosscheck.toml"
    path.write_text("sheet = 3\n")
    with pytest.raises(
        ConfigError, match=r'crosscheck\.toml:1: sheet must be the path of a file, such as sheet = "facts'
    ):
        Config.read(path)
