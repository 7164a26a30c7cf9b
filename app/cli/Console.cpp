#include "cli/Console.h"

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace signet::cli {
namespace {

bool write(std::FILE* stream, const QByteArray& bytes) {
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

}  // namespace

bool Console::output(const QByteArray& bytes) {
    return write(stdout, bytes);
}

void Console::error(const QString& text) {
    write(stderr, text.toUtf8());
}

bool Console::errorIsTerminal() {
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

}  // namespace signet::cli
