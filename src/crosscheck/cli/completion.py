"""`crosscheck completion`: what makes a shell complete commands, options and values."""

import click

EXAMPLES = """\b
Examples:
  crosscheck completion bash >> ~/.bashrc
  crosscheck completion zsh >> ~/.zshrc
  crosscheck completion fish > ~/.config/fish/completions/crosscheck.fish
"""
SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print what makes a shell complete commands.", epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print the lines that make a shell complete commands, options and their values.

    They ask crosscheck itself, so they stay right when it changes. Bash 4.4 or newer.
    """
    from click.shell_completion import get_completion_class

    from crosscheck.cli.app import cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"{shell} cannot be completed with this version of click")
    click.echo(kind(cli, {}, "crosscheck", "_CROSSCHECK_COMPLETE").source())
    return 0
