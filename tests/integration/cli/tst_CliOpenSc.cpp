#include <QFile>
#include <QTest>

#include "CliBench.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardPersonalisation;

/**
 * A card through OpenSC's module and the real pcscd. OpenSC makes a slot of each PIN, and wants a login for
 * each signature of the signing key.
 */
class TestCliOpenSc : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void signsTen();
    void readersSayThatItIsTheSameCard();
    void theReaderItselfIsPreferred();
    void wrongPin();
    void blocked();
    void cardRemoved();

private:
    static QString openSc();
    QStringList module() const { return {QStringLiteral("--pkcs11-module"), openSc()}; }
    QStringList throughModule() const {
        return module() + QStringList{QStringLiteral("--reader"), QStringLiteral("opensc")};
    }
    /** OpenSC selects by identifiers between VERIFY and the signature: its cards bear that. */
    std::shared_ptr<sandbox::VirtualCard> insert(sandbox::VirtualCardOptions options = {}) {
        options.keepsPin2AmongFiles = true;
        return m_bench.insert(CardPersonalisation::EstonianCosmo8, options);
    }
    CliRun sign(const QStringList& sessions, const QStringList& more) const {
        return m_bench.run(m_bench.signArguments(sessions, more));
    }

    CliBench m_bench;
};

QString TestCliOpenSc::openSc() {
    for (const char* place : {"/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so", "/usr/lib64/opensc-pkcs11.so"}) {
        if (QFile::exists(QString::fromLatin1(place)))
            return QString::fromLatin1(place);
    }
    return {};
}

void TestCliOpenSc::initTestCase() {
    QVERIFY2(!openSc().isEmpty(), "OpenSC's module is not installed (Debian: package opensc-pkcs11).");
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliOpenSc::cleanup() {
    m_bench.removeCards();
}

void TestCliOpenSc::signsTen() {
    const auto card = insert();
    QVERIFY(card);
    const CliRun run = sign(m_bench.addSessions(10), throughModule());
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 10);
    QCOMPARE(card->signatureCount(), 10);
}

void TestCliOpenSc::readersSayThatItIsTheSameCard() {
    QVERIFY(insert());
    const CliRun run =
        m_bench.run(QStringList{QStringLiteral("readers"), QStringLiteral("--json")} + module());
    QCOMPARE(run.lines.size(), 3);  // two of pcscd, one with a card; and that card once more
    const QJsonObject line = run.lines.last();
    const QString reader = PcscDaemon::firstReader();
    QCOMPARE(line.value(QStringLiteral("reader")).toString(), QString(reader % u" (opensc-pkcs11)"));
    QCOMPARE(line.value(QStringLiteral("sameCardAs")).toString(), reader);
    QCOMPARE(line.value(QStringLiteral("usable")).toBool(), true);
    const CliRun certificates =
        m_bench.run(QStringList{QStringLiteral("certificates"), QStringLiteral("--json")} + module());
    QCOMPARE(certificates.lines.size(), 4);  // both slots are one card
}

void TestCliOpenSc::theReaderItselfIsPreferred() {
    const auto card = insert();
    QVERIFY(card);
    const CliRun run = sign(m_bench.addSessions(2), module());
    QVERIFY2(run.count(QStringLiteral("finalized")) == 2, run.everything().constData());
    QCOMPARE(card->signatureCount(), 2);
}

void TestCliOpenSc::wrongPin() {
    const auto card = insert();
    QVERIFY(card);
    const CliRun run = sign(m_bench.addSessions(2), throughModule() + m_bench.pinOptions("654321\n"));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.lines.first().value(QStringLiteral("code")).toString(), QStringLiteral("pin-wrong"));
    QCOMPARE(card->triesLeft(sandbox::CardPin::Pin2), 2);
}

void TestCliOpenSc::blocked() {
    sandbox::VirtualCardOptions options;
    options.pin2Tries.left = 1;
    const auto card = insert(options);
    QVERIFY(card);
    const QStringList wrong = throughModule() + m_bench.pinOptions("654321\n");
    const CliRun warned = sign(m_bench.addSessions(1), wrong);
    QCOMPARE(warned.lines.first().value(QStringLiteral("code")).toString(), QStringLiteral("pin-last-try"));
    QCOMPARE(card->triesLeft(sandbox::CardPin::Pin2), 1);
    const CliRun run =
        sign(m_bench.addSessions(1), wrong + QStringList{QStringLiteral("--allow-last-pin-try")});
    QCOMPARE(run.lines.first().value(QStringLiteral("code")).toString(), QStringLiteral("pin-blocked"));
    QCOMPARE(card->triesLeft(sandbox::CardPin::Pin2), 0);
}

void TestCliOpenSc::cardRemoved() {
    sandbox::VirtualCardOptions options;
    options.faults = {{sandbox::CardMishap::Removed, sandbox::CardFault::Moment::Signature, 3, false}};
    const auto card = insert(options);
    QVERIFY(card);
    const CliRun run = sign(m_bench.addSessions(6), throughModule());
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.count(QStringLiteral("finalized")), 2);
    QCOMPARE(run.count(QStringLiteral("failed")), 4);
    QCOMPARE(card->signatureCount(), 2);
}

QTEST_GUILESS_MAIN(TestCliOpenSc)
#include "tst_CliOpenSc.moc"
