#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

#include "base/Error.h"
#include "base/SessionId.h"
#include "crypto/Digest.h"
#include "signing/Document.h"
#include "signing/Operation.h"
#include "signing/ResultForm.h"
#include "signing/SessionState.h"

namespace signet::signing {

/** Names a row of the session list for as long as the program runs; a SignAPI session may not exist yet. */
using SessionKey = quint64;

/** Everything that is known of one picked session. A value; the session list keeps the original. */
struct Session {
    SessionKey key = 0;
    std::optional<base::SessionId> id;  ///< nothing yet for a file, or for an identifier that is none
    QString entered;                    ///< what a person typed, when it is no identifier
    QString file;  ///< absolute path of the local file that is to be signed, if it began as one

    std::optional<ResultForm> form;  ///< what is to be made of this one; nothing: as its batch says

    Operation operation = Operation::Sign;  ///< what its last batch was about
    QList<Operation> done;                  ///< what has been carried out, in order
    SessionState state = SessionState::Picked;
    std::optional<base::Error> error;  ///< of Failed, Unconfirmed and Cancelled

    std::optional<QList<Document>>
        documentsBefore;      ///< as listed when it was picked; nothing if listing failed
    QList<Document> results;  ///< what is new since then: the signed, sealed or archived document
    std::optional<crypto::Digest> digest;
    QByteArray signatureValue;  ///< as finalizeSigning takes it; empty until Signed

    QString savedAs;                        ///< absolute path of the signed document on this computer
    std::optional<base::Error> saveError;   ///< Finalized, but the document could not be fetched or saved
    std::optional<base::Error> checkError;  ///< Finalized, but a look at the document shows something else

    QDateTime pickedAt;
    QDateTime signedAt;
    QDateTime endedAt;

    /** What a person knows it by: its documents' names, its file's name, its identifier, or what was typed.
     */
    QString title() const;
    /** Its documents as far as they are known: as listed, or the file that it begins with; nothing otherwise.
     */
    std::optional<QList<Document>> knownDocuments() const;
};

}  // namespace signet::signing
