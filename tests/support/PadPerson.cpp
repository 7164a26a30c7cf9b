#include "support/PadPerson.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace signet::test {
namespace {

/** One line; empty if the other end is gone. */
QByteArray readLine(int line) {
    QByteArray text;
    char byte = 0;
    while (::recv(line, &byte, 1, 0) == 1) {
        if (byte == '\n')
            return text;
        text.append(byte);
    }
    return {};
}

void write(int line, const QByteArray& text) {
    static_cast<void>(::send(line, text.constData(), static_cast<std::size_t>(text.size()), MSG_NOSIGNAL));
}

}  // namespace

PadPerson::PadPerson() {
    const QByteArray path = address().toUtf8();
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) >= sizeof at.sun_path)
        qFatal("the path of the socket is too long");
    std::memcpy(at.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0 ||
        ::listen(m_listener, 1) != 0)
        qFatal("no socket for the person at the PIN pad");
    m_thread = std::thread([this] { run(); });
}

PadPerson::~PadPerson() {
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
    ::shutdown(m_listener, SHUT_RDWR);  // ends accept()
    m_thread.join();
    ::close(m_listener);
}

QString PadPerson::address() const {
    return m_place.filePath(QStringLiteral("person"));
}

void PadPerson::will(const QList<Deed>& deeds) {
    const std::lock_guard lock(m_mutex);
    m_deeds = deeds;
    m_entries.clear();
    m_hesitateAt.clear();
}

void PadPerson::hesitateAt(int number) {
    const std::lock_guard lock(m_mutex);
    m_hesitateAt.insert(number);
}

bool PadPerson::isHesitating() const {
    const std::lock_guard lock(m_mutex);
    return m_hesitating;
}

void PadPerson::letGo() {
    const std::lock_guard lock(m_mutex);
    m_hesitateAt.remove(static_cast<int>(m_entries.size()));
    m_changed.notify_all();
}

QList<QByteArray> PadPerson::entries() const {
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

void PadPerson::run() {
    for (int line = 0; (line = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC)) >= 0; ::close(line))
        serve(line);
}

void PadPerson::serve(int line) {
    const std::optional<Deed> deed = next(readLine(line));
    if (!deed)
        return;
    switch (deed->kind) {
        case Deed::Kind::Types:
            return write(line, deed->digits + '\n');
        case Deed::Kind::Cancels:
            return write(line, "cancel\n");
        case Deed::Kind::LetsTimePass:
            readLine(line);  // ends when the reader hangs up
            return;
        case Deed::Kind::Leaves:
            return;
    }
}

/** Nothing if it is time to go. */
std::optional<PadPerson::Deed> PadPerson::next(const QByteArray& question) {
    std::unique_lock lock(m_mutex);
    m_entries.append(QByteArray::fromHex(question.mid(question.indexOf(' ') + 1)));
    const auto number = static_cast<int>(m_entries.size());
    m_hesitating = m_hesitateAt.contains(number);
    m_changed.wait(lock, [this, number] { return m_closing || !m_hesitateAt.contains(number); });
    m_hesitating = false;
    if (m_closing)
        return std::nullopt;
    return m_deeds.isEmpty() ? Deed() : m_deeds.takeFirst();
}

}  // namespace signet::test
