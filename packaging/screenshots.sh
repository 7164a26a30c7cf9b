#!/bin/sh
# Makes the pictures of the README from the real window, over the demo's service and card, on screens of their own
# (Debian: xvfb, fonts-dejavu-core). Build the target signet-screenshots first. Usage: screenshots.sh BUILD-DIR [OUT-DIR]
set -eu
build=${1:?usage: screenshots.sh BUILD-DIR [OUT-DIR]}
here=$(cd "$(dirname "$0")/.." && pwd)
out=${2:-$here/resources/screenshots}
mkdir -p "$out"

# shot NAME SIZE SCALE OPTION...: one picture of a whole screen of SIZE pixels
shot() {
    name=$1 size=$2 scale=$3
    shift 3
    QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$scale LC_ALL=C.UTF-8 TZ=Europe/Riga \
        xvfb-run --auto-servernum --server-args="-screen 0 ${size}x24 -dpi 96" \
        "$build/bin/signet-screenshots" --out "$out/$name.png" "$@"
    # Far fewer bytes, the same to the eye, where ImageMagick is there.
    if command -v convert >/dev/null; then convert "$out/$name.png" -strip +dither -colors 255 "PNG8:$out/$name.png"; fi
    echo "$out/$name.png"
}

shot light-ready       1280x800  1 --scene ready
shot light-pin         1280x800  1 --scene pin
shot light-progress    1280x800  1 --scene progress
shot light-results     1280x800  1 --scene results
shot dark-results      1280x800  1 --scene results --appearance dark
shot latvian           1280x800  1 --scene signed --language lv
shot russian           1280x800  1 --scene pin --language ru
shot scale-200         1600x1200 2 --scene results
shot small             800x600   1 --scene results
shot first-run         1280x800  1 --scene first-run
shot seal              1280x800  1 --scene seal
shot archive           1280x800  1 --scene archive
shot report            1280x800  1 --scene report
if [ "${ALL:-}" = 1 ]; then  # more to look at than to show
    shot empty         1280x800  1 --scene empty
    shot row-forms     1280x800  1 --scene row-forms
    shot row-menu      1280x800  1 --scene row-menu
    shot dark-row-forms 1280x800 1 --scene row-forms --appearance dark
    shot row-forms-200 1600x1200 2 --scene row-forms --language lv
    shot small-row-menu 800x600  1 --scene row-menu --language ru
    shot dark-empty    1280x800  1 --scene empty --appearance dark
    shot dark-pin      1280x800  1 --scene wrong-pin --appearance dark
    shot wrong-pin     1280x800  1 --scene wrong-pin
    shot no-card       1280x800  1 --scene no-card
    for scene in no-reader card-no-service card-unknown card-contactless card-expired card-soon card-blocked two-cards \
        two-cards-chosen pin-soon pin-each; do
        shot $scene        1280x800  1 --scene $scene
        shot dark-$scene   1280x800  1 --scene $scene --appearance dark
        shot $scene-200    1600x1200 2 --scene $scene --language lv
        shot small-$scene  800x600   1 --scene $scene --language ru
    done
    shot identifiers   1280x800  1 --scene identifiers
    shot settings      1280x800  1 --scene settings
    shot profiles      1280x800  1 --scene profiles
    shot unfinished    1280x800  1 --scene unfinished
    shot unfinished-list 1280x800 1 --scene unfinished-list
    shot dark-unfinished 1280x800 1 --scene unfinished --appearance dark
    shot small-unfinished 800x600 1 --scene unfinished --language ru
    shot unfinished-200 1600x1200 2 --scene unfinished-list --language lv
    shot history       1280x800  1 --scene history
    shot history-200   1600x1200 2 --scene history --language lv
    shot about         1280x800  1 --scene about
    shot pins          1280x800  1 --scene pins
    shot pins-blocked  1280x800  1 --scene pins-blocked
    shot pin-change    1280x800  1 --scene pin-change
    shot pin-changed   1280x800  1 --scene pin-changed
    shot pin-unblock   1280x800  1 --scene pin-unblock
    shot dark-pins     1280x800  1 --scene pins-blocked --appearance dark
    shot dark-pin-unblock 1280x800 1 --scene pin-unblock --appearance dark
    shot small-pins    800x600   1 --scene pins-blocked --language ru
    shot small-pin-unblock 800x600 1 --scene pin-unblock --language ru
    shot pins-200      1600x1200 2 --scene pins-blocked --language lv
    shot pin-change-200 1600x1200 2 --scene pin-change --language lv
    shot checkup       1280x800  1 --scene checkup
    shot dark-checkup  1280x800  1 --scene checkup --appearance dark
    shot small-checkup 800x600   1 --scene checkup --language ru
    shot checkup-200   1600x1200 2 --scene checkup --language lv
    shot small-pin-200 1600x1200 2 --scene wrong-pin --language lv
    shot seal-key      1280x800  1 --scene seal-key
    shot seal-password 1280x800  1 --scene seal-password
    shot dark-seal-key 1280x800  1 --scene seal-key --appearance dark
    shot dark-report   1280x800  1 --scene report --appearance dark
    shot small-seal    800x600   1 --scene seal-key --language ru
    shot small-ready   800x600   1 --scene ready --language ru
    shot small-report  800x600   1 --scene report --language lv
    shot seal-200      1600x1200 2 --scene seal-key --language lv
    shot archive-200   1600x1200 2 --scene archive --language lv
    shot small-first   800x600   1 --scene first-run --language ru
fi
