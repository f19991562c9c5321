"""What rules say, in a report's words: claims, findings and refusals by the ids of their articles."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from crosscheck.model import (
    Article,
    ArticleInfo,
    AsOf,
    Claim,
    ClaimRef,
    Conflict,
    Declined,
    Evidence,
    Finding,
    Group,
    Mention,
    Refusal,
    Rule,
)

Refused = tuple[Rule, Group, Refusal]


class Teller:
    """Puts claims into a report; `ids` are those of the articles, by their numbers in claims."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids

    def finding(self, rule: Rule, conflict: Conflict) -> Finding:
        """A conflict as a finding of its rule.

        The fingerprint is a digest of the rule, what the claims are about and the values that
        clash; no article takes part in it.
        """
        shown = tuple(self._reference(claim, side) for claim, side in conflict.claims)
        about = sorted({claim.subject for claim, _ in conflict.claims if claim.subject})
        stated = sorted({ref.value for ref in shown if ref.side is not None})
        digest = hashlib.sha256(
            "|".join([rule.code, *about, "=", *stated]).encode("utf-8", "surrogatepass")
        ).hexdigest()[:16]
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=conflict.severity if conflict.severity is not None else rule.severity,
            confidence=conflict.confidence,
            message=conflict.message,
            fingerprint=f"{rule.code}-{digest}",
            claims=shown,
            reasons=conflict.reasons,
            suggestion=conflict.suggestion,
        )

    def _reference(self, claim: Claim, side: str | None) -> ClaimRef:
        mention = claim.mention
        return ClaimRef(
            article=self._ids[claim.article],
            start=mention.start,
            end=mention.end,
            text=mention.text,
            value=_shown(mention),
            side=side,
        )

    def evidence(self, claim: Claim) -> Evidence:
        """Where a claim stands."""
        m = claim.mention
        return Evidence(self._ids[claim.article], m.start, m.end, m.text)

    def declined(self, refusals: Sequence[Refused]) -> list[Declined]:
        """One row for each group, rule and reason, in the order of the refusals, with an example."""
        counts: Counter[tuple[int, str, str]] = Counter()
        first: dict[tuple[int, str, str], Refusal] = {}
        for rule, group, refusal in refusals:
            key = (id(group), rule.code, refusal.reason)
            counts[key] += 1
            first.setdefault(key, refusal)
        return [
            Declined(
                code, reason, counts[_, code, reason], tuple(self.evidence(c) for c in refusal.claims[:2])
            )
            for (_, code, reason), refusal in first.items()
        ]


def info(article: Article, as_of: AsOf) -> ArticleInfo:
    """What a report says of an article that speaks from a day."""
    return ArticleInfo(
        id=article.id,
        title=article.title,
        source=article.source,
        published=article.published.isoformat() if article.published else None,
        as_of=as_of.day.isoformat() if as_of.day else None,
        as_of_from=as_of.source,
        text=article.text,
    )


def _shown(mention: Mention) -> str:
    """A mention's value as one short string: the figure with its unit, EDTF, ISO duration, name."""
    value = mention.value.to_dict()
    match mention.kind:
        case "quantity":
            figure = value["stated"] or f"{value['low'] or ''}..{value['high'] or ''}"
            return f"{figure} {value['unit']}" if value["unit"] else str(figure)
        case "date" | "duration":
            return str(value["stated"])
        case "time":
            return f"{value['earliest']}{value['zone'] or ''}"
        case "ordinal":
            return str(value["rank"])
        case "age":
            return str(value["low"]) if value["low"] == value["high"] else f"{value['low']}..{value['high']}"
        case "quotation":
            return str(value["words"])
    return str(value["name"])
