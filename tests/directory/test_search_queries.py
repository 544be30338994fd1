"""What people type, and the kinds of help of which one must stand among the first two in the shipped sociale kaart."""

from __future__ import annotations

from functools import cache

import pytest

from intake_app.directory.finding.words import words_of
from intake_app.directory.query import Query
from tests.directory.made_services import index_of
from tests.shipped import content

QUERIES = (
    ("eenzaam", "maatje buurthuis luisterlijn"),
    ("mijn moeder is vergeetachtig", "casemanager_dementie alzheimer_cafe huisarts mantelzorgsteunpunt"),
    ("ik kan mijn huur niet betalen", "schuldhulp geldfit inkomensondersteuning"),
    ("deurwaarder aan de deur", "schuldhulp sociaal_raadslieden juridisch_loket geldfit"),
    ("geen geld voor eten", "voedselbank"),
    ("bijstand aanvragen", "werk_en_inkomen inkomensondersteuning formulierenhulp sociaal_raadslieden"),
    ("toeslagen", "formulierenhulp sociaal_raadslieden inkomensondersteuning"),
    ("brief van de belastingdienst", "formulierenhulp sociaal_raadslieden juridisch_loket"),
    ("ik slaap slecht", "huisarts poh_ggz e_health"),
    ("stoppen met roken", "stoppen_met_roken"),
    ("te veel drinken", "verslavingszorg zelfhulpgroep"),
    ("alcohol", "verslavingszorg zelfhulpgroep"),
    ("gokken", "verslavingszorg zelfhulpgroep"),
    ("blowen", "verslavingszorg"),
    ("ruzie met de buren", "buurtbemiddeling"),
    ("scheiding", "scheidingsloket"),
    ("opvoeden puber", "opvoedhulp"),
    ("kind luistert niet", "opvoedhulp"),
    ("rouw", "rouwgroep"),
    ("mijn man is overleden", "rouwgroep"),
    ("afvallen", "gli dietist"),
    ("samen wandelen", "wandelgroep maatje"),
    ("vallen", "valpreventie"),
    ("sporten", "buurtsportcoach sportfonds beweeggroep_ouderen"),
    ("zwemles kinderen betalen", "sportfonds"),
    ("mantelzorg", "mantelzorgsteunpunt respijtzorg"),
    ("mantelzorger overbelast", "mantelzorgsteunpunt respijtzorg"),
    ("even weg", "respijtzorg"),
    ("huishoudelijke hulp", "wmo_ondersteuning"),
    ("traplift", "wmo_ondersteuning"),
    ("vervoer naar ziekenhuis", "wmo_ondersteuning"),
    ("nederlands leren", "taalhuis"),
    ("computerles", "taalhuis"),
    ("vrijwilligerswerk", "vrijwilligerswerk"),
    ("werkloos", "werk_en_inkomen ips_jobcoach"),
    ("ziek op het werk", "bedrijfsarts werk_en_inkomen"),
    ("dakloos", "maatschappelijke_opvang"),
    ("huiselijk geweld", "slachtofferhulp maatschappelijk_werk"),
    ("aangerand", "centrum_seksueel_geweld"),
    ("verkracht", "centrum_seksueel_geweld"),
    ("zelfmoord", "crisisdienst huisarts luisterlijn"),
    ("iemand om mee te praten", "luisterlijn maatje"),
    ("angst", "huisarts poh_ggz basis_ggz patientenvereniging"),
    ("paniekaanval", "huisarts poh_ggz basis_ggz"),
    ("depressie", "patientenvereniging poh_ggz basis_ggz"),
    ("somber", "poh_ggz huisarts luisterlijn basis_ggz"),
    ("wachtlijst ggz", "voorzorggroep"),
    ("ervaringsdeskundige", "ervaringsdeskundige_1op1 herstelacademie"),
    ("lotgenoten", "zelfhulpgroep patientenvereniging steunpunt_inloop"),
    ("jongeren inloop", "jongereninloop"),
    ("dementie", "alzheimer_cafe casemanager_dementie"),
    ("zoon met psychose", "naasten_groep"),
    ("vluchteling", "vluchtelingenwerk"),
    ("zwanger", "verloskundige pop_poli"),
    ("rugpijn", "fysiotherapie psychosomatische_therapie"),
    ("zingeving", "geestelijke_verzorging"),
    ("thuiszorg", "wijkverpleging"),
    ("wondverzorging", "wijkverpleging"),
    ("rechtsbijstand", "juridisch_loket"),
    ("indicatie verpleeghuis", "wlz_ciz"),
    ("dagbesteding", "dagbesteding"),
    ("schuldhlup", "schuldhulp geldfit"),
    ("eensaam", "maatje buurthuis"),
    ("alzhiemer", "alzheimer_cafe"),
    ("fysio", "fysiotherapie"),
    ("blut", "geldfit schuldhulp voedselbank inkomensondersteuning"),
    ("rekeningen niet betalen", "schuldhulp geldfit"),
    ("aa", "zelfhulpgroep"),
    ("overgewicht", "gli dietist"),
    ("burn-out", "bedrijfsarts huisarts poh_ggz basis_ggz"),
    ("ww aanvragen", "werk_en_inkomen"),
    ("rollator", "wmo_ondersteuning valpreventie"),
)
FIRST = 2


@cache
def shipped():
    return index_of(content().directory.services)


@pytest.mark.parametrize("typed, kinds", QUERIES)
def test_what_was_meant_stands_among_the_first(typed, kinds):
    first = shipped().search(Query(words=typed)).hits[:FIRST]
    assert any(set(kinds.split()) & set(hit.service.kinds) for hit in first), [hit.service.name for hit in first]


@pytest.mark.parametrize(
    "text", ["a" * 10_000_000, "a-" * 5_000_000, "é" * 1_000_000], ids=["word", "joined", "accents"]
)
def test_what_is_no_word_however_long_is_not_looked_into(text):
    assert all(len(word) <= 1 for word in words_of(text))
