#!/bin/sh
# debian.sh PACKAGE…: installs Debian packages when root, or else prints the one line that does.
set -eu

line="apt-get install --no-install-recommends --yes $*"
if ! command -v apt-get >/dev/null; then
    echo "Missing on this system, by the names of Debian's packages: $*" >&2
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Some of what is needed is not installed. This line installs it:" >&2
    echo "    sudo $line" >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# A fresh machine has no lists of packages, or old ones.
$line </dev/null || { apt-get update </dev/null && $line </dev/null; } ||
    echo "These packages could not be installed: $*" >&2
