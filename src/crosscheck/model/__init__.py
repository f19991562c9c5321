"""What the pipeline passes on, from the article to the report, one module a subject.

    Article -> Mention -> Claim -> Link -> Group -> Conflict | Refusal -> Finding | Declined -> Report

`articles` has what is read, `claims` what is compared, `rules` what compares; `findings`,
`ticks`, `series` and `cast` have what users are shown, with `to_dict` for their plain data;
`report` holds it all together. Import any of it from here.
"""

from crosscheck.model.articles import Article, AsOf, Counted, Mention
from crosscheck.model.cast import Appearance, Entity
from crosscheck.model.claims import Claim, Group, Link, Source, Wording, name_of, place_of
from crosscheck.model.findings import ClaimRef, Declined, Evidence, Finding
from crosscheck.model.report import SCHEMA, ArticleInfo, Report
from crosscheck.model.rules import Conflict, Refusal, Rule, Severity
from crosscheck.model.series import Figure, Series
from crosscheck.model.ticks import Tick

__all__ = [
    "SCHEMA",
    "Appearance",
    "Article",
    "ArticleInfo",
    "AsOf",
    "Claim",
    "ClaimRef",
    "Conflict",
    "Counted",
    "Declined",
    "Entity",
    "Evidence",
    "Figure",
    "Finding",
    "Group",
    "Link",
    "Mention",
    "Refusal",
    "Report",
    "Rule",
    "Series",
    "Severity",
    "Source",
    "Tick",
    "Wording",
    "name_of",
    "place_of",
]
