"""The findings, each with its sides, its reasons and a bar for every piece of evidence."""

import re
from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from crosscheck.markup import Markup, cut, plural, tag
from crosscheck.model import ClaimRef, Finding, Severity
from crosscheck.reports.excerpt import excerpt
from crosscheck.reports.html.page import MOST_FINDINGS, Page, look
from crosscheck.reports.view import Manual

BITS = re.compile(r"^(?P<what>.*) \((?P<bits>[+-]\d+\.\d)\)$", re.DOTALL)
TOTAL = re.compile(r"^match weight (?P<bits>[+-]\d+\.\d) bits")
DURATION = re.compile(r"^P(?P<count>\d{1,6})(?P<unit>[YMWD])$", re.ASCII)
YEARLESS = re.compile(r"^XXXX-(?P<month>\d\d)-(?P<day>\d\d)$", re.ASCII)
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PER_SIDE = 6  # sentences shown of one side
WIDE = 240  # units across the bars


def filters(page: Page) -> Markup | None:
    """The controls that narrow down the list; they appear where scripts run."""
    listed = page.report.findings[:MOST_FINDINGS]
    if len(listed) < 2:
        return None
    severities = Counter(finding.severity for finding in listed)
    rules = Counter(f"{finding.code} {finding.name}" for finding in listed)
    touched = Counter(article for f in listed for article in {c.article for c in f.claims})
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", name="severity", value=s.label, checked=True),
            f" {'note' if s is Severity.INFO else s.label} {severities[s]:,}",
            class_=f"box {s.label}",
        )
        for s in sorted(severities, reverse=True)
    ]
    names = {
        article: f"{page.name(article)} ({touched[article]})" for article in page.articles if touched[article]
    }
    return tag(
        "div",
        tag("fieldset", tag("legend", "Show"), *boxes),
        _select(
            "rule",
            "Rule",
            "all rules",
            {rule.split()[0]: f"{rule} ({n})" for rule, n in sorted(rules.items())},
        ),
        _select(
            "article", "Article", "all articles", {f"a{page.numbers[a]}": name for a, name in names.items()}
        ),
        tag(
            "label",
            "Text ",
            tag("input", type="search", id="by-text", placeholder="any words"),
            for_="by-text",
        ),
        tag("p", plural(len(listed), "finding"), id="shown"),
        class_="filters script-only",
        role="search",
        aria_label="Filter the findings",
    )


def _select(name: str, label: str, everything: str, options: dict[str, str]) -> Markup:
    listed = [tag("option", text, value=value) for value, text in options.items()]
    choice = tag("select", tag("option", everything, value=""), *listed, id=f"by-{name}")
    return tag("label", f"{label} ", choice, for_=f"by-{name}")


def findings(page: Page) -> Markup:
    """The list of findings, or the line that there are none."""
    listed = page.report.findings[:MOST_FINDINGS]
    left = len(page.report.findings) - len(listed)
    more = (
        tag("p", f"{left:,} more are left out here; other formats list them.", class_="note")
        if left
        else None
    )
    items = [_finding(page, number, finding) for number, finding in enumerate(listed, 1)]
    content = (
        tag("ol", *items, class_="findings") if items else tag("p", "No contradiction found.", class_="none")
    )
    return tag(
        "section", tag("h2", "Findings"), content, more, id="findings", aria_label="Findings", tabindex="-1"
    )


