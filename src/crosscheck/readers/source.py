"""What readers take and give."""

from attrs import frozen

from crosscheck.errors import InputError
from crosscheck.model import Article


@frozen(slots=True)
class Source:
    """A file by the name the user gave it, and its text without a byte order mark."""

    name: str
    text: str

    def error(self, what: str, line: int | None = None) -> InputError:
        """An error that names this file, and a line of it (from 1)."""
        return InputError(f"{self.name}:{line}: {what}" if line else f"{self.name}: {what}")


@frozen(slots=True)
class Loaded:
    """An article and where it stands.

    `line` (from 1) is the line of the file on which its text begins, None where the text
    is not set out line by line there (JSON).
    """

    article: Article
    path: str
    line: int | None = None
