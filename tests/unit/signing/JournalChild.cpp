#include <QCoreApplication>
#include <QTextStream>
#include <csignal>
#include <cstdio>

#include "JournalBench.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

void say(const QString& line) {
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

/** Until somebody ends this process, or its input. */
void wait() {
    while (std::fgetc(stdin) != EOF) {
    }
}

/** Signs and signs; says the number of each signature that is reported to be durable. */
void write(const QString& file, const QString& round) {
    Journal journal(file);
    for (int number = 1;; ++number) {
        const QString session = round + QString::number(number);
        JournalEntry made = JournalBench::begun(journal, JournalBench::entry(session, SessionState::Signing));
        made.state = SessionState::Signed;
        made.signatureValue = session.toLatin1().repeated(50);
        valueOf(journal.write({made}));
        say(session);
    }
}

void claim(const QString& file, const QStringList& sessions) {
    Journal journal(file);
    QList<base::SessionId> ids;
    for (const QString& session : sessions)
        ids.append(sessionId(session));
    QStringList taken;
    for (const base::SessionId& session : valueOf(journal.claim(Service, ids)))
        taken.append(session.toString());
    say(QStringLiteral("taken:") + taken.join(u','));
    wait();
}

#ifdef Q_OS_UNIX
void limitFiles(rlim_t size) {
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = size;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

/** No file may grow beyond a limit for a while: what is written then is refused by the system itself. */
int runOutOfRoom(const QString& file) {
    std::signal(SIGXFSZ, SIG_IGN);
    Journal journal(file);
    JournalEntry entry = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
    const JournalEntry before = entry;
    entry.title = QString(2'000'000, u'x');
    limitFiles(1'000'000);
    const QString refused = codeOf(journal.write({entry}));
    const bool unchanged = valueOf(journal.entriesOf(entry.batch)).constFirst().title == before.title;
    limitFiles(RLIM_INFINITY);
    const QString repeated = codeOf(journal.write({entry}));
    const bool changed = valueOf(journal.entriesOf(entry.batch)).constFirst().title == entry.title;
    say(QStringLiteral("%1 %2 %3 %4").arg(refused).arg(unchanged).arg(repeated.isEmpty()).arg(changed));
    return 0;
}

/** As somebody who has no more rights than others; tries again for each line of input. */
void writeWithoutRights(const QString& file) {
    constexpr uid_t Nobody = 65534;
    if (::geteuid() == 0 && (::setgid(Nobody) != 0 || ::setuid(Nobody) != 0))
        return say(QStringLiteral("not allowed to be nobody"));
    Journal journal(file);
    do
        say(codeOf(journal.begin(JournalBench::batch(), {})) + u'.');
    while (std::fgetc(stdin) != EOF);
}
#endif

}  // namespace

/** Another program with the same journal, for tests that end it without mercy. */
int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString& what = words.value(1);
    const QString& file = words.value(2);
    if (what == u"write")
        write(file, words.value(3));
    else if (what == u"claim")
        claim(file, words.mid(3));
#ifdef Q_OS_UNIX
    else if (what == u"full")
        return runOutOfRoom(file);
    else if (what == u"without-rights")
        writeWithoutRights(file);
#endif
    return 0;
}
