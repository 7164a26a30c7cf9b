#include "sandbox/service/SigningDesk.h"

#include <QFileInfo>

#include "base/Base64.h"
#include "base/Log.h"
#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"
#include "sandbox/service/AsicContainer.h"

namespace signet::sandbox {
namespace {

tl::unexpected<Refusal> refuse(const QString& code, const QString& message) {
    return tl::unexpected(Refusal{code, message});
}

tl::unexpected<Refusal> broken(const QString& operation, const base::Error& error) {
    qCWarning(base::logSandbox) << operation << error.publicCode() << error.detail();
    return refuse(u"signing:" + operation, u"The document could not be processed"_qs);
}

QString asicName(const QString& name) {
    return QFileInfo(name).completeBaseName() + u".asice";
}

QList<DataFile> filesOf(const Session& session) {
    QList<DataFile> files;
    for (const StoredDocument& document : session.documents)
        files.append({document.name, document.bytes});
    return files;
}

int fieldSize(const crypto::Certificate& certificate) {
    return (certificate.keyBits() + 7) / 8;
}

}  // namespace

SigningDesk::SigningDesk(const DemoPki& pki, int ecDigestLength, bool refuseSecondFinalize)
    : m_pki(pki),
      m_ocsp(pki),
      m_timeStamps(pki),
      m_ecDigestLength(ecDigestLength),
      m_refuseSecondFinalize(refuseSecondFinalize) {}

Granted<crypto::Certificate> SigningDesk::readCertificate(const QJsonValue& value) {
    QByteArray text = value.toString().toUtf8();
    for (int layer = 0; layer < 2; ++layer) {
        if (text.contains("-----BEGIN")) {
            if (auto certificate = crypto::Certificate::fromPem(text))
                return *certificate;
            break;
        }
        const auto decoded = base::decodeBase64(text);
        if (!decoded)
            break;
        if (auto certificate = crypto::Certificate::fromDer(*decoded))
            return *certificate;
        text = *decoded;
    }
    return refuse(u"signing:badCertificate"_qs, u"The certificate cannot be read"_qs);
}

Granted<void> SigningDesk::checkSigner(const crypto::Certificate& signer) const {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!signer.isForSigning())
        return refuse(u"signing:calculateDigest:wrongUsage"_qs,
                      u"The certificate is not a signing certificate"_qs);
    if (now < signer.notBefore() || now > signer.notAfter())
        return refuse(u"signing:calculateDigest:certificateExpired"_qs,
                      u"The certificate is not valid now"_qs);
    if (m_ocsp.isRevoked(signer.der()))
        return refuse(u"signing:calculateDigest:certificateRevoked"_qs, u"The certificate is revoked"_qs);
    return {};
}

int SigningDesk::digestLengthFor(const crypto::Certificate& signer) const {
    constexpr int Sha256Length = 32;
    return signer.keyType() == crypto::KeyType::Ec ? m_ecDigestLength : Sha256Length;
}

Granted<QByteArray> SigningDesk::prepare(Session& session, const crypto::Certificate& signer,
                                         bool createNewContainer) const {
    if (session.documents.isEmpty())
        return refuse(u"signing:calculateDigest:noFiles"_qs, u"Session has no file to sign"_qs);
    const StoredDocument& first = session.documents.first();
    QList<DataFile> files = filesOf(session);
    std::optional<QString> extended;
    if (!createNewContainer && session.documents.size() == 1 && AsicContainer::isContainerName(first.name)) {
        const auto container = AsicContainer::read(first.bytes);
        if (!container)
            return refuse(u"signing:calculateDigest:badContainer"_qs, u"The container cannot be read"_qs);
        files = container->files();
        extended = first.id;
    }
    const bool ours = isIssuedBy(signer.der(), m_pki.issuer().certificateDer);
    const auto signature = XadesSignature::prepare(
        files, signer, ours ? QList{m_pki.issuer().certificateDer} : QList<QByteArray>(),
        digestLengthFor(signer), QDateTime::currentDateTimeUtc());
    if (!signature)
        return broken(u"calculateDigest"_qs, signature.error());
    session.prepared = PreparedSignature{*signature, extended ? QList<DataFile>() : files, extended,
                                         extended ? first.name : asicName(first.name)};
    session.finalized = false;
    return signature->digest().bytes();
}

