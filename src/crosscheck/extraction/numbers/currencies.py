"""Which of the currencies that share a name or a sign a document means."""

import re
from collections import Counter
from typing import Final

from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table

DOLLARS: Final = {
    "AUD": re.compile(r"(?<![A-Z])(?:AU?\$|Australian dollar)"),
    "CAD": re.compile(r"(?<![A-Z])(?:CA?\$|Canadian dollar)"),
    "NZD": re.compile(r"(?<![A-Z])(?:NZ\$|New Zealand dollar)"),
    "SGD": re.compile(r"(?<![A-Z])(?:S\$|Singapore dollar)"),
    "HKD": re.compile(r"(?<![A-Z])(?:HK\$|Hong Kong dollar)"),
    "TWD": re.compile(r"(?<![A-Z])(?:NT\$|Taiwan dollar)"),
}
LANDS: Final[dict[str, list[str]]] = {
    code: row["lands"].split() for code, row in table("currencies").items() if "lands" in row
}
ALIKE: Final[dict[str, list[str]]] = {}
for _code, _row in table("currencies").items():
    for _like in _row.get("like", ()):
        ALIKE.setdefault(_like, []).append(_code)


class Currencies:
    """The currencies of one document; what it shows is counted when first asked for."""

    __slots__ = ("_chosen", "_words", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._words: Counter[str] | None = None
        self._chosen: dict[str, str] = {}

    def shown(self, code: str) -> int:
        """How many words of the document show the country of a currency."""
        if self._words is None:
            self._words = Counter(self.tokens.lower)
        return sum(self._words[word] for word in LANDS.get(code, ()))

    def meant(self, code: str) -> str:
        """The currency that a name or sign means which `code` shares: the one whose country prevails."""
        if code not in self._chosen:
            self._chosen[code] = self._dollar() if code == "USD" else self._prevailing(code)
        return self._chosen[code]

    def _prevailing(self, code: str) -> str:
        best, most = code, self.shown(code)
        for other in ALIKE.get(code, ()):
            shown = self.shown(other)
            if shown > most:
                best, most = other, shown
        return best

    def _dollar(self) -> str:
        """Which dollar a bare "$" is: USD unless others are named and US$ apart."""
        text = self.tokens.text
        if not ("US$" in text or "U.S. dollar" in text or "US dollar" in text):
            return "USD"
        others = [code for code, cue in DOLLARS.items() if cue.search(text)]
        return others[0] if len(others) == 1 else "USD" if not others else "dollar"
