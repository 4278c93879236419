import logging
import os
import socket
import sys
import time
from pathlib import Path
from threading import Thread, Timer

import pytest

from nutgraf import assets
from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import Damaged, Protected, TooLarge, Unreadable
from nutgraf.readers import confine, open_article, sandbox, wire
from nutgraf.readers.base import Source
from nutgraf.readers.sandbox import PROGRAM, Sandbox

HERE = str(Path(__file__).parent)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are Linux's")
WITH_HOSTILE = f"{PROGRAM} sys.path.append({HERE!r}); import hostile; main(hostile.READERS.values())"


class Named:
    title, suffixes, media_types = "", (), ()

    def __init__(self, name):
        self.name = name


@pytest.fixture(scope="module")
def box():
    made = Sandbox(WITH_HOSTILE)
    yield made
    made.close()


def ask(box, name, data=b"words", cancel=None):
    return box.read(Named(name), Source(data, "a.pdf"), cancel or Cancel()).text


def held(box):
    ask(box, "echo")
    return box._spare[-1].held


def test_one_process_reads_one_file_after_another(box):
    assert ask(box, "echo", b"one") == "one"
    process = box._spare[-1]._process.pid
    assert ask(box, "echo", b"two") == "two"
    assert box._spare[-1]._process.pid == process


@pytest.mark.parametrize("name", ["crash", "exit"])
def test_a_file_that_ends_the_process_is_damaged_and_the_next_is_read(box, name, caplog):
    with pytest.raises(Damaged, match=r"“a\.pdf” .*\."):
        ask(box, name)
    assert "process ended" in caplog.text
    caplog.clear()
    assert ask(box, "echo", b"after") == "after"


def test_a_file_that_never_ends_is_given_up(box, monkeypatch):
    monkeypatch.setattr(sandbox, "PATIENCE", 0.5)
    ask(box, "echo")
    for name in ("hang", "sleep"):
        with pytest.raises(TooLarge, match="took too long"):
            ask(box, name)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX counts processor time")
def test_the_system_itself_ends_what_takes_too_much_processor_time(monkeypatch):
    short = Sandbox(
        f"{WITH_HOSTILE.replace('main(', 'from nutgraf.readers import confine; confine.limit_time.__defaults__ = (0,); main(')}"
    )
    with pytest.raises(TooLarge, match="took too long"):
        ask(short, "hang")
    short.close()


@LINUX
def test_a_file_that_takes_too_much_memory_is_too_large_and_the_next_is_read(box):
    with pytest.raises(TooLarge, match="512 MB"):
        ask(box, "memory")
    assert ask(box, "echo", b"after") == "after"


def test_a_file_that_unpacks_to_too_much_text_is_too_large(box, monkeypatch):
    with pytest.raises(TooLarge):
        ask(box, "long")


def test_nesting_beyond_what_a_reader_can_follow_is_damage(box):
    with pytest.raises(Damaged, match="nested too deeply"):
        ask(box, "recursion")


def test_an_error_crosses_with_its_type_and_sentence(box):
    with pytest.raises(Protected, match=r"^“a\.pdf” is encrypted\.$"):
        ask(box, "protected")


def test_a_mistake_of_ours_is_logged_and_costs_that_file(box, caplog):
    with pytest.raises(Damaged, match="could not be read"):
        ask(box, "fault")
    assert "KeyError" in caplog.text
    caplog.clear()


def test_an_article_that_does_not_hold_together_is_not_believed(box, caplog):
    with pytest.raises(Damaged):
        ask(box, "blocks")
    caplog.clear()


def test_what_a_parser_prints_does_not_mix_with_its_answer(box):
    assert ask(box, "prints") == "quiet"


def test_cancelling_ends_a_reader_that_does_not_look(box):
    ask(box, "echo")
    cancel = Cancel()
    Timer(0.2, cancel.set).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        ask(box, "hang", cancel=cancel)
    assert time.monotonic() - begun < 10  # the reader itself would go on for ever
    assert ask(box, "echo", b"after") == "after"


def test_a_large_file_can_be_cancelled_while_it_is_handed_over(box):
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        ask(box, "echo", b"a" * (32 << 20), cancel)


def test_threads_share_it(box):
    found = {}

    def work(word):
        found[word] = ask(box, "echo", word.encode())

    threads = [Thread(target=work, args=(word,)) for word in ("one", "two", "three", "four")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {word: word for word in ("one", "two", "three", "four")}


def test_a_process_that_died_while_it_waited_is_replaced(box):
    ask(box, "echo")
    box._spare[-1]._process.kill()
    box._spare[-1]._process.wait()
    assert ask(box, "echo", b"again") == "again"


def test_where_no_process_can_be_started_the_file_is_not_read_unguarded():
    broken = Sandbox("raise SystemExit(1)")
    with pytest.raises(Unreadable, match="could not start"):
        ask(broken, "echo")


def test_nothing_is_imported_from_the_folder_that_nutgraf_is_started_in(tmp_path, monkeypatch):
    (tmp_path / "lxml.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    (tmp_path / "page.html").write_text("<html><body><p>Some words to read.</p></body></html>")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nutgraf.readers.SANDBOX", Sandbox())
    assert open_article(Path("page.html"), Cancel()).text
    assert not (tmp_path / "ran").exists()


@LINUX
def test_on_linux_every_limit_holds(box):
    assert held(box) == ("memory", "time", "files", "calls")


def test_nothing_is_written_and_nothing_sent(box, tmp_path):
    assert ask(box, "writes", str(tmp_path / "new").encode()) == "PermissionError"
    with socket.socket() as listening:
        assert ask(box, "connects", b"9") in {"PermissionError", "ConnectionRefusedError"}
        assert listening
    assert list(tmp_path.iterdir()) == []


@LINUX
@pytest.mark.parametrize(
    "name", ["nativewrites", "nativeremoves", "nativerenames", "nativeconnects", "nativeruns", "nativekills"]
)
def test_the_system_refuses_what_native_code_asks_for(box, name, tmp_path):
    path = tmp_path / "letter"
    path.write_text("mine")
    given = str(os.getpid()) if name == "nativekills" else str(path)
    assert ask(box, name, given.encode()) in {"Operation not permitted", "Permission denied"}
    assert path.read_text() == "mine"


@LINUX
def test_other_files_than_the_programs_own_cannot_be_read():
    program = WITH_HOSTILE
    made = Sandbox(program)
    home = Path(HERE).parents[1] / "README.md"
    assert ask(made, "reads", str(home).encode()) == "PermissionError"
    assert ask(made, "nativereads", str(home).encode()) == "Permission denied"
    made.close()


def test_the_programs_own_files_can_be_read_wherever_it_is_installed(tmp_path):
    sample = assets.path("samples", "harbour.txt").read_text(encoding="utf-8")
    file = tmp_path / "long.txt"
    file.write_text(
        sample + "\nThe tide came in and went out again, and nobody on the quay had anything to say of it." * 4000
    )
    article = open_article(
        file, Cancel()
    )  # too long to be read here; its menus are told by a model among the resources
    assert any(block.furniture for block in article.blocks)


def test_the_limits_are_those_that_are_promised():
    assert (confine.MEMORY, sandbox.PATIENCE) == (512 << 20, 20.0)
    assert (confine.PROCESSOR, wire.LARGEST) == (15, 128 << 20)
    assert confine.PROCESSOR < sandbox.PATIENCE


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.WARNING)
