"""What rulings do to a report: the baseline is applied, and what is of no use is told."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.model import Report

SHOWN = 5  # unused entries that are named


def ruled(report: "Report", settings: "Config") -> "Report":
    """The report without the findings that the baseline holds to be fine.

    Entries that met no finding, and waivers in articles that silence none, are told on
    standard error. Raises `InputError` where the baseline cannot be read.
    """
    if settings.baseline:
        from crosscheck.rulings import Baseline

        report, unused = Baseline.read(settings.baseline).apply(report)
        for ruling in unused[:SHOWN]:
            _tell(f"{ruling.where}: {ruling.fingerprint} met no finding in this run")
        if len(unused) > SHOWN:
            _tell(f"{settings.baseline}: and {len(unused) - SHOWN:,} more entries met none")
    texts = {article.id: article.text for article in report.articles}
    for waiver in report.unused_waivers:
        line = texts[waiver.article].count("\n", 0, waiver.start) + 1
        _tell(f"{waiver.article}: line {line} of the text: {waiver.text} silences no finding")
    return report


def _tell(what: str) -> None:
    click.echo(f"info: {what}", err=True)
