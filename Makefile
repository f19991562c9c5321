# `make check` is what continuous integration runs (.ci/check); every target uses the active Python.
.PHONY: check test cover format site bench

check:
	.ci/check

test:
	python -m pytest

cover:
	python -m pytest --cov --cov-report=term

format:
	python -m ruff check --fix .
	python -m ruff format .

site:
	python docs/make_pages.py
	python -m mkdocs build --strict

bench:
	python benchmarks/linear.py
	python benchmarks/speed.py
	python benchmarks/quality.py
