#include "sandbox/pki/TimeStampAuthority.h"

#include <QCryptographicHash>

#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

using ResponseContextPtr = OpenSslPtr<TS_RESP_CTX, TS_RESP_CTX_free>;
using ResponsePtr = OpenSslPtr<TS_RESP, TS_RESP_free>;
using RequestPtr = OpenSslPtr<TS_REQ, TS_REQ_free>;
using ImprintPtr = OpenSslPtr<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using AlgorithmPtr = OpenSslPtr<X509_ALGOR, X509_ALGOR_free>;
using ObjectPtr = OpenSslPtr<ASN1_OBJECT, ASN1_OBJECT_free>;

constexpr const char* BaselinePolicy = "0.4.0.2023.1.1";  // ETSI EN 319 421 5.2: best practices

ASN1_INTEGER* randomSerial(TS_RESP_CTX*, void*) {
    constexpr int Bits = 63;
    const BigNumberPtr number(BN_new());
    if (!number || BN_rand(number.get(), Bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) != 1)
        return nullptr;
    return BN_to_ASN1_INTEGER(number.get(), nullptr);
}

ResponseContextPtr contextFor(const KeyAndCertificate& authority) {
    ResponseContextPtr context(TS_RESP_CTX_new());
    const X509Ptr certificate = parseCertificate(authority.certificateDer);
    const ObjectPtr policy(OBJ_txt2obj(BaselinePolicy, 1));
    if (!context || !certificate || !policy)
        return nullptr;
    TS_RESP_CTX_set_serial_cb(context.get(), randomSerial, nullptr);
    const bool good = TS_RESP_CTX_set_signer_cert(context.get(), certificate.get()) == 1 &&
                      TS_RESP_CTX_set_signer_key(context.get(), authority.key.get()) == 1 &&
                      TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256()) == 1 &&
                      TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256()) == 1 &&
                      TS_RESP_CTX_set_def_policy(context.get(), policy.get()) == 1 &&
                      TS_RESP_CTX_add_md(context.get(), EVP_sha256()) == 1 &&
                      TS_RESP_CTX_add_md(context.get(), EVP_sha384()) == 1 &&
                      TS_RESP_CTX_add_md(context.get(), EVP_sha512()) == 1 &&
                      TS_RESP_CTX_set_accuracy(context.get(), 1, 0, 0) == 1;
    return good ? std::move(context) : nullptr;
}

RequestPtr requestFor(QByteArrayView data) {
    QByteArray hash = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
    RequestPtr request(TS_REQ_new());
    const ImprintPtr imprint(TS_MSG_IMPRINT_new());
    const AlgorithmPtr algorithm(X509_ALGOR_new());
    if (!request || !imprint || !algorithm)
        return nullptr;
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    const bool good = TS_REQ_set_version(request.get(), 1) == 1 &&
                      TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                      TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(hash.data()),
                                             static_cast<int>(hash.size())) == 1 &&
                      TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
                      TS_REQ_set_cert_req(request.get(), 1) == 1;
    return good ? std::move(request) : nullptr;
}

ResponsePtr createResponse(const KeyAndCertificate& authority, QByteArrayView requestDer) {
    const ResponseContextPtr context = contextFor(authority);
    const BioPtr input(BIO_new_mem_buf(requestDer.data(), static_cast<int>(requestDer.size())));
    return context && input ? ResponsePtr(TS_RESP_create_response(context.get(), input.get())) : nullptr;
}

}  // namespace

Expected<QByteArray> TimeStampAuthority::stamp(QByteArrayView data) const {
    const RequestPtr request = requestFor(data);
    if (!request)
        return opensslFailure("time-stamp request");
    const ResponsePtr response = createResponse(m_pki.timeStampAuthority(), toDer(request.get(), i2d_TS_REQ));
    PKCS7* token = response ? TS_RESP_get_token(response.get()) : nullptr;
    if (!token)
        return opensslFailure("time-stamp token");
    return toDer(token, i2d_PKCS7);
}

Expected<QByteArray> TimeStampAuthority::respond(QByteArrayView requestDer) const {
    const ResponsePtr response = createResponse(m_pki.timeStampAuthority(), requestDer);
    if (!response)
        return opensslFailure("time-stamp response");
    ERR_clear_error();
    return toDer(response.get(), i2d_TS_RESP);
}

}  // namespace signet::sandbox
