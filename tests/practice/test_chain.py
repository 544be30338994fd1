from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from intake_app.practice.chain import START, Anchor, ChainFault, Link, check_chain, seal_of

KEY = bytes(range(32))
BODIES = st.lists(st.binary(max_size=20), min_size=1, max_size=12)


def chained(bodies, key=KEY):
    links, head = [], START
    for seq, body in enumerate(bodies, start=1):
        head = seal_of(key, head, seq, body)
        links.append(Link(seq=seq, body=body, seal=head))
    return links


def anchor_of(links):
    return Anchor(count=len(links), head=links[-1].seal) if links else Anchor()


@given(bodies=BODIES, part=st.integers(0, 12))
def test_a_whole_chain_holds_with_every_earlier_anchor(bodies, part):
    links = chained(bodies)
    found = check_chain(KEY, links, [anchor_of(links[:part]), anchor_of(links)])
    assert (found.is_whole, found.anchor) == (True, anchor_of(links))


@given(bodies=BODIES, data=st.data())
def test_any_change_deletion_swap_or_insertion_is_found(bodies, data):
    links = chained(bodies)
    at = data.draw(st.integers(0, len(links) - 1))
    kind = data.draw(st.sampled_from(["body", "seal", "cut", "delete", "swap", "insert"]))
    hurt = list(links)
    if kind == "body":
        hurt[at] = Link(seq=at + 1, body=links[at].body + b"!", seal=links[at].seal)
    elif kind == "seal":
        hurt[at] = Link(seq=at + 1, body=links[at].body, seal=bytes(32))
    elif kind == "cut":
        hurt = hurt[:at]
    elif kind == "delete":
        del hurt[at]
    elif kind == "swap":
        assume(len(links) > 1 and links[at].body != links[at - 1].body)
        hurt[at], hurt[at - 1] = (
            Link(seq=at + 1, body=links[at - 1].body, seal=links[at - 1].seal),
            Link(seq=(at - 1) % len(links) + 1, body=links[at].body, seal=links[at].seal),
        )
    else:
        hurt.insert(at, Link(seq=at + 1, body=b"forged", seal=bytes(32)))
    assert not check_chain(KEY, hurt, [anchor_of(links)]).is_whole


@given(bodies=BODIES, cut=st.integers(1, 12))
def test_only_the_anchor_finds_a_cut_tail(bodies, cut):
    links = chained(bodies)
    shorter = links[: max(0, len(links) - cut)]
    assert check_chain(KEY, shorter).is_whole
    assert check_chain(KEY, shorter, [anchor_of(links)]).fault is ChainFault.CUT


@given(bodies=BODIES)
def test_another_chain_by_the_same_key_differs_from_the_anchor(bodies):
    links, others = chained(bodies), chained([*bodies[:-1], bodies[-1] + b"?"])
    assert check_chain(KEY, others, [anchor_of(links)]).fault is ChainFault.DIFFERENT
