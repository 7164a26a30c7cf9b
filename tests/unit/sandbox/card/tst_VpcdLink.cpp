#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

#include "sandbox/card/VpcdLink.h"
#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using base::ErrorCode;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::VpcdAddress;
using sandbox::VpcdLink;
using namespace std::chrono_literals;

/** The other end of the wire: what vpcd does, by hand. */
class FakeVpcd {
public:
    explicit FakeVpcd(quint16 port = 0) { m_server.listen(QHostAddress::LocalHost, port); }

    VpcdAddress address() const { return {QStringLiteral("127.0.0.1"), m_server.serverPort()}; }
    bool accept(int milliseconds = 3000) {
        if (!m_server.waitForNewConnection(milliseconds))
            return false;
        m_socket.reset(m_server.nextPendingConnection());
        return true;
    }
    void send(const QByteArray& payload) {
        QByteArray length(2, '\0');
        qToBigEndian(static_cast<quint16>(payload.size()), length.data());
        m_socket->write(length);
        m_socket->flush();
        m_socket->write(payload);
        m_socket->flush();
    }
    /** Nothing if it does not come in time. */
    std::optional<QByteArray> receive(int milliseconds = 3000) {
        m_received += m_socket->readAll();
        while (m_received.size() < 2 ||
               m_received.size() < 2 + qFromBigEndian<quint16>(m_received.constData())) {
            if (!m_socket->waitForReadyRead(milliseconds))
                return std::nullopt;
            m_received += m_socket->readAll();
        }
        const qsizetype length = qFromBigEndian<quint16>(m_received.constData());
        const QByteArray payload = m_received.mid(2, length);
        m_received.remove(0, 2 + length);
        return payload;
    }
    std::optional<QByteArray> ask(const QByteArray& payload, int milliseconds = 3000) {
        send(payload);
        return receive(milliseconds);
    }
    std::optional<QByteArray> askWord(const char* word, int milliseconds = 3000) {
        return ask(QByteArray::fromHex(CardTerminal::word(QString::fromLatin1(word)).toLatin1()),
                   milliseconds);
    }
    bool isClosed(int milliseconds = 3000) {
        return m_socket->state() == QAbstractSocket::UnconnectedState ||
               m_socket->waitForDisconnected(milliseconds);
    }
    QTcpSocket& socket() { return *m_socket; }

private:
    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
};

class VpcdLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void speaksTheProtocol();
    void takesMessagesInPieces();
    void insertsAndRemoves();
    void comesBackAfterTheReader();
    void removedCardStaysOut();
    void resetCardComesBack();
    void muteCardSaysNothing();
    void endsWithoutAReader();
};

void VpcdLinkTest::readsAddresses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("both") << QStringLiteral("localhost:35964") << QStringLiteral("localhost") << 35964;
    QTest::newRow("host only") << QStringLiteral("10.0.0.7") << QStringLiteral("10.0.0.7") << 35963;
    QTest::newRow("IPv6") << QStringLiteral("[::1]:1234") << QStringLiteral("::1") << 1234;
    QTest::newRow("nothing") << QString() << QString() << 0;
    QTest::newRow("port only") << QStringLiteral(":35963") << QString() << 0;
    QTest::newRow("port too large") << QStringLiteral("localhost:70000") << QString() << 0;
    QTest::newRow("port zero") << QStringLiteral("localhost:0") << QString() << 0;
    QTest::newRow("no number") << QStringLiteral("localhost:vpcd") << QString() << 0;
    QTest::newRow("a path") << QStringLiteral("localhost:35963/x") << QString() << 0;
}

void VpcdLinkTest::readsAddresses() {
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto address = VpcdAddress::parse(text);
    QCOMPARE(address.has_value(), port != 0);
    if (!address) {
        QVERIFY(address.error().code() == ErrorCode::AddressInvalid);
        return;
    }
    QCOMPARE(address->host, host);
    QCOMPARE(address->port, static_cast<quint16>(port));
}

void VpcdLinkTest::speaksTheProtocol() {
    FakeVpcd vpcd;
    VpcdLink link(vpcd.address());
    const auto card = demoCard(CardPersonalisation::CosmoXEc);
    link.insert(card);
    QVERIFY(vpcd.accept());
    QVERIFY(!link.isConnected());  // not before the reader has spoken
    QCOMPARE(vpcd.ask(QByteArray(1, '\x04')), card->atr());
    QVERIFY(link.waitForConnected(1s));

    vpcd.send(QByteArray(1, '\x01'));
    QCOMPARE(vpcd.askWord("adf2"), QByteArray::fromHex("9000"));
    QCOMPARE(vpcd.askWord("mse-ec"), QByteArray::fromHex("9000"));
    vpcd.send(QByteArray(1, '\x02'));
    QCOMPARE(vpcd.askWord("mse-ec"), QByteArray::fromHex("6985"));
    QCOMPARE(vpcd.askWord("adf2"), QByteArray::fromHex("9000"));
    vpcd.send(QByteArray(1, '\x00'));
    vpcd.send(QByteArray(1, '\x01'));
    QCOMPARE(vpcd.askWord("mse-ec"), QByteArray::fromHex("6985"));

    // an acknowledgement that is held back would cost 44 ms each
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(vpcd.askWord("adf2"), QByteArray::fromHex("9000"));
    QVERIFY2(timer.elapsed() < 1800, qPrintable(QString::number(timer.elapsed())));
}

