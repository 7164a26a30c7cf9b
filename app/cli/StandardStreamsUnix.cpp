#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>

#include "cli/StandardStreams.h"

namespace signet::cli {
namespace {

constexpr int UsualColumns = 80;

bool isClosed(int descriptor) {
    return ::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF;
}

}  // namespace

bool openStandardStreams() {
    const bool inputIsOpen = !isClosed(STDIN_FILENO);
    // Each one the wrong way round: the descriptor is taken, and using it is an error, as it was before.
    // open() gives the lowest free descriptor, which is the one in question.
    if (!inputIsOpen) [[maybe_unused]]
        const int input = ::open("/dev/null", O_WRONLY);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        if (isClosed(descriptor)) [[maybe_unused]]
            const int output = ::open("/dev/null", O_RDONLY);
    }
    return inputIsOpen;
}

bool errorIsTerminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

int terminalColumns() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : UsualColumns;
}

}  // namespace signet::cli
