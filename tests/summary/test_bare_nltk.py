"""NLTK's stemmers come without the rest of it, and leave it as it was. Each test has a process where nothing is imported yet."""

from __future__ import annotations

import subprocess
import sys

PRELUDE = "import sys; from nutgraf.summary.bare_nltk import import_with_stemmers as load\n"


def run(code, folder=None):
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_summary_imports_the_stemmers_alone():
    run(
        "from nutgraf.analysis import analyse\n"
        "from nutgraf.cancel import Cancel\n"
        "from nutgraf.readers import read_text\n"
        "words = 'The mill turned. Its wheel ran on. It was wet. Nobody knew.'\n"
        "article = read_text(words, 'a.txt', Cancel())\n"
        "imported = []\n"
        "sys.addaudithook(lambda event, args: imported.append(args[0]) if event == 'import' else None)\n"
        "for method in ('news', 'lexrank'):\n"
        "    analyse(article, method=method, cancel=Cancel())\n"
        "assert 'nltk.stem.api' in imported\n"
        "assert not {'nltk.parse', 'nltk.tag', 'nltk.corpus.reader', 'nltk.stem.wordnet'} & set(imported)\n"
        "assert not [name for name in sys.modules if name.startswith('nltk')]\n"
    )


def test_nltk_is_whole_for_whoever_imports_it_afterwards():
    run(
        "bare = load('nltk.stem.snowball')\n"
        "import nltk, nltk.stem.snowball as whole\n"
        "assert whole is not bare and nltk.word_tokenize and nltk.corpus.stopwords and nltk.stem.WordNetLemmatizer\n"
        "assert load('nltk.stem.snowball') is whole\n"
        "for language in whole.SnowballStemmer.languages:\n"
        "    one, other = bare.SnowballStemmer(language), whole.SnowballStemmer(language)\n"
        "    for word in ('harbours', 'laufende', 'chansons', 'причалами', 'المدارس', 'running'):\n"
        "        assert one.stem(word) == other.stem(word)\n"
    )


def test_what_needs_more_of_nltk_gets_it(tmp_path):
    (tmp_path / "greedy.py").write_text("from nltk import word_tokenize\n", encoding="utf-8")
    run("assert load('greedy').word_tokenize", tmp_path)


def test_what_is_not_installed_is_said_to_be_missing():
    run("try: load('nltk.no_such_part')\nexcept ImportError: pass\nelse: raise SystemExit('imported')")


def test_other_threads_may_import_meanwhile():
    run(
        "from itertools import count\n"
        "from threading import Thread\n"
        "def imports():\n"
        "    for number in count():\n"
        "        sys.modules[f'another{number % 9000}'] = sys\n"
        "        if number % 9000 == 8999:\n"
        "            for old in range(9000): del sys.modules[f'another{old}']\n"
        "sys.setswitchinterval(1e-6)\n"
        "Thread(target=imports, daemon=True).start()\n"
        "for _ in range(60):\n"
        "    load('json')\n"
    )
