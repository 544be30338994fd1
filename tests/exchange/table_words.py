"""The words of the Dutch table as the program ships them, and small makers of services for its tests."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import Text
from intake_app.directory.documents.document import settled
from intake_app.directory.documents.view import services_of
from intake_app.directory.model import Organization, Service
from intake_app.exchange.service_table_columns import TableWords
from tests.shipped import TODAY, content

EMPTY = Service(id=ServiceId(""), organization=Organization(id="", name=""), name="", kinds=())


@cache
def words(language="nl"):
    kinds = {kind.id: kind.name for kind in content().options}
    return TableWords(texts=content().wording.texts, kinds=kinds, language=language)


def go_on(_done, _total):
    return True


def a_service(**changes):
    plain = replace(EMPTY, id=ServiceId("s1"), name="Koken", organization=Organization(id="o1", name="De Brink"))
    return settled(replace(plain, **{"kinds": (KindId("buurthuis"),), "assured_date": TODAY, **changes}))


def nl(text):
    return Text(nl=text, en="")


def read_services(incoming):
    return {each.id: each for each in services_of(incoming.records)}


FIRST_OF_MONTH = datetime.date(2026, 11, 1)
