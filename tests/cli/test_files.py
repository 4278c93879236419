from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys

import pytest

from nutgraf import __version__, names
from nutgraf.cli import files
from nutgraf.cli.exits import ERRORS, code_of
from nutgraf.cli.main import main
from nutgraf.errors import NutgrafError
from nutgraf.names.rules import Rule, Verdict
from nutgraf.names.rules_file import rules_file
from nutgraf.names.watch_file import watch_file

from .conftest import COMMAND, PARAGRAPHS


@pytest.fixture
def run(capfd):
    """Run a command line in this process; return exit code, output and messages."""

    def command(*arguments):
        code = main([str(each) for each in arguments])
        return code, *capfd.readouterr()

    return command


def refused(run, *arguments):
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    return caught.value.code


def test_summarize_shows_sentences_word_for_word_with_reasons_and_who_is_named(run, article):
    code, out, err = run("summarize", article, "--sentences", "2", "--method", "lead")
    assert (code, err) == (0, "")
    assert out.startswith("Ferry line returns after ten years\n")
    assert f"\n1. {PARAGRAPHS[0]}\n" in out
    assert "\n2. The line was closed ten years ago, when its owner, Northern Ferries, ran out of money.\n" in out
    assert "2 of 9 sentences" in out
    assert re.search(r"\n +2  Maria Lind", out)


def test_names_shows_names_alone(run, article):
    code, out, _ = run("names", article)
    assert code == 0
    assert "Maria Lind" in out
    assert "- “We have waited a long time” (paragraph 3)" in out
    assert "In brief" not in out


def test_corrections_and_watched_names_are_the_windows(run, article):
    rules_file().change((), (Rule("Northern Ferries", Verdict.NO_NAME),))
    watch_file().file.write_text("Osby\n=\n", encoding="utf-8")
    _, out, err = run("names", article)
    assert "Northern Ferries" not in out.partition("People")[2]
    assert "Watched names  1" in out
    assert "Line 2 of “watch.txt” was not understood" in err
    _, out, err = run("names", article, "--no-corrections")
    assert "Northern Ferries" in out
    assert "Watched" not in out
    assert err == ""


def test_names_that_are_not_sure_enough_are_left_out(run, article):
    _, out, _ = run("names", article, "--sure", "100")
    assert "too doubtful to be shown" in out
    assert refused(run, "names", article, "--sure", "101") == 2


@pytest.mark.parametrize("engine", ["neural", "linear"])
def test_the_engine_that_is_asked_for_finds_the_names(run, article, engine):
    _, out, _ = run("names", article, "--engine", engine, "--format", "json")
    assert json.loads(out)["engine"] == names.engine(engine).name
    assert "Maria Lind" in {entity["name"] for entity in json.loads(out)["entities"]}


def test_without_an_engine_there_are_summaries_alone(run, article):
    _, out, _ = run("summarize", article, "--engine", "none")
    assert "In brief" in out
    assert "People" not in out
    assert "No names" not in out
    _, out, _ = run("summarize", article, "--engine", "none", "--format", "json")
    assert "entities" not in json.loads(out)
    assert refused(run, "names", article, "--engine", "none") == 2


def test_text_shows_the_article_without_the_page(run, tmp_path):
    page = tmp_path / "page.txt"
    body = "\n\n".join(PARAGRAPHS)
    page.write_text(f"{body}\n\nAlso read: Ten ferries we miss\n", encoding="utf-8")
    code, out, _ = run("text", page)
    assert code == 0
    assert body in out
    assert "Also read" not in out


@pytest.mark.parametrize(("asked", "count"), [(("--sentences", 4), 4), (("--percent", 100), 9), (("--words", 1), 1)])
def test_the_length_is_the_one_asked_for(run, article, asked, count):
    out = run("summarize", article, *asked)[1]
    assert f"{count} of 9 sentences" in out


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
@pytest.mark.parametrize("command", ["summarize", "names", "text"])
def test_every_form_holds_what_the_command_is_for(run, article, command, form):
    code, out, _ = run(command, article, "--format", form)
    assert code == 0
    fields = json.loads(out) if form == "json" else ()
    assert ("In brief" in out or "summary" in fields) is (command == "summarize")
    assert ("People" in out or "entities" in fields) is (command != "text")
    assert ("the herring" in out) is (command == "text" or form == "json")


