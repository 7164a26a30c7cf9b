#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {

tl::unexpected<base::Error> opensslFailure(const char* what) {
    QString detail = QString::fromLatin1(what);
    while (const unsigned long code = ERR_get_error()) {
        char text[256];
        ERR_error_string_n(code, text, sizeof text);
        detail += u": " + QString::fromUtf8(text);
    }
    return fail(ErrorCode::InternalError, QStringList(), detail);
}

X509Ptr parseCertificate(QByteArrayView der) {
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = begin + der.size();
    X509Ptr certificate(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
    if (!certificate)
        ERR_clear_error();
    return begin == end ? std::move(certificate) : nullptr;
}

QByteArray bytesOf(BIO* memory) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

}  // namespace signet::sandbox
