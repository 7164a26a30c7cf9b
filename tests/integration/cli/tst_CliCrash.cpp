#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <map>
#include <numeric>

#include "ResumeScene.h"

using namespace signet;
using namespace signet::test;
using sandbox::FaultKind;
using sandbox::Operation;
using signing::JournalEntry;
using signing::SessionState;

namespace {

constexpr int Sessions = 12;
constexpr int MomentsInRow = 10;
constexpr int RowsWhenLong = 20;

sandbox::SandboxOptions honestAboutDoubles() {
    sandbox::SandboxOptions options;
    options.sampleSessions = 0;
    options.refuseSecondFinalize = false;  // a second finalizeSigning would add a second signature
    return options;
}

/** What a page says when nobody is at work on it any more. */
enum class Fate { Unsigned, Signed, Sent, Done };

Fate fateOf(const std::optional<JournalEntry>& page) {
    if (!page)
        return Fate::Unsigned;
    switch (page->state) {
        case SessionState::Signed:
            return Fate::Signed;
        case SessionState::Finalizing:
        case SessionState::Unconfirmed:
            return Fate::Sent;
        case SessionState::Finalized:
            return Fate::Done;
        default:
            return Fate::Unsigned;
    }
}

/** One batch that was killed, as its journal has it. */
struct Wreck {
    QStringList sessions;
    QMap<QString, JournalEntry> pages;

    std::optional<JournalEntry> page(const QString& session) const {
        return pages.contains(session) ? std::optional(pages[session]) : std::nullopt;
    }
    Fate fate(const QString& session) const { return fateOf(page(session)); }
    int count(Fate fate) const {
        return static_cast<int>(std::count_if(sessions.begin(), sessions.end(), [&](const QString& session) {
            return this->fate(session) == fate;
        }));
    }
    QByteArray phase() const {
        if (pages.isEmpty())
            return "before the journal";
        if (count(Fate::Done) == sessions.size())
            return "all done";
        if (count(Fate::Sent) > 0)
            return "a request under way";
        if (count(Fate::Signed) > 0)
            return "signed and not sent";
        return count(Fate::Done) > 0 ? "between two requests" : "before the first signature";
    }
};

}  // namespace

/**
 * kill -9 at random moments of batches: whatever the moment, no signature is lost, and none is made or sent
 * twice. SIGNET_TEST_LONG=1 for many moments, SIGNET_TEST_SEED=n (a row's name) for those of an earlier run.
 */
class TestCliCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void cleanupTestCase();

private:
    void slowDown();
    QStringList signOptions(const QStringList& sessions) const {
        return m_bench.signArguments(sessions, {QStringLiteral("--chunk"), QStringLiteral("3"),
                                                QStringLiteral("--confirm-seconds"), QStringLiteral("1")});
    }
    /** Milliseconds from the first request until shortly after the last change, undisturbed. */
    qint64 usualTime();
    Wreck wreckAfter(qint64 milliseconds);
    bool waitForFirstRequest(int before);
    int allRequests();
    /** What is wrong with how it was gone on with; empty if nothing. Each leaves less to do. */
    QString signAgain(const Wreck& wreck);
    QString goOn(const Wreck& wreck, bool resend);
    QString signTheRest(const Wreck& wreck);
    QString lastLook(const Wreck& wreck);
    QString goOnAfter(const Wreck& wreck, bool signsFirst);
    int finalizations(const QString& session) { return m_scene.counts().finalizations.value(session); }

    ResumeScene m_scene{honestAboutDoubles()};
    CliBench& m_bench = m_scene.bench();
    std::shared_ptr<sandbox::VirtualCard> m_card;
    qint64 m_usual = 0;
    int m_moments = 0;
    std::map<QByteArray, int> m_phases;
    std::map<Fate, int> m_fates;
    int m_madeAnew = 0;
};

void TestCliCrash::initTestCase() {
    const QString problem = m_scene.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    sandbox::VirtualCardOptions card;
    card.timePerSignature = std::chrono::milliseconds(60);
    m_card = m_bench.insert(sandbox::CardPersonalisation::CosmoXEc, card);
    QVERIFY(m_card);
    m_usual = usualTime();
    QVERIFY(m_usual > 0);
}

