"""The rules, one module a family; a rule is a pure function in its family's table."""

from crosscheck.model import Rule
from crosscheck.rules import (
    arithmetic,
    calendar,
    conversions,
    dates,
    drafts,
    headlines,
    moving,
    names,
    numbers,
    organisations,
    places,
    quotations,
    record,
    roles,
    times,
)

ALL_RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *calendar.RULES,
    *times.RULES,
    *numbers.RULES,
    *moving.RULES,
    *conversions.RULES,
    *arithmetic.RULES,
    *names.RULES,
    *record.RULES,
    *organisations.RULES,
    *roles.RULES,
    *quotations.RULES,
    *places.RULES,
    *headlines.RULES,
    *drafts.RULES,
)


def by_code(code: str) -> Rule | None:
    """The rule with this code, or None."""
    return next((rule for rule in ALL_RULES if rule.code == code), None)
