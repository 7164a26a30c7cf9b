#include <QElapsedTimer>
#include <QTest>
#include <future>
#include <thread>

#include "sandbox/card/VirtualReaders.h"
#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using base::ErrorCode;
using card::CardTransport;
using card::CommandApdu;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::VirtualReaders;
using namespace std::chrono_literals;

namespace {

CommandApdu command(const char* word) {
    const QByteArray bytes = QByteArray::fromHex(CardTerminal::word(QString::fromLatin1(word)).toLatin1());
    return std::move(*CommandApdu::parse(bytes));
}

quint16 statusOf(CardTransport& transport, const char* word) {
    const auto answer = transport.transmit(command(word));
    return answer ? answer->status.value : quint16{0};
}

std::optional<ErrorCode> errorOf(CardTransport& transport, const char* word) {
    const auto answer = transport.transmit(command(word));
    return answer ? std::nullopt : std::optional(answer.error().code());
}

bool isWaiting(const std::future<void>& future) {
    return future.wait_for(100ms) == std::future_status::timeout;
}

}  // namespace

class VirtualReadersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesWhatIsThere();
    void watchWaitsForChanges();
    void watchEndsWhenCancelled();
    void exchanges();
    void transactionKeepsOthersOut();
    void resetIsNoticed();
    void removalIsNoticed();
    void anotherCardIsNoticed();
    void removalEndsAMuteExchange();
    void cardMayLeaveByItself();
    void cardMayResetItself();
    void emptyAnswerIsNone();
    void serviceEndsAndStarts();
    void unpluggedReaderIsGone();
    void endOfReadersEndsEverything();

private:
    std::unique_ptr<CardTransport> connected() { return std::move(*m_readers->connect(m_reader)); }

    const QString m_reader = VirtualReaders::demoReaderName();
    std::unique_ptr<VirtualReaders> m_readers;
    std::shared_ptr<sandbox::VirtualCard> m_card;
};

void VirtualReadersTest::init() {
    m_readers = std::make_unique<VirtualReaders>();
    m_card = demoCard(CardPersonalisation::CosmoXEc);
    QVERIFY(m_readers->insert(m_reader, m_card));
}

void VirtualReadersTest::namesWhatIsThere() {
    m_readers->plugIn(QStringLiteral("second"));
    QVERIFY(!m_readers->insert(m_reader, demoCard(CardPersonalisation::Cosmo8Ec)));
    QVERIFY(!m_readers->insert(QStringLiteral("third"), m_card));
    const auto states = m_readers->watch()->next();
    QVERIFY(states);
    QCOMPARE(states->size(), 2);
    QCOMPARE(states->at(0).name, m_reader);
    QVERIFY(states->at(0).cardPresent);
    QCOMPARE(states->at(0).atr, m_card->atr());
    QVERIFY(!states->at(1).cardPresent);
    QVERIFY(states->at(1).atr.isEmpty());

    QVERIFY(m_readers->connect(QStringLiteral("second")).error().code() == ErrorCode::NoCard);
    QVERIFY(m_readers->connect(QStringLiteral("third")).error().code() == ErrorCode::ReaderUnknown);
}

void VirtualReadersTest::watchWaitsForChanges() {
    const auto watch = m_readers->watch();
    const quint32 before = watch->next()->first().insertions;
    auto second = std::async(std::launch::async, [&] { return watch->next(); });
    QCOMPARE(second.wait_for(100ms), std::future_status::timeout);
    m_readers->remove(m_reader);
    m_readers->insert(m_reader, m_card);
    QCOMPARE(second.wait_for(5s), std::future_status::ready);
    auto states = second.get();
    // two changes may be told at once, or one after the other; a quick swap is never lost
    if (!states->first().cardPresent)
        states = watch->next();
    QVERIFY(states->first().cardPresent);
    QVERIFY(states->first().insertions != before);
}

void VirtualReadersTest::watchEndsWhenCancelled() {
    const auto watch = m_readers->watch();
    QVERIFY(watch->next());
    auto waiting = std::async(std::launch::async, [&] { return watch->next(); });
    watch->cancel();
    QCOMPARE(waiting.wait_for(5s), std::future_status::ready);
    QVERIFY(waiting.get().error().code() == ErrorCode::Cancelled);
    QVERIFY(watch->next().error().code() == ErrorCode::Cancelled);
}

void VirtualReadersTest::exchanges() {
    const auto transport = connected();
    QCOMPARE(transport->atr(), m_card->atr());
    QVERIFY(transport->beginTransaction());
    QCOMPARE(statusOf(*transport, "adf2"), quint16{0x9000});
    QCOMPARE(statusOf(*transport, "mse-ec"), quint16{0x9000});
    QCOMPARE(statusOf(*transport, "sign-ec"), quint16{0x6982});
    QCOMPARE(statusOf(*transport, "pin2"), quint16{0x9000});
    QCOMPARE(transport->transmit(command("sign-ec"))->data.size(), 96);
    transport->endTransaction();
}

void VirtualReadersTest::transactionKeepsOthersOut() {
    const auto first = connected();
    auto second = connected();
    QVERIFY(first->beginTransaction());
    std::future<void> waiting = std::async(std::launch::async, [&] {
        if (second->beginTransaction())
            second->transmit(command("main"));
    });
    QVERIFY(isWaiting(waiting));
    QCOMPARE(m_card->exchangeCount(), 0);
    first->endTransaction();
    QCOMPARE(waiting.wait_for(5s), std::future_status::ready);
    QCOMPARE(m_card->exchangeCount(), 1);

    // a plain exchange waits for its turn, too; and a transport that goes away gives its transaction back
    waiting = std::async(std::launch::async, [&] { first->transmit(command("main")); });
    QVERIFY(isWaiting(waiting));
    second.reset();
    QCOMPARE(waiting.wait_for(5s), std::future_status::ready);
    QCOMPARE(m_card->exchangeCount(), 2);
}

