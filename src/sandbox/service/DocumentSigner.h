#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"
#include "sandbox/service/XadesSignature.h"

namespace signet::sandbox {

/** Who signs, and what goes into the signature when it is prepared. */
struct SignatureRequest {
    crypto::Certificate signer;
    QList<QByteArray> issuers;  ///< DER; put in beside the signer's certificate
    int digestLength = 32;      ///< bytes: 32, 48 or 64 for EC keys, 32 for RSA
    QDateTime signingTime;
};

/** What the service around a signature lends: time stamps and answers about revocation. */
struct TrustServices {
    /** DER of a time-stamp token over these bytes. */
    std::function<Expected<QByteArray>(QByteArrayView)> stamp;
    /**
     * What makes the signature of this certificate last; of the time-stamp authority where none is given.
     * Empty for a certificate that nobody here can speak for.
     */
    std::function<Expected<LongTermEvidence>(const std::optional<crypto::Certificate>&)> evidence;
};

/** A signature that waits for its value. Immutable; holds all that it needs of the documents. */
class PendingSignature {
public:
    virtual ~PendingSignature() = default;
    Q_DISABLE_COPY_MOVE(PendingSignature)

    /** What the card signs. */
    virtual const crypto::Digest& digest() const = 0;
    virtual const crypto::Certificate& signer() const = 0;
    /** The finished document's file name. */
    virtual QString resultName() const = 0;
    /** The finished document, level B-LT. `signatureValue`: verified; RSA as it is, ECDSA as DER. */
    virtual Expected<QByteArray> complete(QByteArrayView signatureValue,
                                          const TrustServices& services) const = 0;
    /**
     * What a service does that does not notice that it completed the signature already: by default the
     * same once more, without regard to `finished`, which complete() gave.
     */
    virtual Expected<QByteArray> completeAgain(const QByteArray& finished, QByteArrayView signatureValue,
                                               const TrustServices& services) const {
        Q_UNUSED(finished);
        return complete(signatureValue, services);
    }

protected:
    PendingSignature() = default;
};

/** One way to put a signature onto documents: into a container, or inside a PDF. Stateless; any thread. */
class DocumentSigner {
public:
    virtual ~DocumentSigner() = default;
    Q_DISABLE_COPY_MOVE(DocumentSigner)

    /**
     * Prepares one signature over these documents of a session, at least one. Earlier signatures stay as
     * they are and stay valid. AnswerUnreadable (reason as detail) where the documents do not allow it.
     */
    virtual Expected<std::shared_ptr<const PendingSignature>> prepare(
        const QList<DataFile>& documents, const SignatureRequest& request) const = 0;
    /** Whether this finished document can be read and has a signature, good or not. */
    virtual bool isSigned(const QByteArray& document) const = 0;
    /**
     * The document with an archive time stamp more (level B-LTA). AnswerUnreadable (reason as detail) where
     * it cannot be read or has no signature.
     */
    virtual Expected<QByteArray> archive(const QByteArray& document, const TrustServices& services) const = 0;

protected:
    DocumentSigner() = default;
};

}  // namespace signet::sandbox
