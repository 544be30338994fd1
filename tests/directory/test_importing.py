from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.problems import ProblemsError
from intake_app.core.text import Text
from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.own_taxonomy import own_id, taxonomy_records
from intake_app.directory.documents.view import service_of, services_of
from intake_app.directory.import_plan import NEW, SKIP, Format, Incoming, Outcome
from intake_app.directory.importing.plan import changes_of, plan_of
from intake_app.directory.model import Location, Organization, Phone, Service
from intake_app.directory.records import RecordKind, packed, unpacked
from tests.shipped import content

ORGANIZATIONS = ("Stichting Welzijn Waterrijk", "Buurtzorg", "Humanitas")
NAMES = ("Maatje", "Inloop", "Eettafel", "Één-op-één")
CODES = ("2511", "2512", "")


def a_service(id_="s1", name="Maatje", organization=ORGANIZATIONS[0], pc4="2511", **more):
    return Service(
        id=ServiceId(id_),
        organization=Organization(id=own_id("test", organization), name=organization),
        name=name,
        kinds=(KindId("buddy"),),
        locations=(Location(id=f"place {id_}", pc4=pc4, address="Kade 1"),) if pc4 else (),
        phones=(Phone(number="070 123 45 67"),),
        **more,
    )


def stored(*services):
    return {key: data for service in services for key, data in records_of(service).items()}


def a_file(*services, records=None, **more):
    found = {**stored(*services), **(records or {})}
    return Incoming(source="lijst.json", format=Format.HSDS_JSON, records=found, **more)


def of_elsewhere(id_, name="Maatje", organization="Humanitas", pc4="2511", **fields):
    """The records of a list that knows nothing of our facts."""
    owner, place = f"{id_} owner", f"{id_} place"
    service = {"id": id_, "name": name, "status": "active", "organization_id": owner, **fields}
    service["service_at_locations"] = [{"id": f"{id_} at", "location_id": place}]
    address = {"address_1": "Kade 1", "postal_code": f"{pc4} AB", "country": "NL"}
    return {
        (RecordKind.SERVICE, id_): packed(service),
        (RecordKind.ORGANIZATION, owner): packed({"id": owner, "name": organization}),
        (RecordKind.LOCATION, place): packed({"id": place, "addresses": [address]}),
    }


def planned(incoming, here, *, whole_list=False, shipped=frozenset()):
    return plan_of(incoming, here, services_of(here), whole_list=whole_list, shipped=shipped)


def outcomes(plan):
    return {line.id: line.outcome for line in plan.lines}


def applied(here, changes):
    after = dict(here)
    for each in changes:
        if each.after is None:
            del after[each.kind, each.id]
        else:
            after[each.kind, each.id] = each.after
    return after


def test_a_file_in_an_empty_sociale_kaart_adds_all_of_it():
    incoming = a_file(a_service(), a_service("s2", "Inloop"))
    plan = planned(incoming, {})
    assert outcomes(plan) == {"s1": Outcome.ADDED, "s2": Outcome.ADDED}
    assert [line.name for line in plan.lines] == ["Inloop", "Maatje"]
    assert applied({}, changes_of(plan, {}, {})) == dict(incoming.records)


def test_planning_can_be_stopped():
    with pytest.raises(ProblemsError, match="exchange_stopped"):
        plan_of(a_file(a_service()), {}, (), whole_list=False, progress=lambda _done, _whole: False)


def test_the_same_file_again_changes_nothing_also_where_only_empty_fields_differ():
    here = stored(a_service(), a_service("s2", "Inloop"))
    key = (RecordKind.SERVICE, "s2")
    with_empty = {**here, key: packed({**unpacked(here[key]), "licenses": "", "programs": [], "fees": None})}
    plan = planned(a_file(records=with_empty), here)
    assert set(outcomes(plan).values()) == {Outcome.SAME}
    assert list(changes_of(plan, {}, here)) == []


