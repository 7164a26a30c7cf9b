#include "cli/SignRun.h"

#include <QCoreApplication>
#include <QTimer>
#include <algorithm>

#include "card/CardReaders.h"
#include "cli/CardWait.h"
#include "cli/Console.h"
#include "cli/Interrupts.h"
#include "cli/Shown.h"

namespace signet::cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;
using signing::Session;
using signing::SessionEvent;
using signing::SessionKey;
using signing::SessionState;

bool isPastPreparing(SessionState state) {
    return state == SessionState::Prepared || state == SessionState::Signing ||
           state == SessionState::Signed || state == SessionState::Finalizing ||
           state == SessionState::Finalized || state == SessionState::Unconfirmed;
}

}  // namespace

SignRun::SignRun(SignJob job, std::shared_ptr<card::CardReaders> readers, signing::ServiceDesk& service,
                 signing::Attendant& attendant, Report& report, Interrupts& interrupts)
    : m_job(std::move(job)),
      m_service(service),
      m_attendant(attendant),
      m_report(report),
      m_interrupts(interrupts),
      m_readers(std::move(readers)) {
    connect(&m_interrupts, &Interrupts::arrived, this, &SignRun::interrupt);
    connect(&m_sessions, &signing::SessionList::changed, this, &SignRun::noteChange);
}

SignRun::~SignRun() = default;

void SignRun::start() {
    m_clock.start();
    pick();
    const bool anyLeft = std::any_of(m_picked.begin(), m_picked.end(), [this](SessionKey key) {
        return !isEnd(m_sessions.session(key).state);
    });
    if (!anyLeft)
        return finish();
    if (m_interrupts.count() > 0)
        return interrupt(m_interrupts.count());
    m_cards = std::make_unique<signing::CardDesk>(m_readers);
    new CardWait(
        *m_cards, [this] { signWithCard(); }, this);
}

void SignRun::pick() {
    m_picked = m_sessions.addIdentifiers(m_job.identifiers) + m_sessions.addFiles(m_job.files);
    for (const SessionKey key : std::as_const(m_picked)) {
        if (isEnd(m_sessions.session(key).state))
            reportOnce(key);
    }
}

void SignRun::signWithCard() {
    if (m_finished)
        return;
    if (!m_job.reader.isEmpty()) {
        const auto named = m_cards->byName(m_job.reader);
        if (!named)
            return endAll(SessionEvent::Fail, named.error().at(Stage::Prepare));
        m_cards->choose(named->name);
    }
    const auto selected = m_cards->selected();
    if (!selected)
        return endAll(SessionEvent::Fail, selected.error().at(Stage::Prepare));
    runBatch(selected->name);
}

void SignRun::runBatch(const QString& reader) {
    signing::BatchOrder order = m_job.options;
    order.reader = reader;
    for (const SessionKey key : std::as_const(m_picked)) {
        if (!isEnd(m_sessions.session(key).state))
            order.sessions.append(key);
    }
    using signing::Batch;
    m_batch = std::make_unique<Batch>(m_sessions, m_service, order, m_cards.get(), &m_attendant);
    connect(m_batch.get(), &Batch::settled, this, &SignRun::reportOnce);
    m_progress.follow([this] { return m_batch->progress(); });
    connect(m_batch.get(), &Batch::progressChanged, this, [this] { m_progress.noteChange(); });
    // Later, so that the batch is not taken apart by its own signal.
    connect(m_batch.get(), &Batch::finished, this, &SignRun::finish, Qt::QueuedConnection);
    m_batch->start();
}

void SignRun::interrupt(int count) {
    if (m_finished)
        return;
    if (!m_batch)
        return endAll(SessionEvent::Cancel, Error(ErrorCode::Cancelled).at(Stage::Prepare));
    if (count > 1)
        return m_batch->abandon();
    Console::error(
        QCoreApplication::translate(
            "Cli", "Stopping. What has been sent is waited for; press Ctrl-C again to stop waiting.") %
        u'\n');
    m_batch->requestStop();
}

void SignRun::endAll(SessionEvent event, const Error& error) {
    m_endedBy = error;
    for (const SessionKey key : std::as_const(m_picked)) {
        if (!isEnd(m_sessions.session(key).state))
            m_sessions.apply(key, event, error);
    }
    finish();
}

void SignRun::noteChange(int row) {
    m_anyPrepared = m_anyPrepared || isPastPreparing(m_sessions.at(row).state);
}

void SignRun::reportOnce(SessionKey key) {
    if (m_reported.contains(key))
        return;
    m_reported.insert(key);
    m_report.session(m_sessions.session(key));
}

void SignRun::finish() {
    if (m_finished)
        return;
    m_finished = true;
    m_progress.end();
    if (m_batch && m_batch->summary())
        m_endedBy = m_batch->summary()->endedBy;
    for (const SessionKey key : std::as_const(m_picked))
        reportOnce(key);
    m_report.summary(summary());
    if (m_endedBy)
        Console::error(QString(inWords(*m_endedBy) % u'\n'));
    const int code = exitCodeOf(runEnd());
    QTimer::singleShot(0, this, [this, code] { Q_EMIT finished(code); });
}

signing::BatchSummary SignRun::summary() const {
    const auto count = [this](SessionState state) {
        return static_cast<int>(std::count_if(m_picked.begin(), m_picked.end(), [&](SessionKey key) {
            return m_sessions.session(key).state == state;
        }));
    };
    signing::BatchSummary result;
    result.picked = static_cast<int>(m_picked.size());
    result.finalized = count(SessionState::Finalized);
    result.failed = count(SessionState::Failed);
    result.unconfirmed = count(SessionState::Unconfirmed);
    result.cancelled = count(SessionState::Cancelled);
    result.seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    result.endedBy = m_endedBy;
    return result;
}

RunEnd SignRun::runEnd() const {
    RunEnd end;
    for (const SessionKey key : m_picked)
        end.sessions.append(m_sessions.session(key));
    end.anyPrepared = m_anyPrepared;
    end.interrupted = m_interrupts.count() > 0;
    end.endedBy = m_endedBy;
    return end;
}

}  // namespace signet::cli
