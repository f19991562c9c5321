"""What readers take and give."""

from functools import cached_property

from attrs import field, frozen

from crosscheck.errors import InputError
from crosscheck.model import Article
from crosscheck.readers.encodings import decoded


@frozen(slots=False)
class Source:
    """A file by the name the user gave it, and its bytes."""

    name: str
    data: bytes = field(repr=False)

    @classmethod
    def of(cls, name: str, text: str) -> "Source":
        """A source of a text that is at hand."""
        made = cls(name, b"")
        made.__dict__["text"] = text
        return made

    @cached_property
    def text(self) -> str:
        """The text of the file, line ends and all, without a byte order mark.

        Raises `InputError` where it is no text or its encoding cannot be made out.
        """
        return decoded(self.name, self.data)

    def error(self, what: str, line: int | None = None) -> InputError:
        """An error that names this file, and a line of it (from 1)."""
        return InputError(f"{self.name}:{line}: {what}" if line else f"{self.name}: {what}")

    def needs(self, what: str, extra: str) -> InputError:
        """An error that says what must be installed to read this file."""
        return self.error(f"{what} needs an extra: pip install 'crosscheck-news[{extra}]'")


@frozen(slots=True)
class Loaded:
    """An article and where it stands.

    `line` (from 1) is the line of the file on which its text begins, None where the text
    is not set out line by line there (JSON).
    """

    article: Article
    path: str
    line: int | None = None
