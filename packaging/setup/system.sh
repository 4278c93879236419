#!/bin/sh
# system.sh run|test: sees to the libraries and programs that Nutgraf's window, or its tests, need of the system.
set -eu
cd "$(dirname "$0")"
[ "$(uname)" = Linux ] || exit 0

libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || libraries=""
missing=""

while read -r for kind name package; do
    case $for in '' | '#'*) continue ;; esac
    [ "$for" = run ] || [ "$1" = test ] || continue
    case $kind in
        library) [ -z "$libraries" ] || case $libraries in *"$name"*) continue ;; esac ;;
        command) ! command -v "$name" >/dev/null || continue ;;
        file) [ ! -e "$name" ] || continue ;;
    esac
    [ "$kind" != library ] || [ -n "$libraries" ] || continue
    case " $missing " in *" $package "*) ;; *) missing="$missing $package" ;; esac
done <system.txt

# shellcheck disable=SC2086  # one word for each package
[ -z "$missing" ] || ./debian.sh $missing
