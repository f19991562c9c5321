"""The facts sheet: what a desk holds to be true, in one TOML file that lives in version control.

`Sheet.read("facts.toml")` gives the facts with their places in the file; `wikidata` and
`table` make sheets of entity dumps and CSV, `writer` writes entries and adds to a sheet.
"""

from functools import cached_property
from os import PathLike

from attrs import field, frozen

from crosscheck.facts import Fact
from crosscheck.sheet.reader import facts
from crosscheck.toml import Toml

__all__ = ["Sheet"]


@frozen(slots=False, eq=False)
class Sheet:
    """Facts that beat any number of articles, with the text of the file that holds them.

    `name` stands for the file in messages, `text` is its content, `facts` the entries.
    """

    name: str
    text: str = field(repr=False)
    facts: tuple[Fact, ...] = field(repr=False)
    _toml: Toml = field(repr=False)

    @classmethod
    def read(cls, path: str | PathLike[str]) -> "Sheet":
        """Read a sheet from a file.

        Raises `InputError` with one line for each mistake: file, line and what to write.
        """
        return cls._of(Toml.read(path))

    @classmethod
    def loads(cls, text: str, name: str = "facts.toml") -> "Sheet":
        """Read a sheet from a string; `name` stands for the file in messages. Raises as `read` does."""
        return cls._of(Toml.loads(text, name))

    @classmethod
    def _of(cls, toml: Toml) -> "Sheet":
        return cls(toml.name, toml.text, facts(toml), toml)

    def line(self, offset: int) -> int:
        """The line (from 1) of an offset in the sheet's text."""
        return self._toml.line(offset)

    @cached_property
    def size(self) -> int:
        """How many facts it holds."""
        return len(self.facts)
