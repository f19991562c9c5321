"""The laws of values as sets: one relation, symmetric, and never made stricter by widening."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from crosscheck.values import Age, Duration, Instant, Moment, Ordinal, Quantity, Relation, intervals, plain

EQUAL, COMPATIBLE = Relation.EQUAL, Relation.COMPATIBLE
DISJOINT, INCOMPARABLE = Relation.DISJOINT, Relation.INCOMPARABLE

figures = st.decimals(-10_000_000, 10_000_000, places=3)
slacks = st.one_of(st.just(Decimal(0)), st.decimals(0, 1000, places=3))
steps = st.decimals("0.001", 1000, places=3)
factors = st.sampled_from([Decimal(1), Decimal("1.609344"), Decimal("0.01"), Decimal(1_000_000)])


@st.composite
def ends(draw: st.DrawFn, of: st.SearchStrategy[Decimal] = figures) -> tuple[Decimal | None, Decimal | None]:
    """A closed, half-open or open interval."""
    low, high = sorted((draw(of), draw(of)))
    shape = draw(st.sampled_from(["point", "range", "above", "below", "any"]))
    return {
        "point": (low, low),
        "range": (low, high),
        "above": (low, None),
        "below": (None, high),
        "any": (None, None),
    }[shape]


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = draw(ends())
    dimension = draw(st.sampled_from([None, "length", "USD"]))
    return Quantity(low, high, slack=draw(slacks), dimension=dimension, factor=draw(factors))


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    low, high = draw(ends(st.decimals(0, 40_000, places=2)))
    return Duration(low, high, "P1D", slack_days=draw(slacks))


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


wide = st.integers(0, 60_000)


@st.composite
def moments(draw: st.DrawFn, window: st.SearchStrategy[int] = wide) -> Moment:
    """Any set of days that the words of a text can name, most of them small."""
    floor = draw(days)
    ceiling = floor + timedelta(days=draw(st.one_of(st.integers(0, 40), window)))
    month, day, weekday = (
        draw(st.one_of(st.none(), st.integers(low, high))) for low, high in ((1, 12), (1, 31), (0, 6))
    )
    bounds: tuple[date | None, date | None] = draw(
        st.sampled_from([(floor, ceiling), (floor, None), (None, ceiling), (None, None)])
    )
    return Moment("", None, None, floor=bounds[0], ceiling=bounds[1], month=month, day=day, weekday=weekday)


ages = st.builds(
    lambda low, more, months: Age(
        Decimal(low) + Decimal(months) / 12, Decimal(low + more) + Decimal(months) / 12
    ),
    st.integers(0, 120),
    st.integers(0, 9),
    st.sampled_from([0, 0, 0, 6, 11]),
)
ordinals = st.builds(Ordinal, st.integers(1, 500))


@st.composite
def instants(draw: st.DrawFn) -> Instant:
    start = draw(st.datetimes())
    end = start + timedelta(minutes=draw(st.integers(0, 600))) if start.year < 9999 else start
    form = draw(st.sampled_from(["%Y-%m-%dT%H:%M", "T%H:%M"]))
    texts = [t.strftime(form) if form[0] == "T" else t.isoformat()[:16] for t in (start, end)]
    return Instant(texts[0], texts[1], offset_minutes=draw(st.one_of(st.none(), st.integers(-720, 840))))


PAIRS = st.one_of(
    *(st.tuples(kind, kind) for kind in (quantities(), durations(), moments(), ages, ordinals, instants()))
)


@given(PAIRS)
def test_the_relation_is_symmetric(pair):
    a, b = pair
    assert a.relation(b) is b.relation(a)


@given(st.one_of(quantities(), durations(), moments(), ages, ordinals))
def test_a_value_equals_itself(value):
    assert value.relation(value) is EQUAL


# Widening


@given(quantities(), quantities(), steps)
@example(
    Quantity(Decimal(125), Decimal(125)),
    Quantity(Decimal(120), Decimal(120), slack=Decimal(5)),
    Decimal("0.001"),
)
@example(Quantity(None, Decimal(5), slack=Decimal(1)), Quantity(Decimal(6), Decimal(6)), Decimal("0.001"))
def test_widening_an_amount_never_makes_a_conflict(a, b, by):
    if a.relation(b) is not DISJOINT:
        assert a.widened(by).relation(b) is not DISJOINT
        assert a.widened(by).relation(b.widened(by)) is not DISJOINT


@given(quantities(), quantities(), st.decimals(0, 1000, places=3))
def test_opening_the_ends_of_an_amount_never_makes_a_conflict(a, b, by):
    if a.relation(b) is DISJOINT:
        return
    wider = (
        evolve(a, low=None),
        evolve(a, high=None),
        evolve(a, low=None if a.low is None else a.low - by, high=None if a.high is None else a.high + by),
    )
    assert [w.relation(b) for w in wider if w.relation(b) is DISJOINT] == []


@given(durations(), durations(), steps)
def test_widening_a_duration_never_makes_a_conflict(a, b, by):
    if a.relation(b) is not DISJOINT:
        assert a.widened(by).relation(b) is not DISJOINT


@given(moments(), moments(), st.integers(0, 5000))
def test_widening_a_moment_never_makes_a_conflict(a, b, by):
    if a.relation(b) in (EQUAL, COMPATIBLE):
        assert a.widened(by).relation(b) is not DISJOINT


@given(moments(), moments(), st.sampled_from(["floor", "ceiling", "month", "day", "weekday"]))
def test_stating_less_of_a_moment_never_makes_a_conflict(a, b, part):
    if a.relation(b) in (EQUAL, COMPATIBLE):
        assert evolve(a, **{part: None}).relation(b) is not DISJOINT


@given(moments(), st.integers(0, 5000))
def test_a_widened_moment_holds_every_day_it_held(moment, by):
    wide = moment.widened(by)
    for when in (moment.floor, moment.ceiling):
        if when is not None and moment.admits(when):
            assert wide.admits(when)


# Rounding


@given(figures, st.integers(-2, 5))
def test_an_amount_is_compatible_with_its_own_rounding(figure, places):
    unit = Decimal(1).scaleb(places)
    rounded = (figure / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit
    stated = Quantity(rounded, rounded, slack=unit / 2)
    exact = Quantity(figure, figure)
    assert exact.relation(stated) in (EQUAL, COMPATIBLE)


@given(figures, st.integers(-2, 3), st.integers(1, 2))
def test_two_roundings_of_one_amount_are_compatible(figure, places, coarser):
    stated = []
    for unit in (Decimal(1).scaleb(places), Decimal(1).scaleb(places + coarser)):
        rounded = (figure / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit
        stated.append(Quantity(rounded, rounded, slack=unit / 2))
    # A figure on the very edge of a rounding band is the one that the finer rounding may have moved there.
    assume(abs(figure - stated[1].low) != stated[1].slack)
    assert stated[0].relation(stated[1]) in (EQUAL, COMPATIBLE)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # (figure, slack) on either side
        (("1200", "50"), ("1300", "50"), DISJOINT),  # two roundings that only touch
        (("1200", "50"), ("1250", "0"), COMPATIBLE),  # an exact figure on the edge rounds either way
        (("1200", "50"), ("1251", "0"), DISJOINT),
        (("3200000", "50000"), ("3170000", "5000"), COMPATIBLE),
        (("2", "0.05"), ("2.04", "0.005"), COMPATIBLE),
        (("2", "0.05"), ("2.06", "0.005"), DISJOINT),
        (("12", "0.5"), ("13", "0.5"), DISJOINT),  # whole things do not overlap
        (("12", "0"), ("12", "0"), EQUAL),
    ],
)
def test_roundings(left, right, relation):
    a, b = (Quantity(Decimal(x), Decimal(x), slack=Decimal(s)) for x, s in (left, right))
    assert a.relation(b) is relation


# Units


@given(quantities(), quantities(), factors.filter(lambda f: f != 1), st.decimals(-500, 500, places=2))
def test_converting_both_amounts_to_another_unit_keeps_their_relation(a, b, factor, offset):
    assume(a.factor == b.factor)
    converted = [evolve(q, factor=q.factor * factor, offset=offset) for q in (a, b)]
    assert converted[0].relation(converted[1]) is a.relation(b)


@given(figures, figures, slacks)
def test_an_amount_equals_its_conversion(low, high, slack):
    low, high = sorted((low, high))
    mile = Decimal("1609.344")
    miles = Quantity(low, high, unit="mi", slack=slack, dimension="length", factor=mile)
    metres = Quantity(low * mile, high * mile, unit="m", slack=slack * mile, dimension="length")
    assert miles.relation(metres) is EQUAL


def test_amounts_of_two_dimensions_are_incomparable():
    five = Decimal(5)
    assert (
        Quantity(five, five, dimension="USD").relation(Quantity(five, five, dimension="length"))
        is INCOMPARABLE
    )


def test_the_callers_decimal_settings_change_nothing():
    a, b = (
        Quantity(Decimal(x), Decimal(x), slack=Decimal(1), factor=Decimal("1.609344"))
        for x in (100_004, 100_007)
    )
    with localcontext(prec=3):
        assert a.relation(b) is DISJOINT
        assert evolve(a, high=Decimal(100_008)).point == Decimal(100_006)


def test_absurd_figures_raise_nothing():
    huge = Decimal("9e999999")
    a = Quantity(huge, huge, slack=huge, factor=huge)
    assert a.relation(a) is EQUAL
    assert a.relation(Quantity(Decimal(1), Decimal(1))) in (COMPATIBLE, DISJOINT)
    assert a.widened(huge).point == huge


# Moments against brute force

narrow = moments(st.integers(0, 1500)).filter(lambda m: m.floor is not None and m.ceiling is not None)


@given(narrow, narrow, st.integers(0, 400))
@example(
    Moment("", None, None, floor=date(2010, 1, 1), ceiling=date(2013, 12, 31), month=10, day=7),
    Moment("", None, None, floor=date(2009, 1, 1), ceiling=date(2014, 12, 31), weekday=5),
    0,
)
def test_moments_relate_as_their_days_do(a, b, shift):
    b = evolve(b, floor=a.floor + timedelta(days=shift), ceiling=a.floor + timedelta(days=shift + 700))
    sets = [{when for n in range(3000) if m.admits(when := m.floor + timedelta(days=n))} for m in (a, b)]
    relation = a.relation(b)
    if relation is EQUAL:
        assert sets[0] == sets[1]
    elif relation is INCOMPARABLE:
        assert not sets[0] or not sets[1]
    else:
        assert (relation is COMPATIBLE) == bool(sets[0] & sets[1])


@given(moments(), moments())
def test_a_shared_day_makes_moments_compatible(a, b):
    for m in (a, b):
        for when in (m.floor, m.ceiling):
            if when is not None and a.admits(when) and b.admits(when):
                assert a.relation(b) in (EQUAL, COMPATIBLE)


def yearless(month: int, day: int) -> Moment:
    return Moment(f"XXXX-{month:02}-{day:02}", None, None, month=month, day=day)


def on(day: date) -> Moment:
    return Moment(day.isoformat(), day, day, floor=day, ceiling=day)


def test_a_yearless_day_is_that_day_of_every_year():
    anniversary = yearless(5, 19)
    assert anniversary.relation(on(date(1987, 5, 19))) is COMPATIBLE
    assert anniversary.relation(on(date(2031, 5, 19))) is COMPATIBLE
    assert anniversary.relation(on(date(1987, 5, 20))) is DISJOINT
    assert anniversary.relation(yearless(5, 20)) is DISJOINT


def test_a_weekday_narrows_the_years():
    tuesday = Moment("", None, None, month=4, day=3, weekday=1)
    years = [y for y in range(2010, 2030) if tuesday.relation(on(date(y, 4, 3))) is COMPATIBLE]
    assert years == [2012, 2018, 2029]
    decade = Moment("", None, None, floor=date(2013, 1, 1), ceiling=date(2017, 12, 31))
    assert tuesday.relation(decade) is DISJOINT


@pytest.mark.parametrize(("month", "day"), [(2, 30), (9, 31), (None, 32), (4, 0)])
def test_a_day_that_does_not_exist_conflicts_with_nothing(month, day):
    impossible = Moment("", None, None, month=month, day=day)
    assert impossible.relation(yearless(9, 30)) is INCOMPARABLE
    assert impossible.relation(on(date(2024, 2, 29))) is INCOMPARABLE


def test_february_29_exists():
    assert yearless(2, 29).relation(on(date(2024, 2, 29))) is COMPATIBLE
    assert (
        yearless(2, 29).relation(
            Moment("2023", None, None, floor=date(2023, 1, 1), ceiling=date(2023, 12, 31))
        )
        is DISJOINT
    )


def test_widening_stops_at_the_ends_of_the_calendar():
    wide = on(date(2, 1, 1)).widened(10_000_000)
    assert (wide.floor, wide.ceiling) == (date.min, date.max)


# Ages, ordinals, times


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (("61", "61"), ("61", "61"), EQUAL),
        (("61", "61"), ("62", "62"), DISJOINT),
        (("60", "69"), ("61", "61"), COMPATIBLE),
        (("60", "69"), ("70", "70"), DISJOINT),
        (("1", "1"), ("1.5", "1.5"), COMPATIBLE),  # a one-year-old, 18 months old
        (("2", "2"), ("1.5", "1.5"), DISJOINT),
    ],
)
def test_ages(a, b, relation):
    first, second = (Age(Decimal(low), Decimal(high)) for low, high in (a, b))
    assert first.relation(second) is relation


def test_23_months_are_not_two_years():
    months = Decimal(23) / 12
    assert Age(months, months).relation(Age(Decimal(2), Decimal(2))) is DISJOINT


def test_times_meet_in_utc():
    evening = Instant("2024-04-03T22:30", "2024-04-03T22:30", "EDT", -240)
    morning = Instant("2024-04-04T05:30", "2024-04-04T05:30", "EEST", 180)
    assert evening.relation(morning) is EQUAL
    assert evening.relation(evolve(morning, offset_minutes=120)) is DISJOINT
    assert evening.relation(evolve(morning, offset_minutes=None)) is INCOMPARABLE
    assert evening.relation(Instant("T22:30", "T22:30", "EDT", -240)) is COMPATIBLE
    assert evening.relation(Instant("T02:30", "T02:30", "GMT", 0)) is COMPATIBLE
    assert evening.relation(Instant("T22:30", "T22:30", "GMT", 0)) is DISJOINT


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (("T07:12", "T07:12"), ("T07:12", "T07:12"), EQUAL),
        (("T07:12", "T07:12"), ("T08:12", "T08:12"), DISJOINT),
        (("T07:12", "T07:12"), ("2024-04-03T07:12", "2024-04-03T07:12"), COMPATIBLE),
        (("T07:12", "T07:12"), ("2024-04-03T08:12", "2024-04-03T08:12"), DISJOINT),
        (("T23:50", "T00:10"), ("T00:05", "T00:05"), COMPATIBLE),
        (("2024-04-03T18:00", "2024-04-04T06:00"), ("T01:00", "T01:00"), COMPATIBLE),
        (("2024-04-03T18:00", "2024-04-04T06:00"), ("T07:00", "T07:00"), DISJOINT),
        (("2024-04-03T07:12", "2024-04-03T07:12"), ("2024-04-04T07:12", "2024-04-04T07:12"), DISJOINT),
        (("T07:12", "T07:12", "local"), ("T08:12", "T08:12", "local"), DISJOINT),
        (("T07:12", "T07:12", "ET"), ("T08:12", "T08:12"), INCOMPARABLE),
        (("T07:12", "T07:12", "local"), ("T08:12", "T08:12", "GMT", 0), INCOMPARABLE),
    ],
)
def test_times_of_one_place_meet_by_the_clock(one, two, found):
    assert Instant(*one).relation(Instant(*two)) is found


def test_ordinals():
    assert Ordinal(2).relation(Ordinal(2)) is EQUAL
    assert Ordinal(2).relation(Ordinal(3)) is DISJOINT


# Intervals and plain decimals


@given(ends(), ends(), st.booleans(), st.booleans())
def test_intervals_relate_as_their_ends_do(a, b, first, second):
    relation = intervals((*a, first), (*b, second))
    inf = Decimal("Infinity")
    (low, high), (other_low, other_high) = (
        (-inf if x is None else x, inf if y is None else y) for x, y in (a, b)
    )
    if relation is DISJOINT:
        assert high <= other_low or other_high <= low
    else:
        assert high >= other_low
        assert other_high >= low


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1E+3", "1000"),
        ("2.50", "2.5"),
        ("-0", "0"),
        ("0E-100", "0"),
        ("0.000", "0"),
        ("-12.0", "-12"),
        ("1e999999999", "1E+999999999"),
    ],
)
def test_plain(number, text):
    assert plain(Decimal(number)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_plain_gives_back_the_number(number):
    text = plain(number)
    assert text is not None
    assert Decimal(text) == number


def test_an_open_end_is_none():
    assert plain(None) is None
    assert Quantity(Decimal(200), None, stated="200..").to_dict()["high"] is None
    assert Quantity(Decimal(200), None).point is None
    assert Quantity(Decimal(10), Decimal(15)).point == Decimal("12.5")


def test_exact_means_one_unhedged_figure():
    twelve = Quantity(Decimal(12), Decimal(12))
    assert twelve.exact
    assert not evolve(twelve, hedge="about").exact
    assert not evolve(twelve, high=Decimal(13)).exact
    assert not Quantity(None, None).exact


@given(moments(), moments(), st.sampled_from(["until", "by", "till"]), st.integers(0, 5000))
def test_widening_a_deadline_never_makes_a_conflict(a, b, word, by):
    a, b = evolve(a, hedge=word), evolve(b, hedge=word)
    if a.relation(b) in (EQUAL, COMPATIBLE):
        assert a.widened(by).relation(b) is not DISJOINT


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("2021-09/2022-03", "2021-09/2023-03", DISJOINT),
        ("2021-09/2022-03", "2021-09-04/2022-03-30", COMPATIBLE),
        ("2021/2022", "2021-09/2022-03", COMPATIBLE),
        ("XXXX-03-03/XXXX-03-05", "XXXX-03-03/XXXX-03-09", DISJOINT),
    ],
)
def test_whole_periods_stand_apart_by_their_ends(one, two, found):
    a, b = (
        Moment(stated, None, None, floor=start, ceiling=date(2023, 12, 1), span=True)
        for stated, start in ((one, date(2021, 1, 1)), (two, date(2021, 2, 1)))
    )
    assert a.relation(b) is found


def test_a_bound_reaches_as_far_as_it_would_be_worded_so():
    def more_than(figure: int) -> Quantity:
        return Quantity(Decimal(figure), None, hedge="more than")

    assert more_than(200).relation(Quantity(Decimal(550), Decimal(550))) is COMPATIBLE
    assert more_than(200).relation(Quantity(Decimal(2000), Decimal(2000))) is DISJOINT
    assert more_than(2).relation(Quantity(Decimal(40), Decimal(40))) is COMPATIBLE


@given(quantities(), quantities(), steps, st.sampled_from(["more than", "at most"]))
def test_widening_what_is_worded_as_a_bound_never_makes_a_conflict(a, b, by, hedge):
    a = evolve(a, hedge=hedge)
    if a.relation(b) is not DISJOINT:
        assert a.widened(by).relation(b) is not DISJOINT
        assert a.widened(by).relation(b.widened(by)) is not DISJOINT
