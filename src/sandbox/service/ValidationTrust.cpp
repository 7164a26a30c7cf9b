#include "sandbox/service/ValidationTrust.h"

#include <QTimeZone>
#include <ctime>

#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

using StorePtr = OpenSslPtr<X509_STORE, X509_STORE_free>;
using StoreContextPtr = OpenSslPtr<X509_STORE_CTX, X509_STORE_CTX_free>;
using StampContextPtr = OpenSslPtr<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;
using StampInfoPtr = OpenSslPtr<TS_TST_INFO, TS_TST_INFO_free>;
using TokenPtr = OpenSslPtr<PKCS7, PKCS7_free>;
using BasicPtr = OpenSslPtr<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using ResponsePtr = OpenSslPtr<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using CertIdPtr = OpenSslPtr<OCSP_CERTID, OCSP_CERTID_free>;

struct StackDeleter {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using StackPtr = std::unique_ptr<STACK_OF(X509), StackDeleter>;

/** Of a list whose certificates belong to somebody else. */
struct ListDeleter {
    void operator()(STACK_OF(X509) * list) const { sk_X509_free(list); }
};
using ListPtr = std::unique_ptr<STACK_OF(X509), ListDeleter>;

/** A failed check leaves words in OpenSSL's queue; they are nobody's error. */
struct QueueCleaner {
    QueueCleaner() { ERR_clear_error(); }
    ~QueueCleaner() { ERR_clear_error(); }
    Q_DISABLE_COPY_MOVE(QueueCleaner)
};

StackPtr stackOf(const QList<QByteArray>& certificates) {
    StackPtr stack(sk_X509_new_null());
    for (const QByteArray& der : certificates) {
        X509Ptr certificate = parseCertificate(der);
        if (certificate && stack && sk_X509_push(stack.get(), certificate.get()) > 0)
            certificate.release();
    }
    return stack;
}

StorePtr storeWith(const QByteArray& rootDer) {
    StorePtr store(X509_STORE_new());
    const X509Ptr root = parseCertificate(rootDer);
    return store && root && X509_STORE_add_cert(store.get(), root.get()) == 1 ? std::move(store) : nullptr;
}

QDateTime timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

const unsigned char* bytesAt(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/** The answer's basic part, if the responder is the certificate's issuer or was named by it. */
BasicPtr verifiedAnswer(const QByteArray& der, STACK_OF(X509) * others, X509_STORE* store) {
    const unsigned char* in = bytesAt(der);
    const ResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &in, static_cast<long>(der.size())));
    if (!response || OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return nullptr;
    BasicPtr basic(OCSP_response_get1_basic(response.get()));
    return basic && OCSP_basic_verify(basic.get(), others, store, 0) == 1 ? std::move(basic) : nullptr;
}

std::optional<VerifiedStatus> statusIn(OCSP_BASICRESP* basic, X509* certificate, X509* issuer) {
    for (const EVP_MD* hash : {EVP_sha1(), EVP_sha256()}) {
        const CertIdPtr id(OCSP_cert_to_id(hash, certificate, issuer));
        int status = V_OCSP_CERTSTATUS_UNKNOWN;
        ASN1_GENERALIZEDTIME* revokedAt = nullptr;
        if (!id ||
            OCSP_resp_find_status(basic, id.get(), &status, nullptr, &revokedAt, nullptr, nullptr) != 1)
            continue;
        VerifiedStatus result;
        result.producedAt = timeOf(OCSP_resp_get0_produced_at(basic));
        if (status == V_OCSP_CERTSTATUS_GOOD)
            result.status = VerifiedStatus::Status::Good;
        else if (status == V_OCSP_CERTSTATUS_REVOKED)
            result.status = VerifiedStatus::Status::Revoked;
        result.revokedAt = timeOf(revokedAt);
        return result;
    }
    return std::nullopt;
}

X509* issuerIn(STACK_OF(X509) * others, X509* certificate) {
    for (int i = 0; i < sk_X509_num(others); ++i) {
        if (X509_check_issued(sk_X509_value(others, i), certificate) == X509_V_OK)
            return sk_X509_value(others, i);
    }
    return nullptr;
}

QDateTime authorityUntil(PKCS7* token) {
    const ListPtr signers(PKCS7_get0_signers(token, nullptr, 0));
    return signers && sk_X509_num(signers.get()) > 0
               ? timeOf(X509_get0_notAfter(sk_X509_value(signers.get(), 0)))
               : QDateTime();
}

}  // namespace

