#!/bin/sh
# venv.sh run|test: builds the virtual environment with Nutgraf in it (editable), and for the tests their tools; quick when done.
set -eu
cd "$(dirname "$0")/../.."
venv=${VENV:-.venv}

stamp="$(pwd -P) $(cksum <pyproject.toml)"
[ "$(cat "$venv/.nutgraf-$1" 2>/dev/null)" != "$stamp" ] || [ ! -x "$venv/bin/python" ] || exit 0

# Commands hold the path of their environment: where they do not work, or lead elsewhere because it was copied, it is made anew.
place=$(cd "$venv" 2>/dev/null && pwd -P || true)
case $("$venv/bin/pip" --version 2>/dev/null || true) in
    *" from $place/"*) "$venv/bin/python" -m pip install --quiet --upgrade 'pip>=25.1' ;;
    *) packaging/setup/fresh.sh "$venv" ;;
esac

echo "Installing Nutgraf and the libraries it needs into $venv …" >&2
if [ "$1" = run ]; then
    "$venv/bin/python" -m pip install --quiet --editable .
else
    "$venv/bin/python" -m pip install --quiet --editable . --group dev
    echo "$stamp" >"$venv/.nutgraf-$1"
fi
echo "$stamp" >"$venv/.nutgraf-run"
