"""`crosscheck rules`: the catalogue of rules, or the manual page of one."""

import click

from crosscheck.errors import UsageError

EXAMPLES = """\b
Examples:
  crosscheck rules
  crosscheck rules N201
"""


@click.command(short_help="List the rules, or show one rule's manual page.", epilog=EXAMPLES)
@click.argument("code", required=False)
def rules(code: str | None) -> int:
    """List the rules, or show one rule's manual page."""
    from crosscheck.config import unknown_code
    from crosscheck.rules import by_code, manual

    if code is None:
        click.echo(manual.table(), nl=False)
        return 0
    rule = by_code(code.upper())
    if rule is None:
        raise UsageError(
            unknown_code(code) or f"{code!r} begins several codes: name one; `crosscheck rules` lists them"
        )
    click.echo(manual.page(rule), nl=False)
    return 0