def test_that_a_part_says_what_it_lies_in_is_no_difference():
    here = stored(a_service(wait_days=10))
    document = unpacked(here[RecordKind.SERVICE, "s1"])
    parts = [{**each, "service_id": "s1", "link_entity": "service"} for each in document["phones"]]
    told = {**here, (RecordKind.SERVICE, "s1"): packed({**document, "phones": parts})}
    assert outcomes(planned(a_file(records=told), here)) == {"s1": Outcome.SAME}


def test_what_differs_is_named_by_hsds_and_for_our_own_facts_by_our_terms():
    was = a_service(wait_days=10)
    comes = replace(
        was,
        phones=(Phone(number="14 070"),),
        wait_days=3,
        organization=replace(was.organization, url="https://welzijn.example"),
        locations=(replace(was.locations[0], city="Waterrijk"),),
    )
    [line] = planned(a_file(comes), stored(was)).lines
    assert (line.outcome, line.fields) == (
        Outcome.CHANGED,
        ("organization", "phones", "service_at_locations", "wait_days"),
    )


def test_a_new_service_tells_that_it_changes_an_organisation_that_is_here():
    was = a_service()
    comes = replace(a_service("s2", "Inloop"), organization=replace(was.organization, url="https://welzijn.example"))
    [line] = planned(a_file(comes), stored(was)).lines
    assert (line.outcome, line.fields) == (Outcome.ADDED, ("organization",))


@pytest.mark.parametrize(
    "name, organization, pc4, outcome",
    [
        ("Maatje", "Stichting Welzijn Waterrijk", "2511", Outcome.CHANGED),
        ("MÁATJE", "welzijn waterrijk", "2511", Outcome.CHANGED),
        ("Maatje", "Welzijn Waterrijk, Kerkwijk", "2511", Outcome.CHANGED),
        ("Maatje", "", "2511", Outcome.CHANGED),
        ("Maatje", "Humanitas", "2511", Outcome.UNSURE),
        ("Maatje", "Welzijn Waterrijk", "2516", Outcome.UNSURE),
        ("Maatje", "Humanitas", "2516", Outcome.ADDED),
        ("Maatjes", "Welzijn Waterrijk", "2511", Outcome.ADDED),
    ],
)
def test_another_id_is_found_by_name_and_postcode_else_by_name_and_organisation(name, organization, pc4, outcome):
    plan = planned(a_file(records=of_elsewhere("x1", name, organization, pc4)), stored(a_service()))
    [line] = plan.lines
    assert line.outcome == outcome
    assert plan.matched == ({"x1": "s1"} if outcome is Outcome.CHANGED else {})
    assert line.candidates == (("s1",) if outcome is Outcome.UNSURE else ())


def test_without_postcodes_name_and_organisation_decide():
    here = stored(a_service("s1", pc4=""), a_service("s2", organization="Humanitas", pc4=""))
    comes = a_service("x1", organization="humanitas", pc4="")
    assert planned(a_file(comes), here).matched == {"x1": "s2"}


def test_where_several_may_be_the_same_it_is_asked_whichever_side_has_several():
    here = stored(a_service("s1"), a_service("s2"))
    [line] = planned(a_file(a_service("x1")), here).lines
    assert (line.outcome, line.candidates) == (Outcome.UNSURE, ("s1", "s2"))
    plan = planned(a_file(a_service("x1"), a_service("x2")), stored(a_service("s1")))
    assert outcomes(plan) == {"x1": Outcome.UNSURE, "x2": Outcome.UNSURE}


def test_what_is_in_the_file_under_its_own_id_is_nobody_elses():
    plan = planned(a_file(a_service("s1"), a_service("x1")), stored(a_service("s1")))
    assert outcomes(plan) == {"s1": Outcome.SAME, "x1": Outcome.ADDED}


def test_an_unsure_line_does_what_was_answered_and_nothing_without_an_answer():
    here = stored(a_service("s1"), a_service("s2"))
    plan = planned(a_file(a_service("x1", description=Text(nl="Nieuw", en=""))), here)
    for answers in ({}, {"x1": SKIP}):
        assert list(changes_of(plan, answers, here)) == []
    assert (RecordKind.SERVICE, "x1") in applied(here, changes_of(plan, {"x1": NEW}, here))
    after = applied(here, changes_of(plan, {"x1": "s2"}, here))
    assert (RecordKind.SERVICE, "x1") not in after
    assert service_of(unpacked(after[RecordKind.SERVICE, "s2"]), after).description.nl == "Nieuw"