ValidationTrust::ValidationTrust(const DemoPki& pki)
    : m_rootDer(pki.root().certificateDer), m_issuerDer(pki.issuer().certificateDer) {}

ChainResult ValidationTrust::chainOf(const QByteArray& certificateDer, const QList<QByteArray>& others,
                                     const QDateTime& when) const {
    const QueueCleaner cleaner;
    const X509Ptr certificate = parseCertificate(certificateDer);
    const StorePtr store = storeWith(m_rootDer);
    const StackPtr between = stackOf(others + QList{m_issuerDer});
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (!certificate || !store || !context ||
        X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), between.get()) != 1)
        return ChainResult::Untrusted;
    X509_STORE_CTX_set_time(context.get(), 0, static_cast<std::time_t>(when.toSecsSinceEpoch()));
    if (X509_verify_cert(context.get()) == 1)
        return ChainResult::Trusted;
    const int error = X509_STORE_CTX_get_error(context.get());
    return error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID
               ? ChainResult::OutOfTime
               : ChainResult::Untrusted;
}

std::optional<VerifiedStamp> ValidationTrust::checkStamp(QByteArrayView token, QByteArrayView data) const {
    const QueueCleaner cleaner;
    const unsigned char* in = bytesAt(token);
    const TokenPtr parsed(d2i_PKCS7(nullptr, &in, static_cast<long>(token.size())));
    const StampContextPtr context(TS_VERIFY_CTX_new());
    StorePtr store = storeWith(m_rootDer);
    StackPtr between = stackOf({m_issuerDer});
    BioPtr content(BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
    if (!parsed || PKCS7_type_is_signed(parsed.get()) != 1 || !context || !store || !between || !content)
        return std::nullopt;
    TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_DATA);
    // The context owns these three from now on.
    TS_VERIFY_CTX_set_store(context.get(), store.release());
    TS_VERIFY_CTX_set_certs(context.get(), between.release());
    TS_VERIFY_CTX_set_data(context.get(), content.release());
    if (TS_RESP_verify_token(context.get(), parsed.get()) != 1)
        return std::nullopt;
    const StampInfoPtr info(PKCS7_to_TS_TST_INFO(parsed.get()));
    const QDateTime time = info ? timeOf(TS_TST_INFO_get_time(info.get())) : QDateTime();
    return time.isValid() ? std::optional(VerifiedStamp{time, authorityUntil(parsed.get())}) : std::nullopt;
}

std::optional<VerifiedStatus> ValidationTrust::statusOf(const QByteArray& certificateDer,
                                                        const QList<QByteArray>& answers,
                                                        const QList<QByteArray>& others) const {
    const QueueCleaner cleaner;
    const X509Ptr certificate = parseCertificate(certificateDer);
    const StackPtr between = stackOf(others + QList{m_issuerDer});
    const StorePtr store = storeWith(m_rootDer);
    X509* issuer = certificate && between ? issuerIn(between.get(), certificate.get()) : nullptr;
    if (issuer == nullptr || !store)
        return std::nullopt;
    for (const QByteArray& answer : answers) {
        const BasicPtr basic = verifiedAnswer(answer, between.get(), store.get());
        const auto status = basic ? statusIn(basic.get(), certificate.get(), issuer) : std::nullopt;
        if (status)
            return status;
    }
    return std::nullopt;
}

}  // namespace signet::sandbox
