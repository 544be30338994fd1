"""A copy behind a password: nobody opens it without, and with it nothing is missing."""

from __future__ import annotations

import random
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.export.pdf.secret import PASSWORD_LENGTH, make_password, sealed
from intake_app.practice.recovery_code import SIGNS
from tests.export.pdf.gate import faults_of, heard
from tests.export.pdf.papers import a_paper, built

PASSWORD = "k7qm29xtrb2hvcd"  # noqa: S105  of a test
PAPER = built(a_paper("<h1>Mijn advies</h1><p>Bel morgen de huisarts.</p>"))


def unlocked(copy):
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as opened:
        target = BytesIO()
        opened.save(target, encryption=False, fix_metadata_version=False)
    return target.getvalue()


@pytest.mark.parametrize("tried", ["", PASSWORD.upper(), PASSWORD[:-1], "k7qm2 9xtrb 2hvcd"])
def test_without_the_very_password_it_stays_shut(tried):
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(sealed(PAPER, PASSWORD)), password=tried)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(sealed(PAPER, PASSWORD), password=tried)


def test_it_is_aes_with_256_bits_and_a_reader_aloud_may_read_it():
    with pikepdf.open(BytesIO(sealed(PAPER, PASSWORD)), password=PASSWORD) as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
        assert {opened.encryption.stream_method.name, opened.encryption.string_method.name} == {"aesv3"}
        assert opened.allow.accessibility
        assert opened.allow.print_highres


def test_nothing_of_it_stands_in_the_file_to_read():
    with pikepdf.open(BytesIO(PAPER)) as opened:
        metadata = opened.Root.Metadata.read_bytes()
    assert b"Mijn advies" in metadata
    copy = sealed(PAPER, PASSWORD)
    for words in ("Mijn advies", "pdfaid", PASSWORD):
        assert words.encode() not in copy
        assert words.encode("utf-16-be") not in copy


def test_opened_again_it_says_the_same_and_passes_the_gate_but_for_the_archive():
    again = unlocked(sealed(PAPER, PASSWORD))
    assert heard(again) == heard(PAPER)
    assert [each for each in faults_of(again) if "pdfa" not in each.lower() and "2a" not in each] == []
    with pikepdf.open(BytesIO(again)) as opened:
        metadata = opened.Root.Metadata.read_bytes()
    assert b"<pdfaid:" not in metadata
    assert b"<pdfuaid:part>1" in metadata


def test_two_copies_of_one_paper_are_not_alike():
    assert sealed(PAPER, PASSWORD) != sealed(PAPER, PASSWORD)


@given(seed=st.integers())
def test_a_password_can_be_told_by_telephone(seed):
    password = make_password(random.Random(seed).randrange)
    assert len(password) == PASSWORD_LENGTH
    assert set(password) <= set(SIGNS.lower())