def _finding(page: Page, number: int, finding: Finding) -> Markup:
    label = "note" if finding.severity is Severity.INFO else finding.severity.label
    touched = dict.fromkeys(f"a{page.numbers[claim.article]}" for claim in finding.claims)
    head = tag(
        "h3",
        tag("span", f"{number}", class_="number"),
        tag("span", label, class_=f"badge {finding.severity.label}"),
        tag("span", cut(finding.message), class_="message", dir="auto"),
        id=f"f{number}-head",
    )
    facts = tag(
        "p",
        tag("b", f"{finding.code} {finding.name}"),
        f" · {_sure(finding.confidence)} · {plural(len(finding.claims), 'statement')}",
        class_="facts",
    )
    copy = tag(
        "button",
        "Copy",
        tag("span", f" finding {number}", class_="unseen"),
        type="button",
        class_="copy script-only",
        data_copy=plain(page, finding),
    )
    write = (
        tag("p", "Write ", tag("b", cut(finding.suggestion), dir="auto"), class_="help")
        if finding.suggestion
        else None
    )
    return tag(
        "li",
        head,
        tag("div", facts, copy, class_="row"),
        *_sides(page, finding.claims),
        write,
        _why(finding.reasons, page.view.rules.get(finding.code)),
        id=f"f{number}",
        class_=f"finding {finding.severity.label}",
        tabindex="-1",
        aria_labelledby=f"f{number}-head",
        data_severity=finding.severity.label,
        data_rule=finding.code,
        data_articles=" ".join(touched),
    )


def _sure(confidence: float) -> str:
    """How sure a finding is, never more than the figures can say."""
    return "over 99% confident" if confidence > 0.99 else f"{confidence:.0%} confident"


def spoken(value: str) -> str:
    """A value as an editor reads it: ISO durations and days without a year in words, nothing for "Friday".

    >>> spoken("P1W"), spoken("P6M"), spoken("XXXX-11-03"), spoken("XXXX-XX-XX"), spoken("2016-11-03")
    ('1 week', '6 months', 'November 3, no year', '', '2016-11-03')
    """
    if (found := DURATION.match(value)) is not None:
        count, noun = found["count"], UNITS[found["unit"]]
        return f"{count} {noun}" + ("" if count == "1" else "s")
    if (found := YEARLESS.match(value)) is not None and 1 <= (month := int(found["month"])) <= 12:
        return f"{MONTHS[month - 1]} {int(found['day'])}, no year"
    return "" if value == "XXXX-XX-XX" else value


def _by_side(claims: Iterable[ClaimRef]) -> dict[str | None, list[ClaimRef]]:
    found: dict[str | None, list[ClaimRef]] = {}
    for claim in sorted(claims, key=lambda c: (c.side is None, c.side or "")):
        found.setdefault(claim.side, []).append(claim)
    return found


def _sides(page: Page, claims: Iterable[ClaimRef]) -> list[Markup]:
    """One box a side: its letter, its values, its sentences."""
    boxes = []
    for side, own in _by_side(claims).items():
        values = ", ".join(filter(None, dict.fromkeys(cut(spoken(claim.value), 80) for claim in own)))
        head = tag(
            "h4",
            tag("span", f"Side {side}" if side else "Fits several sides", class_="side-name"),
            " ",
            tag("bdi", cut(values, 160), class_="value"),
        )
        shown = [
            tag(
                "li",
                tag("q", page.sentence(c.article, c.start, c.end), dir="auto"),
                tag("cite", page.origin(c.article, c.start), dir="auto"),
            )
            for c in own[:PER_SIDE]
        ]
        left = len(own) - len(shown)
        more = tag("p", f"and {left} more that bear on it", class_="note") if left else None
        boxes.append(tag("div", head, tag("ul", *shown), more, class_=look(side)))
    return boxes


@frozen(slots=True)
class Step:
    """A piece of evidence in the waterfall: what it says, its bits, where its bar begins."""

    what: str
    bits: float
    begins: float


def waterfall(reasons: Iterable[str]) -> tuple[list[str], list[Step], float | None]:
    """The reasons without a weight, the steps of those with one, and the match weight if it is told.

    >>> waterfall(["one town", "both name it (+3.0)", "match weight +1.5 bits, all told"])[1:]
    ([Step(what='both name it', bits=3.0, begins=0.0)], 1.5)
    """
    words, steps, total, at = [], [], None, 0.0
    for reason in reasons:
        if (found := TOTAL.match(reason)) is not None:
            total = float(found["bits"])
        elif (found := BITS.match(reason)) is not None:
            bits = float(found["bits"])
            steps.append(Step(found["what"], bits, at))
            at += bits
        else:
            words.append(reason)
    return words, steps, total


