#!/bin/sh
# run.sh: opens the window on $FILE; where there is no display, shows the article's summary in the terminal.
set -eu
case $FILE in /*) file=$FILE ;; *) file=$PWD/$FILE ;; esac
cd "$(dirname "$0")/../.."
bin=${VENV:-.venv}/bin

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    packaging/setup/venv.sh run
    echo "There is no display here, so no window can open. This is the article’s summary:" >&2
    exec "$bin/nutgraf-cli" summarize "$file"
fi
packaging/setup/system.sh run
packaging/setup/venv.sh run
exec "$bin/nutgraf" "$file"
