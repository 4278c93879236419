#!/bin/sh
# uninstall.sh: undoes install.sh. Settings and articles stay.
set -eu
cd "$(dirname "$0")/../.."
home=${XDG_DATA_HOME:-$HOME/.local/share}/nutgraf

python=$home/venv/bin/python
"$python" -c '' 2>/dev/null || python=${PYTHON:-python3}
"$python" packaging/linux/desktop.py uninstall
for name in nutgraf nutgraf-cli; do
    case $(readlink "$HOME/.local/bin/$name" || true) in "$home"/*) rm "$HOME/.local/bin/$name" ;; esac
done
rm -rf "$home/venv"
rmdir "$home" 2>/dev/null || true
echo "Nutgraf is uninstalled. Its settings are kept."
