"""One check: from articles that have been read to the report."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve

from crosscheck.align.cast import resolve
from crosscheck.align.counted import counted
from crosscheck.align.dated import Events, Pair, dated_events, since_events
from crosscheck.align.draft.backing import Backing
from crosscheck.align.draft.copies import Copies
from crosscheck.align.draft.standing import Standing, draft_groups, standings
from crosscheck.align.draft.ticks import TickSheet, outdated
from crosscheck.align.events import by_article, event_groups
from crosscheck.align.groups import Links, link, order
from crosscheck.align.happenings import happenings
from crosscheck.align.parts import other_parts, part_groups
from crosscheck.align.ranks import other_orders, rank_groups
from crosscheck.align.roles import untold
from crosscheck.align.series import series as join_figures
from crosscheck.align.stories import Stories
from crosscheck.align.tallies import outside, tally_groups
from crosscheck.align.weekdays import known_days
from crosscheck.config import Config
from crosscheck.extraction.layout.wording import wordings
from crosscheck.model import Conflict, Finding, Group, Refusal, Report, Rule, Severity
from crosscheck.pipeline.groups import all_groups
from crosscheck.pipeline.reading import Read, Stated, jobs_for
from crosscheck.pipeline.told import Refused, Teller, info
from crosscheck.rules import ALL_RULES
from crosscheck.rulings import waived

if TYPE_CHECKING:
    from crosscheck.record import Record
    from crosscheck.sheet import Sheet

# Kinds of group that tell of dates, figures and lengths by themselves.
FIRST = ("date", "quantity", "figures", "duration")
RATIOS = frozenset(("share", "level", "change"))  # kinds that tell of percentages by way of other figures
COURSES = frozenset(("course", "course/length", "past"))  # kinds that tell of lengths and of times
LATER = RATIOS | COURSES | {"event"}  # kinds that tell of dates and figures by way of others
MOST_DECLINED = 200
MOST_SERIES = 100


def _record(sheet: "Sheet | None", read: Sequence[Read]) -> "Record | None":
    if sheet is None:
        return None
    from crosscheck.record import Record

    return Record.of(sheet, [one.document for one in read])


class Run:
    """One check of articles in canonical order."""

    def __init__(
        self, read: Sequence[Read], config: Config, draft: str | None = None, sheet: "Sheet | None" = None
    ) -> None:
        self.read = read
        self.config = config
        self.draft = draft
        self.record = _record(sheet, read)
        self.ids = [one.article.id for one in read] + ([self.record.id] if self.record else [])
        stated = [one.stated(number) for number, one in enumerate(read)]
        kinds = (sorted((c for some in own for c in some), key=order) for own in zip(*stated, strict=True))
        told = Stated(*kinds) if stated else Stated([], [], [], [], [])
        self.claims, self.elapsed, self.tallies, self.parts, self.ranks = told
        self.stories = Stories([one.names for one in read])
        self.held = self.record.groups(self.claims, self.elapsed) if self.record else []
        self.teller = Teller(self.ids)

    @cached_property
    def clashes(self) -> list[Pair]:
        """The mentions of one event each that no day can satisfy."""
        since = [claim for own in by_article(self.elapsed).values() for claim in own]
        names = self.stories.names
        mentions = [*happenings(self.claims, names), *counted(since, self.claims, names)]
        return Events(mentions, self.stories).clashes()

    @cached_property
    def roles(self) -> list[Group]:
        """The groups of values that are compared by their roles: votes, parts, places in orders."""
        return [
            *tally_groups(self.tallies, self.stories),
            *part_groups(self.parts, self.stories),
            *rank_groups(self.ranks, self.stories),
        ]

    def report(self) -> Report:
        """What the rules find and decline, the tick sheet of a draft and the series, rulings applied."""
        jobs = jobs_for((one.article for one in self.read), self.config)
        single = outside(self.claims, self.tallies)
        links = known_days(link(single, self.stories, jobs), self.claims, self.stories)
        apart = other_parts(self.parts), other_orders(self.ranks)
        links = untold(dated_events(links, self.clashes), self.roles, *apart)
        standing = self._standings(links)
        findings, refusals = self._ruled([*self._groups(links), *draft_groups(standing)])
        declined = self.teller.declined(refusals)
        series = join_figures(self.claims, links, self.stories, [one.article.id for one in self.read])
        report = Report(
            findings=tuple(filter(self._asked, findings)),
            articles=(
                *(info(one.article, one.as_of) for one in self.read),
                *([self.record.info()] if self.record else []),
            ),
            ticks=self._tick_sheet().ticks(standing, findings) if self.draft is not None else (),
            declined=tuple(declined[:MOST_DECLINED]),
            declined_omitted=max(0, len(declined) - MOST_DECLINED),
            series=tuple(series[:MOST_SERIES]),
            series_omitted=max(0, len(series) - MOST_SERIES),
        )
        return waived(report)

    def _groups(self, links: Links) -> Iterator[Group]:
        quotations = self.record.quotations if self.record else ()
        events = event_groups(self.claims, self.elapsed, self.stories, since_events(self.clashes))
        yield from all_groups(self.claims, events, links, self.stories, quotations, self.held)
        yield from self.roles

    def _settled(self, findings: list[Finding]) -> list[Finding]:
        """The findings without those that one against the sheet settles."""
        if self.record is None:
            return findings
        from crosscheck.record import overruled

        places = [[(c.article, c.start, c.end) for c in f.claims if c.side is not None] for f in findings]
        needless = overruled([f.code for f in findings], places, self.record.id)
        return [f for number, f in enumerate(findings) if number not in needless]

    def _ruled(self, groups: Iterable[Group]) -> tuple[list[Finding], list[Refused]]:
        """What the rules say of groups: findings in canonical order, and what they decline.

        With a draft rules that were not selected speak too: the tick sheet is whole, whatever
        findings are asked for.
        """
        findings: list[Finding] = []
        refusals: list[Refused] = []
        told: set[int] = set()  # values found to exclude each other: groups of `LATER` come after them
        rules = [rule for rule in ALL_RULES if rule.code in self._selected]
        for group in groups:
            for rule in rules:
                for outcome in rule.check(group) if group.kind in rule.takes else ():
                    if not isinstance(outcome, Refusal):
                        if _again(group, rule, outcome, told):
                            continue  # of one event or figure one finding
                        if self._selected[rule.code]:
                            told |= _settles(group, rule, outcome)
                        decided = self.record.decided(outcome) if self.record else outcome
                        findings.append(self.teller.finding(rule, decided))
                    elif self._selected[rule.code]:
                        refusals.append((rule, group, outcome))
        findings = self._settled(_once(findings))
        if self.draft is not None:
            findings = outdated(findings)
        findings.sort(key=lambda f: (f.claims[0].article, f.claims[0].start, f.code, f.fingerprint))
        return findings, refusals

    def _asked(self, finding: Finding) -> bool:
        """Whether a finding is of a selected rule and, with a draft, touches it."""
        touches = self.draft is None or any(c.article == self.draft for c in finding.claims)
        return touches and self._selected[finding.code]

    @cached_property
    def _selected(self) -> dict[str, bool]:
        """The rules that run, by code, and whether what they find is reported."""
        shown = {r.code: self.config.selects(r.code, enabled=r.enabled) for r in ALL_RULES}
        ticked = {r.code for r in ALL_RULES if self.draft is not None and self.config.ticks(r.code)}
        return {r.code: shown[r.code] for r in ALL_RULES if shown[r.code] or (r.enabled and r.code in ticked)}

    def _standings(self, links: Links) -> list[Standing]:
        """How the values of the draft stand; none without a draft."""
        if self.draft is None:
            return []
        number = next(i for i, one in enumerate(self.read) if one.article.id == self.draft)
        known = [*self.claims, *(self.record.claims if self.record else ())]
        texts = [one.article.text for one in self.read]
        backing = Backing(known, self._borne_out(links), self.stories, resolve(known), texts, number)
        return standings(self.claims, links, backing)

    def _borne_out(self, links: Links) -> Links:
        """The links that bear claims out, those with the sheet among them."""
        if self.record is None:
            return links
        from crosscheck.record import agreeing

        return Links(links.clashes, (*links.support, *agreeing(self.held)))

    def _tick_sheet(self) -> TickSheet:
        numbers = {name: number for number, name in enumerate(self.ids)}
        copies = Copies(
            [wordings(one.document) for one in self.read], [one.article.source for one in self.read]
        )
        return TickSheet(self.draft or "", self.teller.evidence, copies, numbers)


def _again(group: Group, rule: Rule, found: Conflict, told: set[int]) -> bool:
    """Whether a conflict is of a date or figure that another way of looking has found already.

    The figures of one article may say what those of another have said of its percentage.
    """
    if group.kind in LATER:
        return any(id(claim) in told for claim, side in found.claims if side is not None)
    within = group.kind == "article" and not RATIOS.isdisjoint(rule.takes)
    return within and id(found.claims[0][0]) in told


def _settles(group: Group, rule: Rule, found: Conflict) -> set[int]:
    """The claims of a conflict of which no further one need tell."""
    if group.kind in RATIOS:
        return {id(found.claims[0][0])}
    severity = rule.severity if found.severity is None else found.severity
    if group.kind not in FIRST or severity is Severity.INFO:
        return set()
    return {id(claim) for claim, side in found.claims if side is not None}


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that say of the same claims what a surer one of the same rule says.

    The reasons of both are kept, those of the surer first.
    """
    kept: dict[tuple[str, frozenset[tuple[str, int, int]]], Finding] = {}
    for finding in findings:
        key = (finding.code, frozenset((c.article, c.start, c.end) for c in finding.claims))
        known = kept.get(key)
        if known is None:
            kept[key] = finding
            continue
        best, other = (finding, known) if finding.confidence > known.confidence else (known, finding)
        more = tuple(reason for reason in other.reasons if reason not in best.reasons)
        kept[key] = evolve(best, reasons=(*best.reasons, *more))
    return list(kept.values())
