#!/usr/bin/env bash
# From a clone to Signet in demo mode: installs what is missing, builds, starts. The demo has its own local SignAPI and a
# virtual eID card: no card, no account, no network. Without a display it signs the sample sessions on the command line
# and says where the signed documents lie.
#
#   packaging/quickstart.sh [--out DIR] [--no-start] [-- ARGUMENTS FOR THE PROGRAM...]
#
# --out DIR    where the command line's demo saves the signed documents (default: a new folder signet-demo...)
# --no-start   install and build only
set -euo pipefail

usage="usage: $0 [--out DIR] [--no-start] [-- ARGUMENTS...]"
here=$PWD
out=
start=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --out) [ $# -ge 2 ] || { echo "$usage" >&2; exit 2; }; out=$2; shift 2 ;;
        --no-start) start=no; shift ;;
        --) shift; break ;;
        -h | --help) echo "$usage"; exit 0 ;;
        *) echo "$usage" >&2; exit 2 ;;
    esac
done

# The first free name, so that no run writes among another's documents.
free_folder() {
    local name=$1 number=2
    while [ -e "$name" ]; do
        name="$1-$number"
        number=$((number + 1))
    done
    printf '%s\n' "$name"
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
echo "== What Signet is built with"
packaging/install-build-deps.sh
echo "== Building Signet (the first time takes some minutes)"
cmake --preset release -DBUILD_TESTING=OFF
cmake --build --preset release
bin="$root/build/release/bin"
if [ "$start" = no ]; then
    echo "== Built: $bin"
    exit 0
fi

cd "$here"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "== Starting $bin/signet --demo"
    exec "$bin/signet" --demo "$@"
fi
[ -n "$out" ] || out=$(free_folder "$here/signet-demo")
echo "== No display: signing the sample sessions on the command line"
"$bin/signet-cli" demo --out "$out" "$@" </dev/null
echo "== The signed documents lie in $out"
