#include <QTest>

#include "FaultBench.h"

using namespace signet;
using sandbox::Fault;
using sandbox::FaultKind;
using signing::Operation;
using test::FaultBench;

Q_DECLARE_METATYPE(signet::sandbox::Fault)

namespace {

/** At which of three sessions a fault is set; 0: it concerns the request. */
constexpr int Second = 2;

struct Row {
    const char* name;
    Fault fault;
    int session;
    /** What becomes of three sessions (F finalized, x failed, U unconfirmed) if it meets CalculateDigest; and
     * if it meets the request that changes something. */
    const char* digests;
    const char* change;
};

// clang-format off
const QList<Row>& rows() {
    using K = FaultKind;
    static const QList<Row> all{
        // of one session
        {"error of a session", {.kind = K::SessionError, .code = u"own:code"_qs, .message = u"Own words"_qs}, Second, "FxF", "FxF"},
        {"a session left out", {.kind = K::SessionLeftOut}, Second, "FxF", "FFF"},
        {"a session twice", {.kind = K::SessionRepeated}, Second, "FxF", "FFF"},
        {"refused for one session", {.kind = K::SessionRefused}, Second, "FxF", "FxF"},
        {"refused for one session, 422", {.kind = K::SessionRefused, .status = 422, .shape = 'e'}, Second, "FxF", "FxF"},
        {"an expired session", {.kind = K::SessionExpired}, Second, "FxF", "FxF"},
        {"a stranger", {.kind = K::Stranger}, 0, "FFF", "FFF"},
        // of digests
        {"digest of 33 bytes", {.kind = K::DigestLength, .amount = 33}, Second, "FxF", nullptr},
        {"digest that is no base64", {.kind = K::DigestNotBase64}, Second, "FxF", nullptr},
        {"digest in lines", {.kind = K::DigestWithLineBreaks}, Second, "FFF", nullptr},
        // other shapes of a good answer
        {"without data", {.kind = K::WithoutData}, 0, "FFF", "FFF"},
        {"OK as text", {.kind = K::OkText}, 0, "xxx", "FFF"},
        {"empty", {.kind = K::EmptyBody}, 0, "xxx", "FFF"},
        {"late", {.kind = K::Delay, .times = 1, .amount = 300}, 0, "FFF", "FFF"},
        // refusals
        {"refused once", {.kind = K::Refused, .times = 1}, 0, "FFF", "FFF"},
        {"refused always", {.kind = K::Refused}, 0, "xxx", "xxx"},
        {"forbidden", {.kind = K::Refused, .status = 403}, 0, "xxx", "xxx"},
        {"problem details", {.kind = K::Refused, .status = 400, .shape = 'g'}, 0, "xxx", "xxx"},
        {"token expired", {.kind = K::TokenExpired, .times = 1}, 0, "FFF", "FFF"},
        {"too many requests", {.kind = K::TooManyRequests, .times = 1, .amount = 1}, 0, "FFF", "FFF"},
        {"too many sessions", {.kind = K::TooManySessions, .amount = 1}, 0, "FFF", "FFF"},
        {"too many sessions, 2", {.kind = K::TooManySessions, .amount = 2}, 0, "FFF", "FFF"},
        // trouble on the way
        {"500, nothing done", {.kind = K::Refused, .status = 500}, 0, "xxx", "UUU"},
        {"503 once, nothing done", {.kind = K::Refused, .times = 1, .status = 503}, 0, "FFF", "UUU"},
        {"500 after the work", {.kind = K::ServerErrorAfterWork, .times = 1}, 0, "xxx", "FFF"},
        {"a proxy's page", {.kind = K::Html, .times = 1}, 0, "xxx", "UUU"},
        {"redirect", {.kind = K::Redirect, .times = 1}, 0, "xxx", "UUU"},
        {"cut off", {.kind = K::CutAnswer, .times = 1}, 0, "xxx", "FFF"},
        {"no JSON", {.kind = K::NotJson, .times = 1}, 0, "xxx", "FFF"},
        {"huge", {.kind = K::HugeAnswer, .times = 1}, 0, "xxx", "FFF"},
        {"byte by byte", {.kind = K::SlowAnswer, .times = 1, .amount = 100}, 0, "FFF", "FFF"},
        {"hangs", {.kind = K::Hang, .times = 1}, 0, "FFF", "UUU"},
        {"hangs after the work", {.kind = K::HangAfterWork, .times = 1}, 0, "FFF", "FFF"},
        {"hangs up", {.kind = K::HangUpBeforeWork, .times = 1}, 0, "xxx", "UUU"},
        {"hangs up after the work", {.kind = K::HangUpAfterWork, .times = 1}, 0, "xxx", "FFF"},
    };
    return all;
}
// clang-format on

}  // namespace

/**
 * The sandbox's faults at each stage: end states as the table says, nothing is ever changed twice, and after
 * the fault has gone a new run over what failed does it.
 */
class FaultMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cell_data();
    void cell();

private:
    FaultBench m_bench;
};

void FaultMatrix::initTestCase() {
    QCOMPARE(m_bench.start(), QString());
}

void FaultMatrix::cell_data() {
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("session");
    QTest::addColumn<int>("operation");
    QTest::addColumn<QString>("expected");
    const auto add = [](const Row& row, const char* stage, sandbox::Operation call, Operation operation,
                        const char* expected) {
        if (expected == nullptr)
            return;
        Fault fault = row.fault;
        fault.operation = call;
        QTest::addRow("%s: %s", stage, row.name)
            << fault << row.session << static_cast<int>(operation) << QString::fromLatin1(expected);
    };
    for (const Row& row : rows()) {
        add(row, "CalculateDigest", sandbox::Operation::CalculateDigest, Operation::Sign, row.digests);
        add(row, "finalizeSigning", sandbox::Operation::FinalizeSigning, Operation::Sign, row.change);
        add(row, "eSealCreate", sandbox::Operation::ESealCreate, Operation::Seal, row.change);
        add(row, "addArchive", sandbox::Operation::AddArchive, Operation::Archive, row.change);
    }
}

void FaultMatrix::cell() {
    QFETCH(Fault, fault);
    QFETCH(const int, session);
    QFETCH(const int, operation);
    QFETCH(const QString, expected);
    const auto what = static_cast<Operation>(operation);
    const QStringList ids = m_bench.newSessions(3, what);
    QCOMPARE(ids.size(), 3);
    auto faults = m_bench.demo.serviceThread().faults();
    if (session > 0)
        fault.sessionId = ids[session - 1];
    faults.add(fault);
    const QString states = m_bench.run(ids, what);
    faults.clear();
    QCOMPARE(states, expected);
    QVERIFY(m_bench.mostChanges(ids, what) <= 1);

    // Failed is certain: what failed can be begun anew, and is then done once.
    QStringList failed;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (states[i] == u'x')
            failed.append(ids[i]);
    }
    if (failed.isEmpty() || fault.kind == FaultKind::SessionExpired)
        return;
    QCOMPARE(m_bench.run(failed, what), QString(failed.size(), u'F'));
    QCOMPARE(m_bench.mostChanges(failed, what), 1);
}

QTEST_GUILESS_MAIN(FaultMatrix)
#include "tst_FaultMatrix.moc"
