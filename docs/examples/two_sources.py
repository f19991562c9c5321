"""Two articles about one accident, checked against each other."""

from datetime import date

import crosscheck
from crosscheck import Article

report = crosscheck.check(
    [
        Article(
            "A ferry sank off Karsund on Monday. The Karsund ferry Aud was built in 1987, the owner said.",
            id="wire",
            source="Northern Wire",
            published=date(2024, 3, 20),
        ),
        Article(
            "The Karsund ferry Aud was built in 1978, the owner said. Divers are looking for the wreck.",
            id="paper",
            source="Karsund Post",
            published=date(2024, 3, 21),
        ),
    ]
)
for finding in report:
    print(finding.severity.label, finding.code, finding.message)
    for claim in finding.claims:
        print(f"  {claim.side}: {claim.text!r} in {claim.article}, from {claim.start} to {claim.end}")
