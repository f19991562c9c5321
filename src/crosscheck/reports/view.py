"""How a report is shown."""

from collections.abc import Mapping

from attrs import field, frozen

from crosscheck.model import Severity


@frozen(slots=True)
class Place:
    """Where an article stands: its file, and the line (from 1) on which its text begins."""

    path: str
    line: int | None = None


@frozen(slots=True)
class Manual:
    """A rule as formats show it: its name, how much it weighs, and its manual page.

    `summary` is one sentence; `text` is the whole page as plain text, `markdown` as Markdown.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    text: str
    markdown: str
    enabled: bool = True


@frozen(slots=True)
class View:
    """What a report needs beside its data.

    `places` by article id (an article without one is shown by its id), the `width` of a
    line in columns, whether to use `color`, the id of the `draft` of a comparison, the
    manual pages of the `rules` by code, the `problems` of files that could not be read, and
    the severity from which a finding fails the run (`fail_on`; None: none does), and whether
    to list what was `declined` where that is not shown in any case.
    """

    places: Mapping[str, Place] = field(factory=dict)
    width: int = 100
    color: bool = False
    draft: str | None = None
    rules: Mapping[str, Manual] = field(factory=dict)
    problems: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    declined: bool = False

    def style(self, text: str, code: str) -> str:
        """A text in a style of the terminal ("1": bold) where reports are coloured, else as it is."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text
