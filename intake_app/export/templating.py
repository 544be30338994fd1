"""Templates of papers: a view and a language in, paper markup out.

Every value is escaped and cleaned on its way in, so what was typed comes out as letters, never as markup. The
sandbox keeps a template to the view that it was given; a name that the view does not have is an error.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType

from jinja2 import FileSystemLoader, StrictUndefined, TemplateRuntimeError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

_LINE_BREAK = "\u2028"
_NO_BREAK_SPACE = "\u00a0"
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MANY_LINE_BREAKS = re.compile(f"{_LINE_BREAK}{{3,}}")
_NOT_A_SIGN = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_CALLABLE = re.compile(r"\+?[\d\s\u00a0()./–-]+")
_FEWEST_DIGITS = 3  # 112

_WEEKDAYS = MappingProxyType(
    {
        "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    }
)
_MONTHS = MappingProxyType(
    {
        "nl": (
            *("januari", "februari", "maart", "april", "mei", "juni"),
            *("juli", "augustus", "september", "oktober", "november", "december"),
        ),
        "en": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    }
)
_AND = MappingProxyType({"nl": "en", "en": "and"})
_CLOCK = MappingProxyType({"nl": "{time} uur", "en": "{time}"})
# These would let a template write a value as markup.
_UNSAFE_FILTERS = ("safe", "xmlattr", "urlize", "tojson")


class _AlwaysEscaped(Extension):
    """Refuses the tag that switches escaping off."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Hand the tokens on, up to an `autoescape` tag."""
        previous = ""
        for token in stream:
            if previous == "block_begin" and token.value == "autoescape":
                raise TemplateSyntaxError("autoescape is always on", token.lineno, stream.name, stream.filename)
            previous = token.type
            yield token


def clean(text: str) -> str:
    """Return a text without control characters, its line ends as line separators, which the paper keeps."""
    lines = _MANY_LINE_BREAKS.sub(_LINE_BREAK * 2, _LINE_ENDS.sub(_LINE_BREAK, text)).strip(_LINE_BREAK)
    signs = {sign for sign in set(lines) if unicodedata.category(sign) in {"Cc", "Cs"}} - {"\t"}
    return _NOT_A_SIGN.sub("", lines.translate(dict.fromkeys(map(ord, signs))))


def _finished(value: object) -> object:
    if value is None:
        raise TemplateRuntimeError("a value is empty (None); the template must ask for it first")
    if isinstance(value, Markup):
        return Markup(value.translate(_CONTROL))  # noqa: S704 - the template's own
    return value if isinstance(value, StrictUndefined) else clean(str(value))


_CONTROL: Mapping[int, None] = MappingProxyType(
    {code: None for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\t\n\r"}
)


# --- filters: each takes the language first, then the value ---


def _as_date(value: date | str) -> date:
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def _as_time(value: datetime | time | str) -> datetime | time:
    if not isinstance(value, str):
        return value
    return datetime.fromisoformat(value) if "T" in value or " " in value else time.fromisoformat(value)


def day(lang: str, value: date | str) -> str:
    """Write a date: "26 november 2026"."""
    moment = _as_date(value)
    return f"{moment.day} {_MONTHS[lang][moment.month - 1]} {moment.year}"


def short_day(lang: str, value: date | str) -> str:
    """Write a date without its year: "donderdag 26 november"."""
    moment = _as_date(value)
    return f"{_WEEKDAYS[lang][moment.weekday()]} {moment.day} {_MONTHS[lang][moment.month - 1]}"


def long_day(lang: str, value: date | str) -> str:
    """Write a date in full: "donderdag 26 november 2026"."""
    moment = _as_date(value)
    return f"{_WEEKDAYS[lang][moment.weekday()]} {day(lang, moment)}"


def clock(_lang: str, value: datetime | time | str) -> str:
    """Write a time of day: "10:20"."""
    return _as_time(value).strftime("%H:%M")


def moment(lang: str, value: datetime | str) -> str:
    """Write a date with its time: "donderdag 26 november 2026, 10:20 uur"."""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{long_day(lang, at)}, {_CLOCK[lang].format(time=clock(lang, at))}"


def joined(lang: str, values: Iterable[object]) -> str:
    """Write a list as one would say it: "a, b en c"."""
    *first, last = [str(value) for value in values] or [""]
    return f"{', '.join(first)} {_AND[lang]} {last}" if first else last


def phone(_lang: str, value: object) -> str:
    """Write a telephone number so that no line ends inside it."""
    return _NO_BREAK_SPACE.join(str(value).split())


def tel(_lang: str, value: object) -> str:
    """Write the address that a telephone calls, "tel:08008115"; empty when it is not a number."""
    text = str(value).strip()
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if len(digits) < _FEWEST_DIGITS or not _CALLABLE.fullmatch(text):
        return ""
    return f"tel:{'+' if text.startswith('+') else ''}{digits}"


_FILTERS: tuple[Callable[..., str], ...] = (day, short_day, long_day, clock, moment, joined, phone, tel)


def words(value: object) -> Iterator[str]:
    """Yield the paragraphs of a longer text: what stands between empty lines."""
    for part in re.split(r"\n\s*\n", _LINE_ENDS.sub("\n", str(value))):
        if part.strip():
            yield part.strip()


@lru_cache(maxsize=8)
def _environment(template_dir: Path, lang: str) -> ImmutableSandboxedEnvironment:
    if lang not in _AND:
        raise ValueError(f"no papers in this language: {lang}")
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template_dir, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finished,
        extensions=[_AlwaysEscaped],
    )
    for name in _UNSAFE_FILTERS:
        del environment.filters[name]
    environment.filters.update({each.__name__: partial(each, lang) for each in _FILTERS}, paragraphs=words)
    return environment


def render(template_dir: Path, name: str, view: object, lang: str) -> str:
    """Fill a template in.

    Args:
        template_dir: The folder of the templates; nothing outside it can be included.
        name: The template's path in that folder.
        view: What the template may show; it is known to it as `view`.
        lang: "nl" or "en", known to the template as `lang`.

    Returns:
        Paper markup (`intake_app.export.pdf.markup`).

    Raises:
        jinja2.TemplateError: The template is missing or wrong, or asks for what the view does not have.
        ValueError: The language is another one.
    """
    return _environment(template_dir, lang).get_template(name).render(view=view, lang=lang)