void VirtualReadersTest::resetIsNoticed() {
    const auto transport = connected();
    QCOMPARE(statusOf(*transport, "adf2"), quint16{0x9000});
    m_readers->resetCard(m_reader);
    QVERIFY(transport->beginTransaction().error().code() == ErrorCode::CardReset);
    QVERIFY(errorOf(*transport, "mse-ec") == ErrorCode::CardReset);
    QVERIFY(transport->reconnect());
    QCOMPARE(statusOf(*transport, "mse-ec"), quint16{0x6985});
}

void VirtualReadersTest::removalIsNoticed() {
    const auto transport = connected();
    QVERIFY(transport->beginTransaction());
    m_readers->remove(m_reader);
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::CardRemoved);
    QVERIFY(transport->reconnect().error().code() == ErrorCode::CardRemoved);
    QVERIFY(m_readers->connect(m_reader).error().code() == ErrorCode::NoCard);
    QCOMPARE(m_card->exchangeCount(), 0);
}

void VirtualReadersTest::anotherCardIsNoticed() {
    const auto transport = connected();
    m_readers->remove(m_reader);
    m_readers->insert(m_reader, demoCard(CardPersonalisation::Cosmo8Rsa));
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::CardRemoved);
    QVERIFY(transport->reconnect().error().code() == ErrorCode::CardRemoved);
}

void VirtualReadersTest::removalEndsAMuteExchange() {
    m_card->addFault({CardMishap::Silence, CardFault::Moment::Exchange, 1, false});
    const auto transport = connected();
    auto answer = std::async(std::launch::async, [&] { return errorOf(*transport, "adf2"); });
    QCOMPARE(answer.wait_for(200ms), std::future_status::timeout);
    m_readers->remove(m_reader);
    QCOMPARE(answer.wait_for(5s), std::future_status::ready);
    QVERIFY(answer.get() == ErrorCode::CardRemoved);
}

void VirtualReadersTest::cardMayLeaveByItself() {
    m_card->addFault({CardMishap::Removed, CardFault::Moment::Exchange, 2, false});
    const auto watch = m_readers->watch();
    QVERIFY(watch->next());
    const auto transport = connected();
    QCOMPARE(statusOf(*transport, "adf2"), quint16{0x9000});
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::CardRemoved);
    QVERIFY(!watch->next()->first().cardPresent);
    QVERIFY(m_readers->insert(m_reader, m_card));
    QVERIFY(watch->next()->first().cardPresent);
}

void VirtualReadersTest::cardMayResetItself() {
    m_card->addFault({CardMishap::Reset, CardFault::Moment::Exchange, 1, false});
    const auto transport = connected();
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::CardReset);
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::CardReset);
    QVERIFY(transport->reconnect());
    QCOMPARE(statusOf(*transport, "adf2"), quint16{0x9000});
}

/** As over PC/SC, where a card that went would no longer be there. */
void VirtualReadersTest::emptyAnswerIsNone() {
    m_card->addFault({CardMishap::EmptyAnswer, CardFault::Moment::Exchange, 1, false});
    QVERIFY(errorOf(*connected(), "adf2") == ErrorCode::CardSilent);
}

void VirtualReadersTest::serviceEndsAndStarts() {
    const auto watch = m_readers->watch();
    const auto before = watch->next();
    const auto transport = connected();
    QVERIFY(transport->beginTransaction());
    m_readers->stopService();
    QVERIFY(watch->next().error().code() == ErrorCode::PcscNotRunning);
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::PcscNotRunning);
    QVERIFY(m_readers->connect(m_reader).error().code() == ErrorCode::PcscNotRunning);
    m_readers->startService();
    const auto after = watch->next();
    QVERIFY(after && after->first().cardPresent);
    QVERIFY(after->first().insertions != before->first().insertions);
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::PcscNotRunning);
    QVERIFY(transport->reconnect().error().code() == ErrorCode::PcscNotRunning);
    QCOMPARE(statusOf(*connected(), "adf2"), quint16{0x9000});
}

void VirtualReadersTest::unpluggedReaderIsGone() {
    const auto transport = connected();
    m_readers->unplug(m_reader);
    QVERIFY(m_readers->watch()->next()->isEmpty());
    QVERIFY(errorOf(*transport, "adf2") == ErrorCode::CardRemoved);
    QVERIFY(m_readers->connect(m_reader).error().code() == ErrorCode::ReaderUnknown);
}

void VirtualReadersTest::endOfReadersEndsEverything() {
    m_card->addFault({CardMishap::Silence, CardFault::Moment::Exchange, 1, false});
    const auto transport = connected();
    auto answer = std::async(std::launch::async, [&] { return errorOf(*transport, "adf2"); });
    QCOMPARE(answer.wait_for(100ms), std::future_status::timeout);
    m_readers.reset();
    QCOMPARE(answer.wait_for(5s), std::future_status::ready);
    QVERIFY(answer.get() == ErrorCode::CardRemoved);
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::VirtualReadersTest)
#include "tst_VirtualReaders.moc"
