#include <QTest>
#include <future>

#include "ScriptedPcsc.h"
#include "card/Iso7816.h"
#include "card/PcscReaderWatch.h"
#include "card/PcscTransport.h"

using namespace signet;
using namespace signet::card;
using namespace std::chrono_literals;
using pcsc::Protocol;
using test::ScriptedPcsc;

Q_DECLARE_METATYPE(signet::base::ErrorCode)

namespace {

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

/** SELECT of a file: data and Le. */
CommandApdu selectFile() {
    return CommandApdu(0x00, 0xA4, 0x02, 0x04, QByteArrayView("\x50\x31", 2), 256);
}

CommandApdu readBinary() {
    return CommandApdu(0x00, 0xB0, 0x00, 0x00, {}, 0xC0);
}

template <typename T>
QString codeOf(const Expected<T>& result) {
    return result ? QStringLiteral("ok") : base::toString(result.error().code());
}

}  // namespace

/** What PC/SC's codes become, at each call; and the two protocols. Over a service in software. */
class TestPcscTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { service().startAnew(); }

    void wholeCommandsOverT1();
    void noLengthBesideDataOverT0();
    void fetchesByGetResponseOverT0();
    void protocolMayChangeWithAReset();

    void codes_data();
    void codes();
    void waitsForAnExclusiveUser();
    void exclusiveUserForLong();
    void answerWithoutStatus_data();
    void answerWithoutStatus();
    void resetIsToldAndReconnected();
    void handlesAreVoidAfterSleep();

    void watchIsQuietAboutSleep();
    void watchTellsOfAServiceThatIsGone();
    void serviceMayEndWithTheLastReader();

private:
    static ScriptedPcsc& service() { return ScriptedPcsc::instance(); }
    static Expected<std::unique_ptr<CardTransport>> connect() {
        return PcscTransport::connect(QLatin1StringView(ScriptedPcsc::Reader));
    }
};

void TestPcscTransport::wholeCommandsOverT1() {
    service().cardAnswers({hex("6F009000"), hex("01029000")});
    const auto transport = connect();
    QVERIFY(transport);
    QCOMPARE((*transport)->transmit(selectFile())->data, hex("6F00"));
    QCOMPARE((*transport)->transmit(readBinary())->data, hex("0102"));
    QCOMPARE(service().commands(), (QList{hex("00A4020402503100"), hex("00B00000C0")}));
    QVERIFY(service().protocols() == (QList{Protocol::T1, Protocol::T1}));
}

void TestPcscTransport::noLengthBesideDataOverT0() {
    service().setProtocol(Protocol::T0);
    service().cardAnswers({hex("6102"), hex("01029000"), hex("9000")});
    const auto transport = connect();
    QCOMPARE((*transport)->transmit(selectFile())->status.value, quint16{0x6102});
    QVERIFY((*transport)->transmit(readBinary()));
    QVERIFY((*transport)->transmit(CommandApdu(0x00, 0x20, 0x00, 0x85, hex("3132"))));
    QCOMPARE(service().commands(), (QList{hex("00A40204025031"), hex("00B00000C0"), hex("00200085023132")}));
    QVERIFY(service().protocols() == (QList{Protocol::T0, Protocol::T0, Protocol::T0}));
}

void TestPcscTransport::fetchesByGetResponseOverT0() {
    service().setProtocol(Protocol::T0);
    service().cardAnswers({hex("6106"), hex("6204800203409000"), hex("6C02"), hex("AABB9000"), hex("6B00")});
    const auto transport = connect();
    Iso7816 commands(**transport);
    QCOMPARE(commands.selectFile(0x5031)->value_or(-1), 0x340);
    QCOMPARE(commands.readSelected(std::nullopt).value_or(QByteArray()), hex("AABB"));
    QCOMPARE(service().commands(), (QList{hex("00A40204025031"), hex("00C0000006"), hex("00B00000C0"),
                                          hex("00B0000002"), hex("00B00002C0")}));
}

void TestPcscTransport::protocolMayChangeWithAReset() {
    service().cardAnswers({hex("9000")});
    const auto transport = connect();
    service().setProtocol(Protocol::T0);
    QVERIFY((*transport)->reconnect());
    QVERIFY((*transport)->transmit(selectFile()));
    QCOMPARE(service().commands(), QList{hex("00A40204025031")});
    QVERIFY(service().protocols() == QList{Protocol::T0});
}