/** So that there is time between one step and the next. */
void TestCliCrash::slowDown() {
    for (const auto& [call, milliseconds] : {std::pair{Operation::CalculateDigest, 200},
                                             {Operation::FinalizeSigning, 80},
                                             {Operation::List, 30}}) {
        sandbox::Fault delay{FaultKind::Delay, call};
        delay.amount = milliseconds;
        m_scene.fault(delay);
    }
}

int TestCliCrash::allRequests() {
    const auto requests = m_scene.counts().requests;
    return std::accumulate(requests.begin(), requests.end(), 0);
}

bool TestCliCrash::waitForFirstRequest(int before) {
    for (QDeadlineTimer deadline(30'000); !deadline.hasExpired(); QThread::usleep(500)) {
        if (allRequests() > before)
            return true;
    }
    return false;
}

qint64 TestCliCrash::usualTime() {
    const QStringList sessions = m_bench.addSessions(Sessions);
    const auto allDone = [&] {
        return std::all_of(sessions.begin(), sessions.end(),
                           [this](const QString& session) { return finalizations(session) > 0; });
    };
    slowDown();
    const int before = allRequests();
    const auto process = m_bench.begin(signOptions(sessions));
    const bool began = waitForFirstRequest(before);
    QElapsedTimer clock;
    clock.start();
    while (began && process->state() == QProcess::Running && !allDone() && !process->waitForFinished(1)) {
    }
    const qint64 time = clock.elapsed();
    const CliRun run = CliBench::finish(*process);
    m_scene.clearFaults();
    if (!began || run.exitCode != 0 || run.count(QStringLiteral("finalized")) != Sessions)
        qWarning("%s", run.everything().constData());
    return began && run.exitCode == 0 ? time + 100 : 0;
}

Wreck TestCliCrash::wreckAfter(qint64 milliseconds) {
    Wreck wreck;
    wreck.sessions = m_bench.addSessions(Sessions);
    slowDown();
    const int before = allRequests();
    const auto process = m_bench.begin(signOptions(wreck.sessions));
    if (!waitForFirstRequest(before))
        qWarning("it did not begin");
    QThread::msleep(static_cast<unsigned long>(milliseconds));
    process->kill();
    process->waitForFinished();
    m_scene.clearFaults();
    for (const JournalEntry& page : pagesIn(m_bench.journalFile())) {
        if (page.session)
            wreck.pages.insert(page.session->toString(), page);
    }
    return wreck;
}

/** As a person who does not remember: nothing that may have been done is done again. */
QString TestCliCrash::signAgain(const Wreck& wreck) {
    QStringList open;
    std::copy_if(wreck.sessions.begin(), wreck.sessions.end(), std::back_inserter(open),
                 [&](const QString& session) { return wreck.fate(session) != Fate::Done; });
    if (open.isEmpty())
        return {};
    const int before = m_card->signatureCount();
    const CliRun run = m_bench.run(signOptions(open));
    if (const QString problem = contractProblem(run); !problem.isEmpty())
        return problem;
    for (const QString& session : open) {
        const QJsonObject line = run.of(session);
        const QString state = line.value(QStringLiteral("state")).toString();
        const bool kept =
            line.value(QStringLiteral("code")).toString() == QLatin1StringView("signature-kept");
        if (wreck.fate(session) == Fate::Signed && !kept)
            return QStringLiteral("signed anew: ") + session;
        if (wreck.fate(session) == Fate::Sent &&
            state != (finalizations(session) > 0 ? QLatin1StringView("finalized")
                                                 : QLatin1StringView("unconfirmed")))
            return QString(u"sent, and now " % state % u": " % session);
        if (wreck.fate(session) == Fate::Unsigned && state != QLatin1StringView("finalized"))
            return QString(u"never signed, and now " % state % u": " % session);
    }
    return m_card->signatureCount() - before == wreck.count(Fate::Unsigned)
               ? QString()
               : QStringLiteral("the card signed more than that");
}

QString TestCliCrash::goOn(const Wreck& wreck, bool resend) {
    QStringList arguments{QStringLiteral("--json"), QStringLiteral("--confirm-seconds"), QStringLiteral("1")};
    if (resend)
        arguments.append(QStringLiteral("--resend"));
    const CliRun run = m_scene.resume(arguments);
    if (const QString problem = contractProblem(run); !problem.isEmpty())
        return problem;
    for (const QJsonObject& line : run.lines) {
        const QString session = line.value(QStringLiteral("sessionId")).toString();
        const QString state = line.value(QStringLiteral("state")).toString();
        const bool isDone = finalizations(session) == 1;
        const bool mayBeOpen = wreck.fate(session) == Fate::Sent && !resend;
        if (state != (isDone ? QLatin1StringView("finalized") : QLatin1StringView("unconfirmed")))
            return QString(u"told as " % state % u": " % session);
        if (!isDone && !mayBeOpen)
            return QStringLiteral("left: ") + session;
    }
    return {};
}

/** Those that never got so far. */
QString TestCliCrash::signTheRest(const Wreck& wreck) {
    QStringList rest;
    std::copy_if(wreck.sessions.begin(), wreck.sessions.end(), std::back_inserter(rest),
                 [&](const QString& session) { return finalizations(session) == 0; });
    if (rest.isEmpty())
        return {};
    const CliRun run = m_bench.run(signOptions(rest));
    return run.exitCode == 0 && run.count(QStringLiteral("finalized")) == rest.size()
               ? QString()
               : QString::fromUtf8("the rest is not signed: " + run.everything());
}

QString TestCliCrash::lastLook(const Wreck& wreck) {
    if (!m_scene.unfinished().isEmpty())
        return QStringLiteral("something is unfinished still");
    for (const QString& session : wreck.sessions) {
        const QByteArray container = m_bench.onlyDocument(session).bytes;
        if (finalizations(session) != 1 || signatureValues(container).size() != 1)
            return QString(u"finalized " % QString::number(finalizations(session)) % u" times: " % session);
        const auto page = wreck.page(session);
        if (page && !page->signatureValue.isEmpty() && !holdsJust(container, page->signatureValue))
            return QStringLiteral("its signature was lost: ") + session;
    }
    return {};
}

QString TestCliCrash::goOnAfter(const Wreck& wreck, bool signsFirst) {
    QString problem = signsFirst ? signAgain(wreck) : QString();
    for (const bool resend : {false, true}) {
        if (problem.isEmpty() && !m_scene.unfinished().isEmpty())
            problem = goOn(wreck, resend);
    }
    if (problem.isEmpty())
        problem = signTheRest(wreck);
    return problem.isEmpty() ? lastLook(wreck) : problem;
}

void TestCliCrash::killedAtAnyMoment_data() {
    QTest::addColumn<quint32>("seed");
    const int rows = qEnvironmentVariableIntValue("SIGNET_TEST_LONG") != 0 ? RowsWhenLong : 1;
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("SIGNET_TEST_SEED", &isGiven);
    const quint32 seed =
        isGiven ? static_cast<quint32>(given) : QRandomGenerator::global()->bounded(1u << 30);
    for (quint32 row = 0; row < static_cast<quint32>(rows); ++row)
        QTest::addRow("SIGNET_TEST_SEED=%u", seed + row) << seed + row;
}

void TestCliCrash::killedAtAnyMoment() {
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < MomentsInRow; ++i) {
        m_bench.beginJournal();
        const int cardBefore = m_card->signatureCount();
        const int moment = random.bounded(static_cast<int>(m_usual));
        const Wreck wreck = wreckAfter(moment);
        ++m_moments;
        ++m_phases[wreck.phase()];
        for (const QString& session : wreck.sessions)
            ++m_fates[wreck.fate(session)];
        const int recorded = Sessions - wreck.count(Fate::Unsigned);
        m_madeAnew += m_card->signatureCount() - cardBefore - recorded;
        const QString problem = goOnAfter(wreck, random.bounded(2) == 1);
        QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("moment %1 (%2 ms, %3): %4")
                                                   .arg(QString::number(i), QString::number(moment),
                                                        QString::fromLatin1(wreck.phase()), problem)));
    }
}

void TestCliCrash::cleanupTestCase() {
    qInfo("%d moments in %lld ms", m_moments, static_cast<long long>(m_usual));
    for (const auto& [phase, count] : m_phases)
        qInfo("%3d times killed: %s", count, phase.constData());
    qInfo(
        "of %d sessions: %d without a signature on disk, %d signed and not sent, %d sent and not known, %d "
        "done",
        m_moments * Sessions, m_fates[Fate::Unsigned], m_fates[Fate::Signed], m_fates[Fate::Sent],
        m_fates[Fate::Done]);
    qInfo("%d signatures were made in the moment of the kill, and made anew", m_madeAnew);
}

QTEST_GUILESS_MAIN(TestCliCrash)
#include "tst_CliCrash.moc"
