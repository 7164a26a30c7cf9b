#include "ui/journal/UnfinishedWork.h"

#include <numeric>

#include "signing/ServiceDesk.h"
#include "signing/journal/Journal.h"
#include "ui/common/WhenDone.h"
#include "ui/operation/BatchRunner.h"

namespace signet::ui {

UnfinishedWork::UnfinishedWork(std::shared_ptr<signing::Journal> journal, signing::SessionList& sessions,
                               const signing::ServiceDesk& service, BatchRunner& runner, QObject* parent)
    : QObject(parent),
      m_journal(std::move(journal)),
      m_sessions(sessions),
      m_service(service),
      m_runner(runner) {
    connect(&service, &signing::ServiceDesk::profileChanged, this, &UnfinishedWork::refresh);
    connect(&runner, &BatchRunner::finished, this, &UnfinishedWork::batchEnded);
}

UnfinishedWork::~UnfinishedWork() = default;

void UnfinishedWork::refresh() {
    const auto& profile = m_service.profile();
    if (!m_journal || !profile)
        return take({});
    if (m_runner.isRunning())
        return;
    const QString api = profile->api.toString();
    whenDone(m_journal->unfinished(api), this,
             [this, api](const base::Expected<QList<signing::UnfinishedEntry>>& found) {
                 const bool isCurrent = m_service.profile() && m_service.profile()->api.toString() == api;
                 if (isCurrent && !m_runner.isRunning())
                     take(found.value_or(QList<signing::UnfinishedEntry>()));
             });
}

void UnfinishedWork::take(const QList<signing::UnfinishedEntry>& entries) {
    m_batches = signing::byBatch(entries);
    Q_EMIT changed();
}

int UnfinishedWork::unsentCount() const {
    return std::accumulate(m_batches.begin(), m_batches.end(), 0,
                           [](int sum, const auto& one) { return sum + one.unsentCount(); });
}

int UnfinishedWork::sentCount() const {
    return std::accumulate(m_batches.begin(), m_batches.end(), 0,
                           [](int sum, const auto& one) { return sum + one.sentCount(); });
}

int UnfinishedWork::batchSizes() const {
    return std::accumulate(m_batches.begin(), m_batches.end(), 0,
                           [](int sum, const auto& one) { return sum + one.size; });
}

void UnfinishedWork::goOn(bool resend) {
    if (m_runner.isRunning())
        return;
    m_waiting = m_batches;
    m_resend = resend;
    goOnWithNext();
}

void UnfinishedWork::goOnWithNext() {
    while (!m_waiting.isEmpty()) {
        const signing::UnfinishedBatch next = m_waiting.takeFirst();
        if (m_runner.goOn(signing::orderToGoOn(m_sessions, next, m_resend)))
            return;
    }
    refresh();
}

void UnfinishedWork::batchEnded() {
    // Later: whoever else hears of the end is still speaking.
    QMetaObject::invokeMethod(this, &UnfinishedWork::goOnWithNext, Qt::QueuedConnection);
}

}  // namespace signet::ui
