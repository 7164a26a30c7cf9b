#include "support/Terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

namespace signet::test {

Terminal::Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY)) {
    if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
        return;
    m_path = QString::fromLocal8Bit(::ptsname(m_master));
    m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY);
}

Terminal::~Terminal() {
    ::close(m_slave);
    ::close(m_master);
}

bool Terminal::showsWhatIsTyped() const {
    termios state{};
    return ::tcgetattr(m_slave, &state) == 0 && (state.c_lflag & ECHO) != 0;
}

const QByteArray& Terminal::shown() {
    char bytes[4096];
    pollfd waiting{m_master, POLLIN, 0};
    while (::poll(&waiting, 1, 0) == 1 && (waiting.revents & POLLIN) != 0) {
        const ssize_t count = ::read(m_master, bytes, sizeof bytes);
        if (count <= 0)
            break;
        m_shown.append(bytes, count);
    }
    return m_shown;
}

QStringList Terminal::lines() {
    QStringList lines{QString()};
    for (const QString& piece : QString::fromUtf8(shown()).split(QStringLiteral("\r\n"))) {
        lines.last() =
            piece.mid(piece.lastIndexOf(QStringLiteral("\r\x1b[K")) + 1).remove(QStringLiteral("\x1b[K"));
        lines.append(QString());
    }
    return lines;
}

bool Terminal::type(const QByteArray& text) const {
    return ::write(m_master, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
}

}  // namespace signet::test
