#include "sandbox/service/AsicSigner.h"

#include <QFileInfo>

#include "crypto/EcdsaSignature.h"
#include "sandbox/service/AsicContainer.h"
#include "sandbox/service/XadesArchive.h"

namespace signet::sandbox {
namespace {

/** A XAdES signature and the container, without it, that it is for. */
class PendingContainer : public PendingSignature {
public:
    PendingContainer(XadesSignature signature, AsicContainer container, QString resultName)
        : m_signature(std::move(signature)),
          m_container(std::move(container)),
          m_resultName(std::move(resultName)) {}

    const crypto::Digest& digest() const override { return m_signature.digest(); }
    const crypto::Certificate& signer() const override { return m_signature.signer(); }
    QString resultName() const override { return m_resultName; }
    Expected<QByteArray> complete(QByteArrayView signatureValue,
                                  const TrustServices& services) const override {
        return completeIn(m_container, signatureValue, services);
    }
    /** The files are the same, so the value fits once more. */
    Expected<QByteArray> completeAgain(const QByteArray& finished, QByteArrayView signatureValue,
                                       const TrustServices& services) const override;

private:
    Expected<QByteArray> completeIn(const AsicContainer& container, QByteArrayView signatureValue,
                                    const TrustServices& services) const;

    XadesSignature m_signature;
    AsicContainer m_container;
    QString m_resultName;
};

/** XML Signature 1.1, 6.4.3: ECDSA values as r||s. */
Expected<QByteArray> xmlSignatureValue(const crypto::Certificate& signer, QByteArrayView value) {
    if (signer.keyType() == crypto::KeyType::Rsa)
        return value.toByteArray();
    const auto ecdsa = crypto::EcdsaSignature::fromDer(value, (signer.keyBits() + 7) / 8);
    if (!ecdsa)
        return tl::unexpected(ecdsa.error());
    return ecdsa->raw();
}

Expected<QByteArray> PendingContainer::completeAgain(const QByteArray& finished,
                                                     QByteArrayView signatureValue,
                                                     const TrustServices& services) const {
    const auto container = AsicContainer::read(finished);
    if (!container)
        return tl::unexpected(container.error());
    return completeIn(*container, signatureValue, services);
}

Expected<QByteArray> PendingContainer::completeIn(const AsicContainer& container,
                                                  QByteArrayView signatureValue,
                                                  const TrustServices& services) const {
    const auto value = xmlSignatureValue(signer(), signatureValue);
    if (!value)
        return tl::unexpected(value.error());
    const auto evidence = services.evidence(signer());
    if (!evidence)
        return tl::unexpected(evidence.error());
    const auto xml = m_signature.complete(*value, services.stamp, *evidence);
    if (!xml)
        return tl::unexpected(xml.error());
    const auto withSignature = container.withSignature(*xml);
    if (!withSignature)
        return tl::unexpected(withSignature.error());
    return withSignature->bytes();
}

}  // namespace

Expected<std::shared_ptr<const PendingSignature>> AsicSigner::prepare(const QList<DataFile>& documents,
                                                                      const SignatureRequest& request) const {
    const DataFile& first = documents.first();
    const bool extends = m_target == Target::ExistingContainer;
    auto container = extends ? AsicContainer::read(first.bytes) : AsicContainer::create(documents);
    if (!container)
        return tl::unexpected(container.error());
    auto signature = XadesSignature::prepare(container->files(), request.signer, request.issuers,
                                             request.digestLength, request.signingTime);
    if (!signature)
        return tl::unexpected(signature.error());
    return std::make_shared<const PendingContainer>(
        *std::move(signature), *std::move(container),
        extends ? first.name : QString(QFileInfo(first.name).completeBaseName() + u".asice"));
}

bool AsicSigner::isSigned(const QByteArray& document) const {
    const auto container = AsicContainer::read(document);
    return container && !container->signatures().isEmpty();
}

Expected<QByteArray> AsicSigner::archive(const QByteArray& document, const TrustServices& services) const {
    const auto container = AsicContainer::read(document);
    if (!container)
        return tl::unexpected(container.error());
    if (container->signatures().isEmpty())
        return base::fail(base::ErrorCode::AnswerUnreadable, QStringList(),
                          u"container: has no signature"_qs);
    QList<QByteArray> stamped;
    for (const QByteArray& xml : container->signatures()) {
        const auto withStamps = withArchiveStamps(xml, container->files(), services);
        if (!withStamps)
            return withStamps;
        stamped.append(*withStamps);
    }
    const auto archived = container->withSignaturesReplaced(stamped);
    if (!archived)
        return tl::unexpected(archived.error());
    return archived->bytes();
}

}  // namespace signet::sandbox
