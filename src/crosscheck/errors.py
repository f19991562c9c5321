"""Errors that a user can cause, each with one line that says what to do."""


class CrosscheckError(Exception):
    """Base of every error this library raises on purpose."""


class InputError(CrosscheckError):
    """A file or value that cannot be read; the message names it and the way out."""


class ConfigError(CrosscheckError):
    """A setting that does not exist or cannot hold its value; names file, line and remedy."""


class UsageError(CrosscheckError):
    """An option or argument that makes no sense, such as an unknown rule code."""
