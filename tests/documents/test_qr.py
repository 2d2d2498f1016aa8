"""QR codes made quickly are the very codes that the library makes, and they are read."""

from __future__ import annotations

import pytest
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from hackdesk.documents.qr import qr_rows

#: Every size a code of ours has: a badge, a juror's link, a certificate, a very long name.
TEXTS = [
    *("K7M2QXR" * count for count in (1, 3, 7, 12, 20, 30, 44, 60, 90, 140)),
    *("https://192.168.1.5:8000/j/õäöü" * count for count in (1, 2, 5, 9)),
    *("HD1:" + "ABCDEFG234567" * count for count in range(1, 40, 6)),
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{len(text)} signs")
def test_a_code_is_the_one_that_the_library_makes(text: str) -> None:
    from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData

    compact = all(sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:" for sign in text)
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=2)
    code.add_data(QRData(text.encode(), mode=MODE_ALPHA_NUM if compact else MODE_8BIT_BYTE), optimize=0)
    code.make()
    assert qr_rows(text) == ["".join("1" if dark else "0" for dark in row) for row in code.modules]
