"""The command: `crosscheck` and `python -m crosscheck`."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status.

    The version is answered without reading the command line any further, so that asking
    costs no more than starting Python.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        from crosscheck import __version__

        sys.stdout.write(f"crosscheck {__version__}\n")
        return
    from crosscheck.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
