"""The tick sheet: every value of a draft in reading order, and how the sources bear on it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from crosscheck.align.draft.backing import MOST
from crosscheck.align.draft.copies import Copies
from crosscheck.align.draft.standing import Standing
from crosscheck.model import Claim, ClaimRef, Evidence, Finding, Severity, Tick
from crosscheck.values import Name, Post

OUTDATED, COUNT = "N209", "N201"
INHERIT = frozenset({"quantity", "date", "time", "duration", "age", "ordinal"})
SHEET_ONLY = frozenset({"M802"})  # what the sheet says of its own accord


Among = dict[tuple[str, int, int], list[tuple[Finding, ClaimRef]]]


@frozen(slots=True)
class Row:
    """A value of the draft: its stretch as shown, and as findings point at it (`reach`)."""

    claim: Claim
    start: int
    end: int
    text: str
    kind: str
    reach: tuple[int, int]
    backing: tuple[Claim, ...]
    incomparable: str | None


def rows(found: Sequence[Standing]) -> list[Row]:
    """The values of a draft and the titles that it gives people, in reading order."""
    out: dict[tuple[int, int, str], Row] = {}
    for standing in found:
        mention = standing.claim.mention
        row = Row(
            standing.claim, mention.start, mention.end, mention.text, mention.kind,
            (mention.start, mention.end), standing.backing, standing.incomparable,
        )  # fmt: skip
        for one in (row, *_titles(standing)):
            out.setdefault((one.start, one.end, one.kind), one)
    return sorted(out.values(), key=lambda one: (one.start, one.end, one.kind))


def _titles(standing: Standing) -> Iterator[Row]:
    """A row for each title of a person, borne out where a source gives that person the same office."""
    mention = standing.claim.mention
    posts = mention.value.posts if isinstance(mention.value, Name) else ()
    for post in posts:
        end = mention.start if post.start < mention.start < post.end else post.end
        text = post.text[: end - post.start].rstrip(" ,\n\u00a0")
        if text:
            same = tuple(c for c in standing.people if _holds(c, post))
            yield Row(
                standing.claim, post.start, post.start + len(text), text, "title",
                (post.start, post.end), same, None,
            )  # fmt: skip


def _holds(claim: Claim, post: Post) -> bool:
    """Whether a claim gives its person the same office in the same state."""
    value = claim.mention.value
    return isinstance(value, Name) and any(
        (p.office, p.state) == (post.office, post.state) for p in value.posts
    )


@frozen(slots=True)
class TickSheet:
    """What makes ticks of rows: the draft's id, and how to show a claim and count independent articles."""

    draft: str
    evidence: Callable[[Claim], Evidence]
    copies: Copies
    numbers: dict[str, int]

    def ticks(self, found: Sequence[Standing], findings: Sequence[Finding]) -> tuple[Tick, ...]:
        """The ticks of a draft: a finding against a value outweighs what bears it out.

        What is found against a source's statement that bears a value out stands against the
        value, too: two sources differ, and the draft follows one.
        """
        listed = rows(found)
        findings = [f for f in findings if f.code not in SHEET_ONLY]
        against = _against(findings, self.draft, listed)
        among = _between_sources(findings, self.draft)
        return tuple(
            self._tick(row, against.get(n) or self._inherited(row, among)) for n, row in enumerate(listed)
        )

    def _inherited(self, row: Row, among: Among) -> list[tuple[Finding, ClaimRef]]:
        """The findings between sources against what bears a figure or a date out.

        A source that misspells a name, or gives it another office, says nothing against the draft's.
        """
        shown = map(self.evidence, row.backing if row.kind in INHERIT else ())
        return [found for e in shown for found in among.get((e.article, e.start, e.end), ())]

    def _tick(self, row: Row, against: list[tuple[Finding, ClaimRef]]) -> Tick:
        backing = tuple(self.evidence(claim) for claim in row.backing[:MOST])
        supporters = self.copies.independent(claim.article for claim in row.backing)
        if not against:
            status = "supported" if backing else "not_comparable" if row.incomparable else "unsupported"
            tick = self._bare(row, status, row.incomparable)
            return evolve(tick, evidence=backing, independent=supporters)
        worst = max((f for f, _ in against), key=_gravity)
        clashing = _others(against)
        count = self.copies.independent({self.numbers[e.article] for e in clashing} - {self.own})
        return evolve(
            self._bare(row, "outdated" if worst.code == OUTDATED else "contradicted", worst.message),
            evidence=clashing[:MOST],
            independent=count,
            backing=backing,
            finding=worst.fingerprint if any(c.article == self.draft for c in worst.claims) else None,
        )

    @property
    def own(self) -> int:
        """The number of the draft among the articles."""
        return self.numbers[self.draft]

    def _bare(self, row: Row, status: str, why: str | None) -> Tick:
        return Tick(self.draft, row.start, row.end, row.text, row.kind, status, why=why)


