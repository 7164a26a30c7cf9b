#include <QFile>
#include <QTest>

#include "CliBench.h"
#include "sandbox/service/SampleDocuments.h"
#include "support/AsicVerifier.h"
#include "support/PdfJudge.h"
#include "support/ToolRun.h"

using namespace signet;
using namespace signet::test;
using sandbox::SandboxDocument;

namespace {

enum class Ending { Container, Pdf, Refused };

struct Cell {
    QString form;  ///< the option, empty for the usual container
    Ending ending = Ending::Refused;
    int signatures = 0;
    bool isAdded = false;  ///< to what is there, which stays byte for byte
};

struct Row {
    QString kind;
    QList<Cell> cells;
};

const QList<Row>& table() {
    const QString usual;
    const QString anew = QStringLiteral("--new-edoc");
    const QString pdf = QStringLiteral("--pdf");
    const QString where = QStringLiteral("--pdf-where-possible");
    static const QList<Row> rows{
        {QStringLiteral("one file"),
         {{usual, Ending::Container, 1}, {anew, Ending::Container, 1}, {pdf}, {where, Ending::Container, 1}}},
        {QStringLiteral("three files"),
         {{usual, Ending::Container, 1}, {anew, Ending::Container, 1}, {pdf}, {where, Ending::Container, 1}}},
        {QStringLiteral("PDF"),
         {{usual, Ending::Container, 1},
          {anew, Ending::Container, 1},
          {pdf, Ending::Pdf, 1, true},
          {where, Ending::Pdf, 1, true}}},
        {QStringLiteral("signed PDF"),
         {{usual, Ending::Container, 1},
          {anew, Ending::Container, 1},
          {pdf, Ending::Pdf, 2, true},
          {where, Ending::Pdf, 2, true}}},
        {QStringLiteral("signed container"),
         {{usual, Ending::Container, 2, true},
          {anew, Ending::Container, 1},
          {pdf},
          {where, Ending::Container, 2, true}}},
    };
    return rows;
}

}  // namespace

Q_DECLARE_METATYPE(Cell)

/** What each choice makes of each kind of session, judged by programs that are not ours. */
class TestCliForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cell_data();
    void cell();
    void saidBefore_data();
    void saidBefore();
    void mixedInOneRun();
    void wrongPassword();

private:
    QList<SandboxDocument> documentsOf(const QString& kind);
    QString newSession(const QString& kind);
    SandboxDocument signedBefore(const SandboxDocument& document, const QString& form);
    QStringList arguments(const QString& operation, const QStringList& sessions, const QString& form) const;
    int requests();
    QByteArray caPem() { return m_bench.service().info().caPem; }
    QByteArray inside(const QByteArray& container, const QString& name) const;
    QByteArray containerProblem(const Cell& cell, const QString& kind, const QByteArray& result);
    QByteArray pdfProblem(const Cell& cell, const QString& kind, const QByteArray& result);

    CliBench m_bench;
    QStringList m_sealOptions;
    SandboxDocument m_signedPdf;
    SandboxDocument m_signedContainer;
};

void TestCliForms::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(m_bench.insert(sandbox::CardPersonalisation::CosmoXEc));
    m_sealOptions = m_bench.sealOptions();
    m_signedPdf = signedBefore(documentsOf(QStringLiteral("PDF")).first(), QStringLiteral("--pdf"));
    QVERIFY(judgePdf(m_signedPdf.bytes, caPem()).isLongTerm());
    m_signedContainer = signedBefore(documentsOf(QStringLiteral("one file")).first(), {});
    QVERIFY(verifyContainer(m_signedContainer.bytes, caPem()).isValid());
}

QList<SandboxDocument> TestCliForms::documentsOf(const QString& kind) {
    const SandboxDocument text{QString(), QStringLiteral("līgums.txt"), "Teksts"};
    if (kind == QLatin1StringView("one file"))
        return {text};
    if (kind == QLatin1StringView("three files"))
        return {text, {QString(), QStringLiteral("b.txt"), "b"}, {QString(), QStringLiteral("c.txt"), "c"}};
    if (kind == QLatin1StringView("PDF"))
        return {{QString(), QStringLiteral("contract.pdf"),
                 sandbox::samplePdf({QStringLiteral("Contract"), QStringLiteral("of two pages")})}};
    return {kind == QLatin1StringView("signed PDF") ? m_signedPdf : m_signedContainer};
}

QString TestCliForms::newSession(const QString& kind) {
    return m_bench.addSession(documentsOf(kind));
}

SandboxDocument TestCliForms::signedBefore(const SandboxDocument& document, const QString& form) {
    const QString session = m_bench.addSession({document});
    m_bench.run(arguments(QStringLiteral("sign"), {session}, form));
    return m_bench.onlyDocument(session);
}

QStringList TestCliForms::arguments(const QString& operation, const QStringList& sessions,
                                    const QString& form) const {
    QStringList words{operation, QStringLiteral("--json")};
    words += m_bench.serviceOptions() + CliBench::sessionOptions(sessions);
    words += operation == QLatin1StringView("sign") ? m_bench.pinOptions() : m_sealOptions;
    return form.isEmpty() ? words : words << form;
}

int TestCliForms::requests() {
    const auto counts = m_bench.service().counters().values().requests;
    return counts.value(sandbox::Operation::CalculateDigest) + counts.value(sandbox::Operation::ESealCreate);
}

QByteArray TestCliForms::inside(const QByteArray& container, const QString& name) const {
    const QString path = m_bench.write(QStringLiteral("container.zip"), container);
    const QString folder = m_bench.path(QStringLiteral("unpacked"));
    runTool(QStringLiteral("unzip"), {u"-o"_qs, u"-q"_qs, path, u"-d"_qs, folder}, m_bench.path(QString()));
    return readFile(QString(folder % u'/' % name));
}

