#include <openssl/err.h>

#include <QCryptographicHash>
#include <QTest>

#include "TestCertificates.h"
#include "crypto/RsaPublicKey.h"

using namespace signet;
using base::SecretBytes;
using crypto::RsaPadding;
using crypto::RsaPublicKey;

class RsaPublicKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_key = test::newRsaKey();
        m_der = test::publicKeyDer(m_key);
        m_certificate = test::makeCertificate({}, m_key);
    }

    void encodings_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray rsa = test::rsaPublicKeyDer(m_key);
        const QByteArray pem = test::toPem(m_der, "PUBLIC KEY");
        QTest::newRow("PEM") << pem;
        QTest::newRow("PEM with Windows' lines") << QByteArray(pem).replace("\n", "\r\n");
        QTest::newRow("PEM after words") << "The key:\n" + pem + "bye";
        QTest::newRow("PEM after another block") << test::toPem("x", "SOMETHING") + pem;
        QTest::newRow("RSA PEM") << test::toPem(rsa, "RSA PUBLIC KEY");
        QTest::newRow("certificate PEM") << test::toPem(m_certificate);
        QTest::newRow("DER") << m_der;
        QTest::newRow("RSA DER") << rsa;
        QTest::newRow("certificate DER") << m_certificate;
        QTest::newRow("base64 DER") << m_der.toBase64();
        QTest::newRow("base64 RSA DER") << rsa.toBase64();
        QTest::newRow("base64 certificate") << m_certificate.toBase64();
        QTest::newRow("base64 in lines") << "\n " + m_der.toBase64().insert(64, "\r\n") + "\n";
        QTest::newRow("base64 of PEM") << pem.toBase64();
    }

    void encodings() {
        QFETCH(const QByteArray, bytes);
        const auto key = RsaPublicKey::fromAnyEncoding(bytes);
        QVERIFY2(key, key ? "" : qPrintable(key.error().detail()));
        QCOMPARE(key->der(), m_der);
        QCOMPARE(key->bits(), 2048);
        QCOMPARE(key->fingerprint(), QCryptographicHash::hash(m_der, QCryptographicHash::Sha256));
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        const test::KeyHandle small = test::newRsaKey(1024);
        const test::KeyHandle ec = test::newEcKey();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("not a key");
        QTest::newRow("1024 bits") << test::toPem(test::publicKeyDer(small), "PUBLIC KEY");
        QTest::newRow("certificate of 1024 bits") << test::makeCertificate({}, small);
        QTest::newRow("elliptic") << test::publicKeyDer(ec);
        QTest::newRow("elliptic certificate") << test::toPem(test::makeCertificate({}, ec));
        QTest::newRow("trailing byte") << m_der + '\0';
        QTest::newRow("cut") << m_der.chopped(1);
        QTest::newRow("an empty PEM") << test::toPem({}, "PUBLIC KEY");
        QTest::newRow("wrong label") << test::toPem(m_der, "RSA PUBLIC KEY");
        QTest::newRow("huge") << QByteArray(100'000, 'A');
    }

    void refused() {
        QFETCH(const QByteArray, bytes);
        const auto key = RsaPublicKey::fromAnyEncoding(bytes);
        QVERIFY(!key);
        QCOMPARE(base::toString(key.error().code()), QStringLiteral("central-key-invalid"));
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void encrypts_data() {
        QTest::addColumn<bool>("oaep");
        QTest::addColumn<int>("most");
        QTest::newRow("PKCS#1 v1.5") << false << 245;
        QTest::newRow("OAEP") << true << 214;
    }

    void encrypts() {
        QFETCH(const bool, oaep);
        QFETCH(const int, most);
        const RsaPadding padding = oaep ? RsaPadding::OaepSha1 : RsaPadding::Pkcs1;
        const auto key = RsaPublicKey::fromAnyEncoding(m_der);
        QVERIFY(key);
        QCOMPARE(key->largestMessage(padding), most);
        for (const QByteArray& plain : {QByteArray("Pārole €"), QByteArray("x"), QByteArray(most, 'p')}) {
            const auto encrypted = key->encrypt(SecretBytes(QByteArrayView(plain)), padding);
            QVERIFY(encrypted);
            QCOMPARE(encrypted->size(), 256);
            QCOMPARE(test::decrypt(m_key, *encrypted, oaep), plain);
            QVERIFY(*encrypted != key->encrypt(SecretBytes(QByteArrayView(plain)), padding));
        }
        const auto tooLong = key->encrypt(SecretBytes(static_cast<std::size_t>(most) + 1), padding);
        QVERIFY(!tooLong);
        QCOMPARE(base::toString(tooLong.error().code()), QStringLiteral("password-too-long"));
        QVERIFY(tooLong.error().message().contains(QString::number(most)));
        QVERIFY(key->encrypt(SecretBytes(), padding));
    }

private:
    test::KeyHandle m_key;
    QByteArray m_der;
    QByteArray m_certificate;
};

QTEST_GUILESS_MAIN(RsaPublicKeyTest)
#include "tst_RsaPublicKey.moc"
