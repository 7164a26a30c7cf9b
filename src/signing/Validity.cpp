#include "signing/Validity.h"

#include <QLocale>

namespace signet::signing {

using base::Error;
using base::ErrorCode;

QString shortDate(const QDateTime& time) {
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

std::optional<Error> outOfDate(const crypto::Certificate& certificate, ErrorCode ifExpired,
                               const QDateTime& moment) {
    if (moment > certificate.notAfter())
        return Error(ifExpired, {ownerOf(certificate), shortDate(certificate.notAfter())});
    if (moment < certificate.notBefore())
        return Error(ErrorCode::CertificateNotYetValid,
                     {ownerOf(certificate), shortDate(certificate.notBefore())});
    return std::nullopt;
}

QString ownerOf(const crypto::Certificate& certificate) {
    if (!certificate.commonName().isEmpty())
        return certificate.commonName();
    return certificate.organisation().isEmpty() ? certificate.subject() : certificate.organisation();
}

}  // namespace signet::signing