void TestPcscTransport::codes_data() {
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("connecting");
    QTest::addColumn<QString>("inUse");  ///< at a transaction, an exchange, a reconnection
    const auto row = [](const char* name, pcsc::Code code, const char* connecting, const char* inUse) {
        QTest::newRow(name) << quint32{code} << QString::fromLatin1(connecting) << QString::fromLatin1(inUse);
    };
    row("invalid handle", pcsc::ErrorInvalidHandle, "pcsc-not-running", "pcsc-not-running");
    row("no service", pcsc::ErrorNoService, "pcsc-not-running", "pcsc-not-running");
    row("service stopped", pcsc::ErrorServiceStopped, "pcsc-not-running", "pcsc-not-running");
    row("system cancelled", pcsc::ErrorSystemCancelled, "pcsc-not-running", "pcsc-not-running");
    row("line broken", pcsc::ErrorComm, "pcsc-not-running", "pcsc-not-running");
    row("reset", pcsc::WarningResetCard, "card-reset", "card-reset");
    row("removed", pcsc::WarningRemovedCard, "card-removed", "card-removed");
    row("no card", pcsc::ErrorNoSmartcard, "no-card", "card-removed");
    row("reader unavailable", pcsc::ErrorReaderUnavailable, "card-removed", "card-removed");
    row("unknown reader", pcsc::ErrorUnknownReader, "reader-unknown", "card-removed");
    row("no readers", pcsc::ErrorNoReadersAvailable, "no-reader", "no-reader");
    row("unpowered", pcsc::WarningUnpoweredCard, "card-silent", "card-silent");
    row("unresponsive", pcsc::WarningUnresponsiveCard, "card-silent", "card-silent");
    row("not transacted", pcsc::ErrorNotTransacted, "card-silent", "card-silent");
    row("not allowed", pcsc::ErrorNoAccess, "pcsc-denied", "pcsc-denied");
    row("anything else", pcsc::Code{0x80100001}, "pcsc-failed", "pcsc-failed");
}

void TestPcscTransport::codes() {
    QFETCH(const quint32, code);
    QFETCH(const QString, connecting);
    QFETCH(const QString, inUse);
    service().answerNext("SCardConnect", {code});
    QCOMPARE(codeOf(connect()), connecting);
    const auto transport = connect();
    QVERIFY(transport);
    service().answerNext("SCardBeginTransaction", {code});
    QCOMPARE(codeOf((*transport)->beginTransaction()), inUse);
    service().answerNext("SCardTransmit", {code});
    QCOMPARE(codeOf((*transport)->transmit(readBinary())), inUse);
    QCOMPARE(service().count("SCardTransmit"), 1);  // never by itself again
    service().answerNext("SCardReconnect", {code});
    QCOMPARE(codeOf((*transport)->reconnect()), inUse);
}

void TestPcscTransport::waitsForAnExclusiveUser() {
    service().answerNext("SCardConnect", {pcsc::ErrorSharingViolation, pcsc::ErrorSharingViolation});
    const auto transport = connect();
    QVERIFY(transport);
    QCOMPARE(service().count("SCardConnect"), 3);
    service().answerNext("SCardBeginTransaction", {pcsc::ErrorSharingViolation});
    QVERIFY((*transport)->beginTransaction());
    service().answerNext("SCardReconnect", {pcsc::ErrorSharingViolation});
    QVERIFY((*transport)->reconnect());
}

void TestPcscTransport::exclusiveUserForLong() {
    service().answerNext("SCardConnect", QList<pcsc::Code>(100, pcsc::ErrorSharingViolation));
    QCOMPARE(codeOf(connect()), QStringLiteral("card-in-use"));
    service().answerNext("SCardConnect", {});
    const auto transport = connect();
    QVERIFY(transport);
    service().answerNext("SCardTransmit", {pcsc::ErrorSharingViolation});
    QCOMPARE(codeOf((*transport)->transmit(readBinary())), QStringLiteral("card-in-use"));
    QCOMPARE(service().count("SCardTransmit"), 1);
}

void TestPcscTransport::answerWithoutStatus_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << hex("90");
}

