#pragma once

#include <QByteArrayView>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/** libFuzzer's entry: any bytes, and nothing may go wrong. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace signet::test {

inline QByteArrayView viewOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

/** What has to be so, whatever the bytes are: ends the program, also in a release build. */
inline void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/** Whether `inner` lies in `outer`; an empty one lies anywhere. */
inline bool isWithin(QByteArrayView inner, QByteArrayView outer) {
    return inner.isEmpty() || (inner.begin() >= outer.begin() && inner.end() <= outer.end());
}

}  // namespace signet::test
