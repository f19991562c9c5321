"""Quantities: from numerals to amounts with their unit, hedge and counted thing.

The productions build on each other: numeral, measure (a numeral with its unit), range (two
measures), bound or hedge, and then what is counted.
"""

from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from typing import Final

from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers import counted as counting
from crosscheck.extraction.numbers import hedges, items, phrases, ranges
from crosscheck.extraction.numbers.figures import RANKS, RATIO, Numeral
from crosscheck.extraction.numbers.hedges import Hedge
from crosscheck.extraction.numbers.measures import Measure, measure
from crosscheck.extraction.numbers.multiples import PERCENTS, TRIGGERS, multiples, small_shares
from crosscheck.extraction.numbers.nonquantities import claimed_elsewhere
from crosscheck.extraction.numbers.ordinals import SUFFIXES, ordinals
from crosscheck.extraction.numbers.ratings import SCALES, ratings
from crosscheck.extraction.numbers.signs import ahead
from crosscheck.extraction.numbers.units import Unit
from crosscheck.extraction.numbers.view import View
from crosscheck.model import Counted, Mention
from crosscheck.values import Quantity, plain

ZERO: Final = Decimal(0)
EXACT: Final = Context(prec=60)
VOTES: Final = frozenset(
    "vote votes voted voting ruling ruled decision passed approved majority margin rejected defeated".split()
)


def read(document: Document) -> Iterator[Mention]:
    """The quantities and ordinals of a document; tokens that other readers claimed are left alone."""
    with localcontext(EXACT):
        found = Quantities(document).read()
    yield from found


