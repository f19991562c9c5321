"""Settings of a run."""

from attrs import frozen


@frozen(slots=True)
class Config:
    """What to check: `select` and `ignore` are code prefixes ("D", "N201")."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def selects(self, code: str, *, enabled: bool = True) -> bool:
        """Whether a rule runs: selected by a prefix, or enabled and not ignored."""
        chosen = code.startswith(self.select) if self.select else enabled
        return chosen and not (self.ignore and code.startswith(self.ignore))
