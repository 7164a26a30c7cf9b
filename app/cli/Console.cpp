#include "cli/Console.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cli/StandardStreams.h"

namespace signet::cli {
namespace {

struct State {
    QString status;
    bool statusIsShown = false;
    bool lineIsOpen = false;  ///< a question waits behind its last word
    bool inputWasClosed = false;
    std::optional<QString> lost;
};

State& state() {
    static State only;
    return only;
}

bool write(std::FILE* stream, const QByteArray& bytes) {
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

void hideStatus() {
    if (state().statusIsShown)
        write(stderr, "\r\033[K");
    state().statusIsShown = false;
}

/** Never wider than the terminal: a line that wraps could not be taken away again. */
void showStatus() {
    State& now = state();
    if (now.lineIsOpen || now.status.isEmpty())
        return;
    const int columns = terminalColumns();
    const bool fits = now.status.size() < columns;
    const QString line = fits ? now.status : QString(now.status.left(std::max(0, columns - 2)) % u'…');
    write(stderr, line.toUtf8());
    now.statusIsShown = true;
}

}  // namespace

void Console::secureStandardStreams() {
    state().inputWasClosed = !openStandardStreams();
}

bool Console::standardInputIsClosed() {
    return state().inputWasClosed;
}

bool Console::output(const QByteArray& bytes) {
    hideStatus();
    const bool written = write(stdout, bytes);
    if (!written && !state().lost)
        state().lost = QString::fromLocal8Bit(std::generic_category().message(errno).c_str());
    return written;
}

std::optional<QString> Console::lostOutput() {
    return state().lost;
}

void Console::error(const QString& text) {
    hideStatus();
    write(stderr, text.toUtf8());
    state().lineIsOpen = !text.endsWith(u'\n');
    showStatus();
}

void Console::setStatus(const QString& line) {
    if (line == state().status && state().statusIsShown)
        return;
    hideStatus();
    state().status = line;
    showStatus();
}

bool Console::errorIsTerminal() {
    return cli::errorIsTerminal();
}

}  // namespace signet::cli
