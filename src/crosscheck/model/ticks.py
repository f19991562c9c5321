"""The rows of a draft's tick sheet."""

from attrs import frozen

from crosscheck.model.findings import Evidence
from crosscheck.model.plain import Plain


@frozen(slots=True)
class Tick(Plain):
    """One row of the tick sheet: a value of the draft and how the sources bear on it.

    `status` is supported, contradicted, outdated, unsupported or not_comparable. `evidence`
    is what makes it so: the sources that state the value, or the claims against it, and
    `independent` counts the independent sources behind it (copies of one wire story and
    articles of one publisher count once). Where the evidence is against a value, `backing`
    still says who states it, `why` what clashes and `finding` the fingerprint of the
    finding; of a value that is not comparable, `why` says why not.
    """

    article: str
    start: int
    end: int
    text: str
    kind: str
    status: str
    evidence: tuple[Evidence, ...] = ()
    independent: int = 0
    backing: tuple[Evidence, ...] = ()
    why: str | None = None
    finding: str | None = None
