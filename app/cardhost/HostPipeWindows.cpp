#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <cstdio>

#include "cardhost/HostPipe.h"

namespace signet::cardhost {
namespace {

constexpr std::size_t LargestPiece = 1 << 16;

int input = -1;
int output = -1;

}  // namespace

bool HostPipe::claim() {
    input = ::_dup(::_fileno(stdin));
    output = ::_dup(::_fileno(stdout));
    const int nothing = ::_open("NUL", _O_RDONLY | _O_NOINHERIT);
    return input >= 0 && output >= 0 && nothing >= 0 && ::_setmode(input, _O_BINARY) >= 0 &&
           ::_setmode(output, _O_BINARY) >= 0 && ::_dup2(nothing, ::_fileno(stdin)) >= 0 &&
           ::_dup2(::_fileno(stderr), ::_fileno(stdout)) >= 0;
}

bool HostPipe::read(std::span<unsigned char> bytes) {
    while (!bytes.empty()) {
        const int count =
            ::_read(input, bytes.data(), static_cast<unsigned>(std::min(bytes.size(), LargestPiece)));
        if (count <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

bool HostPipe::write(const QByteArray& bytes) {
    for (qsizetype done = 0; done < bytes.size();) {
        const auto piece = std::min(static_cast<std::size_t>(bytes.size() - done), LargestPiece);
        const int count = ::_write(output, bytes.constData() + done, static_cast<unsigned>(piece));
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

}  // namespace signet::cardhost
