#include "sandbox/pki/OcspResponder.h"

#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

using BasicResponsePtr = OpenSslPtr<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using ResponsePtr = OpenSslPtr<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using RequestPtr = OpenSslPtr<OCSP_REQUEST, OCSP_REQUEST_free>;
using CertIdPtr = OpenSslPtr<OCSP_CERTID, OCSP_CERTID_free>;
using TimePtr = OpenSslPtr<ASN1_TIME, ASN1_TIME_free>;

constexpr qsizetype MaxRequestBytes = 16 * 1024;

bool addStatus(OCSP_BASICRESP* basic, OCSP_CERTID* id, bool ours, bool revoked) {
    const TimePtr now(X509_gmtime_adj(nullptr, 0));
    int status = ours ? V_OCSP_CERTSTATUS_GOOD : V_OCSP_CERTSTATUS_UNKNOWN;
    if (revoked)
        status = V_OCSP_CERTSTATUS_REVOKED;
    return now &&
           OCSP_basic_add1_status(basic, id, status,
                                  revoked ? OCSP_REVOKED_STATUS_KEYCOMPROMISE : OCSP_REVOKED_STATUS_NOSTATUS,
                                  revoked ? now.get() : nullptr, now.get(), nullptr) != nullptr;
}

Expected<QByteArray> signedResponse(OCSP_BASICRESP* basic, const KeyAndCertificate& responder) {
    const X509Ptr certificate = parseCertificate(responder.certificateDer);
    if (!certificate ||
        OCSP_basic_sign(basic, certificate.get(), responder.key.get(), EVP_sha256(), nullptr, 0) != 1)
        return opensslFailure("sign OCSP response");
    const ResponsePtr response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic));
    if (!response)
        return opensslFailure("OCSP response");
    return toDer(response.get(), i2d_OCSP_RESPONSE);
}

/** Whether `id` names a certificate of `issuer`, whatever hash the asker chose. */
bool namesIssuer(OCSP_CERTID* id, X509* issuer) {
    ASN1_OBJECT* hash = nullptr;
    ASN1_INTEGER* serial = nullptr;
    if (OCSP_id_get0_info(nullptr, &hash, nullptr, &serial, id) != 1)
        return false;
    const EVP_MD* digest = EVP_get_digestbyobj(hash);
    const CertIdPtr own(digest ? OCSP_cert_id_new(digest, X509_get_subject_name(issuer),
                                                  X509_get0_pubkey_bitstr(issuer), serial)
                               : nullptr);
    return own && OCSP_id_issuer_cmp(own.get(), id) == 0;
}

bool hasSerial(const QByteArray& certificateDer, OCSP_CERTID* id) {
    ASN1_INTEGER* serial = nullptr;
    const X509Ptr certificate = parseCertificate(certificateDer);
    return certificate && OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, id) == 1 &&
           ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(certificate.get())) == 0;
}

}  // namespace

void OcspResponder::revoke(const QByteArray& certificateDer) {
    m_revoked.insert(certificateDer);
}

Expected<QByteArray> OcspResponder::statusOf(const QByteArray& certificateDer) const {
    const X509Ptr certificate = parseCertificate(certificateDer);
    const X509Ptr issuer = parseCertificate(m_pki.issuer().certificateDer);
    if (!certificate || !issuer || !isIssuedBy(certificateDer, m_pki.issuer().certificateDer))
        return fail(ErrorCode::InternalError, QStringList(), u"not a certificate of the demo's issuer"_qs);
    const BasicResponsePtr basic(OCSP_BASICRESP_new());
    const CertIdPtr id(OCSP_cert_to_id(EVP_sha1(), certificate.get(), issuer.get()));
    if (!basic || !id || !addStatus(basic.get(), id.get(), true, isRevoked(certificateDer)))
        return opensslFailure("OCSP status");
    return signedResponse(basic.get(), m_pki.ocspResponder());
}

Expected<QByteArray> OcspResponder::respond(QByteArrayView requestDer) const {
    const auto* data = reinterpret_cast<const unsigned char*>(requestDer.data());
    const RequestPtr request(requestDer.size() > MaxRequestBytes
                                 ? nullptr
                                 : d2i_OCSP_REQUEST(nullptr, &data, static_cast<long>(requestDer.size())));
    ERR_clear_error();
    const X509Ptr issuer = parseCertificate(m_pki.issuer().certificateDer);
    const BasicResponsePtr basic(OCSP_BASICRESP_new());
    if (!request || !issuer || !basic || OCSP_request_onereq_count(request.get()) < 1) {
        const ResponsePtr refusal(OCSP_response_create(OCSP_RESPONSE_STATUS_MALFORMEDREQUEST, nullptr));
        return toDer(refusal.get(), i2d_OCSP_RESPONSE);
    }
    for (int i = 0; i < OCSP_request_onereq_count(request.get()); ++i) {
        OCSP_CERTID* id = OCSP_onereq_get0_id(OCSP_request_onereq_get0(request.get(), i));
        const bool ours = namesIssuer(id, issuer.get());
        const bool revoked = ours && std::any_of(m_revoked.begin(), m_revoked.end(),
                                                 [id](const QByteArray& der) { return hasSerial(der, id); });
        if (!addStatus(basic.get(), id, ours, revoked))
            return opensslFailure("OCSP status");
    }
    OCSP_copy_nonce(basic.get(), request.get());
    return signedResponse(basic.get(), m_pki.ocspResponder());
}

bool isIssuedBy(const QByteArray& certificateDer, const QByteArray& issuerDer) {
    const X509Ptr certificate = parseCertificate(certificateDer);
    const X509Ptr issuer = parseCertificate(issuerDer);
    const bool issued =
        certificate && issuer &&
        X509_NAME_cmp(X509_get_issuer_name(certificate.get()), X509_get_subject_name(issuer.get())) == 0 &&
        X509_verify(certificate.get(), X509_get0_pubkey(issuer.get())) == 1;
    ERR_clear_error();
    return issued;
}

}  // namespace signet::sandbox
