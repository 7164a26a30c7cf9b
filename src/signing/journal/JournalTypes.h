#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

#include "base/Error.h"
#include "base/SessionId.h"
#include "signing/Document.h"
#include "signing/Operation.h"
#include "signing/ResultForm.h"
#include "signing/SessionState.h"

namespace signet::signing {

/** One run over sessions, as the journal keeps it. No secret is ever in it. */
struct JournalBatch {
    qint64 id = 0;  ///< given by the journal
    Operation operation = Operation::Sign;
    QString api;      ///< the service's address, as in the profile
    QString profile;  ///< the profile's name; empty if it has none
    /** How a program reaches the service again, in that program's own words (JSON); names files and
     * variables, never what is in them. */
    QString access;
    QString signer;                 ///< the card's holder or the seal's organisation, for people
    QByteArray signingCertificate;  ///< DER; empty where no card signs
    QByteArray authCertificate;     ///< DER: the time stamps are requested with it
    QString outputFolder;           ///< absolute; empty: beside picked files only
    QDateTime startedAt;            ///< UTC
    QDateTime endedAt;              ///< UTC; invalid while it runs, and for ever after a crash
};

/** One session in a batch: everything that is needed to find out what became of it, or to go on with it. */
struct JournalEntry {
    qint64 id = 0;                           ///< given by the journal
    qint64 batch = 0;                        ///< JournalBatch::id
    std::optional<base::SessionId> session;  ///< nothing yet for a file that has not been uploaded
    QString title;                           ///< what a person knows it by
    QString file;                            ///< absolute path, if it began as a file
    SessionState state = SessionState::Picked;
    Choice choice;                          ///< what was asked for
    std::optional<QList<Document>> before;  ///< as listed before the request; nothing if that failed
    QByteArray digest;                      ///< raw; empty until there is one
    QByteArray signatureValue;              ///< as finalizeSigning takes it; empty until Signed
    std::optional<base::Error> error;       ///< of Failed, Unconfirmed and Cancelled
    QString savedAs;                        ///< absolute path of the saved result
    QDateTime changedAt;                    ///< UTC
};

/** An entry that is not done, with the batch that it belongs to. */
struct UnfinishedEntry {
    JournalBatch batch;
    JournalEntry entry;
    int batchSize = 0;  ///< how many sessions the batch began with
};

/** Which part of the history is wanted. */
struct HistoryQuery {
    QString text;  ///< in identifier, title, file name, signer or profile, without regard to case; empty: all
    QDateTime since;  ///< invalid: from the beginning
    int limit = 200;  ///< newest first
    int offset = 0;
};

/** A batch with what became of its sessions. */
struct HistoryBatch {
    JournalBatch batch;
    int sessions = 0;
    int finalized = 0;
    int failed = 0;
    int unconfirmed = 0;
    int cancelled = 0;
};

}  // namespace signet::signing
