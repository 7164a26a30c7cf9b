#include <QTest>

#include "CliBench.h"
#include "sandbox/service/SampleDocuments.h"
#include "support/AsicVerifier.h"
#include "support/PdfJudge.h"

using namespace signet;
using test::CliBench;
using test::CliRun;

/** A day's work: a hundred sessions are sealed, half of them as PDF, then all are archived. */
class TestCliMany : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sealedAndArchived();

private:
    static constexpr int Half = 50;
    QStringList newSessions(const QString& ending);
    CliRun run(const QString& operation, const QStringList& sessions, const QStringList& more);
    QByteArray pdfProblem(const QByteArray& pdf);
    QByteArray containerProblem(const QByteArray& container);

    CliBench m_bench;
};

void TestCliMany::initTestCase() {
    const QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QStringList TestCliMany::newSessions(const QString& ending) {
    QStringList sessions;
    for (int i = 0; i < Half; ++i) {
        const QString name = QStringLiteral("rēķins %1.%2").arg(i).arg(ending);
        sessions += m_bench.addSession({{QString(), name, sandbox::samplePdf({name})}});
    }
    return sessions;
}

CliRun TestCliMany::run(const QString& operation, const QStringList& sessions, const QStringList& more) {
    return m_bench.run(QStringList{operation, QStringLiteral("--json")} + m_bench.serviceOptions() +
                       CliBench::sessionOptions(sessions) + more);
}

QByteArray TestCliMany::pdfProblem(const QByteArray& pdf) {
    const auto report = test::judgePdf(pdf, m_bench.service().info().caPem);
    if (!report.isLongTerm())
        return "PDF: " + report.text();
    return report.signatures.size() == 1 && report.documentStamps == 1 ? QByteArray()
                                                                       : QByteArray("PDF: not once of each");
}

QByteArray TestCliMany::containerProblem(const QByteArray& container) {
    const auto report = test::verifyContainer(container, m_bench.service().info().caPem);
    if (!report.isValid())
        return "container: " + report.text();
    return report.signers.size() == 1 && report.archiveStamps == 1
               ? QByteArray()
               : QByteArray("container: not once of each");
}

void TestCliMany::sealedAndArchived() {
    const QStringList seal = m_bench.sealOptions();
    const QStringList authentication = seal.mid(seal.indexOf(QStringLiteral("--auth-certificate")), 2);
    const QStringList pdfs = newSessions(QStringLiteral("pdf"));
    const QStringList others = newSessions(QStringLiteral("txt"));
    for (const auto& [sessions, form] :
         {std::pair{pdfs, QStringList{QStringLiteral("--pdf")}}, std::pair{others, QStringList()}}) {
        const CliRun sealed = run(QStringLiteral("seal"), sessions, seal + form);
        QVERIFY2(sealed.exitCode == 0, sealed.messages);
        QCOMPARE(sealed.lines.size(), Half);
        QVERIFY2(test::contractProblem(sealed).isEmpty(), qPrintable(test::contractProblem(sealed)));
    }
    const CliRun archived = run(QStringLiteral("archive"), pdfs + others, authentication);
    QVERIFY2(archived.exitCode == 0, QByteArray(archived.messages + archived.output.left(2000)));
    QCOMPARE(archived.lines.size(), 2 * Half);
    QVERIFY2(test::contractProblem(archived).isEmpty(), qPrintable(test::contractProblem(archived)));
    const auto counts = m_bench.service().counters().values();
    for (const QString& session : pdfs + others) {
        QCOMPARE(counts.seals.value(session), 1);
        QCOMPARE(counts.archives.value(session), 1);
        const QByteArray result = m_bench.onlyDocument(session).bytes;
        const QByteArray problem = pdfs.contains(session) ? pdfProblem(result) : containerProblem(result);
        QVERIFY2(problem.isEmpty(), problem);
    }
}

QTEST_GUILESS_MAIN(TestCliMany)
#include "tst_CliMany.moc"
