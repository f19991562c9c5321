"""What offices, ranks and callings say: who is called what, of which place, what excludes what."""

from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.naming import fold, same_given, slip, surname
from crosscheck.values import Name, Post

# Of the roles whose words name too many things, those that are said like a title.
TITLED = frozenset({"minister", "leader", "officer", "envoy", "spokesperson", "lawyer", "office-holder"})
LOOSE = frozenset({"leader", "boss", "founder", "co-founder", "executive", "member", "friend"})
GENERIC = frozenset(
    "committee county city national state party board group police department of council office the".split()
)
AMERICAN = frozenset({"us", "american", "america", "united states", "u s"})

Sign = tuple[str, str]  # an office, calling or "rank", and the state of the office or the rank


NO_RANK = frozenset(
    {"dr", "doctor", "attorney", "secretary-general", "marine"}
)  # learned, or part of an office
SHORT = {
    "lt": "lieutenant", "gen": "general", "col": "colonel", "capt": "captain", "sgt": "sergeant",
    "maj": "major", "cpl": "corporal", "pvt": "private", "adm": "admiral",
    "cmdr": "commander", "cdr": "commander",
    "brig": "brigadier", "det": "detective", "insp": "inspector", "supt": "superintendent",
    "prof": "professor",
}  # fmt: skip


def signs(name: Name) -> dict[Sign, Post | None]:
    """What a mention is called: (office, state) with its post, and ("rank", title) without one."""
    out: dict[Sign, Post | None] = {
        (_calling(p), p.state or ""): p
        for p in name.posts
        if p.words not in LOOSE and (row := table("roles").get(p.office)) is not None
        if not row.get("weak") or p.office in TITLED
    }
    for title in name.titles:
        key = fold(title)
        if key in wordset("titles", "rank") and key not in NO_RANK:
            out["rank", SHORT.get(key, key)] = None
    return out


def _calling(post: Post) -> str:
    """The office, or the very words of a role that names too many things ("leader", "spokesman")."""
    if not table("roles")[post.office].get("weak"):
        return post.office
    return post.words.replace("woman", "man").replace("person", "man")


def place_of(post: Post | None) -> str:
    """What a post is the office of, in plain lower-case words; "us" for America."""
    place = post.place if post else ""
    return "us" if place in AMERICAN else place.removeprefix("the ")


def same_place(a: str, b: str) -> bool:
    """Whether two places of office are one, or one within the words of the other."""
    one, two = (set(p.split()) - GENERIC for p in (a, b))
    return bool(one) and bool(two) and (one <= two or two <= one)


def two_people(a: Name, b: Name) -> bool:
    """Whether two names are certainly two people's: no slip, short form or initial explains them."""
    families = surname(a.family or ""), surname(b.family or "")
    if (
        families[0] == families[1]
        or slip(*families)
        or families[0] in fold(b.name)
        or families[1] in fold(a.name)
    ):
        return False
    if not (a.given and b.given) and any(
        slip(x, y) for x in map(fold, a.name.split()) for y in map(fold, b.name.split())
    ):
        return False
    alike = a.given and b.given and same_given(fold(a.given[0]), fold(b.given[0]))
    return not (alike and fold(a.name).split()[-1] in fold(b.name))


SEATS = frozenset({"one", "place", "body", "kept"})


def kind_of(sign: Sign) -> str:
    """What kind of office a sign is: "one", "place", "body", "office", "part", "weak", "rank"."""
    if sign[0] == "rank":
        return "rank"
    row = table("roles").get(sign[0])
    if sign[0] in table("roles")["office-holder"]["forms"]:
        return "part" if sign[1] else "office"
    if row is None or row.get("weak"):
        return "weak"
    if sign[1]:
        return "part"
    if row.get("kept"):
        return "kept"
    return row.get("seat") or "office"


def excludes(one: Sign, two: Sign) -> bool:
    """Whether nobody holds both offices at one time: two present ones of one line."""
    if "rank" in (one[0], two[0]) or one[1] or two[1] or one[0] == two[0]:
        return False
    lines = [table("roles").get(s[0], {}).get("line") for s in (one, two)]
    return lines[0] is not None and lines[0] == lines[1]
