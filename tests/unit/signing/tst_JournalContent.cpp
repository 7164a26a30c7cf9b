#include <QSqlQuery>
#include <QTest>

#include "JournalBench.h"
#include "signing/journal/JournalConnection.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

QDateTime moment(int minute) {
    return QDateTime(QDate(2026, 11, 27), QTime(9, minute, 5, 123), Qt::UTC);
}

JournalBatch fullBatch() {
    JournalBatch batch;
    batch.operation = Operation::Archive;
    batch.api = QStringLiteral("https://signapi.example:8443/x");
    batch.profile = QStringLiteral("office");
    batch.access = QStringLiteral(R"({"profile":"office"})");
    batch.signer = QStringLiteral("SIA “Ābele & Co”");
    batch.signingCertificate = QByteArray("\x30\x00\xFF cert", 9);
    batch.authCertificate = QByteArray("\x30\x01", 2);
    batch.outputFolder = QStringLiteral("/home/anna/parakstīts");
    batch.startedAt = moment(1);
    return batch;
}

JournalEntry fullEntry() {
    JournalEntry entry;
    entry.session = sessionId(QStringLiteral("-3fe8_A"));
    entry.title = QStringLiteral("Līgums");
    entry.file = QStringLiteral("/home/anna/Līgums.pdf");
    entry.state = SessionState::Unconfirmed;
    entry.choice = Choice{true, true};
    entry.before = QList<Document>{Document{QStringLiteral("1"),
                                            QStringLiteral("a.asice"),
                                            9'007'199'254'740'993,
                                            {QStringLiteral("b.txt"), QString()}},
                                   Document{QStringLiteral("2"), QStringLiteral("c.pdf"), 0, {}}};
    entry.digest = QByteArray("\x00\x01\x02", 3);
    entry.signatureValue = QByteArray("\x30\x45\x00", 3);
    entry.error = base::Error::fromService(QStringLiteral("sign:07"), QStringLiteral("Nē"), 502)
                      .at(base::Stage::Finalize)
                      .withDetail(QStringLiteral("x"));
    entry.savedAs = QStringLiteral("/home/anna/parakstīts/Līgums.asice");
    entry.changedAt = moment(2);
    return entry;
}

void compare(const JournalEntry& found, const JournalEntry& expected) {
    QCOMPARE(found.id, expected.id);
    QCOMPARE(found.batch, expected.batch);
    QVERIFY(found.session == expected.session);
    QCOMPARE(found.title, expected.title);
    QCOMPARE(found.file, expected.file);
    QCOMPARE(toString(found.state), toString(expected.state));
    QVERIFY(found.choice == expected.choice);
    QVERIFY(found.before == expected.before);
    QCOMPARE(found.digest, expected.digest);
    QCOMPARE(found.signatureValue, expected.signatureValue);
    QVERIFY(found.error == expected.error);
    QCOMPARE(found.savedAs, expected.savedAs);
    QCOMPARE(found.changedAt, expected.changedAt);
}

void compare(const JournalBatch& found, const JournalBatch& expected) {
    QCOMPARE(found.id, expected.id);
    QVERIFY(found.operation == expected.operation);
    QCOMPARE(found.api, expected.api);
    QCOMPARE(found.profile, expected.profile);
    QCOMPARE(found.access, expected.access);
    QCOMPARE(found.signer, expected.signer);
    QCOMPARE(found.signingCertificate, expected.signingCertificate);
    QCOMPARE(found.authCertificate, expected.authCertificate);
    QCOMPARE(found.outputFolder, expected.outputFolder);
    QCOMPARE(found.startedAt, expected.startedAt);
    QCOMPARE(found.endedAt, expected.endedAt);
}

}  // namespace