def _gravity(finding: Finding) -> tuple[bool, bool, int, float]:
    """Which finding decides: an error, else that a figure is outdated, else the heaviest."""
    error = finding.severity is Severity.ERROR
    return error, finding.code == OUTDATED, finding.severity, finding.confidence


def outdated(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that say of an outdated figure only that another source has a newer one."""
    old = {_reach(f) for f in findings if f.code == OUTDATED}
    spans = frozenset(place for places in old for place in places)
    return [
        f
        for f in findings
        if f.code != COUNT or f.severity is Severity.ERROR or not old or not _reach(f) <= spans
    ]


def _reach(finding: Finding) -> frozenset[tuple[str, int, int]]:
    return frozenset((c.article, c.start, c.end) for c in finding.claims if c.side is not None)


def _others(against: Sequence[tuple[Finding, ClaimRef]]) -> tuple[Evidence, ...]:
    """The claims on another side than the draft's own, each once."""
    found: dict[Evidence, None] = {}
    for finding, own in against:
        for c in finding.claims:
            if c.side is not None and c.side != own.side:
                found[Evidence(c.article, c.start, c.end, c.text)] = None
    return tuple(found)


def _against(
    findings: Sequence[Finding], draft: str, listed: Sequence[Row]
) -> dict[int, list[tuple[Finding, ClaimRef]]]:
    """The findings against each row (by its number), with the draft's claim in them.

    A claim of a finding is about the row that it covers most closely.
    """
    starts = [row.start for row in listed]
    longest = max((row.reach[1] - row.reach[0] for row in listed), default=0)
    found: dict[int, list[tuple[Finding, ClaimRef]]] = defaultdict(list)
    for finding in findings:
        for own in finding.claims:
            if own.article != draft or own.side is None:
                continue
            near = range(bisect_left(starts, own.start - longest), bisect_right(starts, own.end))
            shares = {n: _shared(listed[n].reach, (own.start, own.end)) for n in near}
            best = max(shares.values(), default=0.0)
            for n, share in shares.items():
                if share == best > 0.0:
                    found[n].append((finding, own))
    return found


def _between_sources(findings: Sequence[Finding], draft: str) -> Among:
    """The findings that do not touch the draft, by each place that takes a side against another article."""
    found: Among = defaultdict(list)
    for finding in findings:
        if any(c.article == draft for c in finding.claims):
            continue
        for own in finding.claims:
            if own.side and any(
                c.side not in (None, own.side) and c.article != own.article for c in finding.claims
            ):
                found[own.article, own.start, own.end].append((finding, own))
    return found


def _shared(one: tuple[int, int], two: tuple[int, int]) -> float:
    """The part of two stretches that they share, 0 to 1."""
    both = min(one[1], two[1]) - max(one[0], two[0])
    return max(0.0, both / (max(one[1], two[1]) - min(one[0], two[0]) or 1))