class Quantities:
    """The productions over one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numerals = document.numerals
        self.view = View(document.tokens, document.numerals, document.claimed)
        self.claimed = document.claimed
        self.out: list[Mention] = []

    def read(self) -> list[Mention]:
        """The mentions of quantities and ordinals, not yet in the order of the text."""
        watched = WATCHED
        spots = [i for i, w in enumerate(self.document.tokens.lower) if w in watched]
        self.out.extend(ordinals(self.document, self.view, spots))
        self.out.extend(ratings(self.document, self.view, spots))
        self.out.extend(multiples(self.document, self.view, spots))
        items, addresses = self.numerals.items, self.addresses(spots)
        k = 0
        while k < len(items):
            n = items[k]
            if self.claimed[n.first] or self.claimed[n.last] or n.first in addresses:
                k += 1
                continue
            k += self.quantity(k, n)
        self.out.extend(small_shares(self.document, self.view, spots))
        return self.out

    def addresses(self, spots: list[int]) -> set[int]:
        """The tokens of web addresses, whose openings are among `spots`."""
        found: set[int] = set()
        tokens = self.view.tokens
        for start in [i for i in spots if tokens.lower[i] in ADDRESS]:
            i = start
            while i not in found:
                found.add(i)
                i += tokens.adjacent(i)
        return found

    def quantity(self, k: int, n: Numeral) -> int:
        """Read the quantity that starts with numeral k; gives how many numerals it took."""
        found = measure(self.view, n)
        if claimed_elsewhere(
            self.view, n, united=found.unit is not None or found.last != n.last, signed=found.ahead
        ):
            return 1 + self.followers(k)
        second = ranges.second(self.view, k, found)
        if second is None:
            self.single(found)
            return 1 + self.inside(k, found.last) + (found.per == "dozen")
        if second.value > found.value and not ranges.scored(self.view, found, second):
            both = ranges.unified(found, second)
            if both is not None:
                self.ranged(*both)
                return 2 + self.inside(k + 1, second.last)
        if self.paired(found, second):
            return 2
        self.single(found)
        return 1 + self.inside(k, found.last)

    def inside(self, k: int, last: int) -> int:
        """How many further numerals a compound measure ("5 feet 2 inches") took."""
        items, count = self.numerals.items, 0
        while k + count + 1 < len(items) and items[k + count + 1].first <= last:
            count += 1
        return count

    def followers(self, k: int) -> int:
        """How many numerals hang on to one that is no quantity: the 19 of "2018-19"."""
        items, tokens = self.numerals.items, self.view.tokens
        count = 0
        while k + count + 1 < len(items):
            here, following = items[k + count], items[k + count + 1]
            joined = following.first == here.last + 2 and self.view.lower[here.last + 1] in "-–/:."
            if not joined or not (tokens.adjacent(here.last + 1) or self.view.lower[here.last + 1] == "-"):
                break
            count += 1
        return count

    # -- ranges and pairs --------------------------------------------------------------

    def paired(self, found: Measure, second: Measure) -> bool:
        """A vote or a score ("52-48", "2-1"): a vote gives two counts of votes, a score nothing."""
        if found.unit or second.unit or found.numeral.words != second.numeral.words:
            return False
        if self.view.lower[found.last + 1] not in ("-", "–", "to"):
            return False
        if not VOTES.isdisjoint(ranges.around(self.view, found.first, second.last)):
            for side in (found, second):
                what = Counted("vote", "vote", (), "vote")
                self.emit(
                    side.first,
                    side.last,
                    Quantity(side.value, side.value, "vote", plain(side.value), dimension="vote"),
                    what,
                )
            return True
        return self.view.lower[found.last + 1] != "to" or max(found.value, second.value) < 200

    def ranged(self, low: Measure, high: Measure) -> None:
        """Give a range as one quantity."""
        view = self.view
        opened = hedges.opening(view.tokens, low.first)
        first = opened[0] if opened else low.first
        hedge = hedges.before(view.tokens, first) or hedges.after(view.tokens, high.last)
        bottom, top = low.value, high.value
        if hedge is not None and hedge.kind == "near":
            bottom, top = hedge.band(bottom)[0] or bottom, hedge.band(top)[1] or top
        slack = min(low.slack, high.slack)
        what = self.what(high, hedge.first if hedge and hedge.first < first else first, one=False)
        value = self.valued(
            high,
            bottom,
            top,
            f"{plain(low.value)}..{plain(high.value)}",
            hedge.words if hedge else None,
            slack,
            what,
        )
        self.emit(low.first, high.last, value, what and what[0])

    # -- single figures ----------------------------------------------------------------

    def single(self, found: Measure) -> None:
        """Give one figure with its hedge or bound."""
        share = self.share(found)
        if share is not None:
            return
        tokens = self.view.tokens
        left = hedges.before(tokens, found.first)
        right = hedges.after(tokens, found.last)
        if right is not None and right.bound and left is not None and not left.bound:
            left = None  # "about 500 or more"
        if left is not None and left.bound and self.bounded(left, found):
            return
        first = left.first if left else found.first
        what = self.what(found, first, one=found.value == 1)
        if found.value == 1 and (what is None or not what[0].head) and self.figured(found):
            return  # "just one 5,000-seat hall": what is counted stands behind the other figure
        if right is None and left is None and what is not None and what[1] > found.last:
            right = hedges.after(tokens, what[1])
            right = (
                right
                if right is not None and right.words in ("or more", "or so", "or less", "or fewer")
                else None
            )
        self.emit(found.first, found.last, self.hedged(found, left or right, what), what and what[0])

    def figured(self, found: Measure) -> bool:
        """Whether another figure follows a bare number at once, its currency sign included."""
        view, j = self.view, found.last + 1
        following = self.numerals.at.get(j) or self.numerals.at.get(j + 1)
        return (
            found.unit is None
            and following is not None
            and (following.first == j or ahead(view.tokens, j) is not None)
        )

    def bounded(self, left: Hedge, found: Measure) -> bool:
        """Two bounds in a row close a range: "more than 10 but fewer than 20"; true where they did."""
        out, lower = self.out, self.view.lower
        if not out or lower[left.first - 1] not in ("and", "but", ",") or left.first < 2:
            return False
        last, value = out[-1], out[-1].value
        if (
            last.kind != "quantity"
            or not isinstance(value, Quantity)
            or value.hedge is None
            or value.stated is None
        ):
            return False
        if last.end != self.view.tokens.ends[left.first - 2]:
            return False
        unit = found.unit.code if found.unit else value.unit
        low, high = (value.low, found.value) if left.kind == "max" else (found.value, value.high)
        if low is None or high is None or not low < high or (value.unit is not None and unit != value.unit):
            return False
        out.pop()
        what = self.what(found, left.first, one=False)
        both = self.valued(found, low, high, f"{plain(low)}..{plain(high)}", value.hedge, ZERO, what)
        start, end = last.start, self.view.tokens.ends[found.last]
        out.append(Mention(start, end, self.view.tokens.text[start:end], "quantity", both, what and what[0]))
        self.document.claim(found.first, found.last)
        return True

    def hedged(self, found: Measure, hedge: Hedge | None, what: tuple[Counted, int] | None) -> Quantity:
        """The value of one figure under its hedge."""
        n, value, slack = found.numeral, found.value, found.slack
        if n.loose and n.low is not None and n.high is not None:
            return self.loose(found, n.low, n.high, what)
        if hedge is None:
            return self.valued(found, value, value, plain(value), None, slack, what)
        plain_count = found.unit is None and n.scale == 1 and value == value.to_integral_value()
        low, high = hedge.band(value, ZERO if plain_count else slack)
        if hedge.bound:
            stated = f"{plain(value)}.." if hedge.kind == "min" else f"..{plain(value)}"
            kept = slack if n.scale > 1 or value != value.to_integral_value() else ZERO
            return self.valued(found, low, high, stated, hedge.words, kept, what)
        return self.valued(found, low, high, plain(value), hedge.words, ZERO, what)

    def loose(
        self, found: Measure, low: Decimal, high: Decimal, what: tuple[Counted, int] | None
    ) -> Quantity:
        """Loose words: "dozens" states twelve and more, "hundreds" 100 to 1,000, "a few" about three."""
        word = found.numeral.loose or ""
        value = plain(found.value)
        if word.startswith(("a ", "several")):
            stated = value
        elif word in ("dozens", "scores"):
            stated = f"{value}.."
        else:
            stated = f"{value}..{plain(found.value * 10)}"
        return self.valued(found, low, high, stated, word, ZERO, what)

    def share(self, found: Measure) -> Mention | None:
        """A share: "one in five", "three out of four", "four households in ten"."""
        view, n, lower = self.view, found.numeral, self.view.lower
        if found.unit is not None or n.loose or n.value != int(n.value):
            return None
        j = n.last + 1
        among = (
            lower[j + 1] in ("in", "out") and n.words and phrases.plural(lower[j])
        )  # "four households in ten"
        j += among
        out = lower[j] == "out" and lower[j + 1] == "of"
        if not out and (lower[j] != "in" or n.value >= 10):
            return None
        whole = self.numerals.at.get(j + (2 if out else 1))
        if (
            whole is None
            or whole.loose
            or not n.value < whole.value
            or whole.fraction
            or self.claimed[whole.first]
        ):
            return None
        if not out and n.value != 1 and whole.value not in SHARES:
            return None
        if claimed_elsewhere(view, whole, united=False):
            return None
        if among and phrases.phrase(view, whole.last, one=False) is not None:
            return None  # "four people in ten cars"
        value = RATIO.divide(n.value, whole.value)
        what = counting.counted(view, found.first, n.last if among else whole.last)
        head = (what[0].head or None) if what else None
        quantity = self.shared(value, head, hedges.before(view.tokens, found.first))
        self.claimed[whole.first] = 1
        return self.emit(n.first, whole.last, quantity, what and what[0])

    @staticmethod
    def shared(value: Decimal, head: str | None, hedge: Hedge | None) -> Quantity:
        """The value of a share under its hedge."""
        slack = Decimal("0.005")
        if hedge is None:
            return Quantity(value, value, head, plain(value), None, slack, "share")
        low, high = hedge.band(value, slack)
        stated = plain(value)
        if hedge.bound:
            stated = f"{stated}.." if hedge.kind == "min" else f"..{stated}"
        return Quantity(low, high, head, stated, hedge.words, slack, "share")

    # -- what all share ----------------------------------------------------------------

    def what(self, found: Measure, first: int, *, one: bool) -> tuple[Counted, int] | None:
        """What is counted or measured, and where its noun phrase ends."""
        what = self.told(found, first, items.thing(self.view, first, found.last), one=one)
        if what is None or not what[0].head:
            label = items.label(self.view, first)
            if label is not None:
                return label, found.last
        return what

    def told(self, found: Measure, first: int, last: int, *, one: bool) -> tuple[Counted, int] | None:
        """What is counted or measured by the words before and behind, the latter from token `last` on."""
        view = self.view
        if found.unit is None:
            if view.lower[first - 1] == "to" and first > 1 and not phrases.phrase(view, found.last, one=one):
                told = self.out[-1] if self.out else None  # "by three votes to two"
                if (
                    told is not None
                    and told.counted
                    and told.counted.head == phrases.singular(view.lower[first - 2])
                ):
                    return told.counted, found.last
            fraction = found.numeral.fraction or found.value != found.value.to_integral_value()
            return counting.counted(view, first, last, one=one and not fraction)
        if found.unit.code == "percent" and view.lower[last + 1] == "of":
            return counting.counted(view, first, last)
        return counting.counted(view, first, last, noun=False)

    def valued(  # noqa: PLR0913, PLR0917 - the parts of one value, all needed
        self,
        found: Measure,
        low: Decimal | None,
        high: Decimal | None,
        stated: str | None,
        hedge: str | None,
        slack: Decimal,
        what: tuple[Counted, int] | None,
    ) -> Quantity:
        unit = found.unit
        if unit is None:
            head = (what[0].head or None) if what is not None else None
            return Quantity(low, high, head, stated, hedge, slack)
        code, dimension = self.named(unit, found)
        return Quantity(low, high, code, stated, hedge, slack, dimension, unit.factor, unit.offset)

    def named(self, unit: Unit, found: Measure) -> tuple[str, str | None]:
        """The unit's code and its dimension; a dollar or rupee of no country follows the document."""
        dimension, code = found.dimension, unit.code
        if unit.shared:
            code = self.view.currencies.meant(code)
            dimension = f"{code}/{found.per}" if found.per else code
        elif found.per and not unit.money:
            code = f"{code}/{found.per}"
        return code, dimension

    def emit(self, first: int, last: int, value: Quantity, what: Counted | None) -> Mention:
        """A mention of a value over tokens `first` to `last`, which are marked as used."""
        tokens = self.view.tokens
        mention = Mention(
            tokens.starts[first], tokens.ends[last], tokens.slice(first, last), "quantity", value, what
        )
        self.out.append(mention)
        self.document.claim(first, last)
        return mention


ADDRESS: Final = frozenset({"http", "https", "www", "ftp"})
WATCHED: Final = ADDRESS | SCALES | TRIGGERS | PERCENTS | SUFFIXES | RANKS.keys()
SHARES: Final = frozenset(map(Decimal, (10, 100, 1000)))
