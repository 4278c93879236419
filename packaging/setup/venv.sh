#!/bin/sh
# venv.sh run|test: builds the virtual environment with Nutgraf in it (editable), and for the tests their tools; quick when done.
set -eu
cd "$(dirname "$0")/../.."
venv=${VENV:-.venv}

stamp="$(pwd -P) $(cksum <pyproject.toml) $(cksum <packaging/setup/venv.sh)"
[ "$(cat "$venv/.nutgraf-$1" 2>/dev/null)" != "$stamp" ] || [ ! -x "$venv/bin/python" ] || exit 0

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
choose() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        ! suits "$python" || { echo "$python"; return; }
    done
}

python=$(choose)
[ -n "$python" ] || { packaging/setup/debian.sh python3 python3-venv; python=$(choose); }
[ -n "$python" ] || { echo "Nutgraf needs Python 3.11 or later. PYTHON=… names one that is not found by itself." >&2; exit 1; }
"$python" -c 'import ensurepip, venv' 2>/dev/null || packaging/setup/debian.sh python3-venv
"$python" -c 'import ensurepip, venv' 2>/dev/null || {
    echo "$python cannot make a virtual environment: its module ensurepip is missing (Debian: python3-venv)." >&2
    exit 1
}

# Commands hold the path of their environment: one that was moved, or broken off half-way, is made anew.
"$venv/bin/pip" --version >/dev/null 2>&1 && grep -qs "^$(pwd -P) " "$venv/.nutgraf-run" || "$python" -m venv --clear "$venv"

# The pip of Python 3.11 misreads an extra of trafilatura and knows no dependency groups.
"$venv/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
echo "Installing Nutgraf and the libraries it needs into $venv …" >&2
if [ "$1" = run ]; then
    "$venv/bin/python" -m pip install --quiet --editable .
else
    "$venv/bin/python" -m pip install --quiet --editable . --group dev
    echo "$stamp" >"$venv/.nutgraf-$1"
fi
echo "$stamp" >"$venv/.nutgraf-run"
