"""A linter for facts: finds statements in several articles that cannot both be true.

Everything public is importable from here. The names are resolved on first use,
so that `import crosscheck` costs little where only one of them is needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "Article": "crosscheck.model",
    "Entity": "crosscheck.model",
    "Finding": "crosscheck.model",
    "Mention": "crosscheck.model",
    "Report": "crosscheck.model",
    "Severity": "crosscheck.model",
    "Sheet": "crosscheck.sheet",
    "Config": "crosscheck.config",
    "CrosscheckError": "crosscheck.errors",
    "extract": "crosscheck.pipeline",
    "check": "crosscheck.pipeline",
    "compare": "crosscheck.pipeline",
    "entities": "crosscheck.pipeline",
    "Corpus": "crosscheck.pipeline",
    "load": "crosscheck.readers",
}

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.errors import CrosscheckError
    from crosscheck.model import Article, Entity, Finding, Mention, Report, Severity
    from crosscheck.pipeline import Corpus, check, compare, entities, extract
    from crosscheck.readers import load
    from crosscheck.sheet import Sheet

__all__ = [
    "Article",
    "Config",
    "Corpus",
    "CrosscheckError",
    "Entity",
    "Finding",
    "Mention",
    "Report",
    "Severity",
    "Sheet",
    "check",
    "compare",
    "entities",
    "extract",
    "load",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
    # Each name wins over the submodule of the same name (`crosscheck.extract`).
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
