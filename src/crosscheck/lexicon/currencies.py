"""Currencies that go by one name: which they are, and whether a text says which one it means."""

from functools import cache

from crosscheck.lexicon import table


def alike(one: str, two: str) -> bool:
    """Whether two currencies, by their codes, share a plain name or a sign: the rupees, "kr"."""
    return one != two and not _family(one).isdisjoint(_family(two))


def says_which(text: str, code: str) -> bool:
    """Whether a text has a sign or name that no other currency has: "₹48", "Pakistani rupees"; not "Rs48"."""
    lower = text.lower()
    return any(form in lower for form in _own(code))


@cache
def _family(code: str) -> frozenset[str]:
    return frozenset((code, *table("currencies").get(code, {}).get("like", ())))


@cache
def _own(code: str) -> tuple[str, ...]:
    row = table("currencies").get(code, {})
    return (code.lower(), *(form.lower() for form in (*row.get("signs", ()), *row.get("names", ()))))
