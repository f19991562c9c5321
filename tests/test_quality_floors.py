"""The figures of `benchmarks/floors.toml` are still reached; skipped without the measurement data."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
FAST = ("seeds", "cases", "own cases, seen", "own cases, unseen", "values")


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality", ROOT / "benchmarks" / "quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["quality"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("name", FAST)
def test_no_figure_has_fallen(name, measurement_data):
    if name == "values":
        for needed in ("pint", "babel"):
            pytest.importorskip(needed, reason="the values scorer needs the extra `bench`")
    quality = benchmark()
    shown = quality.figures(name, quality.score(name, measurement_data.parent / "eval"))
    assert list(quality.below(name, shown)) == []


def test_every_floor_names_a_figure():
    quality = benchmark()
    for name, limits in quality.floors().items():
        assert set(limits) <= {"floor", "ceiling"}
        known = quality.SHOWN.get(name)
        for table in limits.values():
            assert known is None or set(table) <= set(known)
            assert all(isinstance(value, int | float) for value in table.values())
