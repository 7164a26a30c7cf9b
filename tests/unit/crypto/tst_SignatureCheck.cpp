#include <openssl/err.h>

#include <QCryptographicHash>
#include <QTest>

#include "TestCertificates.h"
#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"

using namespace signet;
using crypto::Certificate;
using crypto::checkDigestFits;
using crypto::checkSignature;
using crypto::Digest;

namespace {

Certificate certificateOf(const test::KeyHandle& key) {
    return Certificate::fromDer(test::makeCertificate({}, key)).value();
}

Digest digestOf(qsizetype length, char fill = 'd') {
    return Digest::fromBytes(QByteArray(length, fill)).value();
}

test::KeyHandle newEd25519Key() {
    return {EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free};
}

}  // namespace

class SignatureCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_rsaKey = test::newRsaKey();
        m_ecKey = test::newEcKey();
    }

    /** The published vector of signapi.md 11.2. */
    void vector() {
        const auto key = test::publicKeyFromPem(
            "-----BEGIN PUBLIC KEY-----\n"
            "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEm65FG1Le/y5D9ecSXQgPo8yr0CbAYXPR\n"
            "nTlysQay9V+DmocqnaEa0YyEnYbsQ0YmDJBQtSDBVoy0nK9YVxx5DXRIIO5TH/Wf\n"
            "NH0llRxknhucHUEni2hKXI83aEwCETIN\n"
            "-----END PUBLIC KEY-----\n");
        const QByteArray hash =
            QCryptographicHash::hash("Signet example document\n", QCryptographicHash::Sha256);
        const auto digest =
            Digest::fromBytes(QByteArray::fromBase64("6wV77tiJJJefMWnG9Q78CjnhkLOzhZ+Y35DldsAIlPI="));
        QCOMPARE(digest->bytes(), hash);
        QCOMPARE(digest->forEcField(48).toBase64(),
                 QByteArray("AAAAAAAAAAAAAAAAAAAAAOsFe+7YiSSXnzFpxvUO/Ao54ZCzs4WfmN+Q5XbACJTy"));
        const auto value = QByteArray::fromBase64(
            "MGUCMQDxwbwG+vwYX0EwdgJuz6T6aBLljEITHztaeYn6keBg5qT7qzDzNyCa3c9l"
            "wbGmD2cCMGHWH7iD7RaRhRPxq147HPN3vEPCQ22JVfOWyX0/5G8eBnbzzZhP/vN/"
            "hEkQLDeX+Q==");
        QVERIFY(checkSignature(certificateOf(key), *digest, value));
    }

    void goodSignatures_data() {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("hash");
        for (const bool rsa : {true, false}) {
            const char* const key = rsa ? "RSA" : "P-384";
            QTest::addRow("%s SHA-1", key) << rsa << 20 << QByteArray("SHA1");
            QTest::addRow("%s SHA-224", key) << rsa << 28 << QByteArray("SHA224");
            QTest::addRow("%s SHA-256", key) << rsa << 32 << QByteArray("SHA256");
            QTest::addRow("%s SHA-384", key) << rsa << 48 << QByteArray("SHA384");
            QTest::addRow("%s SHA-512", key) << rsa << 64 << QByteArray("SHA512");
        }
    }

    void goodSignatures() {
        QFETCH(const bool, rsa);
        QFETCH(const int, length);
        QFETCH(const QByteArray, hash);
        const auto& key = rsa ? m_rsaKey : m_ecKey;
        const Digest digest = digestOf(length);
        QVERIFY(checkSignature(certificateOf(key), digest, test::signDigest(key, digest.bytes(), hash)));
    }

    /** What a card signs is the padded or cut digest; the signature fits the digest itself. */
    void cardsSignThePaddedDigest_data() {
        QTest::addColumn<int>("length");
        QTest::newRow("padded") << 32;
        QTest::newRow("cut") << 64;
    }

    void cardsSignThePaddedDigest() {
        QFETCH(const int, length);
        const Digest digest = digestOf(length);
        const QByteArray value = test::signDigest(m_ecKey, digest.forEcField(48), "");
        QVERIFY(checkSignature(certificateOf(m_ecKey), digest, value));
    }

    /** r‖s for a P-384 key; an RSA value is taken as it is. */
    void whatACardGivesIsMadeCheckable() {
        const Digest digest = digestOf(32);
        const QByteArray der = test::signDigest(m_ecKey, digest.forEcField(48), "");
        const auto signature = crypto::EcdsaSignature::fromDer(der, 48);
        QVERIFY(signature);
        const auto value = checkableValue(certificateOf(m_ecKey), signature->raw());
        QVERIFY(value);
        QVERIFY(checkSignature(certificateOf(m_ecKey), digest, *value));
        QVERIFY(!checkSignature(certificateOf(m_ecKey), digest, signature->raw()));
        const auto odd = checkableValue(certificateOf(m_ecKey), signature->raw().first(95));
        QVERIFY(!odd && odd.error().code() == base::ErrorCode::SignatureWrong);
        QCOMPARE(*checkableValue(certificateOf(m_rsaKey), "as it is"), QByteArray("as it is"));
    }

    void wrongSignatures_data() {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<QByteArray>("value");
        const QByteArray digest = digestOf(32).bytes();
        for (const bool rsa : {true, false}) {
            const char* const name = rsa ? "RSA" : "P-384";
            const auto& key = rsa ? m_rsaKey : m_ecKey;
            const QByteArray good = test::signDigest(key, digest, "SHA256");
            QByteArray flipped = good;
            flipped[flipped.size() - 1] = static_cast<char>(flipped.back() ^ 0x01);
            const auto other = rsa ? test::newRsaKey() : test::newEcKey();
            QTest::addRow("%s empty", name) << rsa << QByteArray();
            QTest::addRow("%s one bit changed", name) << rsa << flipped;
            QTest::addRow("%s cut", name) << rsa << good.chopped(1);
            QTest::addRow("%s trailing byte", name) << rsa << QByteArray(good + '\0');
            QTest::addRow("%s zeros", name) << rsa << QByteArray(good.size(), '\0');
            QTest::addRow("%s of another digest", name)
                << rsa << test::signDigest(key, QByteArray(32, 'e'), "SHA256");
            QTest::addRow("%s of another key", name) << rsa << test::signDigest(other, digest, "SHA256");
            QTest::addRow("%s of another kind of key", name)
                << rsa << test::signDigest(rsa ? m_ecKey : m_rsaKey, digest, "SHA256");
        }
        QTest::newRow("RSA with another hash's DigestInfo")
            << true << test::signDigest(m_rsaKey, QByteArray(48, 'd'), "SHA384");
        const QByteArray der = test::signDigest(m_ecKey, digest, "");
        QTest::newRow("EC as r||s") << false << crypto::EcdsaSignature::fromDer(der, 48)->raw();
    }

    void wrongSignatures() {
        QFETCH(const bool, rsa);
        QFETCH(const QByteArray, value);
        ERR_clear_error();
        const auto result = checkSignature(certificateOf(rsa ? m_rsaKey : m_ecKey), digestOf(32), value);
        QVERIFY(!result);
        QCOMPARE(toString(result.error().code()), QStringLiteral("signature-wrong"));
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void keysThatCannotSignHereAreRefused() {
        const Certificate certificate = certificateOf(newEd25519Key());
        const auto result = checkSignature(certificate, digestOf(32), QByteArray(64, 'x'));
        QVERIFY(!result);
        QCOMPARE(toString(result.error().code()), QStringLiteral("signature-wrong"));
        QVERIFY(!checkDigestFits(certificate, digestOf(32)));
    }

    void digestFits_data() {
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<bool>("ec");
        QTest::newRow("SHA-1") << 20 << false << true;
        QTest::newRow("SHA-224") << 28 << false << true;
        QTest::newRow("SHA-256") << 32 << true << true;
        QTest::newRow("SHA-384") << 48 << false << true;
        QTest::newRow("SHA-512") << 64 << false << true;
    }

    void digestFits() {
        QFETCH(const int, length);
        const auto withRsa = checkDigestFits(certificateOf(m_rsaKey), digestOf(length));
        QTEST(withRsa.has_value(), "rsa");
        QTEST(checkDigestFits(certificateOf(m_ecKey), digestOf(length)).has_value(), "ec");
        if (!withRsa)
            QCOMPARE(toString(withRsa.error().code()), QStringLiteral("digest-length"));
    }

private:
    test::KeyHandle m_rsaKey;
    test::KeyHandle m_ecKey;
};

QTEST_GUILESS_MAIN(SignatureCheckTest)
#include "tst_SignatureCheck.moc"
