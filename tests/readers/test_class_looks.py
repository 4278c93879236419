from lxml.html import fromstring, tostring

from nutgraf.readers.class_looks import class_looks, mark_looks

CSS = """/* .no {font-weight: bold} */ .a, span.b {color: red; font-style: italic}
@media print { .c { font-weight: 700 } } .d p {font-style: italic} .a.e {font-weight: bold} .f {font-weight: 400}"""


def test_classes_that_rules_of_their_own_make_bold_or_italic_are_known():
    assert class_looks(CSS) == {"a": (False, True), "b": (False, True), "c": (True, False)}


def test_a_sheet_that_ends_within_a_rule_is_read_as_far_as_it_goes():
    assert class_looks(".a{font-style:italic}.b{font-wei") == {"a": (False, True)}
    assert class_looks("{" * 1000 + "}") == {}
    assert class_looks(".a{font-style:italic}/* .b{font-weight:bold}") == {"a": (False, True)}


def test_words_of_such_classes_are_emphasis():
    body = fromstring(
        '<p>One <span class="x a">two <u>three</u></span> <span class="c">four</span> <span class="a c">five</span></p>'
    )
    mark_looks(body, class_looks(CSS))
    assert tostring(body).decode() == (
        '<p>One <i class="x a">two <u>three</u></i> <b class="c">four</b> <i class="a c"><b>five</b></i></p>'
    )
