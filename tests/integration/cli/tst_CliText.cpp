#include <QDir>
#include <QTest>

#include "CliBench.h"
#include "sandbox/service/SampleDocuments.h"

using namespace signet;
using namespace signet::test;
using sandbox::Fault;
using sandbox::FaultKind;
using sandbox::Operation;
using sandbox::SandboxDocument;

/** What people read: causes once, exceptions by name, and of many sessions no more than somebody would read.
 */
class TestCliText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_bench.service().faults().clear(); }
    void causeOnce_data();
    void causeOnce();
    void ownCauses();
    void doubtNamesTheWayOn();
    void fewAreToldOneByOne();
    void manyAreToldTogether();
    void manySaved();
    void manyValidated();
    void noProgressInFiles();

private:
    static constexpr int Many = 30;
    QStringList newSessions(int count, const SandboxDocument& document);
    CliRun run(const QString& operation, const QStringList& sessions, const QStringList& more = {}) {
        return m_bench.run(QStringList{operation} + m_bench.serviceOptions() +
                           CliBench::sessionOptions(sessions) + more);
    }
    static QList<QByteArray> lines(const QByteArray& text) { return text.trimmed().split('\n'); }
    static bool tells(const QByteArray& text, const QByteArray& words) { return text.contains(words); }
    static qsizetype count(const QByteArray& text, const QByteArray& words) { return text.count(words); }

    CliBench m_bench;
    QStringList m_seal;
    const SandboxDocument m_text{{}, u"notes.txt"_qs, "Notes"};
    const SandboxDocument m_pdf{{}, u"contract.pdf"_qs, sandbox::samplePdf({u"Contract"_qs})};
};

void TestCliText::initTestCase() {
    const QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_seal = m_bench.sealOptions();
}

QStringList TestCliText::newSessions(int count, const SandboxDocument& document) {
    QStringList sessions;
    for (int i = 0; i < count; ++i)
        sessions += m_bench.addSession({document});
    return sessions;
}

void TestCliText::causeOnce_data() {
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<int>("exitCode");
    QStringList wrong = m_seal;
    wrong[wrong.indexOf(u"--pfx-password-file"_qs) + 1] = m_bench.write(u"wrong"_qs, "wrong");
    QTest::newRow("wrong password") << u"seal"_qs << wrong << QByteArray("[pfx-password-wrong]") << 5;
    const QStringList secret{u"--client-secret-file"_qs, m_bench.write(u"wrong secret"_qs, "wrong")};
    QTest::newRow("seal, not let in") << u"seal"_qs << m_seal + secret << QByteArray("[invalid_client]") << 4;
    QTest::newRow("archive, not let in")
        << u"archive"_qs << m_seal.last(2) + secret << QByteArray("[invalid_client]") << 4;
    QTest::newRow("validate, not let in") << u"validate"_qs << secret << QByteArray("[invalid_client]") << 4;
}

void TestCliText::causeOnce() {
    QFETCH(const QString, operation);
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, cause);
    QFETCH(const int, exitCode);
    const QStringList sessions = newSessions(3, m_text);
    QStringList service = m_bench.serviceOptions();
    if (options.contains(u"--client-secret-file"_qs))
        service = service.mid(0, service.size() - 2);
    const CliRun run =
        m_bench.run(QStringList{operation} + service + CliBench::sessionOptions(sessions) + options);
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(count(run.output, cause), 1);
    QVERIFY2(run.messages.isEmpty(), run.messages.constData());
    const QList<QByteArray> told = lines(run.output);
    for (const QString& session : sessions) {
        const QByteArray line = "failed  " + session.toUtf8();
        QCOMPARE(std::count_if(told.begin(), told.end(),
                               [&line](const QByteArray& each) { return each.startsWith(line); }),
                 1);
    }
    QVERIFY2(told.size() <= 6, run.output.constData());
}

/** What only looks alike, or is not next to each other, is told again. */
void TestCliText::ownCauses() {
    const QStringList sessions = newSessions(3, m_text);
    for (int i = 0; i < 3; ++i) {
        Fault own{FaultKind::SessionError, Operation::ESealCreate, sessions[i]};
        own.code = u"signing:own"_qs;
        own.message = i == 1 ? u"Otherwise"_qs : u"Thus"_qs;
        m_bench.service().faults().add(own);
    }
    const CliRun run = this->run(u"seal"_qs, sessions, m_seal);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(count(run.output, "Thus [signing:own]"), 2);
    QCOMPARE(count(run.output, "Otherwise [signing:own]"), 1);
}

