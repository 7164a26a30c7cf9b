#include <QTest>

#include "signing/SessionState.h"

using namespace signet::signing;

namespace {

using S = SessionState;
using E = SessionEvent;

using Row = QHash<SessionState, SessionState>;

/** What each event leads to, by state; states that are not named do not know the event. */
QHash<SessionEvent, Row> expected(Operation operation) {
    const bool signs = operation == Operation::Sign;
    QHash<SessionEvent, Row> table{
        {E::Prepare, {{S::Picked, S::Preparing}}},
        {E::Confirm, {{S::Finalizing, S::Finalized}, {S::Unconfirmed, S::Finalized}}},
        {E::LoseSight, {{S::Finalizing, S::Unconfirmed}}},
        {E::PickAgain, {{S::Failed, S::Picked}, {S::Cancelled, S::Picked}}},
        {E::PickNext, {{S::Finalized, S::Picked}}},
        {E::GoOn, {{S::Failed, S::Picked}, {S::Cancelled, S::Picked}, {S::Unconfirmed, S::Picked}}},
        {E::RecallRequest, {{S::Picked, S::Unconfirmed}}},
    };
    QList<S> open{S::Picked, S::Preparing};
    if (signs) {
        open += {S::Prepared, S::Signing, S::Signed};
        table[E::DigestArrived] = Row{{S::Preparing, S::Prepared}};
        table[E::Sign] = Row{{S::Prepared, S::Signing}};
        table[E::SignatureMade] = Row{{S::Signing, S::Signed}};
        table[E::Send] = Row{{S::Signed, S::Finalizing}};
        table[E::Resend] = Row{{S::Finalizing, S::Signed}};
        table[E::RecallSignature] = Row{{S::Picked, S::Signed}};
        table[E::SendAgain] = Row{{S::Unconfirmed, S::Signed}};
        table[E::RecallRequest].insert(S::Signed, S::Unconfirmed);
    } else {
        table[E::DigestArrived] = table[E::Sign] = table[E::SignatureMade] = table[E::RecallSignature] =
            Row();
        table[E::Send] = Row{{S::Picked, S::Finalizing}, {S::Preparing, S::Finalizing}};
        table[E::Resend] = Row{{S::Finalizing, S::Picked}};
        table[E::SendAgain] = Row{{S::Unconfirmed, S::Picked}};
    }
    for (const S state : open) {
        table[E::Cancel].insert(state, S::Cancelled);
        table[E::Fail].insert(state, S::Failed);
    }
    table[E::Fail].insert(S::Finalizing, S::Failed);
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
    QTest::addColumn<int>("operation");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("event");
    for (const Operation operation : allOperations()) {
        for (const S state : allSessionStates()) {
            for (const E event : allSessionEvents()) {
                QTest::addRow("%s: %s, event %d", qPrintable(toString(operation)),
                              qPrintable(toString(state)), static_cast<int>(event))
                    << static_cast<int>(operation) << static_cast<int>(state) << static_cast<int>(event);
            }
        }
    }
}

void TestSessionState::everyStateAndEvent() {
    QFETCH(const int, operation);
    QFETCH(const int, state);
    QFETCH(const int, event);
    const auto what = static_cast<Operation>(operation);
    const Row row = expected(what)[static_cast<E>(event)];
    const auto to = row.constFind(static_cast<S>(state));
    const auto result = next(what, static_cast<S>(state), static_cast<E>(event));
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
    for (const Operation operation : allOperations())
        QCOMPARE(expected(operation).size(), allSessionEvents().size());
}

QTEST_APPLESS_MAIN(TestSessionState)
#include "tst_SessionState.moc"
