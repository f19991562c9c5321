"""How a report is shown."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen(slots=True)
class Place:
    """Where an article stands: its file, and the line (from 1) on which its text begins."""

    path: str
    line: int | None = None


@frozen(slots=True)
class View:
    """What a report needs beside its data.

    `places` by article id (an article without one is shown by its id), the `width` of a
    line in columns, whether to use `color`, and the id of the `draft` of a comparison.
    """

    places: Mapping[str, Place] = field(factory=dict)
    width: int = 100
    color: bool = False
    draft: str | None = None
