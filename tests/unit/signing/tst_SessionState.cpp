#include <QTest>

#include "signing/SessionState.h"

using namespace signet::signing;

namespace {

using S = SessionState;
using E = SessionEvent;

/** What each event leads to, by state; states that are not named do not know the event. */
const QHash<SessionEvent, QHash<SessionState, SessionState>>& expected() {
    static const QHash<SessionEvent, QHash<SessionState, SessionState>> table{
        {E::Prepare, {{S::Picked, S::Preparing}}},
        {E::DigestArrived, {{S::Preparing, S::Prepared}}},
        {E::Sign, {{S::Prepared, S::Signing}}},
        {E::SignatureMade, {{S::Signing, S::Signed}}},
        {E::Send, {{S::Picked, S::Finalizing}, {S::Signed, S::Finalizing}}},
        {E::Confirm, {{S::Finalizing, S::Finalized}, {S::Unconfirmed, S::Finalized}}},
        {E::Fail,
         {{S::Picked, S::Failed},
          {S::Preparing, S::Failed},
          {S::Prepared, S::Failed},
          {S::Signing, S::Failed},
          {S::Signed, S::Failed},
          {S::Finalizing, S::Failed}}},
        {E::LoseSight, {{S::Finalizing, S::Unconfirmed}}},
        {E::Cancel,
         {{S::Picked, S::Cancelled},
          {S::Preparing, S::Cancelled},
          {S::Prepared, S::Cancelled},
          {S::Signing, S::Cancelled},
          {S::Signed, S::Cancelled}}},
        {E::PickAgain, {{S::Failed, S::Picked}, {S::Cancelled, S::Picked}}},
        {E::Resend, {{S::Finalizing, S::Signed}}},
    };
    return table;
}

}  // namespace

class TestSessionState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateAndEvent_data();
    void everyStateAndEvent();
    void ends();
    void names();
};

void TestSessionState::everyStateAndEvent_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("event");
    for (const S state : allSessionStates()) {
        for (const E event : allSessionEvents()) {
            QTest::addRow("%s, event %d", qPrintable(toString(state)), static_cast<int>(event))
                << static_cast<int>(state) << static_cast<int>(event);
        }
    }
}

void TestSessionState::everyStateAndEvent() {
    QFETCH(const int, state);
    QFETCH(const int, event);
    const auto& row = expected()[static_cast<E>(event)];
    const auto to = row.constFind(static_cast<S>(state));
    const auto result = next(static_cast<S>(state), static_cast<E>(event));
    QCOMPARE(result.has_value(), to != row.constEnd());
    if (result)
        QCOMPARE(static_cast<int>(*result), static_cast<int>(*to));
}

void TestSessionState::ends() {
    QStringList names;
    for (const S state : allSessionStates()) {
        if (isEnd(state))
            names.append(toString(state));
    }
    QCOMPARE(names, QStringList({QStringLiteral("finalized"), QStringLiteral("failed"),
                                 QStringLiteral("unconfirmed"), QStringLiteral("cancelled")}));
}

void TestSessionState::names() {
    QSet<QString> names;
    for (const S state : allSessionStates())
        names.insert(toString(state));
    QCOMPARE(names.size(), 10);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(expected().size(), allSessionEvents().size());
}

QTEST_APPLESS_MAIN(TestSessionState)
#include "tst_SessionState.moc"
