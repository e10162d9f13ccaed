#!/bin/sh
# Makes the virtual environment named by $1 with the interpreter in $PYTHON.
# Debian ships Python without ensurepip: as root its package is fetched, otherwise it is named.
set -eu
target=$1
has_pip() { "$PYTHON" -c 'import ensurepip, venv' >/dev/null 2>&1; }
if ! has_pip && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "$PYTHON has no venv module: installing Debian's python3-venv" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
fi
if ! has_pip; then
    echo "$PYTHON cannot make a virtual environment; install it first (Debian: apt-get install python3-venv)" >&2
    exit 1
fi
"$PYTHON" -m venv "$target"
