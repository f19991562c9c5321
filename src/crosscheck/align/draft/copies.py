"""Which articles are copies of one another: a wire story that several outlets print is one source."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crosscheck.align.joining import Joined

LEAST_SENTENCES = 2  # sentences in common, word by word
LEAST_SHARE = 0.3  # of those of the shorter article
MOST_HOLDERS = 50  # a sentence in more articles than this is furniture


class Copies:
    """Sets of articles that share much of their wording, from the sentences of each (by article number).

    A sentence is any string that is the same for the same words. The cost grows with the
    sentences.
    """

    def __init__(self, sentences: Sequence[frozenset[str]], publishers: Sequence[str | None]) -> None:
        self._joined = Joined()
        holders: dict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(sentences):
            for sentence in own:
                holders[sentence].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for some in holders.values():
            if len(some) <= MOST_HOLDERS:
                shared.update((a, b) for i, a in enumerate(some) for b in some[i + 1 :])
        for (a, b), count in shared.items():
            if count >= max(LEAST_SENTENCES, LEAST_SHARE * min(len(sentences[a]), len(sentences[b]))):
                self._joined.join(a, b)
        for number, publisher in enumerate(publishers):
            if publisher:
                self._joined.join(number, publisher.casefold())

    def independent(self, articles: Iterable[int]) -> int:
        """How many of these articles are independent: copies and one publisher's articles count once."""
        return len({self._joined.root(number) for number in articles})
