#include "sandbox/pki/CmsSignature.h"

#include <openssl/cms.h>

#include <QCryptographicHash>
#include <algorithm>
#include <array>

#include "crypto/SignatureCheck.h"
#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

using CmsPtr = OpenSslPtr<CMS_ContentInfo, CMS_ContentInfo_free>;
using AttributePtr = OpenSslPtr<X509_ATTRIBUTE, X509_ATTRIBUTE_free>;

constexpr qsizetype MaxCmsBytes = 1024 * 1024;

const EVP_MD* messageDigestFor(const crypto::Digest& digest) {
    switch (digest.algorithm()) {
        case crypto::HashAlgorithm::Sha256:
            return EVP_sha256();
        case crypto::HashAlgorithm::Sha384:
            return EVP_sha384();
        case crypto::HashAlgorithm::Sha512:
            return EVP_sha512();
        default:
            return nullptr;
    }
}

QByteArray hashWith(const EVP_MD* algorithm, const QByteArray& bytes) {
    QByteArray hash(EVP_MD_get_size(algorithm), Qt::Uninitialized);
    const bool good =
        EVP_Digest(bytes.constData(), static_cast<size_t>(bytes.size()),
                   reinterpret_cast<unsigned char*>(hash.data()), nullptr, algorithm, nullptr) == 1;
    return good ? hash : QByteArray();
}

CmsPtr parseCms(QByteArrayView der) {
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    CmsPtr cms(der.size() <= MaxCmsBytes ? d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(der.size()))
                                         : nullptr);
    ERR_clear_error();
    return cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed ? std::move(cms) : nullptr;
}

CMS_SignerInfo* firstSigner(CMS_ContentInfo* cms) {
    return cms ? sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0) : nullptr;
}

/** A signer who cannot sign here: OpenSSL takes the certificate's public key where it asks for the private
 * one. */
CMS_SignerInfo* addSigner(CMS_ContentInfo* cms, const QByteArray& certificateDer, const EVP_MD* algorithm) {
    constexpr unsigned int Flags = CMS_PARTIAL | CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP | CMS_CADES;
    const X509Ptr certificate = parseCertificate(certificateDer);
    EVP_PKEY* key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    return key ? CMS_add1_signer(cms, certificate.get(), key, algorithm, Flags) : nullptr;
}

bool addContentAttributes(CMS_SignerInfo* signer, const crypto::Digest& contentHash) {
    return CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                       OBJ_nid2obj(NID_pkcs7_data), -1) == 1 &&
           CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                       contentHash.bytes().constData(),
                                       static_cast<int>(contentHash.bytes().size())) == 1;
}

bool addCertificates(CMS_ContentInfo* cms, const QList<QByteArray>& certificates) {
    return std::all_of(certificates.begin(), certificates.end(), [cms](const QByteArray& der) {
        const X509Ptr certificate = parseCertificate(der);
        return certificate && CMS_add1_cert(cms, certificate.get()) == 1;
    });
}

/** The attributes as they are signed: a DER SET OF, which sorts its members (RFC 5652, 5.4; X.690, 11.6). */
QByteArray signedAttributesDer(CMS_SignerInfo* signer) {
    QList<QByteArray> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        attributes.append(toDer(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    std::sort(attributes.begin(), attributes.end());
    const QByteArray content = attributes.join();
    std::array<unsigned char, 8> header;
    unsigned char* end = header.data();
    ASN1_put_object(&end, 1, static_cast<int>(content.size()), V_ASN1_SET, V_ASN1_UNIVERSAL);
    return QByteArray(reinterpret_cast<const char*>(header.data()), end - header.data()) + content;
}

QList<QByteArray> unsignedTimeStamps(CMS_SignerInfo* signer) {
    QList<QByteArray> tokens;
    int position = -1;
    while ((position = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, position)) >= 0) {
        X509_ATTRIBUTE* attribute = CMS_unsigned_get_attr(signer, position);
        const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(attribute, 0);
        if (value && value->type == V_ASN1_SEQUENCE)
            tokens.append(QByteArray(reinterpret_cast<const char*>(value->value.sequence->data),
                                     value->value.sequence->length));
    }
    return tokens;
}

}  // namespace

Expected<CmsSignature> CmsSignature::prepare(const crypto::Digest& contentHash,
                                             const crypto::Certificate& signer,
                                             const QList<QByteArray>& issuers) {
    const EVP_MD* algorithm = messageDigestFor(contentHash);
    if (const auto fits = crypto::checkDigestFits(signer, contentHash); !algorithm || !fits)
        return fail(ErrorCode::DigestLength, QStringList{QString::number(contentHash.bytes().size())});
    const CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_BINARY | CMS_DETACHED));
    CMS_SignerInfo* info = cms ? addSigner(cms.get(), signer.der(), algorithm) : nullptr;
    if (!info || !addContentAttributes(info, contentHash) || !addCertificates(cms.get(), issuers))
        return opensslFailure("prepare CMS signature");
    auto digest = crypto::Digest::fromBytes(hashWith(algorithm, signedAttributesDer(info)));
    const QByteArray der = toDer(cms.get(), i2d_CMS_ContentInfo);
    if (!digest || der.isEmpty())
        return opensslFailure("prepare CMS signature");
    return CmsSignature(signer, *digest, der);
}

Expected<QByteArray> CmsSignature::complete(QByteArrayView signatureValue, const Stamper& stamp) const {
    if (const auto fits = crypto::checkSignature(m_signer, m_digest, signatureValue); !fits)
        return tl::unexpected(fits.error());
    const auto token = stamp(signatureValue);
    if (!token)
        return tl::unexpected(token.error());
    const CmsPtr cms = parseCms(m_unsignedDer);
    CMS_SignerInfo* info = firstSigner(cms.get());
    const bool done = info &&
                      ASN1_OCTET_STRING_set(CMS_SignerInfo_get0_signature(info),
                                            reinterpret_cast<const unsigned char*>(signatureValue.data()),
                                            static_cast<int>(signatureValue.size())) == 1 &&
                      CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                                    token->constData(), static_cast<int>(token->size())) == 1;
    const QByteArray der = done ? toDer(cms.get(), i2d_CMS_ContentInfo) : QByteArray();
    if (der.isEmpty())
        return opensslFailure("complete CMS signature");
    return der;
}

std::optional<CmsContent> readCms(QByteArrayView der) {
    const CmsPtr cms = parseCms(der);
    CMS_SignerInfo* info = firstSigner(cms.get());
    if (!info)
        return std::nullopt;
    CmsContent content;
    content.timeStamps = unsignedTimeStamps(info);
    const OpenSslPtr<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }>
        certificates(CMS_get1_certs(cms.get()));
    for (int i = 0; i < sk_X509_num(certificates.get()); ++i) {
        X509* certificate = sk_X509_value(certificates.get(), i);
        content.certificates.append(toDer(certificate, i2d_X509));
        if (CMS_SignerInfo_cert_cmp(info, certificate) == 0)
            content.signer = content.certificates.last();
    }
    return content;
}

}  // namespace signet::sandbox
