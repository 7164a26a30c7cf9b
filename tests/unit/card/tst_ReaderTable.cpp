#include <QTest>

#include "card/ReaderTable.h"

namespace signet::card {

using base::ErrorCode;
using State = ReaderStatus::State;
using namespace Qt::StringLiterals;

/** What is said of a reader while its card is being read. */
class ReaderTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void troubleThatMayPassIsNotToldAtOnce();
    void troubleThatStaysIsTold();
    void otherTroubleIsToldAtOnce_data();
    void otherTroubleIsToldAtOnce();
    void anotherCardBeginsAnew();

private:
    void failReading(ErrorCode code);
    ReaderStatus status() const { return m_table.statuses().value(0); }

    ReaderTable m_table;
    quint64 m_job = 0;
};

void ReaderTableTest::init() {
    m_table = ReaderTable();
    QCOMPARE(m_table.update(QList{ReaderState{u"R"_s, true, false, "atr", 1}}), QStringList{u"R"_s});
}

void ReaderTableTest::failReading(ErrorCode code) {
    m_table.startReading(u"R"_s, ++m_job);
    m_table.finishReading(m_job, base::fail(code));
}

void ReaderTableTest::troubleThatMayPassIsNotToldAtOnce() {
    failReading(ErrorCode::CardReset);
    QCOMPARE(status().state, State::Reading);
    QVERIFY(!status().problem);
    QVERIFY(!m_table.isSettled());
    QVERIFY(m_table.hasWorthRetrying());
    QCOMPARE(m_table.worthRetrying(), QStringList{u"R"_s});
}

void ReaderTableTest::troubleThatStaysIsTold() {
    failReading(ErrorCode::CardRemoved);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(status().state, State::Reading);
        QCOMPARE(m_table.worthRetrying(), QStringList{u"R"_s});
        failReading(ErrorCode::CardRemoved);
    }
    QCOMPARE(status().state, State::Unusable);
    QVERIFY(status().problem && status().problem->code() == ErrorCode::CardRemoved);
    QVERIFY(m_table.isSettled());
    QCOMPARE(m_table.worthRetrying(), QStringList());
}

void ReaderTableTest::otherTroubleIsToldAtOnce_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("again");
    QTest::newRow("an unknown card") << ErrorCode::CardUnknown << false;
    QTest::newRow("a silent card") << ErrorCode::CardSilent << false;
    QTest::newRow("another program") << ErrorCode::CardInUse << true;
}

void ReaderTableTest::otherTroubleIsToldAtOnce() {
    QFETCH(ErrorCode, code);
    QFETCH(bool, again);
    failReading(code);
    QCOMPARE(status().state, State::Unusable);
    QVERIFY(status().problem && status().problem->code() == code);
    QCOMPARE(m_table.worthRetrying().size(), again ? 1 : 0);
}

void ReaderTableTest::anotherCardBeginsAnew() {
    for (int i = 0; i < 4; ++i) {
        failReading(ErrorCode::CardReset);
        m_table.worthRetrying();
    }
    QCOMPARE(status().state, State::Unusable);
    QCOMPARE(m_table.update(QList{ReaderState{u"R"_s, true, false, "atr", 3}}), QStringList{u"R"_s});
    QCOMPARE(status().state, State::Reading);
    failReading(ErrorCode::CardReset);
    QCOMPARE(status().state, State::Reading);
}

}  // namespace signet::card

QTEST_GUILESS_MAIN(signet::card::ReaderTableTest)
#include "tst_ReaderTable.moc"
