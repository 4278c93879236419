import pytest

from nutgraf.readers.page import parse_page, visible_body, whole_body

MATHML = "<math><mi>x</mi><mo>=</mo><msup><mi>y</mi><mn>2</mn></msup></math>"
KATEX = f"""<span class="katex"><span class="katex-mathml">{MATHML}</span>
<span class="katex-html" aria-hidden="true">x=y2</span></span>"""
MATHJAX = f"""<mjx-container><mjx-math aria-hidden="true">x=y2</mjx-math><mjx-assistive-mml>{MATHML}</mjx-assistive-mml>
</mjx-container>"""
MEDIAWIKI = f"""<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">{MATHML}</span>
<img aria-hidden="true" alt="x=y^2"></span>"""


def seen(html):
    return " ".join(whole_body(parse_page(f"<html><body>{html}</body></html>")).text_content().split())


@pytest.mark.parametrize(
    "mark",
    ["hidden", 'style="display: none"', 'style="visibility:hidden"', 'class="x sr-only"', 'class="screen-reader-text"'],
)
def test_what_nobody_sees_is_left_out(mark):
    assert seen(f"<p>The light <span {mark}>(opens elsewhere)</span>is out.</p>") == "The light is out."


def test_a_page_that_hides_all_of_itself_until_a_script_runs_is_read():
    page = parse_page('<html><body style="display:none" class="sr-only"><p>The light is out.</p></body></html>')
    assert whole_body(page).text_content() == "The light is out."


def test_classes_that_only_begin_like_those_of_hidden_words_hide_nothing():
    assert seen('<p class="sr-only-not">The light</p>') == "The light"


def test_marks_by_which_headings_are_edited_are_left_out():
    heading = '<h2>The lamp<span class="mw-editsection"><span>[</span><a>edit</a><span>]</span></span></h2>'
    assert seen(heading + '<h3>The tower<a class="headerlink" href="#tower">¶</a></h3>') == "The lampThe tower"


def test_a_heading_inside_a_button_is_read_and_other_buttons_are_not():
    assert seen("<h3><button>Who keeps it?</button></h3><button><h4>And why?</h4></button><button>Share</button>") == (
        "Who keeps it?And why?"
    )


@pytest.mark.parametrize("html", [MATHML, KATEX, MATHJAX, MEDIAWIKI])
def test_a_formula_is_said_once_in_words_however_the_page_shows_it(html):
    assert seen(f'<p>Let <i aria-hidden="true">now</i> {html} as before.</p>') == "Let now x = y² as before."


def test_raised_figures_stay_raised_and_other_raised_words_as_they_are():
    assert seen('<p>10<sup>6</sup> lamps<sup><a href="#n">2</a></sup> of the 19<sup>th</sup></p>') == (
        "10⁶ lamps² of the 19th"
    )


def test_readings_beside_characters_are_left_out():
    assert seen("<p><ruby>灯<rp>(</rp><rt>とう</rt><rp>)</rp>台<rt>だい</rt></ruby>は</p>") == "灯台は"


def test_menus_are_part_of_the_whole_body_alone():
    html = "<html><body><nav>Home</nav><p>The light</p></body></html>"
    assert whole_body(parse_page(html)).text_content() == "HomeThe light"
    assert visible_body(parse_page(html)).text_content() == "The light"