Granted<void> SigningDesk::complete(Session& session, const QString& signatureValue,
                                    const crypto::Certificate& authentication) const {
    if (!session.prepared)
        return refuse(u"signing:finalizeSigning:notPrepared"_qs,
                      u"No digest was calculated for this session"_qs);
    if (session.finalized && m_refuseSecondFinalize)
        return refuse(u"signing:finalizeSigning:alreadyFinalized"_qs, u"The session is already finalized"_qs);
    const PreparedSignature& prepared = *session.prepared;
    if (prepared.signature.signer() == authentication)
        return refuse(u"signing:finalizeSigning:timeStampRefused"_qs,
                      u"The time stamp cannot be requested with the signing certificate"_qs);
    const auto value = xmlSignatureValue(prepared.signature, signatureValue);
    if (!value)
        return tl::unexpected(value.error());
    const auto evidence = evidenceFor(prepared.signature.signer());
    if (!evidence)
        return tl::unexpected(evidence.error());
    const auto xml = prepared.signature.complete(
        *value, [this](QByteArrayView data) { return m_timeStamps.stamp(data); }, *evidence);
    if (!xml)
        return broken(u"finalizeSigning"_qs, xml.error());
    const bool extends = prepared.containerId.has_value() || session.finalized;
    const auto container = extends ? AsicContainer::read(session.documents.value(0).bytes)
                                   : AsicContainer::create(prepared.files);
    if (!container)
        return broken(u"finalizeSigning"_qs, container.error());
    const auto withSignature = container->withSignature(*xml);
    if (!withSignature)
        return broken(u"finalizeSigning"_qs, withSignature.error());
    session.documents = {makeDocument(prepared.resultName, withSignature->bytes())};
    session.finalized = true;
    return {};
}

Granted<QByteArray> SigningDesk::xmlSignatureValue(const XadesSignature& signature,
                                                   const QString& base64) const {
    const auto bad = refuse(u"signing:finalizeSigning:badSignature"_qs,
                            u"The signature value does not fit the certificate and the digest"_qs);
    const auto value = base::decodeBase64(base64.toUtf8());
    if (!value)
        return bad;
    const crypto::Certificate& signer = signature.signer();
    if (signer.keyType() == crypto::KeyType::Rsa)
        return crypto::checkSignature(signer, signature.digest(), *value) ? Granted<QByteArray>(*value) : bad;
    const int size = fieldSize(signer);
    auto ecdsa = crypto::EcdsaSignature::fromDer(*value, size);
    if (!ecdsa)
        ecdsa = crypto::EcdsaSignature::fromRaw(*value, size);
    if (!ecdsa || !crypto::checkSignature(signer, signature.digest(), ecdsa->der()))
        return bad;
    return ecdsa->raw();
}

Granted<LongTermEvidence> SigningDesk::evidenceFor(const crypto::Certificate& signer) const {
    // Only the issuer can speak for a certificate's revocation: a foreign card's signature stays at level
    // B-T.
    if (!isIssuedBy(signer.der(), m_pki.issuer().certificateDer))
        return LongTermEvidence{};
    if (m_ocsp.isRevoked(signer.der()))
        return refuse(u"signing:finalizeSigning:certificateRevoked"_qs, u"The certificate is revoked"_qs);
    const auto status = m_ocsp.statusOf(signer.der());
    if (!status)
        return broken(u"finalizeSigning"_qs, status.error());
    return LongTermEvidence{{m_pki.issuer().certificateDer, m_pki.root().certificateDer,
                             m_pki.ocspResponder().certificateDer, m_pki.timeStampAuthority().certificateDer},
                            {*status}};
}

}  // namespace signet::sandbox
