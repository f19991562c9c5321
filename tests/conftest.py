"""Where test data lies, and hypothesis profiles: `ci` derives its examples from the code alone."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

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
