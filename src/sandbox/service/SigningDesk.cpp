#include "sandbox/service/SigningDesk.h"

#include <QFileInfo>

#include "base/Base64.h"
#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"

namespace signet::sandbox {
namespace {

QList<DataFile> filesOf(const Session& session) {
    QList<DataFile> files;
    for (const StoredDocument& document : session.documents)
        files.append({document.name, document.bytes});
    return files;
}

/** "a.edoc" becomes "a.extended.edoc" and stays so with the next time stamp. */
QString archivedName(const QString& name) {
    const QFileInfo info(name);
    const QString stem = info.completeBaseName();
    return stem.endsWith(u".extended") ? name : QString(stem + u".extended." + info.suffix());
}

/** Verified against certificate and digest: RSA as it is, ECDSA as DER, from DER or r||s. */
Granted<QByteArray> verifiedValue(const PendingSignature& pending, const QString& base64) {
    const auto bad = refuse(u"signing:finalizeSigning:badSignature"_qs,
                            u"The signature value does not fit the certificate and the digest"_qs);
    auto value = base::decodeBase64(base64.toUtf8());
    if (!value)
        return bad;
    const crypto::Certificate& signer = pending.signer();
    if (signer.keyType() == crypto::KeyType::Ec) {
        const int fieldSize = (signer.keyBits() + 7) / 8;
        auto ecdsa = crypto::EcdsaSignature::fromDer(*value, fieldSize);
        if (!ecdsa)
            ecdsa = crypto::EcdsaSignature::fromRaw(*value, fieldSize);
        if (!ecdsa)
            return bad;
        value = ecdsa->der();
    }
    if (!crypto::checkSignature(signer, pending.digest(), *value))
        return bad;
    return *value;
}

}  // namespace

SigningDesk::SigningDesk(const DemoPki& pki, int ecDigestLength, bool refuseSecondFinalize)
    : m_pki(pki),
      m_ocsp(pki),
      m_timeStamps(pki),
      m_ecDigestLength(ecDigestLength),
      m_refuseSecondFinalize(refuseSecondFinalize) {}

Granted<crypto::Certificate> SigningDesk::readCertificate(const QJsonValue& value) {
    if (auto certificate = crypto::Certificate::fromAnyEncoding(value.toString().toUtf8()))
        return *certificate;
    return refuse(u"signing:badCertificate"_qs, u"The certificate cannot be read"_qs);
}

Granted<void> SigningDesk::checkSigner(const crypto::Certificate& signer, const QString& operation) const {
    const QString area = u"signing:%1:"_qs.arg(operation);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!signer.isForSigning())
        return refuse(area + u"wrongUsage", u"The certificate is not a signing certificate"_qs);
    if (now < signer.notBefore() || now > signer.notAfter())
        return refuse(area + u"certificateExpired", u"The certificate is not valid now"_qs);
    if (m_ocsp.isRevoked(signer.der()))
        return refuse(area + u"certificateRevoked", u"The certificate is revoked"_qs);
    return {};
}

int SigningDesk::digestLengthFor(const crypto::Certificate& signer) const {
    constexpr int Sha256Length = 32;
    return signer.keyType() == crypto::KeyType::Ec ? m_ecDigestLength : Sha256Length;
}

Granted<std::shared_ptr<const PendingSignature>> SigningDesk::pendingFor(const Session& session,
                                                                         const crypto::Certificate& signer,
                                                                         SigningChoice choice,
                                                                         const QString& operation) const {
    const QList<DataFile> documents = filesOf(session);
    const auto documentSigner = documentSignerFor(documents, choice, operation);
    if (!documentSigner)
        return tl::unexpected(documentSigner.error());
    const bool ours = isIssuedBy(signer.der(), m_pki.issuer().certificateDer);
    auto pending =
        (*documentSigner)
            ->prepare(documents, {signer, ours ? QList{m_pki.issuer().certificateDer} : QList<QByteArray>(),
                                  digestLengthFor(signer), QDateTime::currentDateTimeUtc()});
    if (!pending && pending.error().code() == base::ErrorCode::AnswerUnreadable)
        return refuse(u"signing:%1:badDocument"_qs.arg(operation),
                      u"The document cannot be signed: "_qs + pending.error().detail());
    if (!pending)
        return refuseBroken(operation, pending.error());
    return *std::move(pending);
}

