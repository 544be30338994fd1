"""How far a slow piece of work is."""

from __future__ import annotations

from intake_app.ui.presenters.work import WHOLE, Work


def test_work_of_unknown_size_shows_no_share_and_can_be_stopped():
    work = Work()
    assert work.tell(100, 0)
    assert work.share == 0
    work.tell(1, 4)
    assert work.share == WHOLE // 4
    work.stop()
    assert not work.tell(200, 0)
    assert work.share == WHOLE // 4
