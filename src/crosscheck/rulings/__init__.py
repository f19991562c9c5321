"""Findings that a desk has looked at and holds to be fine: they stay silent.

`baseline` keeps them in a file by their fingerprints, `waivers` reads them off comments in a
draft. A fingerprint names the rule, what it is about and the values that clash: a new value
is a new finding.
"""

from crosscheck.rulings.baseline import Baseline, Ruling
from crosscheck.rulings.waivers import waived

__all__ = ["Baseline", "Ruling", "waived"]