def _why(reasons: Iterable[str], rule: Manual | None) -> Markup | None:
    """The reasons, folded: first in words, then the evidence that these are about one fact, with bars."""
    words, steps, total = waterfall(reasons)
    if not words and not steps and total is None and rule is None:
        return None
    checks = tag("p", f"What {rule.code} looks for: {rule.summary}", class_="note") if rule else None
    told = (
        tag("ul", *(tag("li", cut(word), dir="auto") for word in words), class_="reasons") if words else None
    )
    return tag("details", tag("summary", "Why"), told, _bars(steps, total) if steps else None, checks)


def _bars(steps: list[Step], total: float | None) -> Markup:
    """A table of the evidence, heaviest first; each bar begins where the one before it ends."""
    reached = round(sum(step.bits for step in steps), 1)
    rows = list(steps)
    if total is not None and abs(total - reached) >= 0.05:
        rows.append(
            Step("all other evidence, and how rare a match is beforehand", round(total - reached, 1), reached)
        )
    end = reached if total is None else total
    edges = [0.0, end, *(s.begins for s in rows), *(s.begins + s.bits for s in rows)]
    low, high = min(edges), max(edges)
    scale = WIDE / max(high - low, 0.1)

    def bar(begins: float, bits: float, kind: str) -> Markup:
        left = (min(begins, begins + bits) - low) * scale
        zero = -low * scale
        return tag(
            "svg",
            tag("line", x1=f"{zero:.1f}", x2=f"{zero:.1f}", y1="0", y2="14", class_="zero"),
            tag(
                "rect",
                x=f"{left:.1f}",
                y="2",
                width=f"{max(1.0, abs(bits) * scale):.1f}",
                height="10",
                class_=kind,
            ),
            viewBox=f"0 0 {WIDE} 14",
            class_="bar",
            aria_hidden="true",
        )

    def row(what: str, bits: float, shown: Markup, kind: str | None = None) -> Markup:
        return tag(
            "tr",
            tag("th", cut(what), scope="row", dir="auto"),
            tag("td", f"{bits:+.1f}"),
            tag("td", shown),
            class_=kind,
        )

    listed = [row(s.what, s.bits, bar(s.begins, s.bits, "for" if s.bits >= 0 else "against")) for s in rows]
    closing = "match weight" if total is not None else "together"
    return tag(
        "table",
        tag("caption", "Evidence that these are about one fact, in bits"),
        tag(
            "thead",
            tag(
                "tr",
                tag("th", "Evidence", scope="col"),
                tag("th", "Bits", scope="col"),
                tag("th", "Adding up", scope="col"),
            ),
        ),
        tag("tbody", *listed, row(closing, end, bar(0.0, end, "sum"), "sum")),
        class_="waterfall",
    )


def plain(page: Page, finding: Finding) -> str:
    """A finding as the text that its button copies."""
    lines = [f"{finding.severity.label} {finding.code} {finding.name}: {cut(finding.message)}"]
    for side, own in _by_side(finding.claims).items():
        for claim in own[:PER_SIDE]:
            text = page.articles[claim.article].text
            read = cut(spoken(claim.value), 80)
            mark = (f"side {side}" if side else "fits several sides") + (f", {read}" if read else "")
            words = excerpt(text, claim.start, claim.end, EXCERPT_COPIED).text
            where = page.origin(claim.article, claim.start)
            lines.append(f"- {mark}: “{words}” ({where})")
    lines += [f"Why: {cut(reason)}" for reason in finding.reasons]
    if finding.suggestion:
        lines.append(f"Write: {cut(finding.suggestion)}")
    return "\n".join(lines)


EXCERPT_COPIED = 160  # columns of a sentence in a copied finding
