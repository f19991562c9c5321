"""Members of the cast as users see them."""

from collections import Counter
from collections.abc import Sequence

from crosscheck.align.cast import Member
from crosscheck.model import Appearance, Article, Claim, Entity
from crosscheck.values import Name

BRACKETS = str.maketrans("", "", "[]")  # editors' brackets are no part of a name


def entity(member: Member, articles: Sequence[Article]) -> Entity:
    """A member with every name and role that articles give it, the commonest first."""
    mentions_ = [(articles[c.article].id, c.mention, _roles(c)) for c in member.claims]
    shown = tuple(Appearance(home, m.start, m.end, m.text, "; ".join(roles)) for home, m, roles in mentions_)
    texts = Counter(" ".join(m.text.translate(BRACKETS).split()) for _, m, _ in mentions_ if m.kind != "role")
    stated = Counter(role for _, m, roles in mentions_ for role in roles if m.kind != "role")
    return Entity(member.kind, member.name, _commonest(texts), _commonest(stated), shown, member.reasons)


def _roles(claim: Claim) -> tuple[str, ...]:
    value = claim.mention.value
    return value.roles if isinstance(value, Name) else ()


def _commonest(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in counts.most_common())
