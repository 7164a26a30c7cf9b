#pragma once

#include <QFile>
#include <QTemporaryDir>

#include "unit/crypto/TestCertificates.h"

namespace signet::test {

/** An organisation's e-seal and what belongs to it, as files in a folder that goes with this object. */
class SealFiles {
public:
    explicit SealFiles(const QByteArray& password) : sealKey(newRsaKey()), authKey(newEcKey()) {
        CertificateSpec seal = sealSpec();
        sealCertificate = makeCertificate(seal, sealKey);
        authCertificate = makeCertificate(authSpec(), authKey);
        pfx = write("seal.pfx", makePfx({sealKey, sealCertificate}, password));
        auth = write("auth.pem", toPem(authCertificate));
    }

    static CertificateSpec sealSpec() {
        CertificateSpec spec;
        spec.commonName = "SIA Paraugs";
        spec.organisation = "SIA Paraugs";
        spec.organisationIdentifier = "NTRLV-40003000000";
        spec.keyUsage = "critical,nonRepudiation";
        spec.qcStatements = qualifiedStatementsOf("0.4.0.1862.1.6.2");
        return spec;
    }

    static CertificateSpec authSpec() {
        CertificateSpec spec;
        spec.commonName = "SIA Paraugs";
        spec.organisation = "SIA Paraugs";
        spec.keyUsage = "critical,digitalSignature";
        spec.extendedKeyUsage = "clientAuth";
        return spec;
    }

    QString write(const char* name, const QByteArray& content) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a test could not write its files");
        return file.fileName();
    }

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    KeyHandle sealKey;
    KeyHandle authKey;
    QByteArray sealCertificate;
    QByteArray authCertificate;
    QString pfx;
    QString auth;

private:
    QTemporaryDir m_folder;
};

}  // namespace signet::test
