#!/usr/bin/env bash
# Do the README's commands work on a fresh Debian 12? Makes a minimal Debian 12 with debootstrap (once; kept as an
# archive), clones this repository's HEAD into it, and runs a command there, unattended and without a display. As root.
#
#   packaging/check-clean-tree.sh FOLDER [--keep] [COMMAND...]
#
# FOLDER     outside the repository; holds bookworm.tar (pristine) and bookworm/ (in use), 5 GB in the end
# --keep     go on in the tree of the last run instead of a pristine one
# COMMAND    default: both of the README's commands
# SIGNET_MIRROR=URL: another Debian mirror than http://deb.debian.org/debian
set -euo pipefail

if [ $# -lt 1 ] || [ "$(id -u)" -ne 0 ]; then
    echo "usage (as root): $0 FOLDER [--keep] [COMMAND...]" >&2
    exit 2
fi
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
keep=no
if [ "${1:-}" = --keep ]; then
    keep=yes
    shift
fi
[ $# -gt 0 ] || set -- bash -c 'packaging/quickstart.sh && tests/run.sh'
tree="$folder/bookworm"
mirror=${SIGNET_MIRROR:-http://deb.debian.org/debian}

unmount_all() {
    local place
    for place in dev/shm dev/pts dev sys proc; do
        if mountpoint -q "$tree/$place"; then umount "$tree/$place"; fi
    done
}

make_pristine() {
    rm -rf "$tree"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$tree" "$mirror"
    {
        echo "deb $mirror bookworm main"
        echo "deb $mirror bookworm-updates main"
        echo "deb ${mirror%/debian}/debian-security bookworm-security main"
    } >"$tree/etc/apt/sources.list"
    # Nothing is started while packages are installed: there is no init in the tree.
    printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
    chmod +x "$tree/usr/sbin/policy-rc.d"
    tar -C "$folder" -cf "$folder/bookworm.tar.part" bookworm
    mv "$folder/bookworm.tar.part" "$folder/bookworm.tar"
}

# How this machine reaches its mirror (proxy, dates of a snapshot) holds for the tree, too.
copy_apt_settings() {
    cp /etc/resolv.conf "$tree/etc/resolv.conf"
    grep -lisE 'Proxy|Check-Valid-Until|Check-Date' /etc/apt/apt.conf.d/* 2>/dev/null |
        xargs -r cp -t "$tree/etc/apt/apt.conf.d/"
}

trap unmount_all EXIT
unmount_all
[ -e "$folder/bookworm.tar" ] || make_pristine
if [ "$keep" = no ]; then
    rm -rf "$tree"
    tar -C "$folder" -xf "$folder/bookworm.tar"
fi
copy_apt_settings
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
mount --bind /dev/pts "$tree/dev/pts"
mount -t tmpfs tmpfs "$tree/dev/shm"
clone="$tree/root/signet"
rm -rf "$clone"
git clone -q --no-hardlinks "file://$repository" "$clone"
status=0
chroot "$tree" /usr/bin/env -i HOME=/root LANG=C.UTF-8 TERM=dumb \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    bash -c 'cd /root/signet && exec "$@"' bash "$@" </dev/null || status=$?
echo "== Clean tree: exit code $status"
exit $status