void TestPcscTransport::answerWithoutStatus() {
    QFETCH(const QByteArray, answer);
    service().cardAnswers({answer, answer, hex("9000")});
    const auto transport = connect();
    QCOMPARE(codeOf((*transport)->transmit(readBinary())), QStringLiteral("card-silent"));
    service().answerNext("SCardStatus", {pcsc::Success, pcsc::WarningRemovedCard});
    QCOMPARE(codeOf((*transport)->transmit(readBinary())), QStringLiteral("card-removed"));
    QVERIFY((*transport)->transmit(readBinary()));
}

void TestPcscTransport::resetIsToldAndReconnected() {
    service().cardAnswers({hex("9000")});
    const auto transport = connect();
    service().answerNext("SCardBeginTransaction", {pcsc::WarningResetCard});
    QCOMPARE(codeOf((*transport)->beginTransaction()), QStringLiteral("card-reset"));
    QVERIFY((*transport)->reconnect());
    QVERIFY((*transport)->beginTransaction());
    QVERIFY((*transport)->transmit(readBinary()));
    (*transport)->endTransaction();
    QCOMPARE(service().count("SCardEndTransaction"), 1);
}

/** The old connection says so at every call, and ends without harm; a new one is made of a new context. */
void TestPcscTransport::handlesAreVoidAfterSleep() {
    service().cardAnswers({hex("9000")});
    auto transport = connect();
    QVERIFY((*transport)->beginTransaction());
    service().invalidate();
    QCOMPARE(codeOf((*transport)->transmit(readBinary())), QStringLiteral("pcsc-not-running"));
    (*transport)->endTransaction();
    QCOMPARE(codeOf((*transport)->beginTransaction()), QStringLiteral("pcsc-not-running"));
    QCOMPARE(codeOf((*transport)->reconnect()), QStringLiteral("pcsc-not-running"));
    QVERIFY(service().commands().isEmpty());
    const auto next = connect();
    QVERIFY(next);
    QVERIFY((*next)->beginTransaction());
    QVERIFY((*next)->transmit(readBinary()));
}

/** No trouble is told. But what is in the reader may be another card by now, with the same ATR and the same
 * count. */
void TestPcscTransport::watchIsQuietAboutSleep() {
    PcscReaderWatch watch;
    const auto before = watch.next();
    QVERIFY(before && before->size() == 1 && before->first().cardPresent);
    auto next = std::async(std::launch::async, [&watch] { return watch.next(); });
    QCOMPARE(next.wait_for(50ms), std::future_status::timeout);
    service().invalidate();
    QCOMPARE(next.wait_for(10s), std::future_status::ready);
    const auto after = next.get();
    QVERIFY(after);
    QCOMPARE(after->first().atr, before->first().atr);
    QVERIFY(after->first().insertions != before->first().insertions);
    QCOMPARE(service().count("SCardEstablishContext"), 2);
}

void TestPcscTransport::watchTellsOfAServiceThatIsGone() {
    PcscReaderWatch watch;
    QVERIFY(watch.next());
    auto next = std::async(std::launch::async, [&watch] { return watch.next(); });
    service().setService(pcsc::ErrorNoService);
    QCOMPARE(next.wait_for(10s), std::future_status::ready);
    QCOMPARE(codeOf(next.get()), QStringLiteral("pcsc-not-running"));
    next = std::async(std::launch::async, [&watch] { return watch.next(); });
    QCOMPARE(next.wait_for(300ms), std::future_status::timeout);  // told once
    service().setService(std::nullopt);
    QCOMPARE(next.wait_for(10s), std::future_status::ready);
    QVERIFY(next.get()->first().cardPresent);
    next = std::async(std::launch::async, [&watch] { return watch.next(); });
    watch.cancel();
    QCOMPARE(codeOf(next.get()), QStringLiteral("cancelled"));
}

/** As on Windows: that is no trouble, only no readers. */
void TestPcscTransport::serviceMayEndWithTheLastReader() {
    service().setEndsWithLastReader(true);
    PcscReaderWatch watch;
    QVERIFY(watch.next());
    auto next = std::async(std::launch::async, [&watch] { return watch.next(); });
    service().setService(pcsc::ErrorServiceStopped);
    QCOMPARE(next.wait_for(10s), std::future_status::ready);
    const auto listing = next.get();
    QVERIFY(listing && listing->isEmpty());
}

QTEST_GUILESS_MAIN(TestPcscTransport)
#include "tst_PcscTransport.moc"
