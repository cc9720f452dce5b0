"""A link reproduces what its sender saw: an initiative and the filters in force."""

from urllib.parse import parse_qs, urlsplit

from dashboard.frame import links
from dashboard.text import markdown
from dashboard.text.folding import folded_words


def test_an_address_keeps_the_filters_every_section_and_what_a_page_narrows_itself() -> None:
    filters = {"department": ["防災課", "市民課"], "lead": ["主担当"], "reason": ["covid"]}
    address = urlsplit(links.address("initiative", filters, initiative=11))
    assert address.path == "initiative"
    assert parse_qs(address.query) == {"initiative": ["11"], **filters}


def test_an_address_without_filters_is_the_page() -> None:
    assert links.address("unmet", {}) == "unmet"


def test_brackets_in_a_label_do_not_end_the_link() -> None:
    assert markdown.link("a]b", "x") == "[a\\]b](x)"


def test_words_of_the_document_pass_markdown_unchanged() -> None:
    assert markdown.verbatim("【目標】*5*回 <br> :red[x] $1$") == "【目標】\\*5\\*回 \\<br\\> \\:red\\[x\\] \\$1\\$"


def test_a_search_is_folded_as_the_store_is() -> None:
    assert folded_words(" ＩＣＴ　研修 ") == ("ict", "研修")
    assert folded_words("") == ()
