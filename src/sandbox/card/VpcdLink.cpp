#include "sandbox/card/VpcdLink.h"

#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <QtEndian>
#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "base/OpenSslThread.h"

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace signet::sandbox {
namespace {

constexpr int RetryMilliseconds = 200;
constexpr qsizetype LengthPrefix = 2;

/** What a payload of one byte means. */
enum Control : quint8 { PowerOff = 0, PowerOn = 1, Reset = 2, SendAtr = 4 };

/**
 * vpcd writes a message in two pieces, and waits for the first to be acknowledged: without this every
 * exchange costs the 44 ms of a delayed acknowledgement. Linux forgets the setting, so it is made anew for
 * every message.
 */
void acknowledgeAtOnce(const QTcpSocket& socket) {
#ifdef Q_OS_LINUX
    const int yes = 1;
    setsockopt(static_cast<int>(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
#else
    Q_UNUSED(socket)
#endif
}

}  // namespace

base::Expected<VpcdAddress> VpcdAddress::parse(const QString& text) {
    const QUrl url(QStringLiteral("vpcd://") + text.trimmed(), QUrl::StrictMode);
    const bool onlyAddress =
        url.path().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || !onlyAddress || url.port() == 0)
        return base::fail(base::ErrorCode::AddressInvalid, QStringList{text});
    return VpcdAddress{url.host(), static_cast<quint16>(url.port(VpcdAddress().port))};
}

/** Lives in the link's thread, and holds everything that the protocol needs. */
class VpcdLink::Worker : public QObject {
public:
    /** Whether the reader holds the card: for the other threads. */
    struct Presence {
        std::mutex mutex;
        std::condition_variable changed;
        bool inReader = false;

        void set(bool now) {
            const std::lock_guard lock(mutex);
            inReader = now;
            changed.notify_all();
        }
    };

    Worker(VpcdAddress address, std::shared_ptr<Presence> presence)
        : m_address(std::move(address)), m_presence(std::move(presence)), m_socket(this), m_retry(this) {
        m_retry.setSingleShot(true);
        m_retry.setInterval(RetryMilliseconds);
        connect(&m_retry, &QTimer::timeout, this, [this] { connectToReader(); });
        connect(&m_socket, &QTcpSocket::connected, this,
                [this] { m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1); });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { serve(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] { onClosed(); });
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { onClosed(); });
    }

    void insert(std::shared_ptr<VirtualCard> card) {
        remove();
        m_card = std::move(card);
        connectToReader();
    }

    void remove() {
        const std::shared_ptr<VirtualCard> card = std::exchange(m_card, nullptr);
        m_retry.stop();
        close();
        if (card)
            card->powerOff();
    }

private:
    void connectToReader() {
        if (m_card && m_socket.state() == QAbstractSocket::UnconnectedState)
            m_socket.connectToHost(m_address.host, m_address.port);
    }

    void close() {
        m_socket.abort();
        m_received.clear();
        m_presence->set(false);
    }

    /** pcscd ended, or was not there: it may come back. */
    void onClosed() {
        m_received.clear();
        m_presence->set(false);
        if (!m_card)
            return;
        m_card->powerOff();
        m_retry.start();
    }

    void serve() {
        acknowledgeAtOnce(m_socket);
        m_received += m_socket.readAll();
        while (m_received.size() >= LengthPrefix) {
            const qsizetype length = qFromBigEndian<quint16>(m_received.constData());
            if (m_received.size() < LengthPrefix + length)
                break;
            const base::SecretBytes message(QByteArrayView(m_received).sliced(LengthPrefix, length));
            wipeFront(LengthPrefix + length);
            if (!m_card)
                return;
            m_presence->set(true);
            handle(message.view());
        }
    }

    /** A command may carry a PIN. */
    void wipeFront(qsizetype length) {
        std::fill_n(m_received.begin(), length, '\0');
        m_received.remove(0, length);
    }

    void handle(QByteArrayView message) {
        if (message.isEmpty())
            return;
        if (message.size() > 1)
            return react(m_card->exchange(message));
        switch (static_cast<quint8>(message[0])) {
            case PowerOff:
                return m_card->powerOff();
            case PowerOn:
                return m_card->powerOn();
            case Reset:
                return m_card->reset();
            case SendAtr:
                return send(m_card->atr());
            default:
                return;
        }
    }

    void react(const CardReaction& reaction) {
        switch (reaction.kind) {
            case CardReaction::Kind::Answer:
                return send(reaction.answer);
            case CardReaction::Kind::Silence:
                return;
            case CardReaction::Kind::Removed:
                return remove();
            case CardReaction::Kind::Reset:
                // The protocol lets no card say so: it is one that lost contact for a moment.
                close();
                return connectToReader();
        }
    }

    void send(const QByteArray& payload) {
        QByteArray message(LengthPrefix, '\0');
        qToBigEndian(static_cast<quint16>(payload.size()), message.data());
        message += payload;
        m_socket.write(message);
        m_socket.flush();
    }

    const VpcdAddress m_address;
    const std::shared_ptr<Presence> m_presence;
    QTcpSocket m_socket;
    QTimer m_retry;
    QByteArray m_received;
    std::shared_ptr<VirtualCard> m_card;  ///< null: none is to be in the reader
};

class VpcdLink::Private {
public:
    std::shared_ptr<Worker::Presence> presence = std::make_shared<Worker::Presence>();
    Worker* worker = nullptr;
    QThread thread;
};

VpcdLink::VpcdLink(VpcdAddress address) : d(std::make_unique<Private>()) {
    d->thread.setObjectName(QStringLiteral("vpcd"));
    d->worker = new Worker(std::move(address), d->presence);
    d->worker->moveToThread(&d->thread);
    QObject::connect(&d->thread, &QThread::finished, d->worker, [worker = d->worker] {
        const base::OpenSslThread last;
        delete worker;
    });
    d->thread.start();
}

VpcdLink::~VpcdLink() {
    remove();
    d->thread.quit();
    d->thread.wait();
}

void VpcdLink::insert(std::shared_ptr<VirtualCard> card) {
    QMetaObject::invokeMethod(d->worker,
                              [worker = d->worker, card = std::move(card)] { worker->insert(card); });
}

void VpcdLink::remove() {
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker] { worker->remove(); }, Qt::BlockingQueuedConnection);
}

bool VpcdLink::isConnected() const {
    const std::lock_guard lock(d->presence->mutex);
    return d->presence->inReader;
}

bool VpcdLink::waitForConnected(std::chrono::milliseconds limit) const {
    std::unique_lock lock(d->presence->mutex);
    return d->presence->changed.wait_for(lock, limit, [this] { return d->presence->inReader; });
}

}  // namespace signet::sandbox
