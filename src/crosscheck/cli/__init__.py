"""The command line: one module a command, listed in `app.COMMANDS`.

To add a command: one module with a click command of the module's name, and one line in the table.
"""

from crosscheck.cli.app import run

__all__ = ["run"]
