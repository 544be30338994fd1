from __future__ import annotations

import pytest

from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.own_taxonomy import taxonomy_records
from intake_app.directory.documents.view import services_of
from intake_app.directory.import_plan import Outcome
from intake_app.directory.importing.plan import changes_of, plan_of
from intake_app.exchange.hsds_csv import read_hsds_csv
from intake_app.exchange.hsds_csv_out import write_hsds_csv
from intake_app.exchange.hsds_json import read_hsds_json
from intake_app.exchange.hsds_json_out import write_hsds_json
from tests.shipped import content


@pytest.mark.parametrize(
    "name, write, read",
    [("kaart.json", write_hsds_json, read_hsds_json), ("kaart.zip", write_hsds_csv, read_hsds_csv)],
    ids=["json", "csv"],
)
def test_what_was_written_to_a_file_changes_nothing_when_it_is_read_again(tmp_path, name, write, read):
    here = {key: data for each in content().directory.services for key, data in records_of(each).items()}
    write(tmp_path / name, here | taxonomy_records(content().options), lambda *_: True)
    incoming = read(tmp_path / name, lambda *_: True)
    plan = plan_of(incoming, here, services_of(here), whole_list=True)
    assert plan.count(Outcome.SAME) == len(plan.lines) == len(content().directory.services)
    assert (plan.besides, list(changes_of(plan, {}, here))) == ((), [])
