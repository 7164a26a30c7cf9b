#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "cardhost/HostPipe.h"

namespace signet::cardhost {
namespace {

int input = -1;
int output = -1;

}  // namespace

bool HostPipe::claim() {
    input = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    output = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    return input >= 0 && output >= 0 && nothing >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 &&
           ::dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
}

bool HostPipe::read(std::span<unsigned char> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::read(input, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

bool HostPipe::write(const QByteArray& bytes) {
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count =
            ::write(output, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

}  // namespace signet::cardhost
