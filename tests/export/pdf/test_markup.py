from __future__ import annotations

import pytest

from intake_app.export.pdf.markup import MarkupError, parse
from tests.export.pdf.papers import a_paper, built


@pytest.mark.parametrize(
    "content,name",
    [
        ('<img src="file:///etc/passwd"/>', "img"),
        ('<p colour="red">a</p>', "colour"),
        ("<p><steps/></p>", "steps"),
        ("<steps>los</steps>", "steps"),
        ('<wheel><axis name="Lijf" value="6"/></wheel>', "wheel"),
        ('<lines count="veel"/>', "count"),
        ('<table rules="misschien"/>', "rules"),
        ('<table><row><cell width="80"/><cell width="30"/></row></table>', "width"),
    ],
)
def test_what_the_markup_does_not_know_is_an_error_that_names_it(content: str, name: str) -> None:
    with pytest.raises(MarkupError) as error:
        built(a_paper(content))
    assert error.value.name == name


@pytest.mark.parametrize(
    "markup",
    [
        "<paper>",
        "",
        "<p/>",
        "<paper>&nbsp;</paper>",
        '<!DOCTYPE paper [<!ENTITY e SYSTEM "file:///etc/passwd">]><paper><p>&e;</p></paper>',
    ],
)
def test_what_is_not_a_paper_is_an_error(markup: str) -> None:
    with pytest.raises(MarkupError):
        built(markup)


@pytest.mark.parametrize("name", ["lang", "kind", "size"])
def test_a_value_outside_its_set_is_an_error(name: str) -> None:
    with pytest.raises(MarkupError, match=name):
        built(a_paper("<p>a</p>", **{name: "anders"}))


def test_space_from_the_layout_of_a_template_is_one_space() -> None:
    paper = parse(a_paper("<p>een\n    twee   drie</p>"))
    assert paper.elements[0].words() == "een twee drie"
