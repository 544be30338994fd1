"""How long a start takes until all content is there: from the cache, and from source with every check. Ratios judge."""

from __future__ import annotations

import statistics
import time

import pytest
import yaml

from intake_app.content.cache import load_cached
from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from tests.shipped import content

ROUNDS = 7
MOST_OF_A_PARSE = 0.4
"""A load from the cache may take this share of a plain parse of the same YAML files."""
MOST_PARSES = 4.0
"""A load from source with all checks may take as long as this many plain parses."""


def _median_ms(work):
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found)


@pytest.mark.benchmark
def test_content_comes_from_the_cache_in_a_part_of_the_time_of_a_parse(capsys, tmp_path):
    texts = [text for name, text in content().source.files.items() if name.endswith(".yaml")]
    load_cached(resources_dir(), tmp_path / "c.bin")
    parse = _median_ms(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts])
    cached = _median_ms(lambda: load_cached(resources_dir(), tmp_path / "c.bin"))
    from_source = _median_ms(lambda: load(read_source(resources_dir())))
    with capsys.disabled():
        told = f"from cache {cached:.1f} ms, from source {from_source:.1f} ms, plain parse {parse:.1f} ms"
        print(f"\n{told}")  # noqa: T201  the figure
    assert cached / parse <= MOST_OF_A_PARSE
    assert from_source / parse <= MOST_PARSES
