#include <QFile>
#include <QSqlQuery>
#include <QTest>
#include <QtEndian>
#include <functional>

#include "JournalBench.h"
#include "signing/journal/JournalConnection.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

using Writes = QList<QFuture<base::Expected<void>>>;

constexpr int Count = 40;

/** How many transactions SQLite's write-ahead log holds: each ends with a frame that names the file's size
 * (sqlite.org/fileformat2, 4.1). */
int transactionsIn(const QString& journal) {
    QFile log(journal + u"-wal");
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    constexpr qint64 Head = 32;
    constexpr qint64 FrameHead = 24;
    const QByteArray bytes = log.readAll();
    if (bytes.size() < Head)
        return 0;
    const auto page = qFromBigEndian<quint32>(bytes.constData() + 8);
    int count = 0;
    for (qint64 at = Head; at + FrameHead + page <= bytes.size(); at += FrameHead + page)
        count += qFromBigEndian<quint32>(bytes.constData() + at + 4) != 0 ? 1 : 0;
    return count;
}

/** What `post` gives, called while another connection holds the right to write. */
Writes whileNobodyCanWrite(const QString& journal, const std::function<Writes()>& post) {
    Writes posted;
    const auto other = JournalConnection::open(journal).value();
    const auto done = other->transact([&]() -> base::Expected<void> {
        posted = post();
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail()));
    return posted;
}

}  // namespace

/** Writes that wait go to the disk together. */
class JournalGroupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_bench = std::make_unique<JournalBench>();
        m_journal = std::make_unique<Journal>(m_bench->path());
        QList<JournalEntry> entries;
        for (int i = 0; i < Count; ++i)
            entries.append(JournalBench::entry(QString::number(i)));
        const Journal::Begun begun = valueOf(m_journal->begin(JournalBench::batch(), entries));
        m_batch = begun.batch;
        for (int i = 0; i < Count; ++i) {
            entries[i].id = begun.entries[i];
            entries[i].state = SessionState::Signed;
            entries[i].signatureValue = "signature";
        }
        m_entries = entries;
    }

    void cleanup() {
        m_journal.reset();
        m_bench.reset();
    }

    void whatWaitsIsOneTransaction() {
        int before = 0;
        const Writes writes = whileNobodyCanWrite(m_bench->path(), [this, &before] {
            before = transactionsIn(m_bench->path());
            return writeEach();
        });
        for (const QFuture<base::Expected<void>>& write : writes)
            valueOf(write);
        // the first may have been alone: the others came while it waited
        const int transactions = transactionsIn(m_bench->path()) - before;
        QVERIFY2(transactions >= 1 && transactions <= 2, qPrintable(QString::number(transactions)));
        QCOMPARE(valueOf(m_journal->unfinished()).size(), Count);
    }

    void aBadOneFailsAlone() {
        m_entries[7].id = 4711;
        const Writes writes = whileNobodyCanWrite(m_bench->path(), [this] { return writeEach(); });
        for (int i = 0; i < Count; ++i)
            QCOMPARE(codeOf(writes[i]), i == 7 ? QStringLiteral("journal-failed") : QString());
        QCOMPARE(valueOf(m_journal->unfinished()).size(), Count - 1);
    }

    void orderIsKept() {
        JournalEntry entry = m_entries.constFirst();
        Writes writes;
        for (int i = 0; i < 200; ++i) {
            entry.title = QString::number(i);
            writes.append(m_journal->write({entry}));
        }
        QCOMPARE(valueOf(m_journal->entriesOf(m_batch)).constFirst().title, QStringLiteral("199"));
        for (const auto& write : writes)
            QVERIFY(write.isFinished());
    }

    void theEndWaitsForWhatWasAskedFor() {
        const Writes writes = writeEach();
        m_journal.reset();
        for (const QFuture<base::Expected<void>>& write : writes) {
            QVERIFY(write.isFinished());
            valueOf(write);
        }
        Journal again(m_bench->path());
        QCOMPARE(valueOf(again.unfinished()).size(), Count);
    }

private:
    Writes writeEach() {
        Writes posted;
        for (const JournalEntry& entry : std::as_const(m_entries))
            posted.append(m_journal->write({entry}));
        return posted;
    }

    std::unique_ptr<JournalBench> m_bench;
    std::unique_ptr<Journal> m_journal;
    QList<JournalEntry> m_entries;
    qint64 m_batch = 0;
};

QTEST_GUILESS_MAIN(JournalGroupTest)
#include "tst_JournalGroup.moc"
