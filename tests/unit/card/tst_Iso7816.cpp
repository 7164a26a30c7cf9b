#include <QTest>

#include "card/Iso7816.h"
#include "support/ScriptedCard.h"

using namespace signet;
using namespace signet::card;
using base::ErrorCode;
using test::CardScript;
using test::hex;

/** Every test sets up a script, does one thing and ends with nothing left over. */
class TestIso7816 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fetchesMoreData();
    void fetchesOverSeveralRounds();
    void repeatsWithTheRightLength();
    void getResponseMayWantAnotherLength();
    void endsAnAnswerWithoutEnd();
    void passesFinalStatusOn();
    void strangeStatus_data();
    void strangeStatus();
    void asksForAnotherLengthOnce();

    void readsByFcpSize();
    void readsShortBlocks();
    void endsAtOffsetBeyondEnd();
    void endsAtEndOfFile();
    void sizeMayLieUpwards();
    void sizeInTheOtherTag();
    void emptyBlockIsAnError();
    void tooLongBlockIsAnError();
    void fileWithoutEndIsAnError();
    void readsABoundedNumberOfTimes();
    void sizesThatLie_data();
    void sizesThatLie();
    void refusalIsAnError();
    void wireTroublePassesThrough();

private:
    void begin() {
        m_transport = m_script->transport(m_script);
        QVERIFY(m_transport->beginTransaction());
    }
    std::shared_ptr<CardScript> m_script;
    std::unique_ptr<CardTransport> m_transport;
};

void TestIso7816::init() {
    m_script = std::make_shared<CardScript>(hex("3B00"));
    begin();
}

void TestIso7816::cleanup() {
    QCOMPARE(m_script->mismatches(), QStringList());
}

void TestIso7816::fetchesMoreData() {
    m_script->expect("00CB3FFF01AA00", "6103").expect("00C0000003", "0102039000");
    const auto answer = Iso7816(*m_transport).getData(hex("AA"));
    QVERIFY(answer);
    QCOMPARE(*answer, hex("010203"));
}

void TestIso7816::fetchesOverSeveralRounds() {
    m_script->expect("002A9E9A01AA00", "016100")
        .expect(hex("00C0000000"), QByteArray(256, 'x') + hex("6102"))
        .expect("00C0000002", "02036101")
        .expect("00C0000001", "049000");
    const auto answer = Iso7816(*m_transport).exchange(CommandApdu(0, 0x2A, 0x9E, 0x9A, hex("AA"), 256));
    QVERIFY(answer);
    QCOMPARE(answer->data, QByteArray(hex("01") + QByteArray(256, 'x') + hex("020304")));
    QVERIFY(answer->status.isOk());
}

void TestIso7816::repeatsWithTheRightLength() {
    m_script->expect("00B00000C0", "6C04").expect("00B0000004", "010203049000");
    const auto answer = Iso7816(*m_transport).exchange(CommandApdu(0, 0xB0, 0, 0, {}, 0xC0));
    QVERIFY(answer);
    QCOMPARE(answer->data, hex("01020304"));
}

void TestIso7816::getResponseMayWantAnotherLength() {
    m_script->expect("00CB3FFF01AA00", "6110").expect("00C0000010", "6C02").expect("00C0000002", "01029000");
    QCOMPARE(*Iso7816(*m_transport).getData(hex("AA")), hex("0102"));
}

