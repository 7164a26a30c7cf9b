#include "SignatoryBench.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "crypto/EcdsaSignature.h"
#include "sandbox/service/PdfSignature.h"

namespace signet::test {
namespace {

using namespace sandbox;

QByteArray valueOver(const crypto::Digest& digest, EVP_PKEY* key) {
    constexpr std::size_t LargestSignature = 512;
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(key, nullptr);
    EVP_PKEY_sign_init(context);
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
        EVP_PKEY_CTX_set_signature_md(context, EVP_sha256());
    }
    std::size_t size = LargestSignature;
    QByteArray value(static_cast<qsizetype>(size), '\0');
    const QByteArray& hash = digest.bytes();
    const int good = EVP_PKEY_sign(context, reinterpret_cast<unsigned char*>(value.data()), &size,
                                   reinterpret_cast<const unsigned char*>(hash.data()),
                                   static_cast<std::size_t>(hash.size()));
    EVP_PKEY_CTX_free(context);
    value.truncate(good == 1 ? static_cast<qsizetype>(size) : 0);
    return value;
}

crypto::Certificate signerOf(const CardIdentity& card) {
    return *crypto::Certificate::fromDer(card.signing.certificateDer);
}

QByteArray xmlValue(const QByteArray& value, const crypto::Certificate& signer) {
    constexpr int P384FieldSize = 48;
    return signer.keyType() == crypto::KeyType::Rsa
               ? value
               : crypto::EcdsaSignature::fromDer(value, P384FieldSize)->raw();
}

}  // namespace

SignatoryBench::SignatoryBench(DemoPki pki) : m_pki(std::move(pki)), m_ocsp(m_pki), m_stamps(m_pki) {}

CardIdentity SignatoryBench::card(CardPersonalisation personalisation, const QString& givenName) const {
    return *m_pki.issueCard(personalisation, givenName, QStringLiteral("PARAUGA"),
                            QStringLiteral("010180-12345"));
}

LongTermEvidence SignatoryBench::evidence(const CardIdentity& card) const {
    return {{m_pki.issuer().certificateDer, m_pki.root().certificateDer, m_pki.ocspResponder().certificateDer,
             m_pki.timeStampAuthority().certificateDer},
            {*m_ocsp.statusOf(card.signing.certificateDer)}};
}

QByteArray SignatoryBench::xades(const QList<DataFile>& files, const CardIdentity& card, int digestLength,
                                 bool longTerm) const {
    return xadesWith(files, card, longTerm ? evidence(card) : LongTermEvidence{}, digestLength);
}

QByteArray SignatoryBench::xadesWith(const QList<DataFile>& files, const CardIdentity& card,
                                     const LongTermEvidence& evidence, int digestLength) const {
    const auto signature = XadesSignature::prepare(files, signerOf(card), {m_pki.issuer().certificateDer},
                                                   digestLength, QDateTime::currentDateTimeUtc());
    return *signature->complete(
        xmlValue(valueOver(signature->digest(), card.signing.key.get()), signerOf(card)),
        [this](QByteArrayView data) { return m_stamps.stamp(data); }, evidence);
}

QByteArray SignatoryBench::pades(const QByteArray& pdf, const CardIdentity& card, bool longTerm,
                                 int digestLength) const {
    const auto signature = PdfSignature::prepare(pdf, signerOf(card), {m_pki.issuer().certificateDer},
                                                 digestLength, QDateTime::currentDateTimeUtc());
    return *signature->complete(
        valueOver(signature->digest(), card.signing.key.get()),
        [this](QByteArrayView data) { return m_stamps.stamp(data); },
        longTerm ? evidence(card) : LongTermEvidence{});
}

QByteArray SignatoryBench::archived(const QByteArray& pdf, const CardIdentity& card) const {
    return *archivePdf(
        pdf, [this](QByteArrayView data) { return m_stamps.stamp(data); },
        [&](const std::optional<crypto::Certificate>& signer) -> base::Expected<LongTermEvidence> {
            return signer ? evidence(card) : LongTermEvidence{{m_pki.root().certificateDer}, {}};
        });
}

QByteArray SignatoryBench::container(const QList<DataFile>& files, const QList<QByteArray>& signatures) {
    auto container = AsicContainer::create(files);
    for (const QByteArray& xml : signatures)
        container = container->withSignature(xml);
    return container->bytes();
}

}  // namespace signet::test
