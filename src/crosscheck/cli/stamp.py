"""Who rules, and on which day: what a ruling carries, and no report depends on."""

import getpass
import os
from datetime import UTC, date, datetime
from typing import Any

import click

from crosscheck.errors import UsageError


def by_option(command: Any) -> Any:
    """The options that say who has ruled and when."""
    who = click.option("--by", metavar="NAME", help="Who has ruled. [default: GIT_AUTHOR_NAME, or the login]")
    when = click.option("--date", "on", metavar="DATE", help="When. [default: today]")
    return who(when(command))


def author(given: str | None) -> str:
    """The name given, else git's, else that of the login; empty where there is none."""
    if given or os.environ.get("GIT_AUTHOR_NAME"):
        return given or os.environ["GIT_AUTHOR_NAME"]
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def day(given: str | None) -> date:
    """The day given (ISO 8601), else SOURCE_DATE_EPOCH's, else today's; raises `UsageError` for no date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given:
            return date.fromisoformat(given)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as problem:
        raise UsageError(f"--date {given or epoch!r} is no date: write it as 2024-04-03") from problem
