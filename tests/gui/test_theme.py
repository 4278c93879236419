"""Colours: legible on every ground, told apart by every kind of sight."""

from __future__ import annotations

import re

import pytest
from coloraide import Color
from PySide6.QtGui import QPalette

from nutgraf.gui.chrome import Chrome
from nutgraf.gui.theme import NAMES, load_theme
from nutgraf.settings import THEME

SIGHTS = ("normal", "protan", "deutan", "tritan")


@pytest.fixture(params=NAMES)
def theme(request):
    return load_theme(request.param)


def seen(colour, sight):
    """Return a colour as it looks to a kind of sight: Machado, Oliveira and Fernandes 2009, at full severity."""
    plain = Color(colour.name())
    return plain if sight == "normal" else plain.filter(sight, method="machado")


def contrast(one, other):
    return Color(one.name()).contrast(other.name(), method="wcag21")


@pytest.mark.parametrize(
    "ground",
    ["page", "panel", "person_fill", "organization_fill", "watched_fill", "summary_fill", "find_fill", "find_current"],
)
def test_text_stands_at_seven_to_one_on_every_ground(theme, ground):
    assert contrast(theme.text, getattr(theme, ground)) >= 7


def test_selected_text_stands_at_seven_to_one(theme):
    assert contrast(theme.selection_text, theme.selection) >= 7


@pytest.mark.parametrize("words", ["muted", "accent", "error"])
@pytest.mark.parametrize("ground", ["page", "panel"])
def test_words_that_serve_are_legible(theme, words, ground):
    least = 7 if theme.high_contrast else 4.5
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= least


@pytest.mark.parametrize("line", ["person_line", "organization_line", "watched_line", "summary_line", "find_line"])
def test_lines_are_seen_on_the_page_and_on_their_fill(theme, line):
    assert contrast(getattr(theme, line), theme.page) >= 3
    assert contrast(getattr(theme, line), getattr(theme, line.replace("_line", "_fill"))) >= 3
    assert contrast(getattr(theme, line), theme.rule) >= 2.5


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("part", ["fill", "line"])
def test_people_and_organizations_are_told_apart(theme, part, sight):
    person, organization = getattr(theme, f"person_{part}"), getattr(theme, f"organization_{part}")
    assert seen(person, sight).delta_e(seen(organization, sight), method="2000") >= 29


@pytest.mark.parametrize("sight", SIGHTS)
def test_watched_names_stand_apart_by_their_fill_beside_their_shape(theme, sight):
    fill = seen(theme.watched_fill, sight)
    others = [seen(other, sight) for other in (theme.person_fill, theme.organization_fill)]
    assert all(fill.delta_e(other, method="2000") >= 10 for other in others)


@pytest.mark.parametrize("fill", ["person_fill", "organization_fill", "watched_fill"])
def test_a_name_in_muted_words_stays_legible(theme, fill):
    assert contrast(theme.muted, getattr(theme, fill)) >= 3.8


def test_the_box_of_a_watched_name_is_seen_around_other_names_too(theme):
    assert all(contrast(theme.watched_line, fill) >= 3 for fill in (theme.person_fill, theme.organization_fill))


@pytest.mark.parametrize("sight", SIGHTS)
def test_results_of_a_search_are_told_from_the_page_and_the_current_one_from_the_rest(theme, sight):
    found, current, page = (seen(each, sight) for each in (theme.find_fill, theme.find_current, theme.page))
    assert found.delta_e(page, method="2000") >= 10
    assert current.delta_e(found, method="2000") >= 7


def test_the_palette_gives_every_role_in_every_group(theme):
    palette = theme.palette()
    roles = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    assert not [(group, role) for group in groups for role in roles if not palette.isBrushSet(group, role)]


def test_a_dark_theme_is_dark(theme):
    assert theme.dark == (theme.page.lightness() < 128)


def test_every_theme_that_can_be_set_is_there():
    assert {value for value, _ in THEME.choices} == {"system", *NAMES}


def test_a_style_sheet_takes_its_colours_from_the_theme(theme):
    chrome = Chrome()
    sheet = re.sub(r"/\*.*?\*/", "", chrome.style_sheet(theme), flags=re.DOTALL)
    assert theme.accent.name() in sheet
    assert "$" not in sheet


def test_style_sheets_of_two_themes_share_no_colour_but_black_and_white():
    chrome = Chrome()
    light, dark = (set(re.findall(r"#[0-9a-f]{6}", chrome.style_sheet(load_theme(name)))) for name in ("light", "dark"))
    assert light
    assert not (light & dark) - {"#000000", "#ffffff"}
