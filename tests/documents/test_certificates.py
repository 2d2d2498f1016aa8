"""Certificates: who gets which, what stands on them, and the code that proves them."""

from __future__ import annotations

import random
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from builders import STRANGE_NAME

from hackdesk.documents.actions import signing_key
from hackdesk.documents.certificate_queries import certificates_of, issued_of
from hackdesk.documents.certificate_settings import (
    DESIGNS,
    FIELDS,
    KINDS,
    ORIENTATIONS,
    USUAL_TEXTS,
    CertificateSettings,
    Signer,
    fault_in,
    filled,
)
from hackdesk.documents.certificate_values import Certificate, Certificates
from hackdesk.documents.certificates import print_certificates
from hackdesk.documents.fonts import clean
from hackdesk.documents.issued import issued_rows
from hackdesk.documents.kinds import made_ready, print_kind
from hackdesk.documents.proof import NotReal, printed_key, verified
from hackdesk.documents.proof_queries import code_in_picture, public_key
from hackdesk.documents.rules import PrinterProfile
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.jury.actions import seal_results
from hackdesk.language import language
from hackdesk.people.actions import edit_person
from hackdesk.people.queries import people
from hackdesk.spreadsheets import csv_bytes

ALPHABETS = (
    "ABCDEFGHIJKLMNOPRSŠZŽTUVÕÄÖÜ abdefghijklmnoprsšzžtuvõäöü", "B́V́ḾŔT́ḱḿṕśv́f́ˀ",
    "AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽ aābcčdeēģīķļņšūž", "AĄBCČDEĘĖFGHIĮYJKLMNOPRSŠTUŲŪVZŽ ąčęėįšųūž",
    "AĄBCĆDEĘFGHIJKLŁMNŃOÓPRSŚTUWYZŹŻ ąćęłńóśźż", "AĂÂBCDEFGHIÎJLMNOPRSȘTȚUVXZ ăâîșț",
    "AÁBCDEÉFGHIÍJKLMNOÓÖŐPRSTUÚÜŰVZ áéíóöőúüű",
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
)  # fmt: skip


def a_name(chance: random.Random) -> str:
    letters = re.findall(r"\w[\u0300-\u036f]*", clean(chance.choice(ALPHABETS)))
    words = ["".join(chance.choices(letters, k=chance.randint(2, 14))) for _word in range(chance.randint(1, 4))]
    return clean(chance.choice((" ", " ", "-")).join(words))


def read(path: Path) -> list[str]:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]


def tight(text: str) -> str:
    return "".join(text.split())


def test_a_thousand_names_of_every_alphabet_are_read_back_letter_by_letter(
    tmp_path: Path, printer: PrinterProfile, certificates: Any
) -> None:
    chance = random.Random(20261114)
    names = [a_name(chance) for _name in range(999)] + [STRANGE_NAME]
    made = certificates(*(Certificate(name, number) for number, name in enumerate(names, start=1)))
    printed = print_certificates(made, "et", printer, tmp_path / "names.pdf")
    found = read(printed.path)
    wrong = [name for name, said in zip(names, found, strict=True) if tight(name) not in tight(said)]
    assert wrong == []


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_every_design_holds_the_longest_texts_in_two_languages_on_the_paper(
    tmp_path: Path, printer: PrinterProfile, certificates: Any, pages: Any, design: str, orientation: str
) -> None:
    long = {"team": STRANGE_NAME, "award": STRANGE_NAME, "giver": STRANGE_NAME, "kind": "winner"}
    signers = tuple(Signer(f"{number}. korraldusmeeskonna juht", STRANGE_NAME) for number in range(3))
    settings = CertificateSettings(design, orientation, "en", signers=signers)
    made = replace(certificates(Certificate(STRANGE_NAME, 7, **long), revision=1), settings=settings)
    (page,) = pages(print_certificates(made, "et", printer, tmp_path / "c.pdf").path)
    assert page.outside == ()
    assert page.text.count(STRANGE_NAME) == 1 + 6 + 3
    assert "DIPLOM · DIPLOMA" in page.text
    lying = orientation == "landscape"
    assert (page.size[0] > page.size[1]) is lying


