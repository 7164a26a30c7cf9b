#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

#include "base/Expected.h"
#include "base/SessionId.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"

namespace signet::signapi {

/** A file inside a container (signapi.md 4.1). */
struct IncludedDocument {
    QString id;
    QString name;
    qint64 size = -1;  ///< bytes; -1: not told
    bool operator==(const IncludedDocument&) const = default;
};

/** A file as the service keeps it in a session (signapi.md 4). All texts are the service's: show them as
 * plain text. */
struct StoredDocument {
    QString id;
    QString name;
    qint64 size = -1;  ///< bytes; -1: not told
    QString type;      ///< "file" or "hash"
    QList<IncludedDocument> includedDocuments;
    bool operator==(const StoredDocument&) const = default;
};

/** The customer's configuration (signapi.md 7.1); 0 where the service does not tell. */
struct ServiceConfiguration {
    QString clientId;
    QString name;
    qint64 fileMaxLength = 0;             ///< bytes
    qint64 sessionExpirationTimeout = 0;  ///< seconds
    QDateTime sentAt;                     ///< by the service's clock; invalid if it does not say
    bool operator==(const ServiceConfiguration&) const = default;
};

/** signapi.md 5.1. The two choices hold for all sessions of the request. */
struct CalculateDigestRequest {
    QList<base::SessionId> sessions;
    crypto::Certificate certificate;  ///< the signer's signing certificate
    bool signAsPdf = false;
    bool createNewEdoc = false;
};

/** What CalculateDigest said about one session that was asked for. */
struct SessionDigest {
    base::SessionId session;
    base::Expected<crypto::Digest> digest;
};

/** One signature on its way back, in the encoding that finalizeSigning takes (signapi.md 11.2). */
struct SessionSignature {
    base::SessionId session;
    QByteArray signatureValue;
};

/** signapi.md 5.2. */
struct FinalizeRequest {
    QList<SessionSignature> signatures;
    crypto::Certificate authCertificate;  ///< the time stamp is requested with it
};

/**
 * signapi.md 5.4. The two choices hold for all sessions of the request. The key file and its password are
 * secrets: nothing of this is ever logged.
 */
struct ESealRequest {
    QList<base::SessionId> sessions;
    bool signAsPdf = false;
    bool createNewEdoc = false;
    QByteArray signKey;                   ///< the PFX file
    QByteArray signKeyPassword;           ///< its password, encrypted for the service (signapi.md 11.4)
    crypto::Certificate authCertificate;  ///< the time stamp is requested with it
    bool authCertificateAsPem = false;    ///< as PEM text instead of base64 DER
};

/** signapi.md 5.3. */
struct ArchiveRequest {
    QList<base::SessionId> sessions;
    crypto::Certificate authCertificate;  ///< the time stamp is requested with it
    bool authCertificateAsPem = false;    ///< as PEM text instead of base64 DER
};

/** What a 2xx of finalizeSigning, eSealCreate or addArchive said about one session of the request. */
struct ChangeOutcome {
    enum class Result {
        Finalized,      ///< named, without an error
        Accepted,       ///< an answer without details ("OK", or nothing at all): look it up
        Failed,         ///< named with an error: `error`
        Missing,        ///< not named: look it up
        Contradictory,  ///< named more than once, or in a way that cannot be read: look it up
    };
    base::SessionId session;
    Result result = Result::Missing;
    std::optional<base::Error> error;  ///< when Failed, Missing or Contradictory
};

}  // namespace signet::signapi
