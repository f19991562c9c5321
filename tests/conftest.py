"""Where test data lies, and hypothesis profiles: `ci` derives its examples from the code alone."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No time limits a test: a busy machine is no failure.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", deadline=None, derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of invented articles."""
    return ROOT / "fixtures"


@pytest.fixture(scope="session")
def measurement_data() -> Path:
    """The folder of third-party measurement data, which is not part of the project."""
    data = SHARED / "data"
    if not data.is_dir():
        pytest.skip("needs the measurement data (../shared/data), which is not part of the project")
    return data


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless browser; tests that need one are skipped where it or its driver is missing."""
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install playwright)")
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("needs a browser: chromium (apt-get install chromium) is not on the PATH")
    with driver.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
