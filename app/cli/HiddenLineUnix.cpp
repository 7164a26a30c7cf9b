#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "cli/Console.h"
#include "cli/HiddenLine.h"

namespace signet::cli {
namespace {

constexpr std::size_t LongestLine = 4096;  // what a terminal hands over at most at once

// What exit() has to put back when a question is open; plain data, because it outlives every object.
int openTerminal = -1;
termios before{};

void putEchoBack() {
    if (openTerminal >= 0)
        tcsetattr(openTerminal, TCSAFLUSH, &before);
    openTerminal = -1;
}

class UnixHiddenLine final : public HiddenLine {
public:
    UnixHiddenLine(int terminal, bool isOurs) : m_terminal(terminal), m_isOurs(isOurs) {}

    ~UnixHiddenLine() override {
        drop();
        if (m_isOurs)
            ::close(m_terminal);
    }

    void ask(const QString& question, Answered answered) override {
        drop();
        m_answered = std::move(answered);
        hideEcho();
        Console::error(question);
        m_notifier = std::make_unique<QSocketNotifier>(m_terminal, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [this] { readLine(); });
    }

    void drop() override {
        if (!m_notifier)
            return;
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();  // may be the one that is calling
        putEchoBack();
        Console::error(QStringLiteral("\n"));
    }

private:
    void hideEcho() const {
        termios hidden{};
        if (tcgetattr(m_terminal, &before) != 0)
            return;
        static const int registered = std::atexit(putEchoBack) + std::at_quick_exit(putEchoBack);
        Q_UNUSED(registered)
        openTerminal = m_terminal;
        hidden = before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ICANON;
        tcsetattr(m_terminal, TCSAFLUSH, &hidden);
    }

    void readLine() {
        base::SecretBytes line(LongestLine);
        const ssize_t count = ::read(m_terminal, line.bytes().data(), line.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        const Answered answered = std::exchange(m_answered, {});
        drop();
        if (count <= 0)
            return answered(std::nullopt);
        auto size = static_cast<std::size_t>(count);
        while (size > 0 && (line.bytes()[size - 1] == '\n' || line.bytes()[size - 1] == '\r'))
            --size;
        answered(base::SecretBytes(line.view().first(static_cast<qsizetype>(size))));
    }

    int m_terminal;
    bool m_isOurs;
    Answered m_answered;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace

std::unique_ptr<HiddenLine> HiddenLine::open(bool standardInputIsTaken) {
    if (!standardInputIsTaken && ::isatty(STDIN_FILENO) == 1)
        return std::make_unique<UnixHiddenLine>(STDIN_FILENO, false);
    if (!standardInputIsTaken || ::isatty(STDERR_FILENO) != 1)
        return nullptr;
    const int terminal = ::open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return terminal < 0 ? nullptr : std::make_unique<UnixHiddenLine>(terminal, true);
}

}  // namespace signet::cli
