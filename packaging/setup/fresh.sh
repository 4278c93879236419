#!/bin/sh
# fresh.sh FOLDER: makes an empty virtual environment with a pip that can install Nutgraf.
set -eu
here=$(dirname "$0")

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
choose() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        ! suits "$python" || { echo "$python"; return; }
    done
}

python=$(choose)
[ -n "$python" ] || { "$here/debian.sh" python3 python3-venv; python=$(choose); }
[ -n "$python" ] || { echo "Nutgraf needs Python 3.11 or later. PYTHON=… names one that is not found by itself." >&2; exit 1; }
"$python" -c 'import ensurepip, venv' 2>/dev/null || "$here/debian.sh" python3-venv
"$python" -c 'import ensurepip, venv' 2>/dev/null || {
    echo "$python cannot make a virtual environment: its module ensurepip is missing (Debian: python3-venv)." >&2
    exit 1
}

"$python" -m venv --clear "$1"
# The pip of Python 3.11 misreads an extra of trafilatura and knows no dependency groups.
"$1/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
