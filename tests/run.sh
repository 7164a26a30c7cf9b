#!/usr/bin/env bash
# Installs what the tests need, builds everything with warnings as errors, checks the formatting, and runs all tests. The
# last lines are CTest's summary; the exit code is CTest's, unless something went wrong before it.
#
#   tests/run.sh [--long] [-- ARGUMENTS FOR CTEST...]
#
# --long adds, before the summary of the ordinary run: clang-tidy, all tests under the address and undefined-behaviour
# sanitizers, the thread sanitizer over the tests with the label tsan, the fuzzers for SIGNET_FUZZ_SECONDS each (60), the
# benchmarks, and the tests in their long forms (SIGNET_TEST_LONG=1).
set -euo pipefail

long=no
while [ $# -gt 0 ]; do
    case "$1" in
        --long) long=yes; shift ;;
        --) shift; break ;;
        *) echo "usage: $0 [--long] [-- ARGUMENTS FOR CTEST...]" >&2; exit 2 ;;
    esac
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
jobs=$(nproc)
# The packages' own tools: another python3 in front would lack what Debian's python3-cryptography gives.
export PATH="/usr/bin:$PATH"
# Without a display of their own, tests that want one get Xvfb; most draw off screen.
under_display=()
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    under_display=(xvfb-run -a -s "-screen 0 1600x1200x24")
fi

step() { printf '\n== %s\n' "$*"; }

build() {  # preset, then arguments for "cmake --build"
    local preset=$1
    shift
    cmake --preset "$preset" -DSIGNET_WERROR=ON -DBUILD_TESTING=ON
    cmake --build --preset "$preset" --parallel "$jobs" "$@"
}

# Which tests may not run beside each other is said where tests are declared (cmake/SignetTargets.cmake).
run_tests() {  # preset, then arguments for ctest
    local preset=$1
    shift
    "${under_display[@]}" ctest --preset "$preset" --parallel "$jobs" --no-tests=error "$@"
}

# The programs of a preset's tests, built or not: the test unit.Name is the program tst_Name.
programs_of() {  # preset, then arguments for ctest
    local preset=$1
    shift
    ctest --preset "$preset" --show-only "$@" | sed -n 's/^ *Test *#[0-9]*: *[a-z]*\./tst_/p' | sort -u
}

step "What the tests need"
if [ "$long" = yes ]; then
    packaging/install-build-deps.sh --tests --fuzz
else
    packaging/install-build-deps.sh --tests
fi

step "Formatting"
git -c safe.directory='*' ls-files -z -- '*.h' '*.cpp' | xargs -0 clang-format --dry-run --Werror

step "Building"
build dev

if [ "$long" = yes ]; then
    export SIGNET_TEST_LONG=1

    step "clang-tidy"
    git -c safe.directory='*' ls-files -z -- 'src/*.cpp' 'ui/*.cpp' 'app/*.cpp' |
        xargs -0 -n 1 -P "$jobs" clang-tidy --quiet -p build/dev

    step "Address and undefined-behaviour sanitizers"
    build asan
    run_tests asan -LE '^bench$'

    step "Thread sanitizer"
    cmake --preset tsan -DSIGNET_WERROR=ON -DBUILD_TESTING=ON
    mapfile -t programs < <(programs_of tsan)
    cmake --build --preset tsan --parallel "$jobs" --target "${programs[@]}"
    ctest --preset tsan --no-tests=error

    step "Fuzzers"
    cmake --preset fuzz -DSIGNET_WERROR=ON
    cmake --build --preset fuzz --parallel "$jobs"
    build/dev/bin/signet-fuzz-seeds build/fuzz/seeds
    tests/fuzz/run.sh

    step "Benchmarks"
    cmake --preset release -DBUILD_TESTING=ON
    mapfile -t programs < <(programs_of release -L '^bench$')
    if [ ${#programs[@]} -gt 0 ]; then
        cmake --build --preset release --parallel "$jobs" --target "${programs[@]}"
        run_tests release -L '^bench$' --parallel 1 --verbose
    fi
fi

step "Tests"
run_tests dev -LE '^bench$' "$@"