void TestIso7816::endsAnAnswerWithoutEnd() {
    m_script->expect("00CB3FFF01AA00", "6100");
    for (int i = 0; i < 257; ++i)
        m_script->expect(hex("00C0000000"), QByteArray(256, 'x') + hex("6100"));
    const auto answer = Iso7816(*m_transport).getData(hex("AA"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().publicCode(), base::toString(ErrorCode::CardDataInvalid));
}

void TestIso7816::passesFinalStatusOn() {
    m_script->expect("00CB3FFF01AA00", "6A88").expect("00CB3FFF01AA00", "6A88");
    QCOMPARE(Iso7816(*m_transport).exchange(CommandApdu(0, 0xCB, 0x3F, 0xFF, hex("AA"), 256))->status.value,
             quint16(0x6A88));
    const auto refused = Iso7816(*m_transport).getData(hex("AA"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().publicCode(), base::toString(ErrorCode::CardFailed));
    QVERIFY(refused.error().message().contains(u"6A88"));
}

void TestIso7816::strangeStatus_data() {
    QTest::addColumn<QByteArray>("answer");
    for (const char* answer : {"0000", "FFFF", "9001", "9100", "6000", "6FFF", "01029F00"})
        QTest::newRow(answer) << hex(answer);
}

/** Whatever is not 9000 is a refusal, also beside data. */
void TestIso7816::strangeStatus() {
    QFETCH(const QByteArray, answer);
    m_script->expect(hex("00A4040C01AA"), answer)
        .expect(hex("00A4020402503100"), answer)
        .expect(hex("00CB3FFF01AA00"), answer);
    Iso7816 card(*m_transport);
    QVERIFY(!card.selectApplication(hex("AA")));
    QVERIFY(!card.readFile(0x5031));
    QVERIFY(!card.getData(hex("AA")));
}

void TestIso7816::asksForAnotherLengthOnce() {
    m_script->expect("00CB3FFF01AA00", "6C10").expect("00CB3FFF01AA10", "6C00");
    const auto refused = Iso7816(*m_transport).getData(hex("AA"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message().contains(u"6C00"));
}

void TestIso7816::readsByFcpSize() {
    m_script->file(0x5031, QByteArray(0xC0 + 5, 'x'));
    QCOMPARE(*Iso7816(*m_transport).readFile(0x5031), QByteArray(0xC0 + 5, 'x'));
}

void TestIso7816::readsShortBlocks() {
    const QByteArray content = QByteArray(100, 'a') + QByteArray(157, 'b');
    m_script->file(0x3401, content, 100);
    QCOMPARE(*Iso7816(*m_transport).readFile(0x3401), content);
}

void TestIso7816::endsAtOffsetBeyondEnd() {
    m_script
        ->expect(
            "00A402040250"
            "3100",
            "6200"
            "9000")
        .expect("00B00000C0", "0102039000")
        .expect("00B00003C0", "6B00");
    QCOMPARE(*Iso7816(*m_transport).readFile(0x5031), hex("010203"));
}

void TestIso7816::endsAtEndOfFile() {
    m_script->expect("00A4020402503100", "9000").expect("00B00000C0", "0102036282");
    QCOMPARE(*Iso7816(*m_transport).readFile(0x5031), hex("010203"));
}

void TestIso7816::sizeMayLieUpwards() {
    m_script
        ->expect("00A4020402503100",
                 "62048002"
                 "FFFF"
                 "9000")
        .expect("00B00000C0", "0102039000")
        .expect("00B00003C0", "6B00");
    QCOMPARE(*Iso7816(*m_transport).readFile(0x5031), hex("010203"));
}

void TestIso7816::sizeInTheOtherTag() {
    m_script
        ->expect("00A4020402503100",
                 "62048102"
                 "0002"
                 "9000")
        .expect("00B0000002", "01029000");
    QCOMPARE(*Iso7816(*m_transport).readFile(0x5031), hex("0102"));
}

void TestIso7816::emptyBlockIsAnError() {
    m_script
        ->expect("00A4020402503100",
                 "62048002"
                 "0004"
                 "9000")
        .expect("00B0000004", "01029000")
        .expect("00B0000202", "9000");
    const auto content = Iso7816(*m_transport).readFile(0x5031);
    QVERIFY(!content);
    QCOMPARE(content.error().publicCode(), base::toString(ErrorCode::CardDataInvalid));
}

void TestIso7816::tooLongBlockIsAnError() {
    m_script
        ->expect("00A4020402503100",
                 "62048002"
                 "0002"
                 "9000")
        .expect("00B0000002", "010203049000");
    QCOMPARE(Iso7816(*m_transport).readFile(0x5031).error().publicCode(),
             base::toString(ErrorCode::CardDataInvalid));
}

void TestIso7816::fileWithoutEndIsAnError() {
    m_script->expect("00A4020402503100", "9000");
    for (qsizetype at = 0; at < Iso7816::MaxFileSize; at += 0xC0) {
        QByteArray read = hex("00B0");
        const auto wanted = std::min<qsizetype>(0xC0, Iso7816::MaxFileSize - at);
        read.append(static_cast<char>(at >> 8))
            .append(static_cast<char>(at & 0xFF))
            .append(static_cast<char>(wanted));
        m_script->expect(read, QByteArray(wanted, 'x') + hex("9000"));
    }
    QCOMPARE(Iso7816(*m_transport).readFile(0x5031).error().publicCode(),
             base::toString(ErrorCode::CardDataInvalid));
}

/** A card that gives a byte at a time keeps nobody busy for ever; SELECT of an application begins anew. */
void TestIso7816::readsABoundedNumberOfTimes() {
    class OneByte : public CardTransport {
    public:
        int exchanges = 0;
        QByteArray atr() const override { return {}; }
        Expected<void> beginTransaction() override { return {}; }
        void endTransaction() override {}
        Expected<void> reconnect() override { return {}; }
        Expected<ResponseApdu> transmit(const CommandApdu& command) override {
            ++exchanges;
            return ResponseApdu{command.ins() == 0xB0 ? QByteArray(1, 'x') : QByteArray(), {0x9000}};
        }
    } transport;
    Iso7816 card(transport);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(card.selectApplication(hex("AA")));
        transport.exchanges = 0;
        for (int file = 0; file < 3; ++file)
            QCOMPARE(card.readFile(0x5031).error().publicCode(), base::toString(ErrorCode::CardDataInvalid));
        QCOMPARE(transport.exchanges, Iso7816::MostExchanges + 1);
    }
}

void TestIso7816::sizesThatLie_data() {
    QTest::addColumn<QByteArray>("fcp");
    QTest::addColumn<QByteArray>("content");  // none: an error
    QTest::newRow("4 GB") << hex("62068004FFFFFFFF") << hex("0102");
    QTest::newRow("a number of five bytes") << hex("620780050100000000") << hex("0102");
    QTest::newRow("empty") << hex("62028000") << hex("0102");
    QTest::newRow("longer than the FCP") << hex("6204807F0004") << hex("0102");
    QTest::newRow("without end") << hex("62848080") << hex("0102");
    QTest::newRow("nothing in it") << hex("62048002"
                                          "0000")
                                   << QByteArray();
}

/** What an FCP says is no more than a hint: reading ends where the file does. */
void TestIso7816::sizesThatLie() {
    QFETCH(const QByteArray, fcp);
    QFETCH(const QByteArray, content);
    m_script->expect(hex("00A4020402503100"), fcp + hex("9000"));
    if (!content.isEmpty())
        m_script->expect(hex("00B00000C0"), content + hex("9000")).expect("00B00002C0", "6B00");
    const auto file = Iso7816(*m_transport).readFile(0x5031);
    QVERIFY(file);
    QCOMPARE(*file, content);
}

void TestIso7816::refusalIsAnError() {
    m_script->expect("00A4020402503100", "6A82");
    QCOMPARE(Iso7816(*m_transport).readFile(0x5031).error().publicCode(),
             base::toString(ErrorCode::CardFailed));
}

void TestIso7816::wireTroublePassesThrough() {
    m_script->expect("00A4020402503100", "9000").fails(hex("00B00000C0"), ErrorCode::CardRemoved);
    QCOMPARE(Iso7816(*m_transport).readFile(0x5031).error().publicCode(),
             base::toString(ErrorCode::CardRemoved));
}

QTEST_GUILESS_MAIN(TestIso7816)
#include "tst_Iso7816.moc"
