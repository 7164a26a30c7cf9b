#include "crypto/OpenSsl.h"

#include <array>

namespace signet::crypto {

QString lastOpenSslError() {
    const unsigned long code = ERR_peek_last_error();
    if (code == 0)
        return {};
    std::array<char, 256> text{};
    ERR_error_string_n(code, text.data(), text.size());
    return QString::fromLatin1(text.data());
}

X509Handle readX509(QByteArrayView der) {
    const unsigned char* next = bytesOf(der);
    X509Handle certificate(d2i_X509(nullptr, &next, static_cast<long>(der.size())));
    if (certificate != nullptr && next != bytesOf(der) + der.size())
        return nullptr;
    return certificate;
}

}  // namespace signet::crypto