def test_standard_input_is_an_article_too(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n\n".join(PARAGRAPHS).encode())))
    code, out, _ = run("summarize", "-", "--method", "lead", "--sentences", 1)
    assert code == 0
    assert PARAGRAPHS[0] in out


def test_several_articles_follow_one_another_and_the_first_failure_decides_the_code(run, article, tmp_path):
    (tmp_path / "empty.txt").touch()
    code, out, err = run("summarize", tmp_path / "none.txt", article, tmp_path / "empty.txt", article)
    assert code == 3
    assert out.count(f"{PARAGRAPHS[0]}\n") == 2
    assert "none.txt" in err
    assert "empty.txt” is empty" in err


def test_output_names_a_file_that_is_never_overwritten_unasked(run, article, tmp_path):
    target = tmp_path / "out.md"
    assert run("summarize", article, "--format", "markdown", "--output", target) == (0, "", "")
    first = target.read_text(encoding="utf-8")
    assert first.startswith("---\n")
    code, _, err = run("names", article, "--format", "markdown", "--output", target)
    assert code == 9
    assert "is there already" in err
    assert target.read_text(encoding="utf-8") == first
    assert run("names", article, "--format", "markdown", "--output", target, "--replace")[0] == 0
    assert target.read_text(encoding="utf-8") != first


def test_output_names_a_folder_for_several_articles(run, article, tmp_path):
    other = tmp_path / "other" / "ferry.md"
    other.parent.mkdir()
    other.write_bytes(article.read_bytes())
    folder = tmp_path / "new" / "folder"
    assert run("summarize", article, other, "--format", "html", "--output", folder)[0] == 0
    assert sorted(each.name for each in folder.iterdir()) == ["ferry-2.html", "ferry.html"]


def test_a_folder_that_is_there_takes_one_article_too(run, article, tmp_path):
    (tmp_path / "folder").mkdir()
    assert run("summarize", article, "--output", tmp_path / "folder")[0] == 0
    assert "\x1b" not in (tmp_path / "folder" / "ferry.txt").read_text(encoding="utf-8")


def test_the_article_itself_is_never_the_output(run, article):
    before = article.read_bytes()
    code, _, err = run("summarize", article, "--format", "markdown", "--output", article, "--replace")
    assert code == 10
    assert "is the article itself" in err
    assert article.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(run, article, tmp_path):
    (tmp_path / "file").touch()
    code, _, err = run("names", article, article, "--output", tmp_path / "file" / "folder")
    assert code == 10
    assert err.count("could not be made") == 2


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["summarize"],
        ["sing", "x"],
        ["summarize", "x", "--sentences", "0"],
        ["summarize", "x", "--percent", "101"],
        ["summarize", "x", "--words", "many"],
        ["summarize", "x", "--words", "5", "--sentences", "1"],
        ["summarize", "x", "--method", "magic"],
        ["summarize", "x", "--format", "pdf"],
        ["summarize", "x", "y", "--format", "html"],
        ["stream", "--jobs", "-1"],
    ],
    ids=" ".join,
)
def test_a_command_line_that_makes_no_sense_is_refused_with_code_2(run, line):
    assert refused(run, *line) == 2


def test_help_lists_every_exit_code_and_every_method(run, capfd):
    assert refused(run, "summarize", "--help") == 0
    shown = capfd.readouterr().out
    assert all(re.search(rf"^  {code} +{re.escape(words)}$", shown, re.MULTILINE) for _, code, words in ERRORS)
    assert "lexrank" in shown


def test_version_is_the_packages(run, capfd):
    assert refused(run, "--version") == 0
    assert capfd.readouterr().out == f"Nutgraf {__version__}\n"


def test_every_error_has_its_own_code():
    codes = [code for _, code, _ in ERRORS]
    assert len({*codes}) == len(codes)
    assert all(code_of(kind("")) == code for kind, code, _ in ERRORS)
    assert all(code_of(kind("")) for kind in NutgrafError.__subclasses__())


def test_an_interrupt_ends_it_quietly(run, article, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "_read", interrupt)
    monkeypatch.setattr("nutgraf.cli.main._drop_output", lambda: None)
    assert run("summarize", article) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
def test_a_closed_pipe_ends_it_quietly(article):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, "summarize", article], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_single_word_is_counted_in_the_singular(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words", encoding="utf-8")
    assert "1 word, 1 min" in run("summarize", path)[1]


def test_titles_and_file_names_do_nothing_to_the_terminal(run, tmp_path):
    path = tmp_path / "a\x1b[31m\u202eb.md"
    path.write_text("# Title \x1b]0;owned\x07 \u202eesrever\n\n" + "\n\n".join(PARAGRAPHS), encoding="utf-8")
    code, out, err = run("summarize", path, tmp_path / "none\x1b[2J")
    assert code == 3
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out + err)


def test_words_steer_the_summary_and_those_that_do_not_occur_are_named(run, article):
    code, out, _ = run("summarize", article, "--sentences", "1", "--about", "herring submarines", "--reasons")
    assert code == 0
    assert "fears for the herring" in " ".join(out.split())
    assert "About: herring submarines · “submarines” does not occur in this article." in " ".join(out.split())
    assert "- About your words: herring (100 %)" in out
    assert "- Enters at 1 sentence" in out


def test_each_section_is_summed_up(run, tmp_path):
    file = tmp_path / "report.md"
    file.write_text(
        "# Docks\n\nThe report is long. It has parts.\n\n## Walls\n\nWalls crack. Walls are old.\n\n## Boats\n\nBoats leave.\n"
    )
    code, out, _ = run("summarize", file, "--sentences", "1", "--by-section")
    assert code == 0
    assert "3 of 5 sentences" in out
    assert re.search(r"\nWalls\n\n2\. Walls .*\n.*\n\nBoats\n\n3\. Boats leave\.\n", out)


@pytest.mark.usefixtures("without_runtime")
def test_an_engine_that_cannot_run_gives_way_with_a_word(run, article):
    code, out, said = run("names", "--engine", "neural", "--format", "json", article)
    assert code == 0
    assert json.loads(out)["engine"] == "linear"
    assert said == (
        "nutgraf-cli: What the engine “neural” needs is not installed here, so that “linear” finds the names instead.\n"
    )
    assert run("names", "--engine", "linear", article)[2] == ""
