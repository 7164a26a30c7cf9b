#!/usr/bin/env bash
# Runs each fuzzer of build/fuzz for a while, one after the other; ends with the first finding. What is new of what they
# find to try is kept in build/fuzz/corpus, and a finding in build/fuzz/findings.
#
#   cmake --preset fuzz && cmake --build --preset fuzz
#   build/dev/bin/signet-fuzz-seeds build/fuzz/seeds     # what virtual cards hold
#   SIGNET_FUZZ_SECONDS=600 tests/fuzz/run.sh [NAME...]  # Tlv Fci Pkcs15 Certificate Card
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${SIGNET_FUZZ_SECONDS:-60}
names=("$@")
[ ${#names[@]} -gt 0 ] || names=(Tlv Fci Pkcs15 Certificate Card)

mkdir -p build/fuzz/findings
for name in "${names[@]}"; do
    printf '%s, %s seconds\n' "$name" "$seconds"
    mkdir -p "build/fuzz/corpus/$name"
    # A second for one input is far more than any of them takes; a certificate may have 64 KiB.
    "build/fuzz/bin/fuzz_$name" -max_total_time="$seconds" -max_len=70000 -timeout=10 -rss_limit_mb=1024 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$name-" \
        "build/fuzz/corpus/$name" "build/fuzz/seeds/$name" 2>"build/fuzz/$name.log" ||
        { tail -n 60 "build/fuzz/$name.log"; exit 1; }
    grep -E '^stat::(number_of_executed_units|peak_rss_mb|slowest_unit)' "build/fuzz/$name.log"
done
