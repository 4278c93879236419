from nutgraf.cancel import Cancel
from nutgraf.readers.page import parse_page, whole_body
from nutgraf.readers.page_blocks import page_blocks


def blocks(html):
    return page_blocks(whole_body(parse_page(f"<html><body>{html}</body></html>")), "https://example.org/a/", Cancel())


def said(html):
    return [(str(block.kind), block.level, block.text) for block in blocks(html)]


def test_every_element_that_breaks_the_line_parts_blocks():
    page = (
        "<header>One</header><nav>Two</nav><form>Three<fieldset>Four</fieldset></form><center>Five</center>six<hr>seven"
    )
    assert [text for _, _, text in said(page)] == ["One", "Two", "Three", "Four", "Five", "six", "seven"]


def test_two_line_breaks_part_paragraphs_and_one_does_not():
    assert said("One<br>two<br> <br/>three") == [("paragraph", 0, "One two"), ("paragraph", 0, "three")]
    assert said("<pre>a<br><br>b</pre>") == [("code", 0, "a b")]


def test_an_item_keeps_its_bullet_or_number_whatever_holds_its_words():
    listed = said(
        "<ul><li><p>One</p><p>more</p></li><li><div><a>Two</a></div></li><li> </li></ul><ol><li><p>Three</p></ol>"
    )
    assert listed == [("item", 1, "• One"), ("item", 1, "more"), ("item", 1, "• Two"), ("item", 1, "1. Three")]


def test_lists_inside_lists_are_deeper():
    assert said("<ul><li>One<ol><li>Two</li></ol></li></ul>") == [("item", 1, "• One"), ("item", 2, "1. Two")]


def test_captions_are_known_by_their_element_or_by_its_class():
    assert said("<figure><figcaption><ul><li>The boat</li></ul></figcaption></figure>") == [("caption", 0, "The boat")]
    for name in ("wp-caption-text", "thumbcaption", "image__caption", "caption"):
        assert said(f'<div class="x {name}">The boat</div>') == [("caption", 0, "The boat")]
    for name in ("captionless", ""):
        assert said(f'<div class="{name}">The boat</div>')[0][0] == "paragraph"
    assert said(f'<div class="caption">{"A long story. " * 60}</div>')[0][0] == "paragraph"


def test_a_block_knows_the_innermost_element_of_its_words():
    one, two, three = blocks("<section>One<p id=b>Two</p><table><tr id=c><td>3<td>4</table></section>")
    assert (one.element.tag, two.element.get("id"), three.element.get("id")) == ("section", "b", "c")
    assert three.text == "3 · 4"


def test_share_counts_the_letters_of_chosen_runs():
    (block,) = blocks('<p>1234<a href="b">56</a>78</p>')
    assert block.share(lambda run: bool(run.link)) == 0.25
    assert [run.link for run in block.runs] == ["", "https://example.org/a/b", ""]


def test_a_row_is_one_block_whatever_stands_in_its_cells_and_its_words_stay_whole():
    (row,) = blocks(
        "<table><tr><td>ferry<b>man</b> <a href='x'>Blythe</a><td>H<sub>2</sub>O<br>and<p>salt</p><ul><li>a<li>b</ul><td></table>"
    )
    assert row.text == "ferryman Blythe · H2O and salt a b"
    assert [(run.text, run.strong, run.link) for run in row.runs if run.strong or run.link] == [
        ("man", True, ""),
        ("Blythe", False, "https://example.org/a/x"),
    ]


def test_terms_have_a_bullet_and_their_definitions_none():
    assert said("<dl><dt>Bow</dt><dd>the front</dd><dt>Stern</dt><dd><p>the back</p></dd></dl>") == [
        ("item", 1, "• Bow"),
        ("item", 1, "the front"),
        ("item", 1, "• Stern"),
        ("item", 1, "the back"),
    ]


def test_a_quotation_inside_a_line_has_its_marks():
    assert said("<p>He said <q>come <i>home</i></q>.</p>") == [("paragraph", 0, "He said “come home”.")]


def test_a_list_that_counts_with_letters_is_read_so():
    page = parse_page("<ol type='a' start='2'><li>One</li><li>Two</li></ol><ol type='A'><li>Three</li></ol>")
    assert [block.text for block in page_blocks(page.find("body"), "", Cancel())] == ["b. One", "c. Two", "A. Three"]