void VpcdLinkTest::takesMessagesInPieces() {
    FakeVpcd vpcd;
    VpcdLink link(vpcd.address());
    link.insert(demoCard(CardPersonalisation::CosmoXEc));
    QVERIFY(vpcd.accept());
    // power on, then two commands, byte by byte
    const QByteArray stream = QByteArray::fromHex("000101 0004 00A4000C 000500B0000000");
    for (const char each : stream) {
        vpcd.socket().write(&each, 1);
        vpcd.socket().flush();
        QTest::qWait(1);
    }
    QCOMPARE(vpcd.receive(), QByteArray::fromHex("6A82"));
    QCOMPARE(vpcd.receive(), QByteArray::fromHex("6985"));
}

void VpcdLinkTest::insertsAndRemoves() {
    FakeVpcd vpcd;
    VpcdLink link(vpcd.address());
    for (const auto each : {CardPersonalisation::Cosmo8Ec, CardPersonalisation::CosmoXEc}) {
        const auto card = demoCard(each);
        link.insert(card);
        QVERIFY(vpcd.accept());
        QCOMPARE(vpcd.ask(QByteArray(1, '\x04')), card->atr());
        link.remove();
        QVERIFY(!link.isConnected());
        QVERIFY(vpcd.isClosed());
    }
    // a card that is put in while another one is there takes its place
    link.insert(demoCard(CardPersonalisation::Cosmo8Ec));
    QVERIFY(vpcd.accept());
    const auto other = demoCard(CardPersonalisation::CosmoXEc);
    link.insert(other);
    QVERIFY(vpcd.accept());
    QCOMPARE(vpcd.ask(QByteArray(1, '\x04')), other->atr());
}

void VpcdLinkTest::comesBackAfterTheReader() {
    auto vpcd = std::make_unique<FakeVpcd>();
    const VpcdAddress address = vpcd->address();
    VpcdLink link(address);
    const auto card = demoCard(CardPersonalisation::CosmoXEc);
    link.insert(card);
    QVERIFY(vpcd->accept());
    QCOMPARE(vpcd->ask(QByteArray(1, '\x04')), card->atr());
    vpcd.reset();
    QTRY_VERIFY(!link.isConnected());
    QTest::qWait(500);

    vpcd = std::make_unique<FakeVpcd>(address.port);
    QVERIFY(vpcd->accept());
    QCOMPARE(vpcd->ask(QByteArray(1, '\x04')), card->atr());
    QVERIFY(link.isConnected());
}

void VpcdLinkTest::removedCardStaysOut() {
    FakeVpcd vpcd;
    VpcdLink link(vpcd.address());
    const auto card = demoCard(CardPersonalisation::CosmoXEc);
    card->addFault({CardMishap::Removed, CardFault::Moment::Exchange, 1, false});
    link.insert(card);
    QVERIFY(vpcd.accept());
    vpcd.send(QByteArray(1, '\x01'));
    QCOMPARE(vpcd.askWord("adf2", 1000), std::nullopt);
    QVERIFY(vpcd.isClosed());
    QVERIFY(!vpcd.accept(600));
    link.insert(card);
    QVERIFY(vpcd.accept());
}

void VpcdLinkTest::resetCardComesBack() {
    FakeVpcd vpcd;
    VpcdLink link(vpcd.address());
    const auto card = demoCard(CardPersonalisation::CosmoXEc);
    card->addFault({CardMishap::Reset, CardFault::Moment::Exchange, 1, false});
    link.insert(card);
    QVERIFY(vpcd.accept());
    vpcd.send(QByteArray(1, '\x01'));
    QCOMPARE(vpcd.askWord("adf2", 1000), std::nullopt);
    QVERIFY(vpcd.accept());
    QCOMPARE(vpcd.ask(QByteArray(1, '\x04')), card->atr());
}

void VpcdLinkTest::muteCardSaysNothing() {
    FakeVpcd vpcd;
    VpcdLink link(vpcd.address());
    const auto card = demoCard(CardPersonalisation::CosmoXEc);
    card->addFault({CardMishap::Silence, CardFault::Moment::Exchange, 1, false});
    link.insert(card);
    QVERIFY(vpcd.accept());
    vpcd.send(QByteArray(1, '\x01'));
    QCOMPARE(vpcd.askWord("adf2", 500), std::nullopt);
    QCOMPARE(vpcd.socket().state(), QAbstractSocket::ConnectedState);
    link.remove();
    QVERIFY(vpcd.isClosed());
}

void VpcdLinkTest::endsWithoutAReader() {
    QElapsedTimer timer;
    timer.start();
    {
        VpcdLink link({QStringLiteral("127.0.0.1"), 1});
        link.insert(demoCard(CardPersonalisation::CosmoXEc));
        QVERIFY(!link.waitForConnected(300ms));
    }
    QVERIFY(timer.elapsed() < 2000);
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::VpcdLinkTest)
#include "tst_VpcdLink.moc"
