#!/bin/sh
# install.sh: installs Nutgraf for the current user, apart from this checkout, and tells the desktop. No root is needed.
set -eu
cd "$(dirname "$0")/../.."
home=${XDG_DATA_HOME:-$HOME/.local/share}/nutgraf
commands=$HOME/.local/bin

for name in nutgraf nutgraf-cli; do
    case $(readlink "$commands/$name" || true) in "$home"/*) continue ;; esac
    [ ! -e "$commands/$name" ] || { echo "$commands/$name is there already, and not Nutgraf’s. Please move it away." >&2; exit 1; }
done

echo "Installing Nutgraf into $home …" >&2
"$home/venv/bin/pip" --version >/dev/null 2>&1 || packaging/setup/fresh.sh "$home/venv"
"$home/venv/bin/python" -m pip install --quiet --upgrade-strategy only-if-needed .
mkdir -p "$commands"
ln -sf "$home/venv/bin/nutgraf" "$home/venv/bin/nutgraf-cli" "$commands/"

[ "${DEFAULTS:-yes}" = no ] || set -- --defaults
"$home/venv/bin/python" packaging/linux/desktop.py install "$home/venv/bin/nutgraf" "$@"

echo "Nutgraf is in the menu, and “Open with” offers it for articles."
[ "${DEFAULTS:-yes}" = no ] || echo "Text and Markdown files open with it (“make install DEFAULTS=no” leaves that as it was)."
case ":$PATH:" in *":$commands:"*) ;; *) echo "To type “nutgraf” in a terminal, add $commands to your PATH." ;; esac
