"""Options that commands share, and the settings that come of them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from crosscheck.reports import FORMATS

if TYPE_CHECKING:
    from crosscheck.config import Config

LEVELS = ("error", "warning", "info", "never")
Wrapper = Callable[[Any], Any]


class Wanted(NamedTuple):
    """What is to be reported: the format, where to, further formats with their files, what was declined."""

    form: str
    output: str | None
    also: tuple[tuple[str, str], ...]
    declined: bool

    @classmethod
    def of(cls, chosen: dict[str, Any]) -> "Wanted":
        """Taken out of the options of a command."""
        return cls(*(chosen.pop(name) for name in cls._fields))


def _all(*options: Wrapper) -> Wrapper:
    """One decorator of several options, which help lists in this order."""

    def wrap(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return wrap


def output_options(formats: Iterable[str] = FORMATS) -> Wrapper:
    """The options that say in which of the formats to report, and where to."""
    return _all(
        click.option(
            "--format",
            "form",
            type=click.Choice(tuple(formats)),
            default="text",
            show_default=True,
            help="How to report.",
        ),
        click.option(
            "--output",
            "-o",
            type=click.Path(dir_okay=False),
            help="Write the report to this file, not to the terminal.",
        ),
    )


def _pairs(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Formats with their files, from "FORMAT:FILE"."""
    for pair in given:
        form, _, file = pair.partition(":")
        if form not in FORMATS or not file:
            raise click.BadParameter(
                f"{pair!r} is not FORMAT:FILE with one of {', '.join(FORMATS)}", context, parameter
            )
    return tuple((form, file) for form, _, file in (pair.partition(":") for pair in given))


work_options = _all(
    click.option(
        "--jobs",
        "-j",
        type=click.IntRange(0, 256),
        metavar="N",
        help="Processes that work on the articles; 0 is one for each core. [default: 1]",
    ),
)
report_options = _all(
    click.option(
        "--also",
        multiple=True,
        metavar="FORMAT:FILE",
        callback=_pairs,
        help="Also write the report in another format to a file; may be repeated.",
    ),
    click.option(
        "--show-declined", "declined", is_flag=True, help="Also list what was not compared, and why."
    ),
)
rule_options = _all(
    click.option("--select", multiple=True, metavar="CODES", help="Only rules whose code begins so: D,N201."),
    click.option("--ignore", multiple=True, metavar="CODES", help="Leave out rules whose code begins so."),
    click.option(
        "--fail-on", type=click.Choice(LEVELS), help="Severity that fails the run. [default: error]"
    ),
    click.option(
        "--sheet", type=click.Path(dir_okay=False), help="Facts that the desk holds to be true, a TOML file."
    ),
    click.option("--baseline", type=click.Path(dir_okay=False), help="Findings that are fine, a TOML file."),
    click.option(
        "--config", "settings", type=click.Path(dir_okay=False), help="Settings to use, a TOML file."
    ),
)


def config(settings: str | None = None, **chosen: Any) -> "Config":
    """The settings of the nearest file, or of the one named, with what the options say instead.

    `chosen` are the options as click gives them, by the names of `Config`; what was not given
    is None or empty.
    """
    from attrs import evolve

    from crosscheck.config import Config, codes

    made = Config.read(settings) if settings else Config.load()
    given = {name: value for name, value in chosen.items() if value is not None and value != ()}
    for name in ("select", "ignore"):
        if name in given:
            given[name] = codes(given[name])
    return evolve(made, **given)