QByteArray TestCliForms::containerProblem(const Cell& cell, const QString& kind, const QByteArray& result) {
    const AsicReport report = verifyContainer(result, caPem());
    if (!report.isValid())
        return report.text();
    if (report.signers.size() != cell.signatures)
        return "signatures: " + QByteArray::number(report.signers.size());
    const QList<SandboxDocument> before = documentsOf(kind);
    if (!cell.isAdded) {
        if (report.files.size() != before.size())
            return "files: " + report.files.join(u' ').toUtf8();
        for (const SandboxDocument& document : before) {
            if (inside(result, document.name) != document.bytes)
                return "changed: " + document.name.toUtf8();
        }
        return {};
    }
    const QString signatures = QStringLiteral("META-INF/signatures0.xml");
    const bool kept = inside(result, signatures) == inside(before.first().bytes, signatures);
    return kept ? QByteArray() : QByteArray("the earlier signature is not as it was");
}

QByteArray TestCliForms::pdfProblem(const Cell& cell, const QString& kind, const QByteArray& result) {
    const PdfReport report = judgePdf(result, caPem());
    if (!report.isLongTerm())
        return "pdf: " + report.text();
    if (report.signatures.size() != cell.signatures)
        return "signatures: " + QByteArray::number(report.signatures.size());
    return result.startsWith(documentsOf(kind).first().bytes) ? QByteArray()
                                                              : QByteArray("the PDF before is not as it was");
}

void TestCliForms::cell_data() {
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Cell>("cell");
    for (const char* operation : {"sign", "seal"}) {
        for (const Row& row : table()) {
            for (const Cell& each : row.cells)
                QTest::addRow("%s, %s %s", operation, qPrintable(row.kind), qPrintable(each.form))
                    << QString::fromLatin1(operation) << row.kind << each;
        }
    }
}

void TestCliForms::cell() {
    QFETCH(const QString, operation);
    QFETCH(const QString, kind);
    QFETCH(const Cell, cell);
    const QString session = newSession(kind);
    const int before = requests();
    const CliRun run = m_bench.run(arguments(operation, {session}, cell.form));
    QCOMPARE(contractProblem(run), QString());
    if (cell.ending == Ending::Refused) {
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.lines.first().value(QStringLiteral("code")).toString(), QStringLiteral("not-one-pdf"));
        QCOMPARE(requests(), before);
        return;
    }
    QVERIFY2(run.exitCode == 0, QByteArray(run.output + run.messages).constData());
    const SandboxDocument result = m_bench.onlyDocument(session);
    const QByteArray problem = cell.ending == Ending::Pdf ? pdfProblem(cell, kind, result.bytes)
                                                          : containerProblem(cell, kind, result.bytes);
    QCOMPARE(problem, QByteArray());
}

void TestCliForms::saidBefore_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("three files") << QStringLiteral("three files") << QString()
                                 << QByteArray("puts 3 files into a new container with your signature");
    QTest::newRow("added") << QStringLiteral("signed container") << QString()
                           << QByteArray("adds your signature to ") + m_signedContainer.name.toUtf8();
    QTest::newRow("inside") << QStringLiteral("PDF") << QStringLiteral("--pdf")
                            << QByteArray("signs inside contract.pdf");
    QTest::newRow("refused") << QStringLiteral("three files") << QStringLiteral("--pdf")
                             << QByteArray("3 files cannot be signed or sealed as a PDF");
}

void TestCliForms::saidBefore() {
    QFETCH(const QString, kind);
    QFETCH(const QString, form);
    QFETCH(const QByteArray, words);
    const QString session = newSession(kind);
    QStringList inWords = arguments(QStringLiteral("sign"), {session}, form);
    inWords.removeOne(QStringLiteral("--json"));
    const CliRun run = m_bench.run(inWords);
    QVERIFY2(run.messages.startsWith(QByteArray(session.toUtf8() + ": " + words)), run.messages.constData());
}

void TestCliForms::mixedInOneRun() {
    QStringList sessions;
    for (const Row& row : table())
        sessions.append(newSession(row.kind));
    const CliRun run =
        m_bench.run(arguments(QStringLiteral("sign"), sessions, QStringLiteral("--pdf-where-possible")));
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, QByteArray(run.output + run.messages).constData());
    for (qsizetype i = 0; i < sessions.size(); ++i) {
        const Cell& cell = table()[i].cells.last();
        const SandboxDocument result = m_bench.onlyDocument(sessions[i]);
        const QByteArray problem = cell.ending == Ending::Pdf
                                       ? pdfProblem(cell, table()[i].kind, result.bytes)
                                       : containerProblem(cell, table()[i].kind, result.bytes);
        QVERIFY2(problem.isEmpty(), QByteArray(problem + " in " + table()[i].kind.toUtf8()).constData());
    }
}

void TestCliForms::wrongPassword() {
    const QString session = newSession(QStringLiteral("one file"));
    m_sealOptions = m_bench.sealOptions("Zīmogs 2\n");
    const int before = requests();
    const CliRun run = m_bench.run(arguments(QStringLiteral("seal"), {session}, {}));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.lines.first().value(QStringLiteral("code")).toString(),
             QStringLiteral("pfx-password-wrong"));
    QCOMPARE(requests(), before);
    QVERIFY(!QByteArray(run.output + run.messages).contains("Zīmogs"));
}

QTEST_GUILESS_MAIN(TestCliForms)
#include "tst_CliForms.moc"
