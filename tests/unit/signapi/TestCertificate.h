#pragma once

#include <QByteArray>

namespace signet::test {

/** A fresh key and a certificate that it signed itself, good for these names. */
struct TestCertificate {
    QByteArray certificatePem;
    QByteArray keyPem;

    static TestCertificate make(const QByteArray& commonName,
                                const QByteArray& names = "DNS:localhost,IP:127.0.0.1");
};

}  // namespace signet::test
