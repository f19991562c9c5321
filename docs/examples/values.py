"""The values of a text alone: where they stand, what kind they are, what they mean."""

from datetime import date

import crosscheck

text = "Nearly 1,200 people fled on Monday, three weeks after the flood of Feb. 26."
for mention in crosscheck.extract(text, reference=date(2024, 3, 20)):
    value = {key: part for key, part in mention.value.to_dict().items() if part}
    print(f"{mention.start:>2} {mention.kind} {mention.text!r}: {value}")
