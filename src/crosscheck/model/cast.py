"""The people, bodies and places of a set of articles."""

from attrs import frozen

from crosscheck.model.plain import Plain


@frozen(slots=True)
class Appearance(Plain):
    """Where an entity stands in an article, and the role that it is given there, "" where none is.

    `start` and `end` are code-point offsets: `text[start:end]` of that article is `text`.
    """

    article: str
    start: int
    end: int
    text: str
    role: str = ""


@frozen(slots=True)
class Entity(Plain):
    """A person, organisation or place of the cast, with all the names and roles that articles give it.

    `kind` is "person", "organisation", "place", or "name" where the words do not tell. `name` is
    the name it goes by; `variants` are all ways it is written and `roles` all roles it is given,
    the commonest first. `reasons` say why mentions of different names are held to be one's.
    """

    kind: str
    name: str
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Appearance, ...]
    reasons: tuple[str, ...] = ()
