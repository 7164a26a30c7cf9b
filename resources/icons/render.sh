#!/bin/sh
# Makes the PNGs beside this script from the SVG masters (Debian: librsvg2-bin). Run it after a master has changed.
set -eu
cd "$(dirname "$0")"
for master in *.svg; do
    name=${master%.svg}
    sizes="16 24 32 48 64"
    [ "$name" = signet ] && sizes="16 24 32 48 64 128 256"
    for size in $sizes; do
        rsvg-convert --width "$size" --height "$size" "$master" --output "$name-$size.png"
    done
done
