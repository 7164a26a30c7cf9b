#!/usr/bin/env bash
# Installs the Debian packages that Signet is built and run with, with --tests those of its tests, and with --fuzz those of
# its fuzzers. Only what is missing is installed; if nothing is, apt is not called. This is the one list of packages.
#
#   packaging/install-build-deps.sh [--tests] [--fuzz] [--print]
#
# --print only prints the names, one a line. SIGNET_SKIP_DEPS=1 does nothing at all (other systems: see the names).
set -euo pipefail

build=(
    # tools
    ca-certificates cmake g++ git ninja-build pkgconf
    # Qt
    qt6-base-dev qt6-base-dev-tools qt6-httpserver-dev qt6-websockets-dev libqt6sql6-sqlite
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libgl-dev libvulkan-dev fonts-dejavu-core
    # other libraries
    qcoro-qt6-dev libexpected-dev qtkeychain-qt6-dev libpcsclite-dev libssl-dev libxml2-dev libzip-dev
    libqpdf-dev libp11-kit-dev
)
tests=(
    # a smart card service with a virtual reader
    pcscd vsmartcard-vpcd
    # PKCS#11 modules, and what fills their tokens
    softhsm2 opensc opensc-pkcs11
    # judges of the signed documents
    libxml2-utils openssl xmlsec1 unzip poppler-utils libnss3-tools qpdf
    # a display with a keyboard, core dumps of live programs, and what else the tests use
    xauth xvfb xdotool gdb python3 python3-cryptography
    # looks and analysis
    clang-format clang-tidy
)
fuzz=(
    # the compiler with libFuzzer, and its sanitizers
    clang libclang-rt-14-dev
)

wanted=("${build[@]}")
print=no
for argument in "$@"; do
    case "$argument" in
        --tests) wanted+=("${tests[@]}") ;;
        --fuzz) wanted+=("${fuzz[@]}") ;;
        --print) print=yes ;;
        *) echo "usage: $0 [--tests] [--fuzz] [--print]" >&2; exit 2 ;;
    esac
done

if [ "$print" = yes ]; then
    printf '%s\n' "${wanted[@]}"
    exit 0
fi
if [ "${SIGNET_SKIP_DEPS:-0}" = 1 ]; then
    exit 0
fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not Debian or Ubuntu. Install what these packages hold, then set SIGNET_SKIP_DEPS=1:" >&2
    printf '  %s\n' "${wanted[@]}" >&2
    exit 1
fi

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
missing=()
for package in "${wanted[@]}"; do
    grep -qx -- "$package" <<<"$installed" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "All ${#wanted[@]} packages are installed."
    exit 0
fi

echo "Installing ${#missing[@]} of ${#wanted[@]} packages: ${missing[*]}"
as_root=(env DEBIAN_FRONTEND=noninteractive)
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "This needs root. Run as root: apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    echo "sudo may ask for your password."
    as_root=(sudo "${as_root[@]}")
fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
