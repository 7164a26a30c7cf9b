#pragma once

#include <QCoroTask>
#include <QObject>
#include <memory>
#include <optional>

#include "signing/BatchOrder.h"
#include "signing/BatchSummary.h"

namespace signet::signing {

class Attendant;
class CardDesk;
class ServiceDesk;
class SessionList;

/**
 * One run over the sessions that a person picked: sign (digests, PIN2, signatures on the card, each checked,
 * finalize), seal or archive; and a look at what became of those whose answer leaves a doubt. A coroutine
 * that reads top to bottom like the design. Changes states only through the session list. Its owner keeps it
 * until finished() has come. Main thread.
 */
class Batch : public QObject {
    Q_OBJECT
public:
    /**
     * `cards`: to sign, and to archive with a card's authentication certificate. `attendant`: to sign.
     * Everything that is handed in outlives the batch.
     */
    Batch(SessionList& sessions, ServiceDesk& service, BatchOrder order, CardDesk* cards = nullptr,
          Attendant* attendant = nullptr, QObject* parent = nullptr);
    ~Batch() override;

    /** Once; nothing is told before the next turn of the event loop. Every session of the order has an end
     * state, and settled() has come for it, before finished() comes. */
    void start();
    bool isRunning() const;
    /** No new work is begun; requests that are under way are waited for. At once for the caller. */
    void requestStop();
    /** After requestStop(): requests under way are no longer waited for; their sessions end Unconfirmed. */
    void abandon();

    BatchProgress progress() const;
    const std::optional<BatchSummary>& summary() const;  ///< once finished

Q_SIGNALS:
    void progressChanged();
    /** Nothing more will happen to this session in this run (its document is saved, or was not to be). */
    void settled(signet::signing::SessionKey key);
    void finished();

private:
    void noteRetry(std::chrono::milliseconds pause, const base::Error& cause);
    void finish(const BatchSummary& summary);

    class Run;
    std::shared_ptr<Run> m_run;
    std::optional<QCoro::Task<>> m_task;
    std::optional<BatchSummary> m_summary;
    std::optional<RetryNotice> m_retry;
};

}  // namespace signet::signing
