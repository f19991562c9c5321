"""The wording of an article, by which a copy of it is known again."""

from crosscheck.extraction.document import Document

LEAST_WORDS = 8  # tokens of a sentence; shorter ones stand in many articles


def wordings(document: Document) -> frozenset[str]:
    """The longer sentences of an article that state something, as bare lower-case words."""
    tokens, states = document.tokens, document.zones.states
    return frozenset(
        " ".join(word for word in tokens.lower[first:stop] if word[0].isalnum())
        for first, stop in document.sentences
        if stop - first >= LEAST_WORDS and states(first)
    )
