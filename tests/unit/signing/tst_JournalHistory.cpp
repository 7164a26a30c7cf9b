#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "JournalBench.h"
#include "signing/journal/JournalExport.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

using S = SessionState;

QDateTime day(int number) {
    return QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC).addDays(number);
}

JournalBatch batchOf(int startDay, const QString& signer = QStringLiteral("ANNA"),
                     const QString& profile = {}) {
    JournalBatch batch = JournalBench::batch();
    batch.startedAt = day(startDay);
    batch.signer = signer;
    batch.profile = profile;
    return batch;
}

JournalEntry entryOf(const QString& session, const QString& title, const QString& file = {}) {
    JournalEntry entry = JournalBench::entry(session, S::Finalized);
    entry.title = title;
    entry.file = file;
    entry.changedAt = day(0);
    return entry;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HistoryQuery search(const QString& text) {
    HistoryQuery query;
    query.text = text;
    return query;
}

QList<qint64> idsOf(const QList<HistoryBatch>& batches) {
    QList<qint64> ids;
    for (const HistoryBatch& batch : batches)
        ids.append(batch.batch.id);
    return ids;
}

}  // namespace

/** What a person looks up later: search, pages, files, and what goes away. */
class JournalHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsAreCounted() {
        const JournalBench bench;
        Journal journal(bench.path());
        QList<JournalEntry> entries;
        for (const S state : {S::Finalized, S::Finalized, S::Finalized, S::Failed, S::Failed, S::Unconfirmed,
                              S::Cancelled, S::Picked})
            entries.append(JournalBench::entry(QString::number(entries.size()), state));
        valueOf(journal.begin(JournalBench::batch(), entries));
        valueOf(journal.begin(JournalBench::batch(), {}));
        const QList<HistoryBatch> batches = valueOf(journal.history({}));
        QCOMPARE(batches.size(), 2);
        QCOMPARE(batches[0].sessions + batches[0].finalized, 0);
        QCOMPARE(batches[1].sessions, 8);
        QCOMPARE(batches[1].finalized, 3);
        QCOMPARE(batches[1].failed, 2);
        QCOMPARE(batches[1].unconfirmed, 1);
        QCOMPARE(batches[1].cancelled, 1);
    }

    void itIsFoundByText_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("found");
        const QList<qint64> all{3, 2, 1};
        QTest::newRow("nothing asked") << QString() << all;
        QTest::newRow("identifier") << QStringLiteral("3FE8") << QList<qint64>{1};
        QTest::newRow("title") << QStringLiteral("līgums") << QList<qint64>{1};
        QTest::newRow("title, the other case") << QStringLiteral("ДОГОВОР") << QList<qint64>{2};
        QTest::newRow("letters with their marks apart") << QStringLiteral("li\u0304gums") << QList<qint64>{1};
        QTest::newRow("file's name") << QStringLiteral("pielikums.DOCX") << QList<qint64>{2};
        QTest::newRow("not its folder") << QStringLiteral("home") << QList<qint64>{};
        QTest::newRow("signer") << QStringLiteral("bērziņa") << QList<qint64>{3};
        QTest::newRow("profile") << QStringLiteral("OFFICE") << QList<qint64>{3};
        QTest::newRow("per cent is no wild card") << QStringLiteral("50%") << QList<qint64>{2};
        QTest::newRow("nor alone") << QStringLiteral("%") << QList<qint64>{2};
        QTest::newRow("nor is the underscore") << QStringLiteral("f_8") << QList<qint64>{};
        QTest::newRow("nor the backslash") << QStringLiteral("\\") << QList<qint64>{};
        QTest::newRow("a quote") << QStringLiteral("'") << QList<qint64>{};
        QTest::newRow("not across texts") << QStringLiteral("3fe8l") << QList<qint64>{};
        QTest::newRow("very long") << QString(100'000, u'x') << QList<qint64>{};
    }

    void itIsFoundByText() {
        QFETCH(const QString, text);
        const JournalBench bench;
        Journal journal(bench.path());
        valueOf(journal.begin(batchOf(1), {entryOf(QStringLiteral("3fe8"), QStringLiteral("LĪGUMS Nr. 1"))}));
        valueOf(journal.begin(batchOf(2), {entryOf(QStringLiteral("b"), QStringLiteral("договор, 50%"),
                                                   QStringLiteral("/home/anna/Pielikums.docx"))}));
        valueOf(journal.begin(batchOf(3, QStringLiteral("ANNA BĒRZIŅA"), QStringLiteral("Office")), {}));
        QTEST(idsOf(valueOf(journal.history(search(text)))), "found");
    }

    void pagesAndTime() {
        const JournalBench bench;
        Journal journal(bench.path());
        for (int i = 1; i <= 10; ++i)
            valueOf(journal.begin(batchOf(i), {}));
        HistoryQuery query;
        query.limit = 3;
        QCOMPARE(idsOf(valueOf(journal.history(query))), (QList<qint64>{10, 9, 8}));
        query.offset = 9;
        QCOMPARE(idsOf(valueOf(journal.history(query))), (QList<qint64>{1}));
        query.offset = 20;
        QVERIFY(valueOf(journal.history(query)).isEmpty());
        query = {};
        query.since = day(8);
        QCOMPARE(idsOf(valueOf(journal.history(query))), (QList<qint64>{10, 9, 8}));
        query.limit = -1;
        QVERIFY(valueOf(journal.history(query)).isEmpty());
    }

    void cellsOfCsv_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        const auto row = [](const QString& text, const QString& cell) {
            QTest::addRow("%s", qPrintable(text)) << text << cell;
        };
        row(QStringLiteral("plain ž"), QStringLiteral("plain ž"));
        row(QStringLiteral(""), QStringLiteral(""));
        row(QStringLiteral("a,b"), QStringLiteral("\"a,b\""));
        row(QStringLiteral("say \"x\""), QStringLiteral("\"say \"\"x\"\"\""));
        row(QStringLiteral("a\r\nb"), QStringLiteral("\"a\r\nb\""));
        row(QStringLiteral(" a"), QStringLiteral("\" a\""));
        row(QStringLiteral("=1+1"), QStringLiteral("'=1+1"));
        row(QStringLiteral("+371"), QStringLiteral("'+371"));
        row(QStringLiteral("-1"), QStringLiteral("'-1"));
        row(QStringLiteral("@SUM(A1)"), QStringLiteral("'@SUM(A1)"));
        row(QStringLiteral("\t=1"), QStringLiteral("'\t=1"));
        row(QStringLiteral("  =1"), QStringLiteral("'  =1"));
        row(QStringLiteral("\uFF1D1"), QStringLiteral("'\uFF1D1"));
        row(QStringLiteral("=HYPERLINK(\"x\",\"y\")"),
            QStringLiteral("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""));
    }

    void cellsOfCsv() {
        QFETCH(const QString, text);
        QTEST(csvCell(text), "cell");
    }

    void aNulDoesNotEndACell() { QCOMPARE(csvCell(QStringLiteral("a\0b")), QStringLiteral("a\uFFFDb")); }

    void asCsv() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalEntry failed = entryOf(QStringLiteral("a"), QStringLiteral("=cmd|'/c calc'!A1"));
        failed.state = S::Failed;
        failed.error = base::Error(base::ErrorCode::CardRemoved).at(base::Stage::Sign);
        valueOf(
            journal.begin(batchOf(1), {failed, entryOf(QStringLiteral("b"), QStringLiteral("two\nlines"))}));
        const QString path = bench.path(QStringLiteral("x.csv"));
        valueOf(journal.exportTo(path, Journal::ExportFormat::Csv, {}));
        const QByteArray expected =
            "\xEF\xBB\xBF"
            "batch,operation,service,profile,signer,startedAt,endedAt,sessionId,title,file,state,stage,code,"
            "message,savedAs,changedAt\r\n"
            "1,sign,https://signapi.example,,ANNA,2026-01-02T12:00:00.000Z,,a,'=cmd|'/c "
            "calc'!A1,,failed,sign,"
            "card-removed,The card was taken out of the reader.,,2026-01-01T12:00:00.000Z\r\n"
            "1,sign,https://signapi.example,,ANNA,2026-01-02T12:00:00.000Z,,b,\"two\nlines\",,finalized,,,,,"
            "2026-01-01T12:00:00.000Z\r\n";
        QCOMPARE(contentOf(path), expected);
    }

    void asJson() {
        const JournalBench bench;
        Journal journal(bench.path());
        const QString hostile = QStringLiteral("\"],\n\0=1 \u2028");
        valueOf(journal.begin(batchOf(1), {entryOf(QStringLiteral("a"), hostile)}));
        valueOf(journal.begin(batchOf(2), {entryOf(QStringLiteral("b"), QStringLiteral("x"))}));
        const QString path = bench.path(QStringLiteral("x.json"));
        valueOf(journal.exportTo(path, Journal::ExportFormat::Json, {}));
        const QJsonArray array = QJsonDocument::fromJson(contentOf(path)).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array[0][QStringLiteral("sessionId")].toString(), QStringLiteral("b"));
        QCOMPARE(array[1][QStringLiteral("batch")].toInt(), 1);
        QCOMPARE(array[1][QStringLiteral("title")].toString(), hostile);
        QVERIFY(array[1][QStringLiteral("savedAs")].isNull());
    }

    void nothingIsAnEmptyArray() {
        const JournalBench bench;
        Journal journal(bench.path());
        const QString path = bench.path(QStringLiteral("x.json"));
        valueOf(journal.exportTo(path, Journal::ExportFormat::Json, {}));
        const QJsonDocument document = QJsonDocument::fromJson(contentOf(path));
        QVERIFY(document.isArray() && document.array().isEmpty());
    }

    void allPagesOfWhatFits() {
        const JournalBench bench;
        Journal journal(bench.path());
        for (int i = 1; i <= 5; ++i)
            valueOf(journal.begin(batchOf(i), {entryOf(QString::number(i), QStringLiteral("letter")),
                                               entryOf(QStringLiteral("x"), QStringLiteral("other"))}));
        HistoryQuery query = search(QStringLiteral("LETTER"));
        query.limit = 1;
        query.since = day(2);
        const QString path = bench.path(QStringLiteral("x.json"));
        valueOf(journal.exportTo(path, Journal::ExportFormat::Json, query));
        const QJsonArray array = QJsonDocument::fromJson(contentOf(path)).array();
        QCOMPARE(array.size(), 4);
        QCOMPARE(array[0][QStringLiteral("sessionId")].toString(), QStringLiteral("5"));
    }

    void aLongExportLetsWritesPass() {
        const JournalBench bench;
        auto journal = std::make_unique<Journal>(bench.path());
        for (int i = 1; i <= 45; ++i)
            valueOf(journal->begin(batchOf(i), {entryOf(QString::number(i), QStringLiteral("letter"))}));
        const QString path = bench.path(QStringLiteral("x.json"));
        auto exported = journal->exportTo(path, Journal::ExportFormat::Json, {});
        const auto begun = journal->begin(batchOf(46), {});
        journal.reset();
        valueOf(exported);
        valueOf(begun);
        QCOMPARE(QJsonDocument::fromJson(contentOf(path)).array().size(), 45);
    }

    void noFileCanBeWrittenThere() {
        const JournalBench bench;
        Journal journal(bench.path());
        const QString path = bench.path(QStringLiteral("missing/x.csv"));
        QCOMPARE(codeOf(journal.exportTo(path, Journal::ExportFormat::Csv, {})),
                 QStringLiteral("file-not-writable"));
        valueOf(journal.begin(batchOf(1), {}));
    }

    void theOldGoesAndTheUnfinishedStays() {
        const JournalBench bench;
        Journal journal(bench.path());
        const qint64 ended = valueOf(journal.begin(batchOf(1), {entryOf(QStringLiteral("a"), {})})).batch;
        valueOf(journal.end(ended, day(10)));
        const qint64 left = valueOf(journal.begin(batchOf(2), {entryOf(QStringLiteral("b"), {})})).batch;
        JournalEntry doubtful = entryOf(QStringLiteral("c"), {});
        doubtful.state = S::Unconfirmed;
        const qint64 unfinished =
            valueOf(journal.begin(batchOf(3), {doubtful, entryOf(QStringLiteral("d"), {})})).batch;
        valueOf(journal.end(unfinished, day(3)));
        JournalEntry changedLater = entryOf(QStringLiteral("e"), {});
        changedLater.state = S::Picked;
        changedLater.changedAt = day(20);
        const qint64 later = valueOf(journal.begin(batchOf(4), {changedLater})).batch;

        QCOMPARE(valueOf(journal.removeBefore(day(1))), 0);
        QCOMPARE(valueOf(journal.removeBefore(day(10))), 1);
        QCOMPARE(idsOf(valueOf(journal.history({}))), (QList<qint64>{later, unfinished, ended}));
        QVERIFY(valueOf(journal.entriesOf(left)).isEmpty());
        QCOMPARE(valueOf(journal.removeBefore(day(11))), 1);
        QCOMPARE(valueOf(journal.removeBefore(day(21))), 1);
        QCOMPARE(idsOf(valueOf(journal.history({}))), (QList<qint64>{unfinished}));
        QCOMPARE(valueOf(journal.entriesOf(unfinished)).size(), 2);
    }

    /** Otherwise something that was done would be offered, and done, again. */
    void whatWasBroughtToAnEndStaysSoWithoutItsEnd() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalEntry doubtful = entryOf(QStringLiteral("a"), {});
        doubtful.state = S::Unconfirmed;
        JournalEntry other = entryOf(QStringLiteral("b"), {});
        other.state = S::Unconfirmed;
        valueOf(journal.begin(batchOf(1), {doubtful, other}));
        const qint64 done = valueOf(journal.begin(batchOf(2), {entryOf(QStringLiteral("a"), {})})).batch;
        QCOMPARE(valueOf(journal.removeBefore(day(5))), 1);
        QVERIFY(valueOf(journal.entriesOf(done)).isEmpty());
        const QList<UnfinishedEntry> unfinished = valueOf(journal.unfinished());
        QCOMPARE(unfinished.size(), 1);
        QCOMPARE(unfinished.constFirst().entry.session->toString(), QStringLiteral("b"));
    }

    void whatWentIsGone() {
        const JournalBench bench;
        Journal journal(bench.path());
        const QString name = QStringLiteral("a name that nobody may find");
        valueOf(journal.begin(batchOf(1), {entryOf(QStringLiteral("a"), name)}));
        const auto holds = [&bench, &name] {
            return contentOf(bench.path()).contains(name.toUtf8()) ||
                   contentOf(bench.path() + QStringLiteral("-wal")).contains(name.toUtf8());
        };
        QVERIFY(holds());
        valueOf(journal.removeBefore(day(5)));
        QVERIFY(!holds());
    }

    void howLongItIsKept() {
        const JournalBench bench;
        {
            Journal journal(bench.path());
            QCOMPARE(valueOf(journal.keepDays()), 365);
            valueOf(journal.setKeepDays(0));
            QCOMPARE(valueOf(journal.keepDays()), 0);
            valueOf(journal.setKeepDays(30));
        }
        QCOMPARE(valueOf(Journal(bench.path()).keepDays()), 30);
    }
};

QTEST_GUILESS_MAIN(JournalHistoryTest)
#include "tst_JournalHistory.moc"