def test_two_lines_cannot_become_the_same_entry():
    here = stored(a_service("s1"))
    plan = planned(a_file(a_service("x1"), a_service("x2")), here)
    with pytest.raises(ProblemsError) as caught:
        list(changes_of(plan, {"x1": "s1", "x2": "s1"}, here))
    assert [each.code for each in caught.value.problems] == ["import_same_twice"]


@pytest.mark.parametrize("outcome", [Outcome.ADDED, Outcome.CHANGED])
def test_any_line_can_be_left_out(outcome):
    here = stored(a_service("s1", wait_days=4)) if outcome is Outcome.CHANGED else {}
    plan = planned(a_file(a_service("s1", wait_days=5)), here)
    assert outcomes(plan) == {"s1": outcome}
    assert list(changes_of(plan, {"s1": SKIP}, here)) == []


def test_only_a_whole_list_has_gone_lines_and_each_goes_only_when_it_was_ticked():
    here = stored(a_service("s1"), a_service("s2", "Inloop"), a_service("national", "Luisterlijn"))
    incoming = a_file(a_service("s1"))
    assert outcomes(planned(incoming, here)) == {"s1": Outcome.SAME}
    plan = planned(incoming, here, whole_list=True, shipped={"national"})
    assert outcomes(plan) == {"s1": Outcome.SAME, "s2": Outcome.GONE}
    assert list(changes_of(plan, {}, here)) == []
    after = applied(here, changes_of(plan, {"s2": "s2"}, here))
    assert here.keys() - after.keys() == {(RecordKind.SERVICE, "s2")}


def test_what_a_line_may_be_is_not_gone():
    plan = planned(a_file(a_service("x1")), stored(a_service("s1"), a_service("s2")), whole_list=True)
    assert outcomes(plan) == {"x1": Outcome.UNSURE}


def test_a_list_that_does_not_know_our_facts_leaves_them_and_what_it_has_no_field_for():
    was = a_service(wait_days=12, never_offer="Neemt niet op", url="https://maatje.example", fees=Text(nl="5", en=""))
    here = stored(was)
    comes = of_elsewhere("x1", "Maatje", "Welzijn Waterrijk", "2511", fees_description="Gratis", phones=[])
    plan = planned(a_file(records=comes), here)
    after = applied(here, changes_of(plan, {}, here))
    service = service_of(unpacked(after[RecordKind.SERVICE, "s1"]), after)
    assert (service.wait_days, service.never_offer, service.kinds) == (12, "Neemt niet op", was.kinds)
    assert (service.fees.nl, service.url, service.phones) == ("Gratis", "https://maatje.example", ())


def test_a_file_of_ours_says_all_there_is_to_say():
    was, comes = a_service(wait_days=12, url="https://maatje.example"), a_service()
    here, ours = stored(was), taxonomy_records(content().options)
    plan = planned(a_file(comes, records=ours), here)
    assert plan.besides == ()
    after = applied(here, changes_of(plan, {}, here))
    assert after == stored(comes)


def test_a_table_changes_only_the_facts_of_its_columns():
    was = a_service(wait_days=12, description=Text(nl="Samen wandelen", en="Walking"), not_for=Text(nl="Zorg", en=""))
    comes = replace(a_service("x1"), wait_days=3, phones=(Phone(number="14 070"),), description=Text(nl="Leeg", en=""))
    here = stored(was)
    incoming = a_file(comes, partial=True, fields=frozenset({"name", "organization", "pc4", "wait_days", "phones"}))
    plan = planned(incoming, here)
    assert [line.fields for line in plan.lines] == [("phones", "wait_days")]
    after = applied(here, changes_of(plan, {}, here))
    assert service_of(unpacked(after[RecordKind.SERVICE, "s1"]), after) == replace(
        was, wait_days=3, phones=(Phone(number="14 070"),)
    )
    assert after.keys() == here.keys()


