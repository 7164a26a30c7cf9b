#pragma once

#include <QCoroTask>
#include <QObject>
#include <chrono>
#include <memory>
#include <optional>

#include "base/Error.h"
#include "signing/Session.h"

namespace signet::signing {

class Attendant;
class CardDesk;
class ServiceDesk;
class SessionList;

/** What a person asked for. */
struct SigningOrder {
    QList<SessionKey> sessions;
    QString reader;  ///< empty: the desk's selected one
    bool signAsPdf = false;
    bool createNewEdoc = false;
    int chunkSize = 20;
    std::chrono::seconds confirmTime{30};  ///< how long an unclear end is looked up
    /** How long a request that changes something waits for the listings before it, once all else is ready. */
    std::chrono::milliseconds listingGrace{10'000};
    /** How much longer than confirmTime the last look may take: a listing that hangs does not prolong it. */
    std::chrono::milliseconds lastLook{5'000};
    /** Where signed documents go: nothing = only those of picked files, beside the original. */
    QString outputFolder;
};

struct BatchProgress {
    int total = 0;
    int ended = 0;
    int signedCount = 0;
    std::optional<std::chrono::seconds> remaining;  ///< from the rate so far; nothing before there is one
    bool stopping = false;
};

struct BatchSummary {
    int picked = 0;
    int finalized = 0;
    int failed = 0;
    int unconfirmed = 0;
    int cancelled = 0;
    double seconds = 0;
    /** What ended the run before its time: a PIN, card, connection or authorisation error, or Cancelled. */
    std::optional<base::Error> endedBy;
};

/**
 * One run over the sessions that a person picked: digests, PIN2, signatures on the card, each checked,
 * finalize, and a look at what became of those whose answer leaves a doubt. A coroutine that reads top to
 * bottom like the design. Changes states only through the session list. Its owner keeps it until finished()
 * has come. Main thread.
 */
class SigningBatch : public QObject {
    Q_OBJECT
public:
    SigningBatch(SessionList& sessions, CardDesk& cards, ServiceDesk& service, Attendant& attendant,
                 SigningOrder order, QObject* parent = nullptr);
    ~SigningBatch() override;

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
    void finish(const BatchSummary& summary);

    class Run;
    std::shared_ptr<Run> m_run;
    std::optional<QCoro::Task<>> m_task;
    std::optional<BatchSummary> m_summary;
};

}  // namespace signet::signing