/** What is written comes out as it went in, whatever it is; what was edited to nonsense does not come out. */
class JournalContentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack() {
        const JournalBench bench;
        JournalBatch batch = fullBatch();
        JournalEntry full = fullEntry();
        JournalEntry bare;
        {
            Journal journal(bench.path());
            const Journal::Begun begun = valueOf(journal.begin(batch, {full, bare}));
            QCOMPARE(begun.entries.size(), 2);
            batch.id = begun.batch;
            full.id = begun.entries.first();
            bare.id = begun.entries.last();
            full.batch = bare.batch = batch.id;
            batch.endedAt = moment(3);
            valueOf(journal.end(batch.id, batch.endedAt));
        }
        Journal journal(bench.path());
        const QList<JournalEntry> entries = valueOf(journal.entriesOf(batch.id));
        QCOMPARE(entries.size(), 2);
        compare(entries.first(), full);
        compare(entries.last(), bare);
        QVERIFY(!entries.last().session && !entries.last().before && !entries.last().error);
        compare(valueOf(journal.history({})).constFirst().batch, batch);
        const QList<UnfinishedEntry> unfinished = valueOf(journal.unfinished());
        QCOMPARE(unfinished.size(), 1);
        compare(unfinished.constFirst().batch, batch);
        compare(unfinished.constFirst().entry, full);
    }

    void anEmptyListOfDocumentsIsNotAMissingOne() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalEntry entry = JournalBench::entry(QStringLiteral("s"));
        entry.before.emplace();
        entry = JournalBench::begun(journal, entry);
        QVERIFY(valueOf(journal.entriesOf(entry.batch)).constFirst().before == QList<Document>());
    }

    void everyStateAndOperationComesBack() {
        const JournalBench bench;
        Journal journal(bench.path());
        for (const Operation operation : allOperations()) {
            QList<JournalEntry> entries;
            for (const SessionState state : allSessionStates())
                entries.append(JournalBench::entry(QStringLiteral("s"), state));
            const qint64 batch = valueOf(journal.begin(JournalBench::batch(operation), entries)).batch;
            const QList<JournalEntry> found = valueOf(journal.entriesOf(batch));
            QCOMPARE(found.size(), entries.size());
            for (qsizetype i = 0; i < found.size(); ++i)
                QVERIFY(found[i].state == entries[i].state);
            QVERIFY(valueOf(journal.history({})).constFirst().batch.operation == operation);
        }
    }

    void writingReplaces() {
        const JournalBench bench;
        Journal journal(bench.path());
        const JournalEntry first = JournalBench::begun(journal, fullEntry());
        JournalEntry changed;
        changed.id = first.id;
        changed.state = SessionState::Preparing;
        valueOf(journal.write({changed}));
        changed.batch = first.batch;
        compare(valueOf(journal.entriesOf(first.batch)).constFirst(), changed);
    }

    void allOrNone() {
        const JournalBench bench;
        Journal journal(bench.path());
        const JournalEntry first = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        JournalEntry changed = first;
        changed.title = QStringLiteral("changed");
        JournalEntry unknown = first;
        unknown.id = 4711;
        QCOMPARE(codeOf(journal.write({changed, unknown})), QStringLiteral("journal-failed"));
        QCOMPARE(codeOf(journal.end(4711, moment(1))), QStringLiteral("journal-failed"));
        compare(valueOf(journal.entriesOf(first.batch)).constFirst(), first);
        valueOf(journal.write({changed}));
        compare(valueOf(journal.entriesOf(first.batch)).constFirst(), changed);
    }

    void hostileText_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << QStringLiteral("it's \"x\"; DROP TABLE entries; --");
        QTest::newRow("lines") << QStringLiteral("a\r\nb\tc");
        QTest::newRow("NUL") << QStringLiteral("a\0b\0");
        QTest::newRow("wild cards") << QStringLiteral("100%_?\\");
        QTest::newRow("a place of ours") << QStringLiteral("%1 ? :a @b $c");
        QTest::newRow("beyond the first plane") << QStringLiteral("😀 𐍈 \u202Egnp.exe");
        QTest::newRow("10 MB") << QString(5'000'000, QChar(u'ž'));
    }

    void hostileText() {
        QFETCH(const QString, text);
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBatch batch = JournalBench::batch();
        batch.profile = batch.signer = batch.access = batch.outputFolder = text;
        JournalEntry entry = JournalBench::entry(QStringLiteral("s"), SessionState::Unconfirmed);
        entry.title = entry.file = entry.savedAs = text;
        entry.before = QList<Document>{Document{text, text, 1, {text}}};
        entry.error = base::Error(base::ErrorCode::FileNotReadable, {text, text}, text);
        entry = JournalBench::begun(journal, entry, batch);
        const UnfinishedEntry found = valueOf(journal.unfinished()).constFirst();
        compare(found.entry, entry);
        batch.id = found.batch.id;
        compare(found.batch, batch);
        HistoryQuery query;
        query.text = text.left(500);
        QCOMPARE(valueOf(journal.history(query)).size(), 1);
    }

    void nonsenseIsLeftOut_data() {
        QTest::addColumn<QString>("edit");
        QTest::newRow("state") << QStringLiteral("UPDATE entries SET state = 'gone' WHERE id = 1");
        QTest::newRow("session") << QStringLiteral("UPDATE entries SET session = '../x' WHERE id = 1");
        QTest::newRow("session with blanks")
            << QStringLiteral("UPDATE entries SET session = ' s ' WHERE id = 1");
        QTest::newRow("documents") << QStringLiteral(
            "UPDATE entries SET documents_before = '[' WHERE id = 1");
        QTest::newRow("a document without a name") << QStringLiteral(
            "UPDATE entries SET documents_before = '[{\"id\":\"1\",\"size\":1}]' WHERE id = 1");
        QTest::newRow("a size below none") << QStringLiteral(
            "UPDATE entries SET documents_before = "
            "'[{\"id\":\"1\",\"name\":\"a\",\"size\":-1}]' WHERE id = 1");
        QTest::newRow("operation") << QStringLiteral("UPDATE batches SET operation = x'00ff' WHERE id = 1");
    }

    void nonsenseIsLeftOut() {
        QFETCH(const QString, edit);
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("a"), SessionState::Unconfirmed));
        const JournalEntry sound =
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("b"), SessionState::Unconfirmed));
        QCOMPARE(valueOf(journal.unfinished()).size(), 2);
        QVERIFY(JournalConnection::open(bench.path()).value()->execute(edit));
        const QList<UnfinishedEntry> left = valueOf(journal.unfinished());
        QCOMPARE(left.size(), 1);
        compare(left.constFirst().entry, sound);
    }

    void anUnknownErrorDoesNotCostTheSignature() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBench::begun(journal, fullEntry());
        QVERIFY(JournalConnection::open(bench.path())
                    .value()
                    ->execute(QStringLiteral("UPDATE entries SET error = '{\"code\":\"later\"}', "
                                             "changed_at = 'never'")));
        const JournalEntry entry = valueOf(journal.unfinished()).constFirst().entry;
        QCOMPARE(entry.signatureValue, fullEntry().signatureValue);
        QVERIFY(entry.error && entry.error->code() == base::ErrorCode::InternalError);
        QVERIFY(!entry.changedAt.isValid());
    }
};

QTEST_GUILESS_MAIN(JournalContentTest)
#include "tst_JournalContent.moc"
