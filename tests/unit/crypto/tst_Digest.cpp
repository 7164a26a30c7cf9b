#include <openssl/x509.h>

#include <QTest>

#include "crypto/Digest.h"

using namespace signet;
using crypto::Digest;
using crypto::HashAlgorithm;

namespace {

/** The DigestInfo that OpenSSL builds for itself. */
QByteArray openSslDigestInfo(int nid, const QByteArray& digest) {
    const std::unique_ptr<X509_SIG, decltype(&X509_SIG_free)> info(X509_SIG_new(), X509_SIG_free);
    X509_ALGOR* algorithm = nullptr;
    ASN1_OCTET_STRING* octets = nullptr;
    X509_SIG_getm(info.get(), &algorithm, &octets);
    X509_ALGOR_set0(algorithm, OBJ_nid2obj(nid), V_ASN1_NULL, nullptr);
    ASN1_OCTET_STRING_set(octets, reinterpret_cast<const unsigned char*>(digest.data()),
                          static_cast<int>(digest.size()));
    QByteArray der(i2d_X509_SIG(info.get(), nullptr), Qt::Uninitialized);
    auto* next = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509_SIG(info.get(), &next);
    return der;
}

}  // namespace

class DigestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lengthDecides_data() {
        QTest::addColumn<int>("length");
        QTest::addColumn<HashAlgorithm>("algorithm");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("nid");
        QTest::newRow("20") << 20 << HashAlgorithm::Sha1 << "SHA-1" << NID_sha1;
        QTest::newRow("28") << 28 << HashAlgorithm::Sha224 << "SHA-224" << NID_sha224;
        QTest::newRow("32") << 32 << HashAlgorithm::Sha256 << "SHA-256" << NID_sha256;
        QTest::newRow("48") << 48 << HashAlgorithm::Sha384 << "SHA-384" << NID_sha384;
        QTest::newRow("64") << 64 << HashAlgorithm::Sha512 << "SHA-512" << NID_sha512;
    }

    void lengthDecides() {
        QFETCH(const int, length);
        QFETCH(const HashAlgorithm, algorithm);
        QFETCH(const QString, name);
        QFETCH(const int, nid);
        const QByteArray bytes(length, '\x9c');
        const auto digest = Digest::fromBytes(bytes);
        QVERIFY(digest);
        QCOMPARE(digest->bytes(), bytes);
        QVERIFY(digest->algorithm() == algorithm);
        QCOMPARE(crypto::toString(digest->algorithm()), name);
        QCOMPARE(digest->digestInfo(), openSslDigestInfo(nid, bytes));
    }

    void digestInfoOfSha256IsThatOfTheStandard() {
        const auto digest = Digest::fromBytes(QByteArray(32, '\xaa'));
        QVERIFY(digest);
        QCOMPARE(digest->digestInfo().toHex(),
                 QByteArray("3031300d060960864801650304020105000420") + QByteArray(32, '\xaa').toHex());
    }

    void otherLengthsAreRefused_data() {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 16, 19, 21, 31, 33, 47, 49, 63, 65, 256, 100000})
            QTest::addRow("%d", length) << length;
    }

    void otherLengthsAreRefused() {
        QFETCH(const int, length);
        const auto digest = Digest::fromBytes(QByteArray(length, 'x'));
        QVERIFY(!digest);
        QCOMPARE(toString(digest.error().code()), QStringLiteral("digest-length"));
        QVERIFY(digest.error().message().contains(QString::number(length)));
    }

    void ecFieldPadsOnTheLeftAndCutsOnTheRight() {
        const auto shorter = Digest::fromBytes(QByteArray(32, 'a'));
        QCOMPARE(shorter->forEcField(48), QByteArray(16, '\0') + QByteArray(32, 'a'));
        QCOMPARE(shorter->forEcField(32), QByteArray(32, 'a'));
        const auto longer = Digest::fromBytes(QByteArray(48, 'a') + QByteArray(16, 'b'));
        QCOMPARE(longer->forEcField(48), QByteArray(48, 'a'));
        QCOMPARE(longer->forEcField(66), QByteArray(2, '\0') + longer->bytes());
    }
};

QTEST_GUILESS_MAIN(DigestTest)
#include "tst_Digest.moc"