/** Whoever is left in doubt is told the way on. */
void TestCliText::doubtNamesTheWayOn() {
    const QStringList sessions = newSessions(2, m_text);
    m_bench.service().faults().add({FaultKind::HangUpBeforeWork, Operation::ESealCreate});
    const CliRun run =
        this->run(u"seal"_qs, sessions, m_seal + QStringList{u"--confirm-seconds"_qs, u"0"_qs});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("unconfirmed: 2"), run.output.constData());
    QCOMPARE(count(run.output, "signet-cli resume --resend"), 1);
    m_bench.service().faults().clear();
    QCOMPARE(count(this->run(u"seal"_qs, newSessions(1, m_text), m_seal).output, "signet-cli resume"), 0);
}

void TestCliText::fewAreToldOneByOne() {
    const QStringList sessions = newSessions(4, m_text);
    const CliRun run = this->run(u"seal"_qs, sessions, m_seal);
    QCOMPARE(run.exitCode, 0);
    for (const QString& session : sessions) {
        QVERIFY(tells(run.messages, session.toUtf8() + ": puts notes.txt into a new container"));
        QVERIFY(tells(run.output, "finalized  " + session.toUtf8()));
    }
}

void TestCliText::manyAreToldTogether() {
    const QStringList pdfs = newSessions(Many, m_pdf);
    const QStringList odd = newSessions(2, m_text);
    const CliRun run =
        this->run(u"seal"_qs, pdfs + odd + QStringList{u"unknown"_qs}, m_seal + QStringList{u"--pdf"_qs});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.messages.contains("seals inside the PDFs of 30 sessions\n"), run.messages.constData());
    QVERIFY2(run.messages.contains("what will be done to 1 session is not known before\n"),
             run.messages.constData());
    QVERIFY(!tells(run.messages, pdfs.first().toUtf8()));
    for (const QString& session : odd) {
        QVERIFY(tells(run.messages, session.toUtf8() + ": notes.txt cannot be"));
        QVERIFY(tells(run.output, "failed  " + session.toUtf8()));
    }
    QVERIFY(!run.output.contains("finalized  "));
    QVERIFY(run.output.contains("failed  unknown"));
    QVERIFY2(run.output.contains("Picked: 33. finalized: 30, failed: 3"), run.output.constData());
}

void TestCliText::manySaved() {
    const QStringList sessions = newSessions(Many, m_text);
    const QString folder = m_bench.path(u"many"_qs);
    const CliRun run = this->run(u"seal"_qs, sessions, m_seal + QStringList{u"--out"_qs, folder});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.messages.contains("puts the files of 30 sessions into new containers with the seal\n"),
             run.messages.constData());
    const QList<QByteArray> told = lines(run.output);
    QCOMPARE(told.size(), Many + 1);
    for (const QString& session : sessions)
        QCOMPARE(count(run.output, "finalized  " + session.toUtf8() + "  " + folder.toUtf8()), 1);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), Many);
}

void TestCliText::manyValidated() {
    const SandboxDocument container = m_bench.sealed(m_text);
    const QStringList good = newSessions(Many, container);
    const QStringList odd = newSessions(1, m_text);
    const CliRun run = this->run(u"validate"_qs, good + odd);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(count(run.output, "done  "), 0);
    QCOMPARE(count(run.output, "failed  "), 1);
    QVERIFY(tells(run.output, "failed  " + odd.first().toUtf8()));
    QVERIFY2(run.output.contains("Picked: 31. done: 30, failed: 1"), run.output.constData());
}

void TestCliText::noProgressInFiles() {
    Fault slow{FaultKind::Delay, Operation::ESealCreate};
    slow.amount = 500;
    m_bench.service().faults().add(slow);
    const QStringList sessions = newSessions(4, m_text);
    const CliRun run = this->run(u"seal"_qs, sessions, m_seal + QStringList{u"--chunk"_qs, u"1"_qs});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(lines(run.messages).size(), 1 + 4);  // the key's fingerprint, and what will be done
    QVERIFY2(!run.messages.contains("done"), run.messages.constData());
}

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_CliText.moc"