def test_a_line_about_a_team_is_left_out_where_there_is_none() -> None:
    text = "osales\nmeeskonnas „{team}“"
    assert filled(text, {"team": "Külabuss"}) == (
        (("osales", False),), (("meeskonnas „", False), ("Külabuss", True), ("“", False)),
    )  # fmt: skip
    assert filled(text, {"team": ""}) == ((("osales", False),),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sai {auhind}", "There is no field {auhind}"), ("sai {award", "opened and not closed"),
        ("sai award}", "was not opened"), ("sai {}", "There is no field {}"),
        ("{ {award} }", "opened and not closed"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_while_it_is_typed(text: str, said: str) -> None:
    fault = fault_in(text)
    assert fault is not None
    sentence = language("en").error(fault)
    assert said in sentence and "{name}, {team}, {award}" in sentence


@pytest.mark.parametrize("tag", ["en", "et"])
def test_the_usual_texts_have_known_fields_only(tag: str) -> None:
    for kind in KINDS:
        assert fault_in(language(tag)(USUAL_TEXTS[kind])) is None
    assert fault_in(" ".join(f"{{{name}}}" for name in FIELDS)) is None


def test_what_is_set_comes_back_from_the_file_and_the_usual_is_not_kept() -> None:
    settings = CertificateSettings(
        "frame", "portrait", "en", {"winner et": "võitis {award}"}, (Signer("juht", "Mari"),), False
    )
    assert CertificateSettings.of(settings.stored) == settings
    assert CertificateSettings().stored == {}
    assert CertificateSettings.of({"design": "gone"}).design == "band"


def test_an_own_text_stands_on_the_paper_and_the_words_of_before_still_do(
    whole_event: Event, tmp_path: Path, pages: Any
) -> None:
    earlier = replace(settings_of(whole_event), certificate_text="osales Loometalgutel {kunagi}")
    change_settings(whole_event, earlier)
    page, *_rest = pages(print_kind(whole_event, "certificates", tmp_path / "a.pdf", "et").path)
    assert "osales Loometalgutel {kunagi} Külabuss" in page.text
    own = CertificateSettings(texts={"participant et": "tegi kaasa: {event}, {place}"})
    change_settings(whole_event, replace(settings_of(whole_event), certificate=own.stored))
    page, *_rest = pages(print_kind(whole_event, "certificates", tmp_path / "b.pdf", "et").path)
    assert "tegi kaasa: Vastseliina, Vastseliina" in page.text


def test_the_code_on_paper_is_real_says_what_was_issued_and_fails_for_another_name(
    whole_event: Event, tmp_path: Path
) -> None:
    seal_results(whole_event)
    printed = print_kind(whole_event, "certificates", tmp_path / "c.pdf", "et")
    key = public_key(whole_event)
    made = certificates_of(whole_event)
    with closing(pypdfium2.PdfDocument(printed.path)) as document:
        for page, certificate in zip(document, made.certificates, strict=True):
            (found,) = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
            statement = verified(found.text, key)
            assert (statement.name, statement.number) == (clean(certificate.name), made.number_of(certificate))
            assert statement.about == (certificate.award or certificate.team)
            assert statement.dates == "14–15 November 2026"
    with pytest.raises(NotReal):
        verified(found.text[:-12] + "A" * 11, key)


def test_a_preview_is_not_signed_and_without_codes_no_key_is_made(whole_event: Event) -> None:
    assert not any(one.code for one in certificates_of(whole_event).certificates)
    plain = CertificateSettings(qr=False)
    change_settings(whole_event, replace(settings_of(whole_event), certificate=plain.stored))
    assert not any(one.code for one in made_ready(whole_event, "certificates").certificates)
    assert public_key(whole_event) == ""


def test_one_made_again_keeps_its_number_and_says_the_new_name(whole_event: Event, tmp_path: Path) -> None:
    print_kind(whole_event, "certificates", tmp_path / "a.pdf")
    before = made_ready(whole_event, "certificates")
    ants = next(person for person in people(whole_event) if person.given_name == "Ants")
    edit_person(whole_event, ants.id, replace(ants.draft, family_name="Tamme"), seen=ants.version)
    after = made_ready(whole_event, "certificates")
    assert [one.number for one in after.certificates] == [one.number for one in before.certificates]
    statement = verified(after.certificates[0].code, signing_key(whole_event).public)
    assert (statement.name, statement.number) == ("Ants Tamme", "2026-0001")


def test_more_than_a_hundred_kinds_of_text_are_drawn_once_each(
    tmp_path: Path, printer: PrinterProfile, certificates: Any
) -> None:
    many = [Certificate(f"Nimi {number}", number, team=f"Meeskond {number // 10}") for number in range(1, 200)]
    made: Certificates = certificates(*many)
    found = read(print_certificates(made, "et", printer, tmp_path / "c.pdf").path)
    assert all(one.team in said for one, said in zip(many, found, strict=True))


def test_what_was_issued_is_listed_with_what_stood_on_it_and_how_often(
    whole_event: Event, tmp_path: Path, pages: Any
) -> None:
    print_kind(whole_event, "certificates", tmp_path / "a.pdf")
    print_kind(whole_event, "certificates", tmp_path / "b.pdf")
    made = issued_of(whole_event)
    assert [(one.number, one.name, one.times) for one in made.issued[:2]] == [
        ("2026-0001", "Ants Tamm", 2), ("2026-0002", "Õnne-Ly Kuusk", 2),
    ]  # fmt: skip
    (page,) = pages(print_kind(whole_event, "issued", tmp_path / "list.pdf", "en").path)
    assert "2026-0001 Participant Ants Tamm Külabuss 2 2026-11-14 09:00" in page.text
    header, rows = issued_rows(replace(made, issued=(replace(made.issued[0], name="=1+1"),)), language("et"))
    assert b"'=1+1" in csv_bytes(header, rows)


def test_the_record_proves_itself_and_tells_the_public_key(whole_event: Event, tmp_path: Path, pages: Any) -> None:
    print_kind(whole_event, "results", tmp_path / "draft.pdf", "en")
    assert public_key(whole_event) == ""
    sealed = seal_results(whole_event)
    printed = print_kind(whole_event, "results", tmp_path / "record.pdf", "en")
    key = public_key(whole_event)
    said = " ".join(page.text for page in pages(printed.path))
    assert printed_key(key) in said.replace("HDKEY: ", "HDKEY:")
    statement = verified(code_in_picture(printed.path), key)
    assert (statement.kind, statement.number, statement.about) == ("record", "1", sealed.hash)
