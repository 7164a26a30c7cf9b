#pragma once

#include <QCoroTask>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

#include "crypto/RsaPublicKey.h"
#include "signapi/CallFailure.h"
#include "signapi/ClientOptions.h"
#include "signapi/SignApiTypes.h"
#include "signapi/TokenSource.h"
#include "signapi/ValidationReport.h"

class QIODevice;

namespace signet::signapi {

struct ClientCore;

/**
 * SignAPI, one call for each of its endpoints (signapi.md 3 to 7). Lives in one thread with an event loop. A
 * call keeps alive what it needs: the client may go while calls are under way. Every call ends, with a result
 * or a CallFailure, within its time limits. What is safe to repeat is repeated here; anything else is sent
 * again here only after a 401 (once, with a new token) or a 429 (once, after the pause that the answer asks
 * for): in both cases the service refused before it did anything.
 *
 * `stop` ends a call with Cancelled, within an instant; Delivery says whether the request had left.
 */
class SignApiClient {
public:
    /** AddressInvalid, AddressInsecure, CaFileInvalid. */
    static base::Expected<std::shared_ptr<SignApiClient>> create(ClientOptions options,
                                                                 std::shared_ptr<TokenSource> tokens);
    ~SignApiClient();

    /** Hears of each pause before a call is repeated; an empty one hears nothing. */
    void setRetryListener(
        std::function<void(std::chrono::milliseconds pause, const base::Error& cause)> listener);

    /** signapi.md 3.1: 1 to 100 new sessions. The service may give fewer than asked for, at least one. */
    QCoro::Task<Answer<QList<base::SessionId>>> startSessions(int amount,
                                                              std::stop_token stop = std::stop_token()) const;
    /** signapi.md 3.2: deletes the session's files. A session that is no longer there counts as closed. */
    QCoro::Task<Answer<void>> closeSession(base::SessionId session,
                                           std::stop_token stop = std::stop_token()) const;

    /** signapi.md 7.1. */
    QCoro::Task<Answer<ServiceConfiguration>> configuration(std::stop_token stop = std::stop_token()) const;
    /** signapi.md 7.2: the key for an e-seal's password, in whatever shape it comes. CentralKeyInvalid. */
    QCoro::Task<Answer<crypto::RsaPublicKey>> centralKey(std::stop_token stop = std::stop_token()) const;

    /**
     * signapi.md 4.1: puts one file into the session, under `name` (the answer's name is the truth). Never
     * repeated here: after Delivery::Unclear list the session first. FileNotReadable, FileEmpty: nothing was
     * sent.
     */
    QCoro::Task<Answer<StoredDocument>> uploadFile(base::SessionId session, QString path, QString name,
                                                   std::stop_token stop = std::stop_token()) const;
    /** The same from an open device with a known size, read from its position to its end in this thread. */
    QCoro::Task<Answer<StoredDocument>> uploadDevice(base::SessionId session,
                                                     std::shared_ptr<QIODevice> device, QString name,
                                                     std::stop_token stop = std::stop_token()) const;
    /** signapi.md 4.3. */
    QCoro::Task<Answer<QList<StoredDocument>>> listDocuments(base::SessionId session,
                                                             std::stop_token stop = std::stop_token()) const;
    /**
     * signapi.md 4.4: fetches a document into the new file `path`, through a temporary file beside it;
     * complete or not at all, and never over a file. `expectedSize` as listed, -1 if unknown.
     * OutputNotWritable, AnswerIncomplete (the size differs).
     */
    QCoro::Task<Answer<void>> downloadDocument(base::SessionId session, QString documentId, QString path,
                                               qint64 expectedSize,
                                               std::stop_token stop = std::stop_token()) const;

    /** signapi.md 5.1: exactly one entry for each session asked for, in that order. */
    QCoro::Task<Answer<QList<SessionDigest>>> calculateDigest(CalculateDigestRequest request,
                                                              std::stop_token stop = std::stop_token()) const;
    /**
     * signapi.md 5.2: exactly one entry for each session of the request, in that order. A `stop` counts only
     * until the request leaves (Delivery::NotSent); from then on only `abandon` ends the wait, with
     * Delivery::Unclear.
     */
    QCoro::Task<Answer<QList<ChangeOutcome>>> finalizeSigning(
        FinalizeRequest request, std::stop_token stop = std::stop_token(),
        std::stop_token abandon = std::stop_token()) const;
    /** signapi.md 5.4: seals, under the same rules. A second one adds a second seal. */
    QCoro::Task<Answer<QList<ChangeOutcome>>> createESeal(ESealRequest request,
                                                          std::stop_token stop = std::stop_token(),
                                                          std::stop_token abandon = std::stop_token()) const;
    /** signapi.md 5.3: adds an archive time stamp, under the same rules. A second one adds a second stamp. */
    QCoro::Task<Answer<QList<ChangeOutcome>>> addArchive(ArchiveRequest request,
                                                         std::stop_token stop = std::stop_token(),
                                                         std::stop_token abandon = std::stop_token()) const;

    /**
     * signapi.md 6: what the service makes of the signatures of a container or a PDF (not of a file inside a
     * container). Version 2 of the call, or 1 where the service answers 404; which one works is remembered.
     * DocumentNotSigned: there is no signature. Changes nothing.
     */
    QCoro::Task<Answer<ValidationReport>> validate(base::SessionId session, QString documentId,
                                                   std::stop_token stop = std::stop_token()) const;

private:
    explicit SignApiClient(std::shared_ptr<ClientCore> core);
    std::shared_ptr<ClientCore> m_core;
};

}  // namespace signet::signapi
