"""Family M: the headline and the captions against the body of one article."""

from collections.abc import Iterator, Sequence

from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.headlines.ages import unbacked_age
from crosscheck.rules.headlines.backing import Story
from crosscheck.rules.headlines.dates import date
from crosscheck.rules.headlines.figures import figure
from crosscheck.rules.headlines.lead import unbacked
from crosscheck.rules.headlines.places import place
from crosscheck.rules.tallies import headline_tally
from crosscheck.values import Age, Duration, Moment, Ordinal, Place, Quantity

BODY = ("body", "dateline")


def headline_against_body(group: Group) -> Iterator[Conflict | Refusal]:
    """The headline or a caption gives a figure, date or place, and the body another one for the same thing.

    Nothing is said where the body states the headline's value, one that fits it, or two
    figures that add up to it. A figure under one word, such as a toll or the turnout, is
    compared with the figures under that word alone. A figure of the headline that the body has in
    no form, rounded, added up or as an age, is held against the one of the lead in its role: the
    same thing counted and the same sort of verb, or the sentence that tells what the headline tells.

    Flagged:
        - [headline: Ferry fire off Norwick kills 34 people] A fire on the night ferry off Norwick
          killed 23 people on Thursday, the coastguard said.

    Flagged:
        - [headline: Norwick ferry toll mounts to 45] Divers searched the ferry all day. The official
          toll stood at 31 on Thursday night, and 14 people were missing.

    Flagged:
        - [headline: Norwick win cup 5-4 on penalties] Norwick drew with Calder on Saturday and won
          the shoot-out 4-3.

    Flagged:
        - [headline: Four rescued after mill collapse in Lisbon] Four weavers were freed from a mill
          that fell in on Monday in Madrid, firefighters said.

    Flagged:
        - [headline: Ferry cruise horror as 635 struck down] The ferry came back to Norwick on Monday. A total
          of 365 passengers fell ill on board, the coastguard said.

    Flagged:
        - [headline: Weaver, 81, wins Norwick swim] Ada Brandt, 71, swam the strait off Norwick on Monday.

    Flagged:
        - [headline: Baker jailed for 12 years] A baker was jailed for eight years on Monday for arson.

    Flagged:
        - [headline: Eight dead in mill fire] Six lives were lost when a mill burned down on Sunday.

    Not flagged:
        - [headline: Nine dead in mill fire] Seven weavers and two carters were killed in a mill fire.

    Not flagged:
        - [headline: Ferry fire off Norwick kills 34 people] A fire on the night ferry off Norwick
          killed 34 people on Thursday, the coastguard said.
    """
    if group.kind == "tally/headline":
        yield from headline_tally(group)
        return
    body = [c for c in group.claims if c.zone in BODY]
    heads = [c for c in group.claims if c.zone in ("headline", "caption") and c.modality != "negated"]
    story = Story.of(group.claims)
    for claim in heads:
        yield from _against(claim, body, story)


def _against(claim: Claim, body: Sequence[Claim], story: Story) -> Iterator[Conflict | Refusal]:
    """What one value of a headline or caption clashes with."""
    value = claim.mention.value
    found: list[Conflict | Refusal] = []
    if isinstance(value, Quantity):
        found.extend(figure(claim, [c for c in body if isinstance(c.mention.value, Quantity)]))
    elif isinstance(value, Moment):
        found.extend(date(claim, [c for c in body if isinstance(c.mention.value, Moment)]))
    elif isinstance(value, Place) and claim.zone == "headline":
        found.extend(place(claim, [c for c in body if isinstance(c.mention.value, Place)]))
    yield from found
    if claim.zone != "headline" or any(isinstance(one, Conflict) for one in found):
        return
    if isinstance(value, Age):
        yield from unbacked_age(claim, story)
    elif isinstance(value, Quantity | Duration | Ordinal):
        yield from unbacked(claim, story)


RULES = (
    Rule(
        "M801",
        "headline-against-body",
        headline_against_body,
        Severity.WARNING,
        "0.1",
        scope="W",
        takes=("article", "tally/headline"),
    ),
)
