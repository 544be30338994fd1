"""Whether what is printed has room: nothing beside the page, nothing over something else. Seen by PDFium."""

from __future__ import annotations

import pypdfium2

MARGIN = 20
"""Points; the narrowest margin of our papers is 24."""
MOST_SHARED = 0.2
"""Of the smaller of two pieces of text: stacked diacritics and tails may touch, words may not cover one another."""
_HAIR = 0.5


def crowded(pdf):
    """Return what stands beside its page or over other text: the page and the words."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [fault for number, page in enumerate(opened, start=1) for fault in _faults(number, page)]


def _faults(number, page):
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    for left, bottom, right, top in boxes:
        if left < MARGIN or bottom < MARGIN or right > width - MARGIN or top > height - MARGIN:
            yield number, "beside the page", text.get_text_bounded(left, bottom, right, top)[:40]
    boxes.sort(key=lambda box: box[1])
    for at, box in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other[1] >= box[3]:
                break
            if _shared(box, other) > MOST_SHARED:
                yield number, "over other text", text.get_text_bounded(*box)[:40]


def _shared(one, other):
    across = min(one[2], other[2]) - max(one[0], other[0])
    upwards = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min(_area(one), _area(other))
    return across * upwards / smaller if across > _HAIR and upwards > _HAIR and smaller > 1 else 0


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])
