from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from jinja2 import TemplateError

from intake_app.export.pdf.markup import parse
from intake_app.export.templating import render
from tests.export.pdf.papers import HOSTILE, a_paper, pages


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    text: object = ""


def rendered(folder: Path, template: str, text: object = "", lang: str = "nl") -> str:
    (folder / "t.xml").write_text(template, encoding="utf-8")
    return render(folder, "t.xml", View(text=text), lang)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "place",
    [
        "<p>{{ view.text }}</p>",
        "<p>{{ view.text ~ '' }}</p>",
        "{% macro m(t) %}<p>{{ t }}</p>{% endmacro %}{{ m(view.text) }}",
    ],
)
def test_a_value_stays_text_all_the_way_to_the_page(text: str, place: str, tmp_path: Path) -> None:
    assert text in pages(rendered(tmp_path, a_paper(place), text))[0]


def test_a_value_stays_text_in_an_attribute(tmp_path: Path) -> None:
    markup = rendered(tmp_path, a_paper('<box title="{{ view.text }}"/>'), 'a" b="c\x00\nd')
    assert parse(markup).elements[0].get("title") == 'a" b="c d'


def test_lines_that_were_typed_stay_lines(tmp_path: Path) -> None:
    markup = rendered(tmp_path, a_paper("<p>{{ view.text }}</p>"), "\n een\r\ntwee\n\n\n\n\ndrie\n")
    assert parse(markup).elements[0].children == (" een\u2028twee\u2028\u2028drie",)


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.gone }}",
        "{{ nothing }}",
        "{{ view.text }}",
        "{{ view.__class__ }}",
        "{{ 'a' | safe }}",
        "{% autoescape false %}{{ 'a' }}{% endautoescape %}",
        "{%- autoescape false %}{{ 'a' }}{% endautoescape %}",
        "{% include '../secret.xml' %}",
    ],
)
def test_a_template_cannot_ask_for_more_than_it_was_given(template: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        rendered(tmp_path, template, None)


@pytest.mark.parametrize(
    "lang,pattern,value,text",
    [
        ("nl", "day", date(2026, 11, 26), "26 november 2026"),
        ("nl", "short_day", date(2026, 11, 26), "donderdag 26 november"),
        ("nl", "long_day", "2026-11-26", "donderdag 26 november 2026"),
        ("en", "long_day", date(2026, 11, 26), "Thursday 26 November 2026"),
        ("nl", "moment", datetime(2026, 11, 26, 10, 20), "donderdag 26 november 2026, 10:20 uur"),  # noqa: DTZ001
        ("en", "moment", "2026-11-26T10:20", "Thursday 26 November 2026, 10:20"),
        ("nl", "clock", "2026-11-26T09:05", "09:05"),
        ("nl", "joined", ["a", "b", "c"], "a, b en c"),
        ("en", "joined", ["a", "b"], "a and b"),
        ("nl", "joined", ["a"], "a"),
        ("nl", "joined", [], ""),
        ("nl", "phone", "088 234 23 40", "088\u00a0234\u00a023\u00a040"),
        ("nl", "tel", "+31 (0)88 234-23 40", "tel:+31882342340"),
        ("nl", "tel", "0800-8115", "tel:08008115"),
        ("nl", "tel", "112", "tel:112"),
        ("nl", "tel", "vraag de balie", ""),
        ("nl", "tel", "tel:1;ext=2", ""),
    ],
)
def test_a_filter_writes_a_value_as_people_do(
    lang: str, pattern: str, value: object, text: str, tmp_path: Path
) -> None:
    assert rendered(tmp_path, f"{{{{ view.text | {pattern} }}}}", value, lang) == text


def test_a_language_without_papers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="fr"):
        rendered(tmp_path, "a", lang="fr")


PARTS = Path(__file__).parents[2] / "resources" / "templates" / "base" / "macros.xml"
EVERY_PART = """{% import "macros.xml" as parts %}
{{ parts.typed(view.text) }}{{ parts.labelled('Wie:', 'u.') }}{{ parts.bullets(['x', 'y']) }}
<steps>{% call parts.step(1, 'Bel') %}<p>nu</p>{{ parts.call_code('112', 'Scan') }}{% endcall %}</steps>
<bars>{{ parts.bar('Medisch', 'licht', 1, 9, none, false, 'deels') }}</bars>
{{ parts.wheel({'title': 'Zo gaat het', 'alt': 'Lijf: gaat wel', 'lines': ['Lijf: gaat wel'],
   'axes': [('Lijf', '2'), ('Hoofd', ''), ('Werk', '0'), ('Mensen', '3')]}) }}
<table>{{ parts.row(['Wat', 'Waar'], head=true) }}{{ parts.row(['a', 'b'], bold_first=true) }}</table>
"""


def test_the_shared_parts_fill_a_paper_in(tmp_path: Path) -> None:
    (tmp_path / "macros.xml").write_text(PARTS.read_text(encoding="utf-8"), encoding="utf-8")
    (page,) = pages(rendered(tmp_path, a_paper(EVERY_PART), "een\n\ntwee"))
    assert page.startswith("een twee Wie: u. • x • y")
    assert "Medisch licht deels Zo gaat het Lijf" in page
