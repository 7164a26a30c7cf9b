#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include "signing/journal/Journal.h"
#include "unit/signing/JournalBench.h"

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

constexpr int Sessions = 1'000;
constexpr int Chunk = 20;
constexpr int HistoryBatches = 100;
constexpr int HistoryEntries = 1'000;  // in each

void say(const QString& line) {
    qInfo().noquote() << line;
}

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/** As much as a real one holds: a container with three files, a P-384 signature. */
JournalEntry realEntry(int number, SessionState state) {
    JournalEntry entry =
        JournalBench::entry(QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0')), state);
    entry.file = QStringLiteral("/home/anna/documents/letter %1.pdf").arg(number);
    entry.before = QList<Document>{
        Document{QStringLiteral("7d3f4a"),
                 QStringLiteral("letter.asice"),
                 48'213,
                 {QStringLiteral("letter.docx"), QStringLiteral("annex.pdf"), QStringLiteral("table.xlsx")}}};
    entry.digest = QByteArray(48, 'd');
    if (state != SessionState::Picked)
        entry.signatureValue = QByteArray(104, 's');
    return entry;
}

/** Of the disk that the build is on: /tmp may be memory. */
QString folderOnDisk() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/journal-bench-XXXXXX");
}

/** Appends `count` times `size` bytes to a file, each on the disk before the next; in milliseconds. */
double bareAppends(const QString& path, int count, qsizetype size) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("no file for the comparison");
    const QByteArray bytes(size, 'x');
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        file.write(bytes);
#ifdef Q_OS_UNIX
        ::fsync(file.handle());
#endif
    }
    return milliseconds(timer);
}

/** From /proc, in MB; 0 where there is none. */
int memory(const char* what) {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(what))
            return line.simplified().split(' ').value(1).toInt() / 1024;
    }
    return 0;
}

}  // namespace

/** What the journal costs. Says figures, and asserts none. */
class JournalCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void perSession() {
        const QTemporaryDir folder(folderOnDisk());
        Journal journal(folder.filePath(QStringLiteral("journal.sqlite")));
        valueOf(journal.opened());
        QList<JournalEntry> entries;
        for (int i = 0; i < Sessions; ++i)
            entries.append(realEntry(i, SessionState::Picked));
        QElapsedTimer timer;
        timer.start();
        const Journal::Begun begun = valueOf(journal.begin(JournalBench::batch(), entries));
        int commits = 1;
        for (int first = 0; first < Sessions; first += Chunk) {
            for (const SessionState state :
                 {SessionState::Signed, SessionState::Finalizing, SessionState::Finalized}) {
                QList<JournalEntry> chunk;
                for (int i = first; i < first + Chunk; ++i) {
                    chunk.append(realEntry(i, state));
                    chunk.last().id = begun.entries[i];
                }
                valueOf(journal.write(chunk));
                ++commits;
            }
        }
        valueOf(journal.end(begun.batch, QDateTime::currentDateTimeUtc()));
        const double journalTime = milliseconds(timer);
        constexpr qsizetype ChunkSize = 20 * 600;
        const double bareTime = bareAppends(folder.filePath(QStringLiteral("bare")), commits + 1, ChunkSize);
        say(QStringLiteral("journal: %1 ms for each of %2 sessions, begun, signed, finalizing, finalized in "
                           "chunks of %3")
                .arg(journalTime / Sessions, 0, 'f', 3)
                .arg(Sessions)
                .arg(Chunk));
        say(QStringLiteral("as many appends with fsync: %1 ms for each; the journal costs %2 times as much")
                .arg(bareTime / Sessions, 0, 'f', 3)
                .arg(journalTime / bareTime, 0, 'f', 2));
    }

    void longHistory() {
        const QTemporaryDir folder(folderOnDisk());
        const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
        makeHistory(path);
        say(QStringLiteral("%1 entries: a file of %2 MB")
                .arg(HistoryBatches * HistoryEntries)
                .arg(QFileInfo(path).size() / 1'048'576));
        const int before = memory("VmRSS");
        openAndAsk(path, QStringLiteral("after a clean end"));
        QFile dead(path + u'.' + QString(32, u'd') + QStringLiteral(".lock"));
        QVERIFY(dead.open(QIODevice::WriteOnly) && dead.write("999999999\nsignet\n\n\n\n") > 0);
        dead.close();
        openAndAsk(path, QStringLiteral("after a crash"));
        Journal journal(path);
        HistoryQuery query;
        query.text = QStringLiteral("letter 99999.pdf");
        measure(QStringLiteral("search through all of it"), [&] { valueOf(journal.history(query)); });
        measure(QStringLiteral("export of all of it"), [&] {
            valueOf(
                journal.exportTo(folder.filePath(QStringLiteral("x.csv")), Journal::ExportFormat::Csv, {}));
        });
        say(QStringLiteral("memory: %1 MB before it was opened, at most %2 MB")
                .arg(before)
                .arg(memory("VmHWM")));
    }

private:
    static void measure(const QString& what, const std::function<void()>& work) {
        QElapsedTimer timer;
        timer.start();
        work();
        say(QStringLiteral("%1: %2 ms").arg(what).arg(milliseconds(timer), 0, 'f', 1));
    }

    static void openAndAsk(const QString& path, const QString& when) {
        Journal journal(path);
        measure(QStringLiteral("opened ") + when, [&] { valueOf(journal.opened()); });
        measure(QStringLiteral("what is unfinished (5 entries)"), [&] {
            if (valueOf(journal.unfinished()).size() != 5)
                qFatal("not what was written");
        });
        measure(QStringLiteral("the first page of the history"), [&] { valueOf(journal.history({})); });
    }

    static void makeHistory(const QString& path) {
        Journal journal(path);
        for (int batch = 0; batch < HistoryBatches; ++batch) {
            QList<JournalEntry> entries;
            for (int i = 0; i < HistoryEntries; ++i) {
                const bool isLeft = i == 0 && batch % (HistoryBatches / 5) == 0;
                entries.append(realEntry(batch * HistoryEntries + i,
                                         isLeft ? SessionState::Unconfirmed : SessionState::Finalized));
            }
            valueOf(journal.begin(JournalBench::batch(), entries));
        }
    }
};

QTEST_GUILESS_MAIN(JournalCost)
#include "tst_JournalCost.moc"
