"""Claims about people: whose name a mention is, and who holds which role.

`forms` are the ways to write one full name, `links` tell which forms may be one person's,
`holders` who stands in another's role, `lives` gather births, deaths and ages; `groups` makes
groups of them for the rules, `explain` puts their evidence into words.
"""
