"""The command and its subcommands, and how a run ends.

Commands are imported when they are asked for, and the pipeline inside them, so that help
and version come at once. Exit status: 0 nothing at or above --fail-on, 1 something is,
2 wrong use, unreadable input or bad configuration.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from crosscheck import __version__
from crosscheck.cli.output import FAILED, complain
from crosscheck.errors import CrosscheckError

COMMANDS = (
    "check",
    "compare",
    "extract",
    "explain",
    "entities",
    "rules",
    "sheet",
    "baseline",
    "completion",
)  # each a module here, with a command of that name

EXAMPLES = """\b
Examples:
  crosscheck check stories/                    every article against every other
  crosscheck check a.txt b.md wire.jsonl       three files, one of many articles
  crosscheck check stories/ --select D,N201    dates and counts only
  crosscheck compare draft.md --against wires/ a draft against its sources
  crosscheck extract draft.md --format json    the values as read
  crosscheck explain a.md:8:12 b.md:6:15       why two values are one fact or not
  crosscheck entities stories/                 who is named, and as what
  crosscheck rules D101                        what a rule checks, with examples

\b
Articles are plain text or Markdown (with front matter for title, source, published),
JSON and JSON Lines (text, id, title, source, published, url, language) or ninjs, saved
web pages (extra "web") and Word documents (extra "docx").

\b
Exit status: 0 nothing at or above --fail-on, 1 something is, 2 wrong use, unreadable
input or bad configuration. Settings: [tool.crosscheck] in the nearest pyproject.toml,
or crosscheck.toml (select, ignore, fail-on).
"""
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """A group whose commands are imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"crosscheck.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings=SETTINGS, epilog=EXAMPLES)
@click.version_option(__version__, "-V", "--version", prog_name="crosscheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Find statements in news articles that cannot both be true.

    crosscheck reads numbers, dates and names, works out which statements are about the
    same fact, and says which clash and why. It works on this machine alone.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; every error is one clear line."""
    try:
        done = cli.main(arguments, prog_name="crosscheck", standalone_mode=False)
        sys.stdout.flush()
    except CrosscheckError as problem:
        complain(problem)
        return FAILED
    except click.ClickException as problem:
        problem.show()
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return 130  # as shells say of an interrupted command
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `crosscheck ... | head`
        return 141
    except Exception:  # noqa: BLE001 - a bug must not leave with the status of a finding
        traceback.print_exc()
        click.echo("error: this is a bug in crosscheck, and the lines above say where", err=True)
        return FAILED
    return done if isinstance(done, int) else 0
