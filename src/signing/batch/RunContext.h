#pragma once

#include <QPointer>
#include <memory>
#include <stop_token>
#include <vector>

#include "crypto/Certificate.h"
#include "signapi/SignApiClient.h"
#include "signing/Attendant.h"
#include "signing/BatchOrder.h"
#include "signing/CardDesk.h"
#include "signing/Profile.h"
#include "signing/Validation.h"
#include "signing/batch/RequestSize.h"
#include "signing/batch/RunBook.h"
#include "signing/batch/RunRecords.h"
#include "signing/batch/SessionDocuments.h"
#include "signing/batch/Waiting.h"

namespace signet::signing {

/** Who signs, with what. */
struct Signer {
    DeskReader reader;
    crypto::Certificate signingCertificate;
};

/** What ends the run before its time; nothing: it goes on. The stage is set. */
using EndOfRun = std::optional<base::Error>;

/**
 * What the steps of one run share. Each coroutine of the run holds it by shared_ptr, and looks at isOver()
 * after each wait: an abandoned run goes on waiting for what it has asked for, but does nothing more.
 */
struct RunContext : std::enable_shared_from_this<RunContext> {
    RunContext(SessionList& list, BatchOrder what, RunBook::Listeners listeners)
        : records(*this),
          book(list, what.operation, what.sessions, recorded(std::move(listeners))),
          order(std::move(what)),
          changes(std::max(1, order.changesInFlight)),
          requestSize(order.chunkSize) {}

    RunRecords records;
    RunBook book;
    const BatchOrder order;
    Profile profile;
    std::shared_ptr<signapi::SignApiClient> client;
    QPointer<CardDesk> cards;
    Attendant* attendant = nullptr;
    std::optional<Signer> signer;                        ///< to sign
    std::optional<crypto::Certificate> authCertificate;  ///< the time stamps are requested with it

    std::stop_source stop;        ///< requested by a person: nothing new is begun
    std::stop_source preparing;   ///< the same, and also when the run is coming to its end by itself
    std::stop_source abandon;     ///< nothing is waited for any longer
    EndOfRun endedBy;             ///< the first cause
    RequestGate preparations{1};  ///< one chunk is prepared at a time
    RequestGate changes;          ///< requests that change something
    RequestSize requestSize;
    /** For listings, uploads and downloads. Qt opens six connections to a host: three stay free for the
     * requests that the run itself waits for (digests, and changes in flight), even if all the others hang.
     */
    RequestGate besides{3};

    QList<SessionKey> forCard;            ///< what the card is to sign, as it was when PIN2 was asked for
    QMetaObject::Connection padNews;      ///< while PIN2 is typed on the reader
    std::optional<quint64> cardRun;       ///< PIN2 is verified, and this run of the card is open
    QHash<SessionKey, Choice> choices;    ///< what is asked for with each session
    std::optional<qint64> fileMaxLength;  ///< bytes; 0: the service does not tell
    /** The listing of each session before its finalize; nothing where it failed. */
    QHash<SessionKey, QList<Document>> before;
    /** What a listing that failed met. */
    QHash<SessionKey, signapi::CallFailure> notListed;
    /** What the service said of each document before its archive time stamp; nothing where it could not. */
    QHash<SessionKey, ValidationReport> validatedBefore;
    /** Hears of a pause before a request is made again. */
    std::function<void(std::chrono::milliseconds, const base::Error&)> onRetry;
    /** Look-ups and downloads, which go on beside the next chunks. */
    std::vector<QCoro::Task<>> afterwork;

    bool isOver() const { return book.isClosed(); }
    bool isStopping() const { return stop.stop_requested(); }
    /** Nothing new is begun. */
    bool isEnding() const { return isOver() || isStopping() || endedBy; }
    void requestStop() {
        stop.request_stop();
        preparing.request_stop();
    }
    /** Notes what ends the run, if it is something and nothing did before. */
    void endWith(const EndOfRun& cause) {
        if (!cause || endedBy)
            return;
        endedBy = cause;
        preparing.request_stop();
    }
    ResultKind kindOf(SessionKey key) const { return resultKind(order.operation, choices.value(key)); }
    const base::SessionId& idOf(SessionKey key) const { return *book.session(key).id; }

private:
    RunBook::Listeners recorded(RunBook::Listeners listeners) {
        listeners.changed = [this](SessionKey key) { records.note(key); };
        return listeners;
    }
};

using Context = std::shared_ptr<RunContext>;

}  // namespace signet::signing
