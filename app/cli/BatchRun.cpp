#include "cli/BatchRun.h"

#include <QCoreApplication>
#include <QTimer>
#include <algorithm>

#include "cli/Console.h"
#include "cli/Interrupts.h"
#include "cli/Shown.h"
#include "signing/Attendant.h"
#include "signing/ServiceDesk.h"

namespace signet::cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;
using signing::Operation;
using signing::SessionEvent;
using signing::SessionKey;
using signing::SessionState;

bool isPrepared(SessionState state) {
    return state == SessionState::Prepared || state == SessionState::Signing ||
           state == SessionState::Signed || state == SessionState::Finalizing;
}

/** For this session, the service was there and let us in. Sealing and archiving begin with the request
 * itself, so that only its end tells; what was seen before it proves nothing if that is not allowed. */
bool provesService(Operation operation, const signing::Session& session) {
    if (session.state == SessionState::Finalized || session.state == SessionState::Unconfirmed)
        return true;
    if (operation == Operation::Sign)
        return isPrepared(session.state);
    return session.documentsBefore && session.error &&
           session.error->kind() != base::ErrorKind::Authorisation;
}

}  // namespace

BatchRun::BatchRun(BatchJob job, const BatchPartners& partners)
    : m_job(std::move(job)),
      m_partners(partners),
      m_ownResults(partners.report, outcomes()),
      m_results(partners.partOf != nullptr ? *partners.partOf : m_ownResults),
      m_foreword(partners.service, m_sessions) {
    connect(&m_partners.interrupts, &Interrupts::arrived, this, &BatchRun::interrupt);
    connect(&m_sessions, &signing::SessionList::changed, this, &BatchRun::noteChange);
}

BatchRun::~BatchRun() = default;

const QList<Outcome>& BatchRun::outcomes() {
    static const QList<Outcome> all{Outcome::Finalized, Outcome::Failed, Outcome::Unconfirmed,
                                    Outcome::Cancelled};
    return all;
}

void BatchRun::start() {
    pick();
    if (open().isEmpty())
        return finish();
    if (m_partners.interrupts.count() > 0)
        return interrupt(m_partners.interrupts.count());
    prepare();
}

void BatchRun::pick() {
    m_picked = m_job.unfinished
                   ? recall()
                   : m_sessions.addIdentifiers(m_job.identifiers) + m_sessions.addFiles(m_job.files);
    if (m_partners.partOf == nullptr)
        m_results.begin(static_cast<int>(m_picked.size()));
    for (const SessionKey key : std::as_const(m_picked)) {
        if (isEnd(m_sessions.session(key).state))
            reportOnce(key);
    }
}

/** The order that goes on, with what this run was told about how. */
QList<SessionKey> BatchRun::recall() {
    signing::BatchOrder order = signing::orderToGoOn(m_sessions, *m_job.unfinished, m_job.resend);
    order.journal = m_job.order.journal;
    order.chunkSize = m_job.order.chunkSize;
    order.confirmTime = m_job.order.confirmTime;
    m_job.order = order;
    return order.sessions;
}

void BatchRun::prepare() {
    if (m_partners.preparation == nullptr)
        return tellBefore();
    m_partners.preparation->start(
        m_partners.service, m_job.order, [this](const base::Expected<void>& prepared) {
            if (m_finished)
                return;
            if (!prepared)
                return endAll(SessionEvent::Fail, prepared.error().at(Stage::Prepare));
            tellBefore();
        });
}

void BatchRun::tellBefore() {
    if (!m_job.tellsBefore)
        return runBatch();
    m_foreword.tell(open(), m_job.order, [this] {
        if (!m_finished)
            runBatch();
    });
}

void BatchRun::runBatch() {
    using signing::Batch;
    m_job.order.sessions = open();
    signing::CardDesk* const cards =
        m_partners.preparation != nullptr ? m_partners.preparation->cards() : nullptr;
    m_batch =
        std::make_unique<Batch>(m_sessions, m_partners.service, m_job.order, cards, m_partners.attendant);
    connect(m_batch.get(), &Batch::settled, this, &BatchRun::reportOnce);
    m_progress.follow([this] { return m_batch->progress(); });
    connect(m_batch.get(), &Batch::progressChanged, this, [this] { m_progress.noteChange(); });
    // Later, so that the batch is not taken apart by its own signal.
    connect(m_batch.get(), &Batch::finished, this, &BatchRun::finish, Qt::QueuedConnection);
    m_batch->start();
}

void BatchRun::interrupt(int count) {
    if (m_finished)
        return;
    if (!m_batch && m_job.unfinished) {
        runBatch();  // it knows what had been sent already
        return m_batch->requestStop();
    }
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

void BatchRun::endAll(SessionEvent event, const Error& error) {
    m_endedBy = error;
    m_results.tellCause(error);
    for (const SessionKey key : open())
        m_sessions.apply(key, event, error);
    finish();
}

void BatchRun::noteChange(int row) {
    const signing::Session& session = m_sessions.at(row);
    // What a run goes on with was brought there by an earlier one.
    const bool proves = m_job.unfinished ? session.state == SessionState::Finalized
                                         : provesService(m_job.order.operation, session);
    if (proves)
        m_results.notePrepared();
}

void BatchRun::reportOnce(SessionKey key) {
    if (m_reported.contains(key))
        return;
    m_reported.insert(key);
    m_results.add(lineOf(m_sessions.session(key)));
}

void BatchRun::finish() {
    if (m_finished)
        return;
    m_finished = true;
    m_progress.end();
    if (m_batch && m_batch->summary())
        m_endedBy = m_batch->summary()->endedBy;
    for (const SessionKey key : std::as_const(m_picked))
        reportOnce(key);
    if (m_batch && m_batch->summary() && m_batch->summary()->journalTrouble)
        Console::error(QString(inWords(*m_batch->summary()->journalTrouble) % u'\n'));
    const ExitCode code =
        m_partners.partOf != nullptr ? ExitDone : m_results.end(m_partners.interrupts.count() > 0, m_endedBy);
    QTimer::singleShot(0, this, [this, code] { Q_EMIT finished(code); });
}

/** Those that have not ended. */
QList<SessionKey> BatchRun::open() const {
    QList<SessionKey> keys;
    std::copy_if(m_picked.begin(), m_picked.end(), std::back_inserter(keys),
                 [this](SessionKey key) { return !isEnd(m_sessions.session(key).state); });
    return keys;
}

}  // namespace signet::cli