Granted<QByteArray> SigningDesk::prepare(Session& session, const crypto::Certificate& signer,
                                         SigningChoice choice) const {
    const auto pending = pendingFor(session, signer, choice, u"calculateDigest"_qs);
    if (!pending)
        return tl::unexpected(pending.error());
    session.prepared = *pending;
    session.finalized = false;
    return session.prepared->digest().bytes();
}

Granted<void> SigningDesk::complete(Session& session, const QString& signatureValue,
                                    const crypto::Certificate& authentication) const {
    if (!session.prepared)
        return refuse(u"signing:finalizeSigning:notPrepared"_qs,
                      u"No digest was calculated for this session"_qs);
    if (session.finalized && m_refuseSecondFinalize)
        return refuse(u"signing:finalizeSigning:alreadyFinalized"_qs, u"The session is already finalized"_qs);
    const PendingSignature& pending = *session.prepared;
    if (pending.signer() == authentication)
        return refuse(u"signing:finalizeSigning:timeStampRefused"_qs,
                      u"The time stamp cannot be requested with the signing certificate"_qs);
    if (m_ocsp.isRevoked(pending.signer().der()))
        return refuse(u"signing:finalizeSigning:certificateRevoked"_qs, u"The certificate is revoked"_qs);
    const auto value = verifiedValue(pending, signatureValue);
    if (!value)
        return tl::unexpected(value.error());
    const auto document =
        session.finalized ? pending.completeAgain(session.documents.value(0).bytes, *value, trustServices())
                          : pending.complete(*value, trustServices());
    if (!document)
        return refuseBroken(u"finalizeSigning"_qs, document.error());
    session.documents = {makeDocument(pending.resultName(), *document)};
    session.finalized = true;
    return {};
}

Granted<void> SigningDesk::seal(Session& session, const SealKey& key, SigningChoice choice) const {
    const QString operation = u"eSealCreate"_qs;
    const auto pending = pendingFor(session, key.certificate(), choice, operation);
    if (!pending)
        return tl::unexpected(pending.error());
    const auto value = key.sign((*pending)->digest());
    if (!value)
        return refuseBroken(operation, value.error());
    const auto document = (*pending)->complete(*value, trustServices());
    if (!document)
        return refuseBroken(operation, document.error());
    session.documents = {makeDocument((*pending)->resultName(), *document)};
    session.prepared.reset();
    return {};
}

bool SigningDesk::isSigned(const Session& session) const {
    if (session.documents.size() != 1)
        return false;
    const DataFile document = filesOf(session).first();
    const auto documentSigner = documentSignerOf(document.name);
    return documentSigner && documentSigner->isSigned(document.bytes);
}

Granted<void> SigningDesk::archive(Session& session) const {
    const QString operation = u"addArchive"_qs;
    if (!isSigned(session))
        return refuse(u"signing:addArchive:notSigned"_qs, u"The session holds no signed document"_qs);
    const DataFile document = filesOf(session).first();
    const auto archived = documentSignerOf(document.name)->archive(document.bytes, trustServices());
    if (!archived && archived.error().code() == base::ErrorCode::AnswerUnreadable)
        return refuse(u"signing:addArchive:badDocument"_qs,
                      u"The document cannot be archived: "_qs + archived.error().detail());
    if (!archived)
        return refuseBroken(operation, archived.error());
    session.documents = {makeDocument(archivedName(document.name), *archived)};
    session.prepared.reset();
    return {};
}

TrustServices SigningDesk::trustServices() const {
    return {[this](QByteArrayView data) { return m_timeStamps.stamp(data); },
            [this](const std::optional<crypto::Certificate>& signer) { return evidenceFor(signer); }};
}

Expected<LongTermEvidence> SigningDesk::evidenceFor(const std::optional<crypto::Certificate>& signer) const {
    if (!signer)
        return LongTermEvidence{{m_pki.root().certificateDer, m_pki.timeStampAuthority().certificateDer}, {}};
    // Only the issuer can speak for a certificate's revocation: a foreign card's signature stays at level
    // B-T.
    if (!isIssuedBy(signer->der(), m_pki.issuer().certificateDer))
        return LongTermEvidence{};
    const auto status = m_ocsp.statusOf(signer->der());
    if (!status)
        return tl::unexpected(status.error());
    return LongTermEvidence{{m_pki.issuer().certificateDer, m_pki.root().certificateDer,
                             m_pki.ocspResponder().certificateDer, m_pki.timeStampAuthority().certificateDer},
                            {*status}};
}

}  // namespace signet::sandbox
