"""Addresses of what other registries name."""

from __future__ import annotations

import pytest

from pincite.export import write
from pincite.export.identity import license_iri
from tests.export.articles import small


@pytest.mark.parametrize(
    ("expression", "address"),
    [
        ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0"),
        ("LicenseRef-mine", None),
        ("DocumentRef-his:LicenseRef-mine", None),
        ("DocumentRef-his", None),
        ("GPL-2.0+", None),
        ("MIT OR Apache-2.0", None),
    ],
)
def test_a_licence_leads_to_spdx_where_it_is_one_of_its_list(expression: str, address: str | None) -> None:
    assert license_iri(expression) == address
    document = small()
    document["article"]["license"] = expression
    for name in ("html", "jats", "tei"):
        linked = f'"https://spdx.org/licenses/{expression}"' in write(document, name)
        assert linked == (address is not None)
