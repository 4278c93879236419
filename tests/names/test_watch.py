import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.cancel import Cancel
from nutgraf.names.watch import Watch, watched
from nutgraf.names.watch_file import parse, watch_file, write

_forms = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
_names = _forms.filter(lambda name: any(map(str.isalnum, name)))


@given(_names, st.lists(_forms, max_size=4))
def test_every_watched_name_is_read_as_it_was_written(name, aliases):
    watch = Watch(name, tuple(aliases))
    assert parse(write(watch)) == watch


@pytest.mark.parametrize(
    ("line", "watch"),
    [
        ("Maria Lind", Watch("Maria Lind")),
        ("Deutsche Bahn = DB,  Bahn ,", Watch("Deutsche Bahn", ("DB", "Bahn"))),
        ("King = “King, Jr.”, MLK", Watch("King", ("King, Jr.", "MLK"))),
        ("“E=mc²” = Einstein", Watch("E=mc²", ("Einstein",))),
        ("= DB", None),
        ("—", None),
    ],
)
def test_lines_that_people_write(line, watch):
    assert parse(line) == watch


def test_watched_names_are_found_in_the_lists_order(article):
    made = article("The DB is late. Lind waits for Deutsche Bahn.")
    found = watched(made, (Watch("Lind"), Watch("Nobody"), Watch("Deutsche Bahn", ("DB", "Lind"))), Cancel())
    assert [(each.name, [span.of(made.text) for span in each.spans]) for each in found] == [
        ("Lind", ["Lind"]),
        ("Deutsche Bahn", ["DB", "Deutsche Bahn"]),
    ]


def test_the_file_stands_in_the_folder(tmp_path):
    file = watch_file(tmp_path)
    file.change((), (Watch("Lind", ("Maria",)),))
    assert file.file.name == "watch.txt"
    assert file.read().items == (Watch("Lind", ("Maria",)),)