def test_a_new_row_of_a_table_is_of_the_organisation_that_is_here_under_that_name():
    was = replace(a_service(), organization=Organization(id="o1", name="Humanitas", url="https://humanitas.example"))
    comes = replace(a_service("x1", "Eettafel"), organization=Organization(id="row 1", name="humanitas"))
    here, incoming = stored(was), a_file(comes, partial=True, fields=frozenset({"name", "organization"}))
    after = applied(here, changes_of(planned(incoming, here), {}, here))
    assert {id_ for kind, id_ in after if kind is RecordKind.ORGANIZATION} == {"o1"}
    new = service_of(unpacked(after[RecordKind.SERVICE, "x1"]), after)
    assert (new.organization.id, new.organization.url) == ("o1", "https://humanitas.example")


def test_what_belongs_to_no_service_comes_in_too_and_what_only_a_skipped_line_needs_does_not():
    loose = {(RecordKind.ORGANIZATION, "o9"): packed({"id": "o9", "name": "Zonder aanbod"})}
    term = {(RecordKind.TAXONOMY_TERM, "t1"): packed({"id": "t1", "name": "Food", "taxonomy_id": "open"})}
    plan = planned(a_file(records=of_elsewhere("x1") | loose | term), {})
    assert plan.besides == (*loose, *term)
    assert {(each.kind, each.id) for each in changes_of(plan, {"x1": SKIP}, {})} == {*loose, *term}


# --- whatever comes -----------------------------------------------------------------------------------------------

some = st.lists(
    st.builds(
        a_service,
        id_=st.sampled_from([f"s{number}" for number in range(9)]),
        name=st.sampled_from(NAMES),
        organization=st.sampled_from(ORGANIZATIONS),
        pc4=st.sampled_from(CODES),
        wait_days=st.sampled_from([None, 3]),
        url=st.sampled_from(["", "https://een.example"]),
    ),
    max_size=6,
    unique_by=lambda service: service.id,
)


@given(some)
def test_what_was_exported_is_the_same_when_it_comes_back(services):
    here = stored(*services)
    plan = planned(a_file(records=here | taxonomy_records(content().options)), here, whole_list=True)
    assert plan.count(Outcome.SAME) == len(plan.lines) == len(services)
    assert (list(changes_of(plan, {}, here)), plan.besides) == ([], ())


@given(some, some, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_file_and_of_what_is_here_means_nothing(was, comes, chance, whole_list):
    here, file = stored(*was), list(stored(*comes).items())
    first = plan_of(a_file(records=dict(file)), here, services_of(here), whole_list=whole_list)
    chance.shuffle(file)
    other = plan_of(a_file(records=dict(file)), here, tuple(reversed(services_of(here))), whole_list=whole_list)
    assert (first.lines, first.matched, first.besides) == (other.lines, other.matched, other.besides)
    assert list(changes_of(first, {}, here)) == list(changes_of(other, {}, here))


@given(some, some, st.booleans())
def test_an_import_does_what_the_plan_says_and_nothing_else_and_can_be_put_back(was, comes, partial):
    here = stored(*was)
    fields = frozenset({"name", "organization", "pc4", "wait_days", "url"}) if partial else frozenset()
    plan = planned(a_file(*comes, partial=partial, fields=fields), here, whole_list=True)
    changes = list(changes_of(plan, {}, here))
    touched = {each.id for each in changes if each.kind is RecordKind.SERVICE}
    said = {
        plan.matched.get(line.id, line.id) for line in plan.lines if line.outcome in {Outcome.ADDED, Outcome.CHANGED}
    }
    assert touched == said
    assert len({(each.kind, each.id) for each in changes}) == len(changes)
    after = applied(here, changes)
    before = {(each.kind, each.id): here.get((each.kind, each.id)) for each in changes}
    assert {key: data for key, data in (after | before).items() if data is not None} == here
    again = plan_of(plan.incoming, after, services_of(after), whole_list=False)
    assert {line.outcome for line in again.lines} <= {Outcome.SAME, Outcome.UNSURE}
