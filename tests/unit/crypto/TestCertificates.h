#pragma once

#include <openssl/evp.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <memory>

// Keys and certificates made for one test run. Test code: whatever fails here ends the test.
namespace signet::test {

using KeyHandle = std::shared_ptr<EVP_PKEY>;

KeyHandle newRsaKey(unsigned bits = 2048);
KeyHandle newEcKey(const char* curve = "P-384");
KeyHandle publicKeyFromPem(QByteArrayView pem);

/** PKCS#1 v1.5 with the DigestInfo of `hashName`, or ECDSA in DER; nothing is hashed. */
QByteArray signDigest(const KeyHandle& key, const QByteArray& digest, const char* hashName);

struct CertificateSpec {
    QByteArray commonName = "TEST PERSON";
    QByteArray givenName;
    QByteArray surname;
    QByteArray serialNumber;
    QByteArray organisation;
    QByteArray organisationIdentifier;
    QByteArray keyUsage;          ///< as in an OpenSSL configuration; empty: no extension
    QByteArray extendedKeyUsage;  ///< the same
    QByteArray qcStatements;      ///< the extension's DER; empty: no extension
    int qcStatementsTimes = 1;
    qint64 notBefore = 1'700'000'000;  ///< seconds since 1970
    qint64 notAfter = 1'900'000'000;
};

/** The DER of a certificate over `key`, issued by a key made for the purpose. */
QByteArray makeCertificate(const CertificateSpec& spec, const KeyHandle& key);
QByteArray toPem(const QByteArray& der, const char* label = "CERTIFICATE");

struct PfxSpec {
    KeyHandle key;                       ///< null: no key
    QByteArray certificate = {};         ///< DER; empty: none
    QList<QByteArray> others = {};       ///< DER
    const char* cipher = "AES-256-CBC";  ///< or a PBE of PKCS #12, such as "PBE-SHA1-3DES"; null: plain
    const char* keyCipher = nullptr;     ///< of the key's bag, if another one
    const char* mac = "SHA256";          ///< null: none
    int rounds = 2048;
    int macRounds = 2048;
};

/** A PFX as `openssl pkcs12 -export` makes one; an old cipher comes from OpenSSL's legacy provider. */
QByteArray makePfx(const PfxSpec& spec, const QByteArray& password);
QByteArray publicKeyDer(const KeyHandle& key);     ///< SubjectPublicKeyInfo
QByteArray rsaPublicKeyDer(const KeyHandle& key);  ///< RSAPublicKey
/** What the key encrypted; null (no bytes) if the padding is wrong. */
QByteArray decrypt(const KeyHandle& key, const QByteArray& encrypted, bool oaep);

/** One DER element: tag, length (definite), content. */
QByteArray derElement(char tag, const QByteArray& content);
QByteArray derIdentifier(const char* dotted);
/** SEQUENCE of QcCompliance, QcSSCD and QcType { `type` } (ETSI EN 319 412-5). */
QByteArray qualifiedStatementsOf(const char* type);

}  // namespace signet::test
