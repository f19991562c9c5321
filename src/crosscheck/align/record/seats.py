"""Offices of record in the terms of the lexicon, and the posts that articles give people."""

from functools import cache
from typing import NamedTuple

from attrs import evolve

from crosscheck.facts import Office
from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold
from crosscheck.lexicon.offices import titled
from crosscheck.model import Claim, name_of
from crosscheck.values import Post


class Seat(NamedTuple):
    """An office in the terms of the lexicon: its canonical name, the words of whose it is."""

    office: str
    places: tuple[frozenset[str], ...]


@cache
def seat(office: Office) -> Seat:
    """An office of the sheet in the terms of the lexicon; the words around the role say whose it is too."""
    name, around = titled(office.title)
    places = [frozenset(fold(w) for w in of.split()) - {"the", "of"} for of in office.of]
    return Seat(name, tuple(p for p in (around, *places) if p))


def only(office: str) -> bool:
    """Whether there is one such office in the world, so that no place need be said."""
    return bool(table("roles")[office].get("seat") == "one")


def same_seat(post: Post, held: Seat) -> bool:
    """Whether a post in a text is a seat of the sheet: one office, and one place where it needs one."""
    if post.office != held.office:
        return False
    if only(post.office):
        return True
    place = frozenset(fold(w) for w in post.place.split()) - {"the", "of", ""}
    return bool(place) and any(_one_place(place, other) for other in held.places)


def _one_place(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two sets of words name one place: one within the other, or a country and its adjective."""
    if one <= two or two <= one:
        return True
    return len(one) == len(two) == 1 and _adjective(min(one), min(two))


def _adjective(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and long.startswith(short[: max(4, len(short) - 1)]) and long[-1] in "insh"


def posted(claim: Claim, post: Post) -> Claim:
    """A person's claim with one of the posts that it gives, over the words of that post."""
    value = evolve(name_of(claim), posts=(post,))
    mention = evolve(claim.mention, start=post.start, end=post.end, text=post.text, value=value)
    return evolve(claim, mention=mention)
